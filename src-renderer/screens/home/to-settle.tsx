import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { HomeGroupName, HomeView } from '#shared/contract/office.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Group } from '../../components/group.tsx';
import { dayOfInstant, formatDayNear } from '../../format/days.ts';
import { ActionRow } from './home-rows.tsx';

/** What was brought in or typed and still wants a decision: the tray, dates that read two ways, no lead, no date. */
export function ToSettle({ view, today }: { view: HomeView; today: string }) {
  const { ambiguousDates, noLead, noDate, tray } = view;
  if (tray.length + ambiguousDates.total + noLead.total + noDate.total === 0) return null;
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
          today={today}
          one="date that reads two ways"
          many="dates that read two ways"
          more={quoted.length > 0 ? `: ${quoted.join(', ')}` : ''}
          note="kept as written"
        />
        <Heap
          group="noLead"
          view={view}
          today={today}
          one="action without a lead"
          many="actions without a lead"
        />
        <Heap
          group="noDate"
          view={view}
          today={today}
          one="action without a date"
          many="actions without a date"
        />
      </ul>
    </Group>
  );
}

/** A line with its number that opens into the actions it counts. */
function Heap(props: {
  group: HomeGroupName;
  view: HomeView;
  today: string;
  one: string;
  many: string;
  more?: string;
  note?: string;
}) {
  const [open, setOpen] = useState(false);
  const trpc = useTRPC();
  const { total, first } = props.view[props.group];
  const rest = useQuery(
    trpc.home.group.queryOptions({ group: props.group }, { enabled: open && total > first.length }),
  );
  if (total === 0) return null;
  return (
    <li>
      <button
        type="button"
        className="row set"
        data-row=""
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className="n">{total}</span>
        <span className="cut">
          {total === 1 ? props.one : props.many}
          {props.more}
        </span>
        <span className="when">{props.note}</span>
        <span className="go">
          {open ? 'Hide' : 'Show'} {total === 1 ? 'it' : 'them'}
        </span>
      </button>
      {open ? (
        <ul>
          {(rest.data ?? first).map((action) => (
            <li key={action.id}>
              <ActionRow action={action} today={props.today} />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
