import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTRPCClient } from '../../client/trpc.ts';
import { say } from '../../shell/foot.tsx';
import type { PlanFilter } from './plan-filter.ts';
import { type KeptLook, type PlanLook, readLook, type SavedView, usualLook } from './plan-look.ts';

/** A column is drawn wider in a hundred small steps: only where it rests is kept. */
const restMs = 400;

export const lookName = (planId: string) => `plan:${planId}`;

/** How this viewer looks at a plan, and its saved views; kept on this machine and there again after a restart. */
export function usePlanLook(planId: string, kept: string | null) {
  const client = useTRPCClient();
  const [state, setState] = useState<KeptLook>(() => readLook(kept));
  const waiting = useRef<{ timer: number; value: string } | null>(null);
  const flush = useCallback(() => {
    const now = waiting.current;
    if (!now) return;
    window.clearTimeout(now.timer);
    waiting.current = null;
    client.choices.set.mutate({ name: lookName(planId), value: now.value }).catch(() => {
      say('How you look at this plan could not be kept on this computer. It holds until you close the plan.');
    });
  }, [client, planId]);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);
  const update = useCallback(
    (next: (before: KeptLook) => KeptLook) =>
      setState((before) => {
        const after = next(before);
        if (waiting.current) window.clearTimeout(waiting.current.timer);
        waiting.current = { timer: window.setTimeout(flush, restMs), value: JSON.stringify(after) };
        return after;
      }),
    [flush],
  );
  const setLook = useCallback(
    (change: Partial<PlanLook>) => update(({ look, views }) => ({ look: { ...look, ...change }, views })),
    [update],
  );
  const { look, views } = state;
  return useMemo(
    () => ({
      look,
      views,
      setLook,
      setWidth: (key: string, width: number) =>
        update((before) => ({
          ...before,
          look: { ...before.look, widths: { ...before.look.widths, [key]: width } },
        })),
      /** The columns as they were at first; groups and order stay. */
      resetColumns: () => {
        const { order, hidden, frozen, widths } = usualLook;
        setLook({ order, hidden, frozen, widths });
      },
      /** Keeps a view under a name; one that has it already is replaced. */
      saveView: (name: string, filter: PlanFilter) =>
        update((before) => ({
          ...before,
          views: [
            ...before.views.filter((one) => one.name !== name),
            { name, look: before.look, filter },
          ].sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
        })),
      dropView: (name: string) =>
        update((before) => ({ ...before, views: before.views.filter((one) => one.name !== name) })),
    }),
    [look, views, setLook, update],
  );
}

export type PlanLooks = ReturnType<typeof usePlanLook>;
export type { SavedView };
