import type { Evidence } from '../evidence.ts';
import { mark } from '../said.ts';
import type { Sheet } from './sheet.ts';
import type { DraftAction, DraftSource, Drafts } from './types.ts';
import { foldSpace } from './words.ts';

/** What the drafts of a file say, as its cells are looked for in it. */
export function evidenceOf(sheets: readonly Sheet[], drafts: Drafts): Evidence {
  return {
    rows: bagsOf(sheets, drafts),
    ...indicatorsOf(sheets, drafts),
    plan: textOfAll(drafts),
    // A section named on every row of its actions stands once.
    sections: foldSpace(drafts.sections.map(textsOf).join(mark)),
    lines: linesOfItems(drafts),
  };
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
function indicatorsOf(sheets: readonly Sheet[], drafts: Drafts): Pick<Evidence, 'ownerOf' | 'owners'> {
  const ownerOf: (number | undefined)[][] = sheets.map(() => []);
  for (const value of drafts.kpiValues) {
    const rows = ownerOf[drafts.layouts[value.source[0]]?.grid ?? -1];
    if (rows) rows[value.source[1]] = value.kpi;
  }
  return { ownerOf, owners: drafts.kpis.map((kpi) => foldSpace(textsOf(kpi))) };
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
