import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Unled } from '#shared/contract/people.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Check } from '../../components/choices.tsx';
import { Group } from '../../components/group.tsx';
import { Empty, Problem } from '../../components/notices.tsx';
import { usePeople } from '../../components/people.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { formatDayNear } from '../../format/days.ts';
import { count, matches } from '../../format/words.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { PersonChoice } from './person-choice.tsx';

/** Open actions and KPIs that nobody leads, to be given to somebody, one or many at once. */
export function UnledList({ looked }: { looked: string }) {
  const trpc = useTRPC();
  const unled = useQuery(trpc.people.unled.queryOptions());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const found = (unled.data ?? []).filter((one) => matches(looked, one.ref, one.text, one.plan, one.when));
  const picked = found.filter(({ id }) => chosen.has(id));
  useFoot(unled.data ? `${found.length} without a lead, ${picked.length} chosen` : null);
  const toggle = (ids: readonly string[], on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (on) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  return (
    <QueryState query={unled} what="What has no lead">
      {(all) =>
        all.length === 0 ? (
          <Empty title="Everything that is open has a lead.">
            Actions and KPIs without one are listed here, to be given to somebody all at once.
          </Empty>
        ) : found.length === 0 ? (
          <p className="read">Nothing without a lead holds “{looked}”.</p>
        ) : (
          <>
            <Assign picked={picked} onDone={() => setChosen(new Set())} />
            {[...Map.groupBy(found, ({ planId }) => planId ?? '')].map(([planId, list]) => (
              <Group
                key={planId}
                name={list[0]?.plan ?? 'KPIs of no plan'}
                note={
                  <Check
                    isSelected={list.every(({ id }) => chosen.has(id))}
                    onChange={(on) =>
                      toggle(
                        list.map(({ id }) => id),
                        on,
                      )
                    }
                  >
                    All {list.length}
                    <span className="vh"> of {list[0]?.plan ?? 'no plan'}</span>
                  </Check>
                }
              >
                <ul className="unled">
                  {list.map((one) => (
                    <li key={one.id}>
                      <Check isSelected={chosen.has(one.id)} onChange={(on) => toggle([one.id], on)}>
                        <span className="ref q2">{one.ref}</span> {one.text}
                      </Check>
                      <Due one={one} />
                      <Open one={one} />
                    </li>
                  ))}
                </ul>
              </Group>
            ))}
          </>
        )
      }
    </QueryState>
  );
}

function Due({ one }: { one: Unled }) {
  const today = useToday();
  if (one.kind === 'kpi') return <span className="q2">KPI</span>;
  if (!one.end) return <span className="q2">{one.when ? `“${one.when}”` : 'no date'}</span>;
  return (
    <span className="q2">
      {formatDayNear(one.end, today)} {one.daysLate ? <b>{count(one.daysLate, 'day')} late</b> : null}
    </span>
  );
}

function Open({ one }: { one: Unled }) {
  const label = `Open ${one.ref ?? one.text}`;
  return one.kind === 'action' && one.planId ? (
    <Link
      to="/plans/$planId"
      params={{ planId: one.planId }}
      search={{ action: one.id }}
      className="hit"
      aria-label={label}
    >
      Open
    </Link>
  ) : (
    <Link to="/kpis/$kpiId" params={{ kpiId: one.id }} className="hit" aria-label={label}>
      Open
    </Link>
  );
}

/** Who is to lead what is chosen. */
function Assign({ picked, onDone }: { picked: readonly Unled[]; onDone: () => void }) {
  const trpc = useTRPC();
  const people = usePeople();
  const [personId, setPersonId] = useState<string | null>(null);
  const name = personId ? (people.get(personId)?.name ?? '') : '';
  const assign = useMutation(
    trpc.people.assign.mutationOptions({
      onSuccess: ({ assigned }) => {
        say(`${name} leads ${assigned} more.`);
        onDone();
      },
    }),
  );
  const of = (kind: Unled['kind']) => picked.filter((one) => one.kind === kind).map(({ id }) => id);
  return (
    <div className="assign">
      <PersonChoice label="Who is to lead them" value={personId} onChange={setPersonId} />
      <Button
        look="primary"
        isPending={assign.isPending}
        isDisabled={personId === null || picked.length === 0}
        onPress={() => {
          if (personId) assign.mutate({ personId, actionIds: of('action'), kpiIds: of('kpi') });
        }}
      >
        {picked.length === 0 ? 'Give them a lead' : `Give ${picked.length} to ${name || 'a lead'}`}
      </Button>
      <span className="sm q2">
        {picked.length === 0
          ? 'Choose what to give below.'
          : personId === null
            ? 'Choose who is to lead them.'
            : `${count(picked.length, 'chosen', 'chosen')}.`}
      </span>
      {assign.isError ? <Problem title="No lead was named." error={assign.error} /> : null}
    </div>
  );
}
