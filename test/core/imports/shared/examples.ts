import { type Brought, beginning, type Checks, folded, wordsOf } from './checks.ts';
import type { Notes } from './plan-seeds.ts';

/** The notes of a careful reader on found documents: a quarterly return, a large workbook, an old table of figures. */

export function checkQuarterlyReturn(to: Checks, { register }: Brought, notes: Notes): void {
  const [table] = notes.tables;
  to.same('kpis', register.kpis.length, table.importRows);
  table.spotChecks.forEach((spot: Notes, at: number) => {
    const kpi =
      beginning(register.kpis, (one) => `${one.ref ?? ''} ${one.name}`, spot.values.Indicator) ??
      register.kpis[at];
    to.sameText(`spot ${at} name`, `${kpi?.ref ?? ''} ${kpi?.name ?? ''}`, spot.values.Indicator);
    const values = register.kpiValues.filter((one) => one.kpiId === kpi?.id);
    for (const [column, text] of Object.entries(spot.values as Record<string, string>)) {
      const quarter = /^(Target|ActualOutput)_Q(\d)$/.exec(column);
      const year = /^(AnnualTarget|Preliminary)_/.exec(column)?.[1];
      if (quarter !== null) {
        const role = quarter[1] === 'Target' ? 'target' : 'actual';
        const value = values.find(
          (one) =>
            one.role === role &&
            one.period.start?.slice(5) === starts[Number(quarter[2])] &&
            one.period.end !== null &&
            monthsOf(one.period) === 3,
        );
        to.sameText(`spot ${at} ${column}`, value?.text, text);
      } else if (year !== undefined) {
        const role = year === 'AnnualTarget' ? 'target' : 'actual';
        const whole = values.filter((one) => one.role === role && monthsOf(one.period) === 12);
        to.same(
          `spot ${at} ${column}`,
          whole.some((one) => folded(one.text) === folded(text)),
          true,
        );
      } else to.says(`spot ${at} ${column}`, JSON.stringify([kpi, register.plans]), text);
    }
  });
}
const starts: Readonly<Record<number, string>> = { 1: '04-01', 2: '07-01', 3: '10-01', 4: '01-01' };

function monthsOf({ start, end }: { start: string | null; end: string | null }): number | null {
  if (start === null || end === null) return null;
  return Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000 / 30.4);
}

export function checkLargeReturn(to: Checks, { register, result }: Brought, notes: Notes): void {
  const [, projects, risks, outputs] = notes.tables;
  const on = (sheet: string) => register.actions.filter((one) => one.source?.where.startsWith(sheet));
  to.same('projects', on('3 - ').length, projects.importRows);
  to.same('risks', on('7 - ').length, risks.importRows);
  to.same(
    'outputs',
    register.kpis.filter((one) => one.source?.where.startsWith('5 - ')).length,
    outputs.importRows,
  );
  // Other sheets may hold figures of their own, but nothing comes from hidden ones.
  const sources = [...register.actions, ...register.kpis].map((one) => one.source?.where ?? '');
  to.same(
    'sheets',
    sources.every((where) => /^\d/.test(where)),
    true,
  );
  const record = (sheet: string, row: number) =>
    register.actions.find(
      (one) => one.source?.where.startsWith(sheet) && Number(/(\d+)$/.exec(one.source.where)?.[1]) === row,
    );
  projects.spotChecks.forEach(({ row, values }: Notes) => {
    const action = record('3 - ', row);
    const all = JSON.stringify([action, register.progress.filter((one) => one.actionId === action?.id)]);
    to.sameText(`project ${row} name`, action?.text, values.project);
    to.same(`project ${row} ref`, action?.ref, values.ref);
    to.same(`project ${row} start`, action?.timescale?.start, values.start.iso);
    to.same(`project ${row} due`, action?.timescale?.end?.slice(0, 7), values.due.iso.slice(0, 7));
    to.says(`project ${row} words`, all, [
      values.status,
      values.deliveryRag.shown,
      values.spendRag.shown,
      values.riskRag.shown,
    ]);
  });
  risks.spotChecks.forEach(({ row, values }: Notes) => {
    const action = record('7 - ', row);
    to.sameText(`risk ${row} name`, action?.text, values.name);
    to.says(`risk ${row} words`, JSON.stringify(action), [
      values.category,
      values.preImpact,
      values.preScore.shown,
      values.postScore.shown,
      values.lead,
    ]);
    to.same(
      `risk ${row} lead`,
      action?.leads.map((lead) => lead.text),
      [values.lead],
    );
  });
  outputs.spotChecks.forEach(({ row, values }: Notes) => {
    const kpi = register.kpis.find(
      (one) => one.source?.where.startsWith('5 - ') && Number(/(\d+)$/.exec(one.source.where)?.[1]) === row,
    );
    to.sameText(`output ${row} name`, kpi?.name, values.kpiName);
    to.sameText(`output ${row} unit`, kpi?.unit, values.unit);
    const figures = register.kpiValues.filter((one) => one.kpiId === kpi?.id);
    for (const half of ['H1', 'H2'] as const) {
      const wanted = values[`2020/21 ${half}`];
      const found = figures.filter(
        (one) => one.period.start?.startsWith('2020') && monthsOf(one.period) === 6,
      );
      to.same(`output ${row} ${half}`, found[half === 'H1' ? 0 : 1]?.number, wanted.number);
    }
    // A sum over all periods is of no period: a figure or a detail beside them.
    const { shown, number } = values.grandTotal;
    const total =
      figures.some((one) => one.number === number) || kpi?.details.some((one) => one.text === shown);
    to.same(`output ${row} total`, total, true);
  });
  to.same('lost', result.files[0]?.reconciliation.lost, 0);
}

export function checkOldFigures(to: Checks, { register }: Brought, notes: Notes): void {
  const [table] = notes.tables;
  to.same('kpis', register.kpis.length, table.importRows);
  const rowOf = (where: string | undefined) => Number(/(\d+)$/.exec(where ?? '')?.[1]);
  const valuesAt = (row: number) => register.kpiValues.filter((one) => rowOf(one.source?.where) === row);
  to.same(
    'rows with figures',
    table.dataRowNumbers.filter((row: number) => valuesAt(row).length === 0),
    [],
  );
  for (const [row, name] of Object.entries(table.namesExpected as Record<string, string>)) {
    const value = valuesAt(Number(row.slice(3)))[0];
    const kpi = register.kpis.find((one) => one.id === value?.kpiId);
    to.same(`${row} name`, wordsOf(`${kpi?.ref ?? ''} ${kpi?.name ?? ''}`), wordsOf(name));
  }
  table.spotChecks.forEach(({ row, values }: Notes) => {
    const found = valuesAt(row);
    const text = (one: unknown) =>
      typeof one === 'object' && one !== null ? (one as { shown: string }).shown : String(one);
    const baseline = found.find((one) => one.role === 'baseline');
    to.sameText(`row ${row} baseline`, baseline?.text, text(values.baseline));
    const target = found.find((one) => one.role === 'target');
    to.sameText(`row ${row} target`, target?.text, text(values.target2010));
    for (const year of ['1998', '2001', '2004', '2007'])
      to.sameText(
        `row ${row} ${year}`,
        found.find((one) => one.role === 'actual' && one.period.label.includes(year))?.text,
        text(values[year]),
      );
  });
}
