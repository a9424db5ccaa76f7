import { Link } from '@tanstack/react-router';
import type { HomeAction, HomeGroupName, HomeView } from '#shared/contract/office.ts';
import { Group } from '../../components/group.tsx';
import { LeadChips } from '../../components/lead-chip.tsx';
import { Status } from '../../components/status.tsx';
import { formatDayNear, formatDaySoon } from '../../format/days.ts';
import { count } from '../../format/words.ts';
import { showOf } from './action-lists.ts';

/** How many of a group stand on Home before "Show all". */
const shown = 4;

/** Actions of one kind under their name, the first few, with the way to all. Nothing where there are none. */
export function ActionGroup(props: {
  name: string;
  group: HomeGroupName;
  view: HomeView;
  /** Actions already shown in groups above, which need not stand twice. */
  above?: readonly HomeAction[];
  today: string;
  /** After the count: "before the board". */
  note?: string;
}) {
  const { total, first: listed } = props.view[props.group];
  const shownAbove = new Set(props.above?.map((action) => action.id));
  const first = listed.filter((action) => !shownAbove.has(action.id));
  const above = listed.length - first.length;
  if (first.length === 0) return null;
  const few = first.length <= shown + 1 ? first : first.slice(0, shown);
  return (
    <Group
      name={props.name}
      note={
        <>
          {few.length < total ? `${few.length} of ${count(total, 'action')}` : count(total, 'action')}
          {above > 0 ? `, ${above} above` : ''}
          {props.note ? `, ${props.note}` : ''}{' '}
          {few.length < total ? (
            <Link to="/plans" search={{ show: showOf(props.group) }} className="hit">
              Show all
            </Link>
          ) : null}
        </>
      }
    >
      <ul>
        {few.map((action) => (
          <li key={action.id}>
            <ActionRow action={action} today={props.today} />
          </li>
        ))}
      </ul>
    </Group>
  );
}

/** One action as a row that leads to its place in the plan. */
export function ActionRow({ action, today }: { action: HomeAction; today: string }) {
  return (
    <Link
      to="/plans/$planId"
      params={{ planId: action.planId }}
      search={{ action: action.id }}
      className="row"
      data-row=""
    >
      <span className="ref">{action.ref}</span>
      <span className="what">{action.text}</span>
      <LeadChips leads={action.leads} notes={false} />
      <span className="when">{when(action, today)}</span>
      <span>{action.status ? <Status status={action.status} /> : <Status status="not-started" />}</span>
    </Link>
  );
}

/** The day where the words were understood, with how late; else the words themselves in quotation marks. */
function when(action: HomeAction, today: string) {
  if (action.end && action.daysLate !== null && action.daysLate > 0) {
    return (
      <>
        {formatDayNear(action.end, today)} <b>{count(action.daysLate, 'day')} late</b>
      </>
    );
  }
  if (action.reviewOn && !action.end) return `review ${formatDayNear(action.reviewOn, today)}`;
  if (action.end) return formatDaySoon(action.end, today);
  return action.when ? `“${action.when}”` : 'no date';
}
