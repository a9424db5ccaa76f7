import type { WriteDb } from '#db/handles.ts';
import { officerToColumns } from '#db/meeting-columns.ts';
import { positionAfterLast } from '#db/queries/meetings-write.ts';
import { keyOf, planHead } from '#db/queries/plans-list.ts';
import { readSettings } from '#db/queries/settings.ts';
import { insertRow } from '#db/rows.ts';
import { owedReports } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { TrackAs } from '#shared/contract/resolutions.ts';
import type { PeopleFinder } from '../people/find-people.ts';
import { insertEmptyAction, placesFor } from '../plans/add-rows.ts';
import { readDraft, writeDraft } from '../plans/draft.ts';
import { linkResolver } from '../plans/resolve-links.ts';

/** A resolution becomes an action of a plan, or a report that is owed, inside the act that keeps it. */

export type Tracker = { tx: WriteDb; newId: () => string; people: () => PeopleFinder; today: string };

/** Adds the action as it would be typed in the plan; gives its id. */
export function trackAsAction(t: Tracker, track: Extract<TrackAs, { as: 'action' }>): string {
  const { tx, newId, today } = t;
  const head = planHead(tx, track.planId);
  if (!head) {
    throw new AppError('not-found', 'The plan for this action is no longer in the register. Choose another.');
  }
  const place = { planId: track.planId, sectionId: track.sectionId, afterActionId: null };
  const [position = 0] = placesFor(tx, place, 1);
  const id = newId();
  const empty = insertEmptyAction(tx, { id, position, ...place });
  const period =
    head.periodLabel === null
      ? null
      : { label: head.periodLabel, start: head.periodStart, end: head.periodEnd };
  const rules = {
    key: keyOf(tx, track.planId),
    yearStartMonth: readSettings(tx).financialYearStart,
    period,
  };
  const cells = [
    { field: 'text' as const, text: track.text },
    { field: 'leads' as const, text: track.leads },
    { field: 'timescale' as const, text: track.when },
  ].filter(({ text }) => text.trim() !== '');
  const draft = readDraft(empty, cells, rules, []);
  writeDraft({ tx, newId, today, people: t.people(), links: linkResolver(tx, track.planId) }, draft);
  return id;
}

/** Gives the id of the report owed. */
export function trackAsReport(
  { tx, newId, people }: Tracker,
  resolutionId: string | null,
  track: Omit<Extract<TrackAs, { as: 'report' }>, 'as'>,
): string {
  const id = newId();
  const { officer, ...columns } = track;
  const text = officer?.trim() || null;
  insertRow(tx, owedReports, {
    id,
    resolutionId,
    position: positionAfterLast(tx, 'owed'),
    ...columns,
    ...officerToColumns(text === null ? null : { text, personId: people().find(text) }),
  });
  return id;
}
