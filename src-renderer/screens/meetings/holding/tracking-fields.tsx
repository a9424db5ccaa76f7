import { useQuery } from '@tanstack/react-query';
import type { ItemShown } from '#shared/contract/meetings.ts';
import { describeTimescale, readTimescale } from '#shared/domain/timescales.ts';
import { useTRPC } from '../../../client/trpc.ts';
import { Field } from '../../../components/field.tsx';
import { ComboBox, Select } from '../../../components/select.tsx';
import { PersonField } from '../../checks/person-field.tsx';
import { resolutionWords } from '../meeting-words.ts';
import type { ResolutionKind, Tracking } from './tracking.ts';

const kinds = (['notes', 'decision', 'action', 'report'] as const).map((id) => ({
  id,
  text: resolutionWords[id],
}));

/** What a resolution will be tracked as, field by field, each with what its words mean. */
export function TrackingFields(props: {
  readonly value: Tracking;
  readonly onChange: (change: Partial<Tracking>) => void;
  readonly item: Pick<ItemShown, 'about'>;
  /** Read anew from the words: fields that keep what is typed themselves begin again. */
  readonly version: string;
  readonly wrong: string | null;
}) {
  const { value, onChange, version } = props;
  const places = usePlaces(props.item);
  const isOwn = !value.under.startsWith('action ');
  return (
    <>
      <div className="mh-fields">
        <Select<ResolutionKind>
          label="What it does"
          choices={kinds}
          value={value.kind}
          onChange={(kind) => onChange({ kind })}
        />
        {value.kind === 'action' ? (
          <ComboBox
            key={`under ${value.under === '' ? 'none' : 'chosen'} ${places.length}`}
            label="Under"
            choices={places}
            value={value.under === '' ? null : value.under}
            onChange={(under) => onChange({ under: under ?? '' })}
          />
        ) : null}
        {value.kind === 'report' ? (
          <Field
            label="How often"
            value={value.every}
            onChange={(every) => onChange({ every })}
            help={value.every.trim() === '' ? 'Left empty it is owed once.' : everyInWords(value.every)}
          />
        ) : null}
        {(value.kind === 'action' && isOwn) || value.kind === 'report' ? (
          <>
            <div className="mh-wide">
              <Field
                label={value.kind === 'action' ? 'Action arising' : 'Report'}
                value={value.task}
                onChange={(task) => onChange({ task })}
              />
            </div>
            <PersonField
              key={`lead ${version}`}
              label="Lead"
              value={value.leads}
              onChange={(leads) => {
                if (leads !== value.leads) onChange({ leads });
              }}
            />
            <Field
              label={value.kind === 'action' ? 'By' : 'First owed by'}
              value={value.when}
              onChange={(when) => onChange({ when })}
              help={whenInWords(value.when)}
            />
          </>
        ) : null}
      </div>
      {props.wrong ? (
        <p className="mt-wrong sm" role="alert">
          {props.wrong}
        </p>
      ) : null}
    </>
  );
}

/** "By 30 November 2010", or that nothing is read from the words. */
export function whenInWords(words: string): string {
  if (words.trim() === '') return 'No date yet.';
  const read = readTimescale(words);
  if (read.kind === 'unknown') return 'No date is read from these words; they are kept.';
  return describeTimescale({ ...read, revisedFrom: null });
}

function everyInWords(words: string): string {
  const read = readTimescale(words);
  return read.recurrence
    ? describeTimescale({ ...read, revisedFrom: null })
    : 'The words are kept as they are.';
}

/** Every plan and its sections, and before them the actions that the item is about. */
function usePlaces(item: Pick<ItemShown, 'about'>): { id: string; text: string }[] {
  const trpc = useTRPC();
  const plans = useQuery(trpc.plans.list.queryOptions()).data ?? [];
  const targets = useQuery(trpc.links.targets.queryOptions()).data ?? [];
  const named = (parts: readonly (string | null)[]) => parts.filter(Boolean).join(' ');
  return [
    ...item.about
      .filter(({ kind }) => kind === 'action')
      .map(({ id, ref, title }) => ({
        id: `action ${id}`,
        text: `${named([ref, title])}: it is there already`,
      })),
    ...plans.map(({ id, title }) => ({ id, text: title })),
    ...targets
      .filter(({ kind, planId }) => kind === 'section' && planId !== null)
      .map(({ id, planId, plan, ref, title }) => ({
        id: `${planId} ${id}`,
        text: `${named([ref, title])}, ${plan ?? ''}`,
      })),
  ];
}
