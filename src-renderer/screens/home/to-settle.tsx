import { Link } from '@tanstack/react-router';
import type { HomeGroupName, HomeView } from '#shared/contract/office.ts';
import { Group } from '../../components/group.tsx';
import { dayOfInstant, formatDayNear } from '../../format/days.ts';
import { showOf } from './action-lists.ts';

/** What was brought in or typed and still wants a decision: the tray, dates that read two ways, no lead, no date. */
export function ToSettle(props: { view: HomeView; samePeople: number; today: string }) {
  const { view, samePeople, today } = props;
  const { ambiguousDates, noLead, noDate, tray } = view;
  if (tray.length + ambiguousDates.total + noLead.total + noDate.total + samePeople === 0) return null;
  const quoted = ambiguousDates.first
    .slice(0, 3)
    .flatMap((action) => (action.when ? [`“${action.when}”`] : []));
  return (
    <Group name="To settle" note="nothing waits on it">
      <ul>
        {tray.map((heap) => (
          <li key={heap.importId}>
            <Link to="/import" search={{ tray: heap.importId }} className="row set" data-row="">
              <span className="n">{heap.pieces}</span>
              <span className="cut">
                {heap.pieces === 1 ? 'piece' : 'pieces'} in the tray from <i>{heap.file}</i>
              </span>
              <span className="when">brought in {formatDayNear(dayOfInstant(heap.at), today)}</span>
              <span className="go">Place {heap.pieces === 1 ? 'it' : 'them'}</span>
            </Link>
          </li>
        ))}
        <Heap
          group="ambiguousDates"
          view={view}
          one="date that reads two ways"
          many="dates that read two ways"
          more={quoted.length > 0 ? `: ${quoted.join(', ')}` : ''}
          note="kept as written"
        />
        <Heap group="noLead" view={view} one="action without a lead" many="actions without a lead" />
        <Heap group="noDate" view={view} one="action without a date" many="actions without a date" />
        {samePeople > 0 ? (
          <li>
            <Link to="/people" search={{ show: 'same' }} className="row set" data-row="">
              <span className="n">{samePeople}</span>
              <span className="cut">
                {samePeople === 1
                  ? 'pair of names that may be one person'
                  : 'pairs of names that may be one person'}
              </span>
              <span className="when">both kept</span>
              <span className="go">Look at {samePeople === 1 ? 'it' : 'them'}</span>
            </Link>
          </li>
        ) : null}
      </ul>
    </Group>
  );
}

/** A line with its number that leads to the actions it counts. */
function Heap(props: {
  group: HomeGroupName;
  view: HomeView;
  one: string;
  many: string;
  more?: string;
  note?: string;
}) {
  const { total } = props.view[props.group];
  if (total === 0) return null;
  return (
    <li>
      <Link to="/plans" search={{ show: showOf(props.group) }} className="row set" data-row="">
        <span className="n">{total}</span>
        <span className="cut">
          {total === 1 ? props.one : props.many}
          {props.more}
        </span>
        <span className="when">{props.note}</span>
        <span className="go">Show {total === 1 ? 'it' : 'them'}</span>
      </Link>
    </li>
  );
}
