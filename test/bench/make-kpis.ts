import { inChangeSet } from '#db/change-log.ts';
import { openRegister } from '#db/open.ts';
import { insertRows } from '#db/rows.ts';
import * as schema from '#db/schema/index.ts';
import { addDays, addMonths, monthNames } from '#shared/domain/dates.ts';
import { clockFrom, idsFrom } from '../core/office.ts';
import { wordsFrom } from './words.ts';

export type ManyKpis = {
  readonly path: string;
  readonly ids: readonly string[];
  /** The first day of the first month. */
  readonly from: string;
};

/** KPIs with a target and an actual for each month of some years until October of the last, as one import. */
export function makeKpis(
  path: string,
  o: { kpis: number; years: number; to: number },
  backupsDir: string,
): ManyKpis {
  const newId = idsFrom(1);
  const now = clockFrom('2014-11-01T09:00:00.000Z');
  const words = wordsFrom(7);
  const register = openRegister(path, { now, newId, backupsDir, programVersion: '0.0.0', create: true });
  const from = `${o.to - o.years}-11-01`;
  const ids: string[] = [];
  try {
    const act = { id: newId(), at: now(), kind: 'import', label: 'Many KPIs' };
    inChangeSet(register.db, act, (tx) => {
      const planId = newId();
      insertRows(tx, schema.plans, [{ id: planId, position: 1, kind: 'plan', title: 'Delivery plan' }]);
      for (let index = 0; index < o.kpis; index += 1) {
        const kpiId = newId();
        ids.push(kpiId);
        insertRows(tx, schema.kpis, [
          {
            id: kpiId,
            planId,
            position: index,
            ref: `K ${index + 1}`,
            name: words.sentence(),
            polarity: 'up',
            unit: '%',
            frequency: 'month',
            tolerance: 2,
            details: [],
          },
        ]);
        const rows = Array.from({ length: o.years * 12 }, (_, month) => {
          const start = addMonths(from, month);
          const period = {
            periodLabel: `${monthNames[Number(start.slice(5, 7)) - 1]} ${start.slice(0, 4)}`,
            periodStart: start,
            periodEnd: addDays(addMonths(start, 1), -1),
          };
          return (['actual', 'target'] as const).map((role, place) => {
            const number = 40 + words.upTo(400) / 10;
            return {
              id: newId(),
              kpiId,
              position: month * 2 + place,
              role,
              ...period,
              number,
              text: String(number),
              provisional: false,
              tolerance: 2,
            };
          });
        }).flat();
        insertRows(tx, schema.kpiValues, rows);
      }
    });
    return { path, ids, from };
  } finally {
    register.close();
  }
}
