import type { Reconciliation } from '#shared/contract/imports.ts';
import type { DocumentRow } from '#shared/contract/places.ts';
import { withoutLabels } from './document/answers.ts';
import type { Sheet } from './sheet.ts';
import { type DraftAction, type DraftSource, type Drafts, type DraftTray, fateNames } from './types.ts';
import { foldSpace, withoutBullet } from './words.ts';

const [NONE, PLACED, HEADER, SECTION, FURNITURE, TRAY] = fateNames.map((_, at) => at) as [
  number,
  number,
  number,
  number,
  number,
  number,
];
const mark = '\u0001';
const largestBlock = 20_000;

/**
 * Looks for every source cell's text in the records that would be written: in those that stand on its row, then in
 * the plan's own words. What is not found goes to the tray, so that nothing is lost; what would be neither found nor
 * in the tray is counted as lost.
 */
export function reconcile(
  sheets: readonly Sheet[],
  drafts: Drafts,
  fates: readonly Uint8Array[],
): Reconciliation {
  const bags = bagsOf(sheets, drafts);
  const indicators = indicatorsOf(sheets, drafts);
  const everywhere = textOfAll(drafts);
  const minuted = linesOfItems(drafts);
  // A section named on every row of its actions stands once.
  let named: string | null = null;
  const sections = () => {
    named ??= foldSpace(drafts.sections.map(textsOf).join(mark));
    return named;
  };
  let cells = 0;
  let placed = 0;
  let tray = 0;
  for (const sheet of sheets) {
    const map = fates[sheet.index];
    const width = sheet.grid.columnCount;
    const loose: { row: number; column: number; text: string }[] = [];
    for (let row = 0; row < sheet.grid.rowCount; row++) {
      const bag = bags[sheet.index]?.[row];
      for (const cell of sheet.filled(row)) {
        cells++;
        const at = row * width + cell.column;
        const fate = map?.[at] ?? NONE;
        if (fate === HEADER || fate === FURNITURE) {
          placed++;
          continue;
        }
        const text = foldSpace(cell.text);
        let found =
          fate !== TRAY &&
          ((minuted.size > 0 && minuted.has(withoutBullet(text))) ||
            (bag !== undefined && holds(bag, text)) ||
            holds(everywhere, text));
        const indicator = found || fate === TRAY ? undefined : indicators[sheet.index]?.get(row);
        if (indicator !== undefined) found = holds(indicator(), text);
        if (!found && fate === SECTION) found = holds(sections(), text) || hasWords(text, sections(), '');
        if (!found && fate !== TRAY) {
          found =
            hasWords(text, bag ?? '', everywhere) ||
            // "Lead: AB; by: June" in a sentence: its labels are headings.
            (sheet.grid.document?.[row]?.kind === 'paragraph' &&
              hasWords(withoutLabels(withoutMark(text, sheet.grid.document[row])), bag ?? '', everywhere));
        }
        if (found) {
          placed++;
          if (map && fate !== SECTION) map[at] = PLACED;
          continue;
        }
        if (map) map[at] = TRAY;
        loose.push({ row, column: cell.column, text: cell.text.trim() });
      }
    }
    for (const stray of sheet.grid.strays ?? []) {
      cells++;
      loose.push({ row: stray.row, column: stray.column, text: stray.text.trim() });
    }
    tray += loose.length;
    drafts.tray.push(...blocksOf(sheet.index, loose));
  }
  return { cells, placed, tray, lost: cells - placed - tray };
}

/** Whether a text stands in a bag as words of their own: "A" does not stand in "Any". */
function holds(bag: string, text: string): boolean {
  for (let at = bag.indexOf(text); at >= 0; at = bag.indexOf(text, at + 1)) {
    const before = at === 0 || !inWord(bag.charCodeAt(at - 1)) || !inWord(text.charCodeAt(0));
    const end = at + text.length;
    const after =
      end === bag.length || !inWord(bag.charCodeAt(end)) || !inWord(text.charCodeAt(text.length - 1));
    if (before && after) return true;
  }
  return text === '';
}

/** Letters and figures; everything beyond ASCII counts as a letter but for punctuation and blanks. */
function inWord(code: number): boolean {
  if (code < 128)
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return !(code === 160 || code === 171 || code === 187 || code === 183 || (code >= 8192 && code <= 8303));
}

/** The words of a list item: its number says only where it stands. */
function withoutMark(text: string, said: DocumentRow | undefined): string {
  const mark = said?.kind === 'paragraph' && said.list ? foldSpace(said.list.mark) : '';
  return mark !== '' && text.startsWith(mark) ? text.slice(mark.length) : text;
}

/** Whether each word of a text stands in the bag, or in what holds for all, whatever signs stand between. */
function hasWords(text: string, bag: string, everywhere: string): boolean {
  // A footnote's own mark stands beside its words as "Footnote 1".
  const words = text.replace(/^[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+\s/, '').match(/[\p{L}\p{N}]+/gu);
  // Between names that were taken apart, "and" and "with" are signs like the comma.
  if (!words) return true;
  let folded: string | null = null;
  for (const word of words) {
    if (holds(bag, word) || holds(everywhere, word)) continue;
    if (/^(?:and|or|with)$/.test(word) && words.length > 2) continue;
    folded ??= `${bag} ${everywhere}`.toLowerCase();
    if (!holds(folded, word.toLowerCase())) return false;
  }
  return true;
}

/** All texts of the records on each row of each sheet, as they would be written. */
function bagsOf(sheets: readonly Sheet[], drafts: Drafts): (string | undefined)[][] {
  const bags: (string | undefined)[][] = sheets.map(() => []);
  const offsets = new Map<number, number[]>();
  /** Rows of a layout's cells that lie outside the record's own: carried down, or going on further below. */
  function elsewhere(at: number, height: number): number[] {
    const name = at * 65_536 + Math.min(height, 65_535);
    const known = offsets.get(name);
    if (known) return known;
    const found = [
      ...new Set(
        (drafts.layouts[at]?.cells ?? [])
          .map(([, , offset]) => offset)
          .filter((offset) => offset < 0 || offset > height),
      ),
    ];
    offsets.set(name, found);
    return found;
  }
  function add(source: DraftSource | null, text: string): void {
    if (!source) return;
    const layout = drafts.layouts[source[0]];
    const rows = layout ? bags[layout.grid] : undefined;
    if (!rows) return;
    const put = (row: number) => {
      const before = rows[row];
      rows[row] = before === undefined ? text : `${before}${mark}${text}`;
    };
    for (let row = source[1]; row <= source[2]; row++) put(row);
    for (const offset of elsewhere(source[0], source[2] - source[1])) put(source[1] + offset);
  }
  for (const action of drafts.actions) add(action.source, foldSpace(textsOfAction(action)));
  for (const measure of drafts.measures)
    add(measure.source, foldSpace(measure.leads.length > 0 ? textsOf(measure) : measure.text));
  for (const list of recordLists(drafts)) {
    for (const record of list) add(record.source, foldSpace(textsOf(record)));
  }
  for (const { on, source } of drafts.progress) if (on !== null) add(source, wordsOfDay(on));
  return bags;
}

const months =
  'Jan January,Feb February,Mar March,Apr April,May,Jun June,Jul July,Aug August,Sep Sept September,Oct October,Nov November,Dec December';
const monthWords = months.split(',');

/** The words and figures by which an update's day stood in its cell: "4/9/17", "4th Sept 2017". */
function wordsOfDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const said = Number(date);
  const ordinal = said % 10 === 1 && said !== 11 ? 'st' : said % 10 === 2 && said !== 12 ? 'nd' : 'rd';
  return `${year.slice(2)} ${month} ${Number(month)} ${monthWords[Number(month) - 1] ?? ''} ${date} ${said} ${said}${ordinal} ${said}th`;
}

/** The paragraphs and points of minutes, each as it stands: one item of them may fill a whole document. */
function linesOfItems(drafts: Drafts): ReadonlySet<string> {
  return new Set(
    drafts.agendaItems.flatMap((item) => [...item.text.split('\n'), ...item.points.map(({ text }) => text)]),
  );
}

/** For rows that hold figures: the words of the KPI they belong to, which may be named on other rows. */
function indicatorsOf(sheets: readonly Sheet[], drafts: Drafts): Map<number, () => string>[] {
  const texts = new Map<number, string>();
  const textOf = (kpi: number) => {
    const known = texts.get(kpi);
    if (known !== undefined) return known;
    const text = foldSpace(textsOf(drafts.kpis[kpi] ?? {}));
    texts.set(kpi, text);
    return text;
  };
  const rows: Map<number, () => string>[] = sheets.map(() => new Map());
  for (const value of drafts.kpiValues) {
    const layout = drafts.layouts[value.source[0]];
    if (layout) rows[layout.grid]?.set(value.source[1], () => textOf(value.kpi));
  }
  return rows;
}

/** What holds for the whole file: the plan's own words and its sections, which rows below carry. */
function textOfAll(drafts: Drafts): string {
  const plans = drafts.plans.map(textsOf).join(mark);
  return foldSpace(plans.replace(/\n/g, ' '));
}

function recordLists(drafts: Drafts): (readonly { readonly source: DraftSource | null }[])[] {
  return [
    drafts.sections,
    drafts.progress,
    drafts.kpis,
    drafts.kpiValues,
    drafts.kpiNarratives,
    drafts.duties,
    drafts.glossary,
    drafts.bodies,
    drafts.meetings,
    drafts.attendance,
    drafts.resolutions,
    drafts.agendaItems,
  ];
}

/** The texts of an action, spelt out because there are many; a test holds it against `textsOf`. */
export function textsOfAction(action: DraftAction): string {
  const { id, ref, text, bullets, leads, timescale, status, resources, comment, details, links, reviewOn } =
    action;
  let texts = `${id ?? ''}${mark}${ref ?? ''}${mark}${text}${mark}${status?.label ?? ''}${mark}${resources ?? ''}${mark}${comment ?? ''}${mark}${reviewOn ?? ''}${mark}`;
  for (const bullet of bullets) texts += bullet + mark;
  for (const lead of leads) texts += `${lead.text}${mark}${lead.role ?? ''}${mark}${lead.note ?? ''}${mark}`;
  for (let time = timescale; time; time = time.revisedFrom)
    texts += `${time.text}${mark}${time.start ?? ''}${mark}${time.end ?? ''}${mark}`;
  for (const detail of details) texts += `${detail.label}${mark}${detail.text}${mark}`;
  for (const link of links) texts += link.text + mark;
  return texts;
}

/** Every text that a record holds, in whatever field. Numbers and ids are no text. */
export function textsOf(record: object): string {
  let texts = '';
  for (const key in record) {
    if (key === 'source') continue;
    const value = (record as Record<string, unknown>)[key];
    if (typeof value === 'string') texts += value + mark;
    else if (typeof value === 'object' && value !== null) texts += textsOf(value);
  }
  return texts;
}

/** Cells side by side and beneath each other become one piece of the tray, a row a line. */
function blocksOf(
  grid: number,
  cells: readonly { row: number; column: number; text: string }[],
): DraftTray[] {
  const blocks: DraftTray[] = [];
  let open: (DraftTray & { wide: boolean }) | null = null;
  let at = 0;
  while (at < cells.length) {
    const row = cells[at]?.row ?? 0;
    const line: { row: number; column: number; text: string }[] = [];
    while (at < cells.length && cells[at]?.row === row) line.push(cells[at++] as (typeof line)[number]);
    const first = line[0] as (typeof line)[number];
    const last = line[line.length - 1] as (typeof line)[number];
    const text = line.map((cell) => cell.text).join('\t');
    const wide = line.length > 1;
    if (
      open &&
      open.toRow >= row - 1 &&
      (open.wide || wide) &&
      open.text.length + text.length < largestBlock
    ) {
      open.toRow = row;
      open.column = Math.min(open.column, first.column);
      open.toColumn = Math.max(open.toColumn, last.column);
      open.text += `\n${text}`;
      continue;
    }
    open = { grid, row, column: first.column, toRow: row, toColumn: last.column, text, wide };
    blocks.push(open);
  }
  return blocks.map(({ grid: sheet, row, column, toRow, toColumn, text }) => ({
    grid: sheet,
    row,
    column,
    toRow,
    toColumn,
    text,
  }));
}
