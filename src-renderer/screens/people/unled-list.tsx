import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Unled } from '#shared/contract/people.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Check } from '../../components/choices.tsx';
import { Group } from '../../components/group.tsx';
import { Empty } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { formatDayNear } from '../../format/days.ts';
import { count, matches } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { AssignForm } from './assign-form.tsx';

/**
 * Open actions and KPIs that nobody leads, to be given to somebody, one or many at once: Up and Down among them, Space
 * chooses, and typing a name goes to who is to lead them, with the row chosen where none was.
 */
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
  const box = useRef<HTMLDivElement>(null);
  const checks = () => [...(box.current?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])];
  const onKeyDown = (event: KeyboardEvent) => {
    const all = checks();
    const here = all.indexOf(event.target as HTMLInputElement);
    if (here < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      all[here + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    } else if (/^[\p{L}\p{N}]$/u.test(event.key)) {
      const id = (event.target as HTMLElement).closest('li')?.dataset.id;
      if (picked.length === 0 && id) toggle([id], true);
      // The letter itself goes into the field: the focus is there before it is written.
      box.current?.querySelector<HTMLInputElement>('input[role="combobox"]')?.focus();
    }
  };
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
          // The fields inside act; the box only carries the keys between them.
          // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble from the fields inside
          <div ref={box} onKeyDown={onKeyDown}>
            <AssignForm
              picked={picked}
              onDone={() => {
                setChosen(new Set());
                checks()
                  .find((check) => !chosen.has(check.closest('li')?.dataset.id ?? ''))
                  ?.focus();
              }}
            />
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
                    <li key={one.id} data-id={one.id}>
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
          </div>
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
