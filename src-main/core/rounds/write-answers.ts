import type { WriteDb } from '#db/handles.ts';
import { kpiNarratives, kpiRecordsIn, kpisIn, lastKpiPosition } from '#db/queries/kpis-read.ts';
import { planHeads } from '#db/queries/people-led.ts';
import { readSettings } from '#db/queries/settings.ts';
import { periodToColumns, timescaleToColumns } from '#db/records.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { actions, kpiValues, measures, kpiNarratives as narrativeTable } from '#db/schema/index.ts';
import type { FormContent, FormFigure } from '#shared/contract/round-records.ts';
import { periodKey } from '#shared/domain/kpi-standing.ts';
import { unitKindOf } from '#shared/domain/kpi-units.ts';
import { readFigure } from '#shared/domain/numbers.ts';
import { fieldKey, type RoundField, type RowKey, readFieldKey } from '#shared/domain/round-fields.ts';
import { type FormRow, putTogether, readFormStatus, rowsOf } from '#shared/domain/round-form.ts';
import { readTimescale } from '#shared/domain/timescales.ts';
import { recalculate } from '../kpis/recalculate.ts';
import { type FigureWriter, figureAt, putFigure } from '../kpis/write-figure.ts';
import { readRows } from '../plans/read-plans.ts';
import { writeUpdate } from '../plans/write-progress.ts';
import { dayOf } from './parse-form.ts';

/** Writing what a lead said into the register: dated updates, new dates, measures met, figures. */

export type Answers = {
  /** What is written, by field: taken as it stands. */
  readonly values: Readonly<Record<string, string>>;
  /** What the rows are about, as the register has them now. */
  readonly now: FormContent;
  readonly by: { readonly name: string | null; readonly personId: string | null };
  /** The day of the updates, and today. */
  readonly on: string;
  readonly today: string;
  readonly at: string;
  /** The file they come from, and where in it each stands; null for what the officer wrote. */
  readonly source: { readonly fileId: string; readonly where: Readonly<Record<string, string>> } | null;
};

type Writing = Answers & { readonly tx: WriteDb; readonly newId: () => string };
type Said = Partial<Record<RoundField, string>>;

/** Writes all answers within an act. */
export function writeAnswers(tx: WriteDb, newId: () => string, answers: Answers): void {
  const w: Writing = { ...answers, tx, newId };
  const rows = rowsOf(answers.now);
  const said = new Map<RowKey, Said>();
  for (const [key, text] of Object.entries(answers.values)) {
    const read = readFieldKey(key);
    if (read) said.set(read.row, { ...said.get(read.row), [read.field]: text });
  }
  const figures: { figure: FormFigure; key: RowKey; words: Said }[] = [];
  for (const [key, words] of said) {
    const row = rows.get(key);
    if (row?.kind === 'action') writeAction(w, row, words);
    else if (row?.kind === 'measure') writeMeasure(w, row, words);
    else if (row) figures.push({ figure: row.figure, key, words });
  }
  if (figures.length > 0) writeFigures(w, figures);
}

/** The columns that say where in the file something stood; none for what was typed here. */
function sourceOf({ source }: Writing, row: RowKey, fields: readonly RoundField[]) {
  if (!source) return {};
  const cells = fields.flatMap((field): [string, string][] => {
    const place = source.where[fieldKey(row, field)];
    return place === undefined ? [] : [[field === 'words' ? 'text' : field, place]];
  });
  const [first] = cells;
  return first
    ? { sourceFileId: source.fileId, sourceWhere: first[1], sourceCells: Object.fromEntries(cells) }
    : {};
}

function writeAction(w: Writing, row: Extract<FormRow, { kind: 'action' }>, said: Said): void {
  const { id, planId } = row.action;
  const status = said.status === undefined ? null : readFormStatus(said.status, row.labels);
  const text = putTogether({
    words: said.words ?? null,
    share: said.share ?? null,
    help: said.help ?? null,
  });
  const evidence = said.evidence ?? null;
  if (status || text !== '' || evidence !== null) {
    writeUpdate(w, id, {
      on: w.on,
      status: status && { state: status.state, label: status.label },
      text,
      by: w.by.name,
      byPersonId: w.by.personId,
      evidence,
      ...sourceOf(w, row.key, ['words', 'status', 'share', 'help', 'evidence']),
    });
  }
  if (said.date !== undefined) {
    const plan = planHeads(w.tx).find((one) => one.id === planId);
    const [before] = readRows(w.tx, [id], w.today);
    const read = readTimescale(said.date, {
      yearStartMonth: readSettings(w.tx).financialYearStart,
      period: plan?.period ?? null,
    });
    const revisedFrom = before?.timescale ? { ...before.timescale, revisedFrom: null } : null;
    updateRow(
      w.tx,
      actions,
      id,
      timescaleToColumns({ ...read, revisedFrom: read.revisedFrom ?? revisedFrom }),
    );
  }
}

function writeMeasure({ tx, today }: Writing, row: Extract<FormRow, { kind: 'measure' }>, said: Said): void {
  if (said.done === undefined) return;
  const day = dayOf(said.done);
  if (day !== null) updateRow(tx, measures, row.measure.id, { doneOn: day > today ? today : day });
}

/** Figures with what stood there before kept as a revision, and all that is worked out from them. */
function writeFigures(
  w: Writing,
  figures: readonly { figure: FormFigure; key: RowKey; words: Said }[],
): void {
  const scope = { in: 'ids', ids: [...new Set(figures.map(({ figure }) => figure.kpiId))] } as const;
  const kpis = new Map(kpisIn(w.tx, scope).map(({ kpi }) => [kpi.id as string, kpi]));
  const recordsOf = kpiRecordsIn(w.tx, scope);
  const writer: FigureWriter = { tx: w.tx, newId: w.newId, at: w.at, by: w.by.name };
  const touched = new Set<string>();
  for (const { figure, key, words } of figures) {
    const kpi = kpis.get(figure.kpiId);
    if (!kpi) continue;
    const known = [...recordsOf(kpi.id).values];
    const place = { kpi, role: 'actual', period: figure.period, comparator: null } as const;
    const before = figureAt(known, place);
    const text = (words.figure ?? before?.text ?? '').replace(/\s+/g, ' ').trim();
    if (text === '') {
      if (words.note !== undefined) writeNarrative(w, figure, words.note);
      continue;
    }
    const read = readFigure(text);
    const isWords = unitKindOf(kpi) === 'words';
    const said = words.provisional === undefined ? null : /^y/i.test(words.provisional);
    const done = putFigure(writer, known, place, {
      number: isWords ? null : read.number,
      text,
      symbol: read.symbol,
      provisional: said ?? (words.figure === undefined ? (before?.provisional ?? false) : read.provisional),
      note: words.note?.trim(),
    });
    const written = figureAt(known, place);
    if (done && written) {
      touched.add(kpi.id);
      const from = sourceOf(w, key, ['figure', 'provisional', 'note']);
      if (w.source) updateRow(w.tx, kpiValues, written.id, from);
    }
  }
  recalculate(writer, touched);
}

/** Words without a figure say why there is none: they stand in the narrative of the period. */
function writeNarrative(w: Writing, { kpiId, period }: FormFigure, words: string): void {
  const before = kpiNarratives(w.tx, kpiId).find((one) => periodKey(one.period) === periodKey(period));
  const told = { behind: words.trim(), by: w.by.name, on: w.on };
  if (before) {
    updateRow(w.tx, narrativeTable, before.id, told);
    return;
  }
  insertRow(w.tx, narrativeTable, {
    id: w.newId(),
    kpiId,
    position: lastKpiPosition(w.tx, 'narratives', kpiId) + 1_024,
    ...periodToColumns(period),
    ...told,
    doing: '',
  });
}
