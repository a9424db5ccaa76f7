import type { z } from 'zod';
import { dutyAnswerIds, idsThere, lastAnswerPosition, measuresOf } from '#db/queries/kpi-links.ts';
import { lastKpiPosition, kpiNarratives as narrativesOf } from '#db/queries/kpis-read.ts';
import { readSettings } from '#db/queries/settings.ts';
import { periodToColumns } from '#db/records.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { dutyAnswers, kpiJudgements, kpiNarratives, measures } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { kpisContract } from '#shared/contract/kpis.ts';
import type { Period } from '#shared/contract/register.ts';
import { periodKey } from '#shared/domain/kpi-standing.ts';
import { readPeriod } from '#shared/domain/periods.ts';
import { lookOf } from '#shared/domain/states.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { kpiNamed, nameOf } from './kpi-named.ts';

/** What people say of a KPI's figures: narratives, statuses by judgement, what it answers. */

const step = 1_024;

function periodNamed({ register }: Doing, text: string, what: string): Period {
  const { financialYearStart, academicYearStart } = readSettings(register.db);
  const period = readPeriod(text, financialYearStart, { academicStartMonth: academicYearStart });
  if (period.label !== '') return period;
  throw new AppError('wrong-use', `${what} needs its period, such as July to September 2010.`);
}

/** What the figures of a period say, what is behind them and what will be done: one narrative a period; empty takes it out. */
export function setNarrative(doing: Doing, o: z.infer<typeof kpisContract.setNarrative.input>): void {
  const { app, register } = doing;
  const kpi = kpiNamed(register.db, o.kpiId);
  const period = periodNamed(doing, o.period, 'A narrative');
  const label = `Narrative of ${nameOf(kpi)} for ${period.label}`;
  register.act({ kind: 'edit', label }, (tx) => {
    const before = narrativesOf(tx, o.kpiId).find((one) => periodKey(one.period) === periodKey(period));
    const told = (text: string | undefined, was: string | undefined) =>
      (text === undefined ? was : text.trim()) || null;
    const words = {
      says: told(o.says, before?.says),
      behind: o.behind.trim(),
      doing: o.doing.trim(),
      byWhen: told(o.byWhen, before?.byWhen),
      help: told(o.help, before?.help),
      by: o.by,
      on: o.on,
    };
    const { says, behind, doing: planned, byWhen, help } = words;
    if (!says && !behind && !planned && !byWhen && !help) {
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

/** A status by judgement, dated and with its reason, added to those before it. */
export function judge(doing: Doing, o: z.infer<typeof kpisContract.judge.input>): void {
  const { app, register } = doing;
  const kpi = kpiNamed(register.db, o.kpiId);
  const period = periodNamed(doing, o.period, 'A status');
  const reason = o.reason.trim();
  if (reason === '') throw new AppError('wrong-use', 'A status by judgement needs its reason.');
  const state = o.state === null ? 'by the rules again' : lookOf(o.state).label.toLowerCase();
  const label = `Status of ${nameOf(kpi)} for ${period.label}: ${state}`;
  register.act({ kind: 'edit', label }, (tx) =>
    insertRow(tx, kpiJudgements, {
      id: app.options.newId(),
      kpiId: o.kpiId,
      position: lastKpiPosition(tx, 'judgements', o.kpiId) + step,
      ...periodToColumns(period),
      state: o.state,
      reason,
      by: o.by?.trim() || null,
      on: o.on ?? app.options.today(),
    }),
  );
}

/** Which duties and measures a KPI answers: what is named is linked, what is not named any more is not. */
export function setLinks({ app, register }: Doing, o: z.infer<typeof kpisContract.setLinks.input>): void {
  const kpi = kpiNamed(register.db, o.kpiId);
  const gone = [
    o.dutyIds && o.dutyIds.length > idsThere(register.db, 'duties', o.dutyIds).size,
    o.measureIds && o.measureIds.length > idsThere(register.db, 'measures', o.measureIds).size,
  ];
  if (gone.includes(true)) {
    throw new AppError('not-found', 'One of these is no longer in the register. Open the list again.');
  }
  register.act({ kind: 'edit', label: `Links of ${nameOf(kpi)}` }, (tx) => {
    if (o.dutyIds) {
      const wanted = new Set<string>(o.dutyIds);
      for (const { id, dutyId } of dutyAnswerIds(tx, o.kpiId)) {
        if (!wanted.delete(dutyId)) deleteRow(tx, dutyAnswers, id);
      }
      let position = lastAnswerPosition(tx);
      for (const dutyId of wanted) {
        position += step;
        insertRow(tx, dutyAnswers, { id: app.options.newId(), dutyId, kpiId: o.kpiId, position });
      }
    }
    if (o.measureIds) {
      const wanted = new Set<string>(o.measureIds);
      for (const { id } of measuresOf(tx, o.kpiId)) {
        if (!wanted.delete(id)) updateRow(tx, measures, id, { kpiId: null });
      }
      for (const id of wanted) updateRow(tx, measures, id, { kpiId: o.kpiId });
    }
  });
}
