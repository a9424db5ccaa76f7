import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Decision, FormDetail, RoundField } from '#shared/contract/rounds.ts';
import type { State } from '#shared/domain/states.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { RadioChoices } from '../../components/choices.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { Status } from '../../components/status.tsx';
import { WordChange } from '../../components/word-change.tsx';
import { dayOfInstant, formatDay } from '../../format/days.ts';
import { say } from '../../shell/foot.tsx';
import { type Group, sideWords } from './round-words.ts';

type Take = Decision['take'];

/** One thing that both changed: as sent, returned and now side by side, and which becomes the record. */
export function Conflict({ group, detail, today }: { group: Group; detail: FormDetail; today: string }) {
  const trpc = useTRPC();
  const { lead } = detail;
  const [first] = group.fields;
  const isUpdate = group.fields.some(({ field }) => field === 'status' || field === 'words');
  const choices: readonly { id: Take; text: string; says: string }[] = group.isDate
    ? [
        { id: 'returned', text: 'Take the new date', says: 'Take the new date' },
        { id: 'now', text: 'Keep the date', says: 'Keep the date' },
        { id: 'another', text: 'Write another', says: 'Keep what is written' },
      ]
    : [
        { id: 'returned', text: 'Returned', says: 'Keep what was returned' },
        { id: 'now', text: 'Register now', says: 'Keep the register' },
        ...(isUpdate ? [{ id: 'both' as const, text: 'Both, as two dated updates', says: 'Keep both' }] : []),
        { id: 'another', text: 'Write another', says: 'Keep what is written' },
      ];
  const [take, setTake] = useState<Take>(isUpdate ? 'both' : 'returned');
  const [other, setOther] = useState<Record<string, string>>({});
  const decide = useMutation(
    trpc.rounds.decide.mutationOptions({ onSuccess: ({ label }) => say(`Decided. Undo: ${label}`) }),
  );
  const chosen = choices.find(({ id }) => id === take) ?? choices[0];
  const keep = () =>
    decide.mutate({
      formId: lead.formId,
      decisions: [
        {
          keys: group.fields.map(({ key }) => key),
          take,
          ...(take === 'another' && { other }),
        },
      ],
    });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (isTyping || event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.altKey) return;
    const choice = choices[Number(event.key) - 1];
    if (choice) {
      event.preventDefault();
      setTake(choice.id);
    }
  };
  if (!first) return null;
  return (
    // The keys 1 to 4 choose wherever the focus is inside.
    <section className="rd-cf" aria-label={`${first.ref ?? ''} ${first.title}`.trim()} onKeyDown={onKeyDown}>
      <h3>
        {first.ref ? <span className="q2">{first.ref}</span> : null} {first.title}
      </h3>
      <Sides group={group} detail={detail} />
      <RadioChoices
        label={
          group.isDate
            ? `${lead.name} proposes a new date. Which becomes the record?`
            : `You and ${lead.name} both changed this. Which becomes the record?`
        }
        inline
        value={take}
        onChange={setTake}
        choices={choices.map(({ id, text }, at) => ({
          id,
          text: (
            <>
              {text} <span className="kbd">{at + 1}</span>
            </>
          ),
        }))}
      />
      {take === 'another' ? (
        <Another fields={group.fields} other={other} onOther={setOther} detail={detail} />
      ) : (
        <WillRead group={group} take={take} detail={detail} today={today} />
      )}
      {decide.isError ? <Problem title="Nothing was decided." error={decide.error} /> : null}
      <p className="acts">
        <Button look="primary" isPending={decide.isPending} onPress={keep}>
          {chosen?.says}
        </Button>
        <span className="q2 sm">Until you decide, the register stays as it is.</span>
      </p>
    </section>
  );
}

function Sides({ group, detail }: { group: Group; detail: FormDetail }) {
  const { lead, sentAt, filledOn } = detail;
  const [first] = group.fields;
  const returned = filledOn ?? (lead.returnedAt ? dayOfInstant(lead.returnedAt) : null);
  return (
    <table className="rd-sides">
      <thead>
        <tr>
          <th>
            <span className="vh">Field</span>
          </th>
          <th>
            As sent<small>{formatDay(dayOfInstant(sentAt))}</small>
          </th>
          <th>
            Returned<small>{sideWords([lead.name, returned && formatDay(returned)])}</small>
          </th>
          <th>
            Register now<small>{first?.nowSaid ?? ''}</small>
          </th>
        </tr>
      </thead>
      <tbody>
        {group.fields.map((field) => (
          <tr key={field.key}>
            <th scope="row" className="q2">
              {field.label}
            </th>
            <td>{said(field.sent, field.states?.sent ?? null)}</td>
            <td>
              {said(field.returned, field.states?.returned ?? null, field)}
              {field.meaning ? <p className="q2 sm">{field.meaning}</p> : null}
            </td>
            <td>{said(field.now, field.states?.now ?? null, field)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A status by shape and word, words with what changed marked in them; a date is read as a whole. */
function said(text: string | null, state: State | null, against?: RoundField): ReactNode {
  if (text === null) return <span className="q">blank</span>;
  if (state !== null) return <Status status={{ state, label: text }} />;
  if (!against || against.sent === text) return text;
  return <WordChange before={against.field === 'date' ? null : against.sent} after={text} />;
}

/** What stands in the register once it is decided. */
function WillRead(props: { group: Group; take: Take; detail: FormDetail; today: string }) {
  const { group, take, detail, today } = props;
  const field = (name: string) => group.fields.find((one) => one.field === name);
  const [first] = group.fields;
  const lines = [
    ...(take === 'now' ? [] : [{ day: dayOfReturn(detail, today), of: 'returned' as const }]),
    ...(take === 'returned' ? [] : [{ day: null, of: 'now' as const }]),
  ];
  const status = field('status');
  const isText = !field('status') && !field('words');
  return (
    <div className="rd-will">
      <p className="sm q2">It will read</p>
      <ol>
        {lines.map(({ day, of }) => (
          <li key={of}>
            <span className="q2">{day ? formatDay(day) : of === 'now' ? (first?.nowSaid ?? 'Now') : ''}</span>
            <span>
              {status?.[of] && status.states?.[of] ? (
                <Status status={{ state: status.states[of], label: status[of] ?? '' }} />
              ) : null}
            </span>
            <span>
              {isText
                ? group.fields.map((one) => one[of] ?? 'blank').join('; ')
                : (field('words')?.[of] ?? '')}
            </span>
          </li>
        ))}
      </ol>
      {take === 'both' ? <p className="q2 sm">The later update stands.</p> : null}
    </div>
  );
}

/** As the lead dated it, else the day on which it came back. */
function dayOfReturn({ filledOn, lead }: FormDetail, today: string): string {
  const came = lead.returnedAt ? dayOfInstant(lead.returnedAt) : today;
  return filledOn !== null && filledOn <= today ? filledOn : came;
}

function Another(props: {
  fields: readonly RoundField[];
  other: Record<string, string>;
  onOther: (other: Record<string, string>) => void;
  detail: FormDetail;
}) {
  const { fields, other, onOther, detail } = props;
  const own = fields.filter(({ verdict }) => verdict !== 'waits');
  return (
    <div className="form">
      {own.map((field) => {
        const labels = field.field === 'status' ? (detail.labels[field.row] ?? []) : [];
        return (
          <Field
            key={field.key}
            label={field.label}
            lines={field.field === 'words' ? 3 : 1}
            value={other[field.field] ?? ''}
            onChange={(text) => onOther({ ...other, [field.field]: text })}
            help={labels.length > 0 ? `One of ${labels.map(({ label }) => label).join(', ')}.` : undefined}
          />
        );
      })}
    </div>
  );
}
