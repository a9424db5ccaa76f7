import { Check, RadioChoices } from '../../../components/choices.tsx';
import { Field } from '../../../components/field.tsx';
import { formatDay } from '../../../format/days.ts';

/** What a saved definition means for the past: nothing, or that something else is measured from a day on. */
export type ChangeDraft = {
  readonly as: 'correction' | 'change';
  readonly on: string;
  readonly words: string;
  readonly breaks: boolean;
  readonly by: string;
};

export function ChangeFields(props: {
  readonly value: ChangeDraft;
  readonly today: string;
  readonly onChange: (value: ChangeDraft) => void;
  readonly wrong: { readonly on?: string | undefined; readonly words?: string | undefined };
}) {
  const { value, onChange, wrong } = props;
  const set = (change: Partial<ChangeDraft>) => onChange({ ...value, ...change });
  return (
    <section className="kdef-change">
      <RadioChoices
        label="What this is"
        value={value.as}
        onChange={(as) => set({ as })}
        choices={[
          {
            id: 'correction',
            text: 'A correction of the words',
            help: 'The KPI never meant anything else. Statuses given before stay as they were.',
          },
          {
            id: 'change',
            text: 'What is measured has changed from a day on',
            help: 'What was said before is kept, dated and printed with the figures.',
          },
        ]}
      />
      {value.as === 'change' ? (
        <>
          <div className="kdef-row">
            <Field
              label="From"
              value={value.on}
              onChange={(on) => set({ on })}
              wrong={wrong.on}
              help={`A day, such as ${formatDay(props.today)}`}
            />
            <Field label="Said by" value={value.by} onChange={(by) => set({ by })} />
          </div>
          <Field
            label="What has changed, in words"
            value={value.words}
            onChange={(words) => set({ words })}
            lines={2}
            wrong={wrong.words}
          />
          <Check isSelected={value.breaks} onChange={(breaks) => set({ breaks })}>
            The series breaks: figures from that day on are not compared with those before
          </Check>
        </>
      ) : null}
    </section>
  );
}
