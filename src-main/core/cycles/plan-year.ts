import { lastMeetingPosition } from '#db/queries/cycles.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { bodies, meetings } from '#db/schema/index.ts';
import { count } from '#shared/domain/words.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { step } from '../plans/positions.ts';
import { mustBody, titleOf } from './propose-year.ts';

export type YearToPlan = {
  bodyId: string;
  words: string | null;
  groups: readonly string[] | null;
  state: 'proposed' | 'planned';
  startTime: string | null;
  lengthMinutes: number | null;
  place: string | null;
  meetings: readonly { group: string | null; on: string; papersOn: string | null }[];
};

/**
 * Puts the dates of a year into the register as one act. Those of one cluster are one series, known by its id from then
 * on; words and clusters that were given become the body's own.
 */
export function planYear({ app, register }: Doing, year: YearToPlan): string[] {
  const body = mustBody(register.db, year.bodyId);
  const { newId } = app.options;
  const series = new Map<string | null, string>();
  const rows = [...year.meetings]
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ group, on, papersOn }) => {
      const seriesId = series.get(group) ?? newId();
      series.set(group, seriesId);
      return {
        id: newId(),
        bodyId: body.id,
        title: titleOf(body.name, group),
        heldOn: on,
        place: year.place || null,
        minuteRef: null,
        furtherTo: null,
        state: year.state,
        startTime: year.startTime,
        lengthMinutes: year.lengthMinutes,
        papersOn,
        seriesId,
      };
    });
  const label = `${count(rows.length, 'meeting')} of ${body.name} ${year.state}`;
  register.act({ kind: 'edit', label }, (tx) => {
    updateRow(tx, bodies, body.id, {
      ...(year.words !== null && year.words !== (body.cycle ?? '') && { cycle: year.words || null }),
      ...(year.groups !== null && { groups: year.groups.length > 0 ? [...year.groups] : null }),
    });
    let position = lastMeetingPosition(tx);
    for (const row of rows) {
      position += step;
      insertRow(tx, meetings, { ...row, position });
    }
  });
  return rows.map(({ id }) => id);
}
