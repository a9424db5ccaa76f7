import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { HomeGroupName, HomeView } from '#shared/contract/office.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Group } from '../../components/group.tsx';
import { usePeople } from '../../components/people.tsx';
import { dayOfInstant, formatDayNear } from '../../format/days.ts';
import { showOf } from './action-lists.ts';

/** What was brought in or typed and still wants a decision: the tray, dates that read two ways, no lead, no date. */
export function ToSettle(props: { view: HomeView; samePeople: number; today: string }) {
  const { view, samePeople, today } = props;
  const { ambiguousDates, noLead, noDate, tray } = view;
  const retired = useRetiredWithWork(today);
  const duties = useUnanswered();
  if (
    tray.length +
      ambiguousDates.total +
      noLead.total +
      noDate.total +
      samePeople +
      retired.length +
      duties.length ===
    0
  )
    return null;
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
        {noLead.total > 0 ? (
          <li>
            <Link to="/people" search={{ show: 'no-lead' }} className="row set" data-row="">
              <span className="n">{noLead.total}</span>
              <span className="cut">
                {noLead.total === 1 ? 'action without a lead' : 'actions without a lead'}
              </span>
              <span className="when" />
              <span className="go">Name a lead</span>
            </Link>
          </li>
        ) : null}
        {retired.length > 0 ? (
          <li>
            {/* One of them is opened at once; several are a list of their own. */}
            <Link
              {...(retired.length === 1
                ? { to: '/people/$personId', params: { personId: retired[0]?.id ?? '' } }
                : { to: '/people', search: { show: 'retired' } })}
              className="row set"
              data-row=""
            >
              <span className="n">{retired.length}</span>
              <span className="cut">
                {retired.length === 1
                  ? `retired, and still named: ${retired[0]?.name}`
                  : 'retired, and still named on what is open'}
              </span>
              <span className="when" />
              <span className="go">Hand over</span>
            </Link>
          </li>
        ) : null}
        {duties.length > 0 ? (
          <li>
            <Link to="/duties" className="row set" data-row="">
              <span className="n">{duties.length}</span>
              <span className="cut">
                {duties.length === 1 ? 'duty that nothing answers' : 'duties that nothing answers'}:{' '}
                {duties[0]?.text}
              </span>
              <span className="when" />
              <span className="go">Say what answers {duties.length === 1 ? 'it' : 'them'}</span>
            </Link>
          </li>
        ) : null}
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

/** The statutory duties that nothing answers. */
function useUnanswered(): { text: string }[] {
  const trpc = useTRPC();
  const duties = useQuery(trpc.duties.list.queryOptions());
  return duties.data?.filter(({ answers }) => answers.length === 0) ?? [];
}

/** Those who lead nothing any more and are still named on something open. Asked only where somebody is retired. */
function useRetiredWithWork(today: string): { id: string; name: string }[] {
  const trpc = useTRPC();
  const gone = [...usePeople().values()].filter(({ retiredOn }) => retiredOn && retiredOn <= today);
  const loads = useQuery({ ...trpc.people.loads.queryOptions(), enabled: gone.length > 0 });
  const busy = new Set(
    loads.data?.loads
      .filter((load) => load.openActions + load.openMeasures + load.kpis > 0)
      .map(({ personId }) => personId),
  );
  return gone.filter(({ id }) => busy.has(id));
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
