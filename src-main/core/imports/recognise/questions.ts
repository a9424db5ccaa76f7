import { type Placing, placeName, rangePlace } from '#shared/contract/places.ts';
import { leadKind } from '#shared/domain/leads.ts';
import { samePeople } from '#shared/domain/same-people.ts';
import type { Context } from './context.ts';
import { logQuestionId, type ReadTable } from './read-table.ts';
import { fundingTable, matrixTable, peopleTable } from './table-kinds.ts';
import { type DraftLead, type DraftSource, fateNames } from './types.ts';

const logWords = {
  risks: ['These rows are risks, with their scores. How should they be kept?', 'risk'],
  issues: ['These rows are issues. How should they be kept?', 'issue'],
  decisions: ['These rows are decisions, which nobody is asked to do. How should they be kept?', 'decision'],
  'decisions to come': [
    'These rows are decisions that are yet to be taken. How should they be kept?',
    'decision',
  ],
  assumptions: ['These rows are assumptions. How should they be kept?', 'assumption'],
  dependencies: ['These rows say what the plan depends on. How should they be kept?', 'dependency'],
} as const;

/** Asks once for each log what its rows are to become. */
export function askLogs(context: Context, tables: readonly ReadTable[]): void {
  for (const { id, kind, region } of tables) {
    if (kind.log === undefined) continue;
    const [text, one] = logWords[kind.log];
    context.ask(
      {
        id: logQuestionId(id),
        where: rangePlace(region.sheet.grid, {
          top: region.header.top,
          left: region.left,
          bottom: region.bottom,
          right: region.right,
        }),
        about: 'other',
        text,
        choices: [
          {
            id: 'actions',
            label: `Each ${one} as an action`,
            detail:
              kind.log === 'risks'
                ? 'What is done about it becomes its measures; scores stay beside it'
                : 'Its other columns stay beside it',
          },
          { id: 'text', label: 'In the tray, as it stands', detail: 'Nothing of it becomes a record' },
        ],
        taken: kind.log === 'decisions' ? 'text' : 'actions',
      },
      [],
    );
  }
}

/** What was recognised and is no list of records: said, so that nobody wonders why it lies in the tray. */
export function tableRemarks(context: Context, tables: readonly ReadTable[]): string[] {
  return tables
    .filter(({ kind }) => [fundingTable, matrixTable, peopleTable].includes(kind.because))
    .filter(({ region }) => isInTray(context, region))
    .map(({ region, kind }) => {
      const { header, left, right, bottom } = region;
      const where = rangePlace(region.sheet.grid, { top: header.top, left, bottom, right });
      const what = kind.because === fundingTable ? 'Its figures are' : 'It is';
      return `${where} is ${kind.because}. ${what} in the tray, in one piece.`;
    });
}

/** Members of a board that is named are read, and lie in no tray. */
function isInTray({ fates }: Context, { sheet, top, left, right }: ReadTable['region']): boolean {
  const width = sheet.grid.columnCount;
  const first = sheet.filled(top).find((cell) => cell.column >= left && cell.column <= right);
  const fate = first && fates[sheet.index]?.[top * width + first.column];
  return fateNames[fate ?? 0] !== 'placed';
}

/** Between the forms of one name in a question's id; see `alikeIn`. */
const like = ' = ';

/**
 * The forms that an answered question says are one person, the fullest first; null for any other question.
 */
export function alikeIn(questionId: string): readonly string[] | null {
  const forms = questionId.replace(/^lead:/, '').split(like);
  return questionId.startsWith('lead:') && forms.length > 1 ? forms : null;
}

/**
 * Two spellings of what looks like one lead ("KeW", "KEW"): said to be one, and asked about. Forms that may be one
 * person's ("Jane Ash", "Ash, J") are asked about and stay apart until the officer says that they are the same.
 */
export function peopleQuestions(context: Context, placings: readonly Placing[]): void {
  const spellings = new Map<string, Map<string, Place>>();
  const add = (lead: DraftLead, source: DraftSource) => {
    if (leadKind(lead.text) !== 'person') return;
    const name = spellingKey(lead.text);
    const known = spellings.get(name) ?? new Map<string, Place>();
    if (!known.has(lead.text)) known.set(lead.text, placeOf(context, source));
    spellings.set(name, known);
  };
  const { actions, measures, kpis, sections } = context.drafts;
  for (const record of [...sections, ...actions, ...measures])
    for (const lead of record.leads) add(lead, record.source);
  for (const kpi of kpis) for (const lead of kpi.owners) add(lead, kpi.source);
  for (const [name, forms] of spellings) {
    if (forms.size < 2) continue;
    const [first, ...others] = [...forms.keys()];
    const places = [...forms.values()];
    context.ask(
      {
        id: `lead:${name}`,
        where: places
          .map(([grid, row, column]) => placeName(placings[grid] ?? { name: '' }, row, column))
          .join(', '),
        about: 'lead',
        text: `Are ${first} and ${others.join(' and ')} the same person?`,
        choices: [
          {
            id: 'same',
            label: 'The same',
            detail: `All are written as they stand; the register knows one ${first}`,
          },
          { id: 'different', label: 'Different people', detail: null },
        ],
        taken: 'same',
      },
      places,
    );
  }
  askAlike(context, placings, new Map([...spellings.values()].flatMap((forms) => [...forms])));
}

const spellingKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[.\s]+/g, ' ')
    .trim();

function askAlike(context: Context, placings: readonly Placing[], names: ReadonlyMap<string, Place>): void {
  for (const { name, forms } of samePeople(names.keys())) {
    // the spellings of one name are asked about above; initials follow the people whom the register knows
    const asked = spellingKey(name);
    const other = forms.filter((form) => form.reason !== 'initials' && spellingKey(form.name) !== asked);
    if (other.length === 0) continue;
    const all = [name, ...other.map((form) => form.name)];
    const places = all.map((form) => names.get(form)).filter((place) => place !== undefined);
    context.ask(
      {
        id: `lead:${all.join(like)}`,
        where: places
          .map(([grid, row, column]) => placeName(placings[grid] ?? { name: '' }, row, column))
          .join(', '),
        about: 'lead',
        text: `Are ${all.slice(0, -1).join(', ')} and ${all.at(-1)} the same person?`,
        choices: [
          {
            id: 'same',
            label: 'The same',
            detail: `All are written as they stand; the register knows one ${name}`,
          },
          { id: 'different', label: 'Different people', detail: null },
        ],
        taken: 'different',
      },
      places,
    );
  }
}

type Place = readonly [grid: number, row: number, column: number];

/** The cell that a record's leads were read from, or the record's own. */
function placeOf(context: Context, source: DraftSource): Place {
  const layout = context.drafts.layouts[source[0]];
  const cell = layout?.cells.find(([field]) => field === 'leads' || field === 'owners') ?? layout?.cells[0];
  return [layout?.grid ?? 0, source[1] + (cell?.[2] ?? 0), cell?.[1] ?? 0];
}
