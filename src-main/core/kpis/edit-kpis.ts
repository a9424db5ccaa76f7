import type { ReadDb } from '#db/handles.ts';
import { kpisIn, lastKpiPosition, kpiNarratives as narrativesOf } from '#db/queries/kpis-read.ts';
import { planHead } from '#db/queries/plans-list.ts';
import { lastPosition, sectionPlace } from '#db/queries/plans-order.ts';
import { removeKpiRows } from '#db/queries/plans-remove.ts';
import { readSettings } from '#db/queries/settings.ts';
import { periodToColumns } from '#db/records.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { kpiNarratives, kpis } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Kpi } from '#shared/contract/register.ts';
import { periodKey } from '#shared/domain/kpi-standing.ts';
import { readLeads } from '#shared/domain/leads.ts';
import { readPeriod } from '#shared/domain/periods.ts';
import { peopleFinder } from '../people/find-people.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { shortened } from '../plans/labels.ts';
import { noPlan } from '../plans/read-plans.ts';
import { writeLeads } from '../plans/write-parts.ts';
import { noKpi } from './read-kpis.ts';

const step = 1_024;

export type NewKpi = {
  planId: string | null;
  sectionId: string | null;
  name: string;
  ref: string | null;
  unit: string | null;
};

/** Adds a KPI behind all others. A section brings its plan with it. Gives the id. */
export function addKpi({ app, register }: Doing, o: NewKpi): string {
  const id = app.options.newId();
  const planId = placeOf(register.db, o);
  register.act({ kind: 'edit', label: `New KPI ${nameOf(o)}` }, (tx) =>
    insertRow(tx, kpis, {
      id,
      planId,
      sectionId: o.sectionId,
      position: lastPosition(tx, 'kpis') + step,
      ref: o.ref?.trim() || null,
      name: o.name.trim(),
      unit: o.unit?.trim() || null,
      details: [],
    }),
  );
  return id;
}

function placeOf(db: ReadDb, { planId, sectionId }: NewKpi): string | null {
  const section = sectionId === null ? undefined : sectionPlace(db, sectionId);
  if (sectionId !== null && (!section || (planId !== null && section.planId !== planId))) {
    throw new AppError('not-found', 'This section is no longer in the plan. Look at the plan again.');
  }
  const plan = section?.planId ?? planId;
  if (plan !== null && !planHead(db, plan)) throw noPlan();
  return plan;
}

export type KpiPatch = {
  kpiId: string;
  name?: string;
  ref?: string | null;
  unit?: string | null;
  polarity?: Kpi['polarity'];
  dataSource?: string | null;
  /** As typed; read as a cell of leads is. */
  owners?: string;
  tolerance?: number | null;
};

/** Changes what a KPI is. A new tolerance holds for figures entered from now on: the past keeps its colour. */
export function editKpi({ app, register }: Doing, { kpiId, owners, ...patch }: KpiPatch): void {
  const kpi = kpiNamed(register.db, kpiId);
  register.act({ kind: 'edit', label: `Definition of ${nameOf({ ...kpi, ...patch })}` }, (tx) => {
    updateRow(tx, kpis, kpiId, patch);
    if (owners === undefined) return;
    const { newId } = app.options;
    const read = readLeads(owners);
    writeLeads({ tx, newId }, { kpiId }, peopleFinder(tx, newId).settle(read));
  });
}

export function removeKpi({ register }: Doing, kpiId: string): void {
  const kpi = kpiNamed(register.db, kpiId);
  register.act({ kind: 'edit', label: `Deletion of KPI ${nameOf(kpi)}` }, (tx) => removeKpiRows(tx, [kpiId]));
}

export type Narrative = {
  kpiId: string;
  period: string;
  behind: string;
  doing: string;
  by: string | null;
  on: string | null;
};

/** What is behind the figures of a period and what will be done: one narrative a period; empty takes it out. */
export function setNarrative({ app, register }: Doing, o: Narrative): void {
  const kpi = kpiNamed(register.db, o.kpiId);
  const period = readPeriod(o.period, readSettings(register.db).financialYearStart);
  if (period.label === '') {
    throw new AppError('wrong-use', 'A narrative needs its period, such as July to September 2010.');
  }
  const words = { behind: o.behind.trim(), doing: o.doing.trim(), by: o.by, on: o.on };
  register.act({ kind: 'edit', label: `Narrative of ${nameOf(kpi)} for ${period.label}` }, (tx) => {
    const before = narrativesOf(tx, o.kpiId).find((one) => periodKey(one.period) === periodKey(period));
    if (words.behind === '' && words.doing === '') {
      if (before) deleteRow(tx, kpiNarratives, before.id);
    } else if (before) {
      updateRow(tx, kpiNarratives, before.id, words);
    } else {
      insertRow(tx, kpiNarratives, {
        id: app.options.newId(),
        kpiId: o.kpiId,
        position: lastKpiPosition(tx, 'narratives', o.kpiId) + step,
        ...periodToColumns(period),
        ...words,
      });
    }
  });
}

function kpiNamed(db: ReadDb, kpiId: string): Kpi {
  const [placed] = kpisIn(db, { in: 'ids', ids: [kpiId] });
  if (!placed) throw noKpi();
  return placed.kpi;
}

function nameOf({ ref, name }: { ref: string | null; name: string }): string {
  return ref ?? shortened(name, 48);
}
