import type { ReadDb } from '#db/handles.ts';
import { allDuties, answerable, answersOfDuties } from '#db/queries/duties.ts';
import { find } from '#db/search.ts';
import type { DutyAnswerShown, DutyView } from '#shared/contract/duties.ts';

/** Every duty with what answers it: those that nothing answers first, within that in reading order. */
export function readDuties(db: ReadDb): DutyView[] {
  const answers = answersOfDuties(db);
  const duties = allDuties(db).map((duty) => ({ ...duty, answers: answers.get(duty.id) ?? [] }));
  return [
    ...duties.filter((duty) => duty.answers.length === 0),
    ...duties.filter((duty) => duty.answers.length > 0),
  ];
}

/** How many are looked through, and how many shown. */
const looked = 60;
const most = 12;

/** What may answer a duty and holds the words. */
export function candidates(db: ReadDb, text: string): Omit<DutyAnswerShown, 'said'>[] {
  if (text.trim() === '') return [];
  const seen = new Set<string>();
  return find(db, text, looked)
    .flatMap(({ kind, id, actionId }) => {
      const meant =
        kind === 'measure' || kind === 'progress'
          ? { kind: 'action' as const, id: actionId }
          : kind === 'action' || kind === 'section' || kind === 'kpi'
            ? { kind, id }
            : null;
      if (!meant?.id || seen.has(meant.id)) return [];
      seen.add(meant.id);
      return answerable(db, meant.kind, meant.id) ?? [];
    })
    .slice(0, most);
}
