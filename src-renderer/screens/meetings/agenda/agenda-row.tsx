import { type HTMLAttributes, type KeyboardEvent, useState } from 'react';
import type { ItemKind } from '#shared/contract/meeting-records.ts';
import type { ItemShown } from '#shared/contract/meetings.ts';
import { LocalProblem } from '../../../client/errors.ts';
import { Button } from '../../../components/button.tsx';
import { ConfidentialMark, isConfidentialKey } from '../meeting/confidential.tsx';
import { LineField } from '../meeting/line-field.tsx';
import { type MeetingActs, orSay } from '../meeting/use-meeting.ts';
import { itemKindWords } from '../meeting-words.ts';
import { ItemDetails } from './item-details.tsx';

/** Minutes as they are typed ("15", "15 min"); null for none. */
export function minutesTyped(words: string): number | null {
  const typed = words.trim().replace(/\s*(?:min(?:utes?)?\.?)$/i, '');
  if (typed === '') return null;
  if (!/^\d{1,4}$/.test(typed) || Number(typed) > 1_440) {
    throw new LocalProblem(`“${words}” is not a number of minutes. Write it as 15.`);
  }
  return Number(typed);
}

/** What the title of an item does not say already. */
const saysMore: readonly ItemKind[] = ['standing', 'decision', 'report'];

/** One item of the agenda: number, time, title, officer and minutes, each written where it stands. */
export function AgendaRow(props: {
  readonly item: ItemShown;
  readonly number: string;
  readonly acts: MeetingActs;
  readonly isOver: boolean;
  readonly onStep: (by: 1 | -1) => void;
  readonly drag: HTMLAttributes<HTMLElement>;
}) {
  const { item, number, acts } = props;
  const [isOpen, setOpen] = useState(false);
  const onKey = (event: KeyboardEvent<HTMLElement>): boolean => {
    if (isConfidentialKey(event)) {
      orSay(acts.editItem(item.id, { confidential: !item.confidential }));
      return true;
    }
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (by === null) return false;
    if (event.altKey && !event.ctrlKey) {
      props.onStep(by);
      return true;
    }
    return false;
  };
  const facts = [
    item.kind && saysMore.includes(item.kind) ? itemKindWords[item.kind] : null,
    ...(item.papers ?? []).map(({ title }) => title),
    ...item.about.map(({ ref, title }) => ref ?? title),
    item.furtherTo ? `further to ${item.furtherTo}` : null,
  ].filter(Boolean);
  return (
    <li className={props.isOver ? 'ma-item ma-over' : 'ma-item'} data-item={item.id} {...props.drag}>
      <span className="ma-no">{number}</span>
      <span className="q2 sm">{item.plannedStart ?? ''}</span>
      <div className="ma-title">
        <LineField
          label={`Item ${number}, title`}
          value={item.title}
          isRequired
          onSave={(title) => acts.editItem(item.id, { title })}
          onKey={onKey}
        />
        {item.text ? <p className="ma-lines q2">{item.text}</p> : null}
        {facts.length > 0 ? <p className="sm q2 ma-facts">{facts.join(' · ')}</p> : null}
        {item.confidential ? <ConfidentialMark /> : null}
      </div>
      <LineField
        label={`Item ${number}, officer`}
        value={item.officer?.text ?? ''}
        hint="Officer"
        onSave={(officer) => acts.editItem(item.id, { officer: officer || null })}
        onKey={onKey}
      />
      <LineField
        label={`Item ${number}, minutes`}
        value={item.plannedMinutes === undefined ? '' : `${item.plannedMinutes} min`}
        hint="min"
        onSave={async (words) => acts.editItem(item.id, { plannedMinutes: minutesTyped(words) })}
        onKey={onKey}
      />
      <Button
        look="quiet"
        small
        aria-expanded={isOpen}
        aria-label={`${isOpen ? 'Less' : 'More'} of item ${number}`}
        onPress={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Less' : 'More'}
      </Button>
      {isOpen ? <ItemDetails item={item} number={number} acts={acts} /> : null}
    </li>
  );
}
