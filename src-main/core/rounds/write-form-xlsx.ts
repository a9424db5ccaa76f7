import { type CellStyle, type WriteSheet, writeXlsx as writeWorkbook, type Cell as XlsxCell } from 'hucre';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { fieldsOf } from '#shared/domain/round-form.ts';
import { heightOf, lineCount, styles, textCell } from '../reports/write/xlsx-cells.ts';
import { sha256 } from '../snapshots/hash.ts';
import { checksFor, listsSheet } from './form-checks.ts';
import { type FormFacts, frontFields, type LaidForm, type LaidTable, layForm } from './lay-form.ts';

/**
 * One lead's form as a workbook: how to fill it in, a table of actions, measures and figures each, cells to fill open
 * and the rest protected without a password. Identities stand in a hidden column, what was sent on a sheet that no menu
 * of Excel shows.
 */
export async function writeFormXlsx(facts: FormFacts, at: string): Promise<Uint8Array> {
  const form = layForm(facts);
  const lists = listsSheet(form);
  const day = new Date(at);
  return writeWorkbook({
    sheets: [
      frontSheet(form),
      ...form.tables.map((table) => tableSheet(form, table)),
      ...(lists ? [lists] : []),
      dataSheet(facts),
    ],
    namedRanges: form.tables.map(({ sheet }) => ({
      name: '_xlnm.Print_Titles',
      scope: sheet,
      range: `${sheet}!$${headRow + 1}:$${headRow + 1}`,
    })),
    properties: {
      title: `${form.title}: ${facts.lead}`,
      creator: facts.partnership,
      created: day,
      modified: day,
    },
    defaultFont: { name: 'Segoe UI', size: 10 },
  });
}

/** The hidden row of codes, the heads beneath it, and the first row of a table. */
const codeRow = 2;
export const headRow = 3;
export const firstRow = 4;

const open = { protection: { locked: false } };
const edge = { style: 'thin' as const, color: { rgb: 'FF79818D' } };
const box = { border: { top: edge, bottom: edge, left: edge, right: edge } };
const grey: CellStyle = {
  ...styles.cell,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF1F3F5' } },
};
const white: CellStyle = { ...styles.cell, ...box, ...open };
/** Short words stay as they were typed: "4/14" and "March 2011" become no date. */
const whiteText: CellStyle = { ...white, numFmt: '@' };
const whiteDay: CellStyle = { ...white, numFmt: 'd mmmm yyyy' };
const whiteNumber: CellStyle = { ...white, numFmt: 'General' };

const protection = {
  sheet: true,
  // What may be done beside filling in: nothing of it can hurt, all of it makes long rows easier to read.
  formatCells: true,
  formatColumns: true,
  formatRows: true,
  sort: true,
  autoFilter: true,
};

const page = (orientation: 'portrait' | 'landscape') => ({
  paperSize: 'a4' as const,
  orientation,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
});

type Cells = Map<string, Partial<XlsxCell>>;

function frontSheet(form: LaidForm): WriteSheet {
  const cells: Cells = new Map();
  const rowDefs = new Map<number, { height?: number; hidden?: boolean }>();
  const wide = 96;
  const merges: NonNullable<WriteSheet['merges']> = [];
  const across = (row: number, text: string, style: CellStyle, height?: number) => {
    cells.set(`${row},1`, textCell(text, style));
    merges.push({ startRow: row, endRow: row, startCol: 1, endCol: 2 });
    rowDefs.set(row, { height: height ?? heightOf(lineCount(text, wide)) });
  };
  cells.set('0,0', textCell(form.mark, styles.text));
  across(0, form.title, styles.title, 28);
  across(1, form.about, { ...styles.text, ...styles.subtitle, alignment: styles.text.alignment }, 38);
  let row = 3;
  for (const line of form.howTo) {
    across(row, line, styles.text);
    row += 1;
  }
  row += 1;
  for (const { code, label } of frontFields) {
    cells.set(`${row},0`, textCell(`@${code}`, styles.text));
    cells.set(`${row},1`, textCell(label, styles.label));
    cells.set(`${row},2`, textCell('', code === 'filled-on' ? whiteDay : white));
    rowDefs.set(row, { height: code === 'anything-else' ? 120 : 20 });
    row += 1;
  }
  return {
    name: 'How to fill this in',
    columns: [{ width: 4, hidden: true }, { width: 34 }, { width: 68 }],
    rows: [],
    cells,
    rowDefs,
    merges,
    protection,
    dataValidations: [checksFor({ kind: 'day' }, `C${row - frontFields.length + 1}`)].filter(
      (check) => check !== null,
    ),
    pageSetup: page('portrait'),
    view: { showGridLines: false },
    a11y: { summary: `${form.title}. ${form.about}` },
  };
}

function tableSheet(form: LaidForm, table: LaidTable): WriteSheet {
  const cells: Cells = new Map();
  const rowDefs = new Map<number, { height?: number; hidden?: boolean }>([
    [codeRow, { hidden: true }],
    [headRow, { height: heightOf(2) }],
  ]);
  cells.set('0,1', textCell(table.title, styles.title));
  cells.set('1,1', textCell(form.about, styles.subtitle));
  cells.set(`${codeRow},0`, textCell(form.mark, styles.text));
  cells.set(`${headRow},0`, textCell('Identity', styles.head));
  table.columns.forEach(({ code, label, fill }, at) => {
    cells.set(`${codeRow},${at + 1}`, textCell(`@${code}`, styles.text));
    cells.set(`${headRow},${at + 1}`, textCell(label, fill ? headToFill : styles.head));
  });
  table.rows.forEach((row, at) => {
    const y = firstRow + at;
    let lines = 2;
    cells.set(`${y},0`, textCell(row.key, styles.text));
    row.cells.forEach(({ text, check }, x) => {
      const column = table.columns[x];
      if (column?.fill) cells.set(`${y},${x + 1}`, fillCell(text, check?.kind, column.width));
      else cells.set(`${y},${x + 1}`, textCell(text, grey));
      lines = Math.max(lines, lineCount(text, column?.width ?? 10));
    });
    rowDefs.set(y, { height: heightOf(lines) });
  });
  const last = table.columns.length;
  return {
    name: table.sheet,
    columns: [{ width: 4, hidden: true }, ...table.columns.map(({ width }) => ({ width }))],
    rows: [],
    cells,
    rowDefs,
    freezePane: { rows: firstRow, columns: 3 },
    autoFilter: { range: `A${headRow + 1}:${letter(last)}${firstRow + table.rows.length}` },
    dataValidations: tableChecks(form, table),
    protection,
    pageSetup: page('landscape'),
    headerFooter: { oddFooter: '&R&8Page &P of &N' },
    a11y: { summary: `${table.title}. ${form.about}`, headerRow: headRow },
  };
}

const headToFill: CellStyle = { ...styles.head, fill: { type: 'pattern', pattern: 'none' } };

/** A plain number is one, so that Excel can check and sum it; whatever else was written stays as it was written. */
function fillCell(text: string, kind: string | undefined, width: number): Partial<XlsxCell> {
  if (kind === 'day') return textCell(text, whiteDay);
  if (kind !== 'number') return textCell(text, width < 20 ? whiteText : white);
  const number = Number(text);
  return text !== '' && String(number) === text
    ? { value: number, type: 'number', style: whiteNumber }
    : textCell(text, whiteNumber);
}

export const letter = (column: number) => String.fromCharCode(65 + column);

/** One rule for each stretch of rows with the same choices. */
function tableChecks(form: LaidForm, table: LaidTable) {
  return table.columns.flatMap((column, x) => {
    if (!column.fill) return [];
    const rules: NonNullable<WriteSheet['dataValidations']> = [];
    let from = 0;
    table.rows.forEach((row, at) => {
      const here = row.cells[x]?.check ?? { kind: 'words' as const };
      const next = table.rows[at + 1]?.cells[x]?.check;
      if (next && canonicalJson(next) === canonicalJson(here)) return;
      const range = `${letter(x + 1)}${firstRow + from + 1}:${letter(x + 1)}${firstRow + at + 1}`;
      const rule = checksFor(here, range, form);
      if (rule) rules.push(rule);
      from = at + 1;
    });
    return rules;
  });
}

/** What was sent, field by field, and of what: it is there for whoever wants to know what a form was made of. */
function dataSheet(facts: FormFacts): WriteSheet {
  const lines: string[][] = [
    ['plan-register-form', '1'],
    ['office', facts.partnership],
    ['round', facts.roundId, facts.round],
    ['form', facts.formId, String(facts.version)],
    ['lead', facts.lead],
    ['sent', facts.sentOn],
    ['check', checkSum(facts)],
    ...Object.entries(fieldsOf(facts.content)).map(([key, words]) => ['was', key, words ?? '']),
  ];
  const cells: Cells = new Map();
  lines.forEach((line, row) => {
    line.forEach((text, column) => {
      if (text !== '') cells.set(`${row},${column}`, textCell(text, styles.text));
    });
  });
  return { name: dataSheetName, rows: [], cells, veryHidden: true };
}

export const dataSheetName = 'Form data';

/** SHA-256 of what was sent: a form whose own says otherwise was not made from it. */
export const checkSum = ({ content, formId, version }: Pick<FormFacts, 'content' | 'formId' | 'version'>) =>
  sha256(Buffer.from(canonicalJson({ formId, version, content })));
