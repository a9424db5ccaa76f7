import { inChangeSet } from '#db/change-log.ts';
import type { WriteDb } from '#db/handles.ts';
import { openRegister } from '#db/open.ts';
import { timescaleToColumns } from '#db/records.ts';
import { insertRows } from '#db/rows.ts';
import * as schema from '#db/schema/index.ts';
import { addDays } from '#shared/domain/dates.ts';
import { lookOf, type State, states } from '#shared/domain/states.ts';
import { readTimescale } from '#shared/domain/timescales.ts';
import { clockFrom, idsFrom } from '../core/office.ts';
import { wordsFrom } from './words.ts';

export type Size = {
  /** Actions of the one large plan. */
  largePlan: number;
  /** Further plans of 200 actions each. */
  plans: number;
  /** KPIs with twelve figures each. */
  kpis: number;
};

/** About 100,000 rows: one plan of 20,000 actions, ten others, and 500 KPIs. */
export const hundredThousandRows: Size = { largePlan: 20_000, plans: 10, kpis: 500 };

export type Made = { path: string; largePlanId: string; rows: number };

/** Writes a register of the size as one import of the same words at every run. */
export function makeRegister(path: string, size: Size, backupsDir: string): Made {
  const newId = idsFrom(1);
  const now = clockFrom('2010-04-19T09:00:00.000Z');
  const register = openRegister(path, { now, newId, backupsDir, programVersion: '0.0.0', create: true });
  try {
    let largePlanId = '';
    const act = { id: newId(), at: now(), kind: 'import', label: 'A large register' };
    inChangeSet(register.db, act, (tx) => {
      const maker = makerOn(tx, newId);
      largePlanId = maker.plan('Large delivery plan', size.largePlan);
      for (let number = 1; number <= size.plans; number++) maker.plan(`Plan ${number}`, 200);
      maker.kpis(largePlanId, size.kpis);
    });
    const rows = register.db.raw.prepare('SELECT count(*) FROM changes').pluck().get() as number;
    return { path, largePlanId, rows };
  } finally {
    register.close();
  }
}

function makerOn(tx: WriteDb, newId: () => string) {
  const words = wordsFrom(7);
  const people = Array.from({ length: 60 }, (_, index) => ({
    id: newId(),
    position: index,
    kind: 'person' as const,
    name: `${words.person()} ${index}`,
  }));
  insertRows(tx, schema.people, people);
  const whens = ['By March 2011', 'Ongoing', '30 September 2010', 'Spring 2011', 'From 2009', '2010-11'].map(
    (text) => timescaleToColumns(readTimescale(text)),
  );

  function lead(owner: { actionId: string } | { measureId: string }) {
    const person = words.pick(people);
    return { id: newId(), ...owner, position: 1, text: person.name, personId: person.id };
  }

  return {
    plan(title: string, count: number): string {
      const planId = newId();
      insertRows(tx, schema.plans, [{ id: planId, position: 1, kind: 'delivery plan', title }]);
      const sections = Array.from({ length: Math.max(1, Math.ceil(count / 40)) }, (_, index) => ({
        id: newId(),
        planId,
        position: (index + 1) * 1_024,
        kind: 'priority' as const,
        ref: String(index + 1),
        title: words.sentence(),
        bullets: [],
        details: [],
      }));
      insertRows(tx, schema.sections, sections);
      for (let index = 0; index < count; index++) {
        const actionId = newId();
        const state: State | null = words.upTo(4) === 0 ? null : words.pick(states);
        const section = sections[Math.floor(index / 40)];
        insertRows(tx, schema.actions, [
          {
            id: actionId,
            planId,
            sectionId: section?.id,
            position: (index + 1) * 1_024,
            ref: `${section?.ref}.${(index % 40) + 1}`,
            text: words.sentence(),
            bullets: [],
            details: [],
            ...words.pick(whens),
            statusState: state,
            statusLabel: state && lookOf(state).label,
            comment: words.upTo(3) === 0 ? words.sentence() : null,
          },
        ]);
        const measureId = newId();
        insertRows(tx, schema.measures, [{ id: measureId, actionId, position: 1, text: words.sentence() }]);
        insertRows(tx, schema.leads, [lead({ actionId })]);
        if (words.upTo(4) === 0) insertRows(tx, schema.leads, [lead({ measureId })]);
        if (!state) continue;
        insertRows(tx, schema.progress, [
          {
            id: newId(),
            actionId,
            position: 1,
            on: addDays('2010-04-01', words.upTo(190)),
            statusState: state,
            statusLabel: lookOf(state).label,
            text: words.sentence(),
            by: words.person(),
          },
        ]);
      }
      return planId;
    },

    kpis(planId: string, count: number): void {
      for (let index = 0; index < count; index++) {
        const kpiId = newId();
        insertRows(tx, schema.kpis, [
          {
            id: kpiId,
            planId,
            position: index,
            ref: `BM ${index}`,
            name: words.sentence(),
            polarity: 'up',
            details: [],
          },
        ]);
        for (let year = 0; year < 6; year++) {
          const period = {
            periodLabel: `20${String(5 + year).padStart(2, '0')}-${String(6 + year).padStart(2, '0')}`,
            periodStart: `${2005 + year}-04-01`,
            periodEnd: `${2006 + year}-03-31`,
          };
          for (const role of ['actual', 'target'] as const) {
            const number = 40 + words.upTo(400) / 10;
            insertRows(tx, schema.kpiValues, [
              {
                id: newId(),
                kpiId,
                position: year,
                role,
                ...period,
                number,
                text: String(number),
                provisional: false,
              },
            ]);
          }
        }
      }
    },
  };
}
