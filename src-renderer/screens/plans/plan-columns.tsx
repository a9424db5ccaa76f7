import type { ReactNode } from 'react';
import { cellText } from '#shared/contract/cells.ts';
import type { ActionRow, EditableField } from '#shared/contract/plans.ts';
import type { KeyEntry, Person } from '#shared/contract/register.ts';
import { readTimescale } from '#shared/domain/timescales.ts';
import { LeadChips } from '../../components/lead-chip.tsx';
import { Status } from '../../components/status.tsx';
import { Terms } from '../../components/terms.tsx';
import { formatDay } from '../../format/days.ts';
import type { GridColumn } from '../../grid/types.ts';
import { slipOf } from './column-values.ts';
import { completeLead, leadChoices } from './lead-words.ts';
import { LinkWords } from './link-cell.tsx';
import { LinkReading } from './link-reading.tsx';
import { linkChoices } from './link-words.ts';
import { StatusEditor } from './status-editor.tsx';
import { choiceFor, statusChoices } from './status-letters.ts';
import { TimescaleReading } from './timescale-view.tsx';
import type { PlanWords } from './use-plan-words.ts';

/** What the columns of a plan's grid lean on beside the rows. */
export type ColumnWorld = {
  readonly planKey: readonly KeyEntry[];
  readonly people: ReadonlyMap<string, Person>;
  /** The row that "As 2.3 (i)" means. */
  readonly actionOf: (id: string) => ActionRow | undefined;
  /** Labels of source columns that have no field of their own, in their order. */
  readonly details: readonly string[];
  readonly withReview: boolean;
  /** Asked when needed, so that the columns stay when it comes. */
  readonly words: () => PlanWords;
  /** Whether any end date was moved. */
  readonly withSlips: boolean;
  /** How the office reads a timescale: its year, and the plan's period. */
  readonly readWhen: Parameters<typeof readTimescale>[1];
};

const asText = (field: EditableField) => (row: ActionRow) => cellText(row, field);

/** Initials where the name is a person's who has some: "TP". */
function shortName(by: string, people: ReadonlyMap<string, Person>): string {
  for (const person of people.values()) if (person.name === by) return person.initials ?? by;
  return by;
}

/** "4 October 2010, TP"; only what is known. */
function dateAndName(on: string | null, by: string | null, people: ReadonlyMap<string, Person>): string {
  return [on ? formatDay(on) : null, by ? shortName(by, people) : null].filter(Boolean).join(', ');
}

function ActionWords({ row, world }: { row: ActionRow; world: ColumnWorld }): ReactNode {
  const same = row.links.find((link) => link.kind === 'same-as' && link.actionId !== null);
  const meant = same?.actionId ? world.actionOf(same.actionId) : undefined;
  return (
    <>
      <p>{row.text}</p>
      {row.bullets.length > 0 ? (
        <ul className="g-bullets">
          {row.bullets.map((bullet, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice; order tells them apart
            <li key={place}>{bullet}</li>
          ))}
        </ul>
      ) : null}
      {meant ? <span className="rd">{meant.text}</span> : null}
    </>
  );
}

function LastUpdate({ row, world }: { row: ActionRow; world: ColumnWorld }): ReactNode {
  const update = row.lastUpdate;
  if (!update) return <p className="q">No update yet</p>;
  const said = dateAndName(update.on, update.by, world.people);
  return (
    <>
      {update.text === '' ? null : <p>{update.text}</p>}
      {said === '' ? null : <span className="rd">{said}</span>}
    </>
  );
}

function statusInBar(row: ActionRow, world: ColumnWorld): ReactNode {
  if (!row.status) return <span className="q2">No status yet</span>;
  const update = row.lastUpdate;
  const when = update?.on ? `since ${formatDay(update.on)}` : '';
  const who = [when, update?.by].filter(Boolean).join(', ');
  return (
    <>
      <Status status={row.status} planKey={world.planKey} />
      <span className="q2">{[who, update?.text].filter(Boolean).join(': ')}</span>
    </>
  );
}

/** The columns of a plan's grid, in the order of the design; those of the source that have no field come last. */
export function planColumns(world: ColumnWorld): GridColumn<ActionRow>[] {
  const people = [...world.people.values()];
  const choices = statusChoices(world.planKey);
  const columns: GridColumn<ActionRow>[] = [
    { key: 'ref', title: 'Ref', width: 58, frozen: true, counts: true, text: asText('ref') },
    {
      key: 'text',
      title: 'Action',
      width: 236,
      least: 236,
      grows: true,
      invites: 'Type here to add an action',
      text: asText('text'),
      show: (row) => <ActionWords row={row} world={world} />,
      bar: (row) => <Terms text={cellText(row, 'text')} reader={world.words().terms} />,
    },
    {
      key: 'leads',
      title: 'Leads',
      width: 84,
      text: asText('leads'),
      show: (row) => (row.leads.length > 0 ? <LeadChips leads={row.leads} /> : null),
      bar: (row) =>
        row.leads
          .map((lead) => {
            const name = world.people.get(lead.personId ?? '')?.name;
            const words = name && name !== lead.text ? `${lead.text} (${name})` : lead.text;
            return lead.note ? `${words}, ${lead.note}` : words;
          })
          .join('; '),
      complete: (typed) => completeLead(typed, people),
      choices: (typed) => leadChoices(typed, people),
    },
    {
      key: 'timescale',
      title: 'Timescale',
      width: 150,
      text: asText('timescale'),
      show: (row) =>
        row.timescale ? (
          <>
            <p>{row.timescale.text}</p>
            <TimescaleReading timescale={row.timescale} daysLate={row.daysLate} />
          </>
        ) : null,
      reading: (text) =>
        text.trim() === '' ? null : <TimescaleReading timescale={readTimescale(text, world.readWhen)} />,
      question: (row) => (row.timescale?.ambiguous ? 'This can be read in two ways' : null),
    },
    {
      key: 'status',
      title: 'Status',
      width: 104,
      text: asText('status'),
      show: (row) => (row.status ? <Status status={row.status} planKey={world.planKey} /> : null),
      bar: (row) => statusInBar(row, world),
      reading: (text) => {
        const choice = choiceFor(text, choices);
        return choice && choice.label !== text ? choice.label : null;
      },
      editor: StatusEditor,
      complete: (typed) => {
        const label = choiceFor(typed, choices)?.label ?? '';
        const goesOn = label.toLocaleLowerCase('en-GB').startsWith(typed.toLocaleLowerCase('en-GB'));
        return goesOn ? label.slice(typed.length) : null;
      },
    },
    {
      key: 'lastUpdate',
      title: 'Last update',
      width: 156,
      text: asText('lastUpdate'),
      show: (row) => <LastUpdate row={row} world={world} />,
    },
    { key: 'measures', title: 'Measures', width: 200, text: asText('measures') },
    { key: 'comment', title: 'Comment', width: 180, text: asText('comment') },
    { key: 'resources', title: 'Resources', width: 150, text: asText('resources') },
    {
      key: 'links',
      title: 'Links',
      width: 150,
      text: asText('links'),
      show: (row) => (row.links.length > 0 ? <LinkWords links={row.links} /> : null),
      reading: (text) => <LinkReading planId={world.words().planId} text={text} />,
      choices: (typed) => linkChoices(typed, world.words().linkTargets),
    },
  ];
  if (world.withReview) {
    columns.push({
      key: 'reviewOn',
      title: 'Review on',
      width: 120,
      text: (row) => (row.reviewOn ? formatDay(row.reviewOn) : ''),
    });
  }
  if (world.withSlips) {
    columns.push({
      key: 'slipped',
      title: 'Moved',
      width: 120,
      text: slipOf,
      fixed: () => 'Counted from the history of the end date. Undoing a move takes it out again.',
    });
  }
  for (const label of world.details) {
    columns.push({
      key: `detail:${label}`,
      title: label,
      width: 150,
      text: (row) =>
        row.details
          .filter((detail) => detail.label === label)
          .map((detail) => detail.text)
          .join('\n'),
      fixed: () => 'As read from its file. This column has no field of its own, so it stays as it stood.',
    });
  }
  return columns;
}
