import type { KpiChange } from '../contract/kpi-records.ts';
import type { Progress, RegisterContent } from '../contract/register.ts';
import { formatDay } from './dates.ts';
import type { Change } from './difference-fields.ts';

/**
 * What one act did is told once: a status with the update that gave it, a KPI that is measured otherwise with the words
 * in which that was said. `changes` as they are, but those told with another, which then says why.
 */
export function foldReasons(changes: readonly Change[], after: RegisterContent): Change[] {
  const added = new Map(changes.filter(isNewRecord).map((one) => [one.id, one]));
  const folded = new Set<Change>();
  const fold = (into: Change, from: Change, why: string | null): Change => {
    folded.add(from);
    const { list, was, is } = from.held;
    return {
      ...into,
      ...(why && { why, words: `${into.words} (${why})` }),
      held: { ...into.held, parts: [...into.held.parts, { list, was, is }] },
    };
  };
  const updateOf = givingUpdates(changes, after);
  const reasonOf = latestReasons(added);
  const told = changes.map((one) => {
    if (isStatusOfAction(one)) {
      const update = updateOf.get(one.id);
      const from = update && added.get(update.id);
      return update && from ? fold(one, from, updateWords(update)) : one;
    }
    if (one.held.list !== 'kpis' || one.kind !== 'measure-changed') return one;
    const from = reasonOf.get(one.id);
    if (!from || folded.has(from)) return one;
    return fold(one, from, from.after);
  });
  return told.filter((one) => !folded.has(one));
}

const isNewRecord = ({ held }: Change) => held.was === null && held.is !== null;
const isStatusOfAction = ({ record, kind, field }: Change) =>
  record === 'action' && kind === 'status-changed' && field === 'status';

/** Of each action whose status is another: the last update that gave it the status that it has. */
function givingUpdates(changes: readonly Change[], after: RegisterContent): ReadonlyMap<string, Progress> {
  const statusOf = new Map(
    changes.filter(isStatusOfAction).map((one) => [one.id, (one.held.is as { status?: unknown }).status]),
  );
  const corrected = new Set(after.progress.map(({ correctsId }) => correctsId));
  const giving = new Map<string, Progress>();
  for (const update of after.progress) {
    const status = statusOf.get(update.actionId ?? '') as Progress['status'] | undefined;
    if (!update.actionId || !status || !update.status || corrected.has(update.id)) continue;
    if (update.status.state === status.state && update.status.label === status.label)
      giving.set(update.actionId, update);
  }
  return giving;
}

/** Of each KPI the last new entry of what it measures. */
function latestReasons(added: ReadonlyMap<string, Change>): ReadonlyMap<string, Change> {
  const latest = new Map<string, Change>();
  for (const one of added.values())
    if (one.held.list === 'kpiChanges') latest.set((one.held.is as unknown as KpiChange).kpiId, one);
  return latest;
}

/** “Solicitor has queried the wording”, Jean Whitlock, 28 September 2010 */
const updateWords = ({ text, by, on }: Progress): string | null =>
  [text && `“${text}”`, by, on && formatDay(on)].filter(Boolean).join(', ') || null;
