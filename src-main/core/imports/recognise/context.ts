import type { GridCell } from '#shared/contract/grid.ts';
import type { LegendEntry, Question } from '#shared/contract/imports.ts';
import { type Placing, placeName } from '#shared/contract/places.ts';
import type { Status, Timescale } from '#shared/contract/register.ts';
import { readLeads } from '#shared/domain/leads.ts';
import { lookOf, type State, states } from '#shared/domain/states.ts';
import { guessStatus, readStatus, stateOfColour } from '#shared/domain/status-words.ts';
import { readTimescale, timescaleReadings } from '#shared/domain/timescales.ts';
import { hueOf } from './colours.ts';
import type { KeyLine } from './key-rows.ts';
import { layoutStore } from './layouts.ts';
import { askMonthFigures, monthFigures, monthFiguresQuestion, onlyYear } from './month-figures.ts';
import { dayFirst } from './month-first.ts';
import { newPlaces, type Places } from './places.ts';
import { readingChoices, readingOf } from './reading-choices.ts';
import { type DraftLead, type Drafts, type FateName, fateNames, type RecogniseOptions } from './types.ts';
import { foldSpace } from './words.ts';

/** A status as a cell gives it, with the words left over. */
export type StatusReading = { readonly status: Status; readonly rest: string };

/** What every step of building records leans on: the readers with their memory, the questions, the drafts. */
export type Context = {
  readonly options: RecogniseOptions;
  readonly drafts: Drafts;
  readonly fates: readonly Uint8Array[];
  readonly questions: Question[];
  readonly asked: [number, number, number, number][];
  readonly legend: Map<string, LegendEntry>;
  readonly key: readonly KeyLine[];
  /** The year the document is of, as written; null where it does not say and nobody was asked. */
  readonly year: string | null;
  readonly period: { start: string | null; end: string | null } | null;
  /** The name of a place, for the officer. */
  placeOf(grid: number, row: number, column: number): string;
  mark(grid: number, row: number, column: number, fate: FateName): void;
  layout(grid: number, cells: readonly (readonly [string, number, number])[]): number;
  /** The layout of a record read from these places. */
  layoutOf(grid: number, places: Places): number;
  /** The layout of a record read from one cell in its own row. */
  layoutAt(grid: number, field: string, column: number, offset?: number): number;
  leads(text: string): readonly DraftLead[];
  timescale(text: string, grid: number, cell: GridCell): Timescale;
  /** What status words say; null where they say none known. */
  statusWords(text: string): StatusReading | null;
  /** What a fill means, through the key, the officer's legend or the usual hues. */
  statusFill(fill: string, grid: number, cell: GridCell): Status | null;
  /** What an entry that is struck through means: asked about once. */
  statusStruck(grid: number, cell: GridCell): Status | null;
  /** The last day of the stretch that words name; null where they name none. */
  readDay(words: string): string | null;
  /** A status column's words that nobody knows: asked about once. */
  unknownStatus(text: string, grid: number, cell: GridCell): Status | null;
  ask(
    question: Omit<Question, 'answered' | 'taken'> & { taken: string },
    cells: readonly (readonly [number, number, number])[],
  ): string;
};

const kept = 50_000;

export function contextOf(o: {
  options: RecogniseOptions;
  places: readonly Placing[];
  sizes: readonly { rows: number; columns: number }[];
  key: readonly KeyLine[];
  year: string | null;
  period: { start: string | null; end: string | null } | null;
  /** The file writes "9/30/2023". */
  monthFirst: boolean;
}): Context {
  const { options, places, key } = o;
  const placeOf = (grid: number, row: number, column: number): string => {
    const placing = places[grid];
    return placing ? placeName(placing, row, column) : '';
  };
  const answers = new Map<string, string>();
  const legendAnswers = new Map<string, State | null>(
    Object.entries(options.legend).map(([mark, state]) => [mark.toLowerCase(), state]),
  );
  for (const correction of options.corrections) {
    if (correction.kind === 'answer') answers.set(correction.questionId, correction.choice);
    if (correction.kind === 'legend') legendAnswers.set(correction.mark.toLowerCase(), correction.state);
  }
  const fates = o.sizes.map(({ rows, columns }) => new Uint8Array(rows * columns));
  const fateNumber = new Map(fateNames.map((name, at) => [name, at]));
  const leadMemory = new Map<string, readonly DraftLead[]>();
  const timeMemory = new Map<string, { timescale: Timescale; question: number | null }>();
  const dayMemory = new Map<string, { day: string | null }>();
  const statusMemory = new Map<string, StatusReading | null>();
  const figureTexts: string[] = [];
  const questions: Question[] = [];
  const asked: [number, number, number, number][] = [];
  const legend = new Map<string, LegendEntry>();
  const keyEntries = key.map((line) => line.entry);
  const drafts: Drafts = {
    layouts: [],
    plans: [],
    sections: [],
    actions: [],
    measures: [],
    progress: [],
    kpis: [],
    kpiValues: [],
    kpiNarratives: [],
    duties: [],
    glossary: [],
    bodies: [],
    meetings: [],
    attendance: [],
    agendaItems: [],
    resolutions: [],
    tray: [],
  };

  /** Who said what a mark means, where the document does not. */
  function saidOf(mark: string): string | null {
    const now = options.corrections.some(
      (one) =>
        (one.kind === 'legend' && one.mark.toLowerCase() === mark) ||
        (one.kind === 'answer' && one.questionId.toLowerCase() === `legend:${mark}`),
    );
    if (now) return 'You said so';
    const before = Object.keys(options.legend).some((known) => known.toLowerCase() === mark);
    return before ? 'As in your earlier import' : null;
  }

  function keyPlace(line: KeyLine): string {
    const placing = places[line.sheet.index];
    if (placing?.document) return placeName(placing, line.row, 0);
    return `${placing?.name ?? ''}, row ${line.row + 1}`;
  }

  const layouts = layoutStore(drafts.layouts);
  const context: Context = {
    options,
    drafts,
    fates,
    questions,
    asked,
    legend,
    key,
    year: o.year,
    period: o.period,
    placeOf,
    mark(grid, row, column, fate) {
      const size = o.sizes[grid];
      const map = fates[grid];
      if (size && map) map[row * size.columns + column] = fateNumber.get(fate) ?? 0;
    },
    layout(grid, cells) {
      const places = newPlaces();
      for (const [field, column, offset] of cells) places.add(field, column, offset);
      return context.layoutOf(grid, places);
    },
    layoutOf: (grid, places) => layouts.of(grid, places),
    layoutAt: (grid, field, column, offset = 0) => layouts.at(grid, field, column, offset),
    leads(text) {
      return remembered(leadMemory, text, () =>
        readLeads(text).map(({ text: words, role, note }) => ({ text: words, role, note })),
      );
    },
    timescale(text, grid, cell) {
      const found = remembered(timeMemory, text, () => readTime(text, placeOf(grid, cell.row, cell.column)));
      if (found.question !== null) asked.push([grid, cell.row, cell.column, found.question]);
      return found.timescale;
    },
    statusWords(text) {
      const answer = legendAnswers.size === 0 ? null : (legendAnswers.get(text.toLowerCase()) ?? null);
      if (answer !== null) {
        count(foldSpace(text), 'word', answer, saidOf(text.toLowerCase()));
        return { status: { state: answer, label: text }, rest: '' };
      }
      return remembered(statusMemory, text, () => {
        const found = readStatus(text, keyEntries);
        // A letter stays the letter that stands there, whatever the key calls it.
        const letter = foldSpace(text);
        const label = letter.length === 1 ? letter : found?.label;
        return found ? { status: { state: found.state, label: label ?? '' }, rest: found.rest } : null;
      });
    },
    statusFill(fill, grid, cell) {
      const mark = fill.toLowerCase();
      const hue = hueOf(mark);
      const line =
        key.find((one) => one.entry.colour.toLowerCase() === mark) ??
        key.find((one) => one.hue === hue && hue !== null);
      const answered = legendAnswers.get(mark);
      const usual = line ? line.entry.state : stateOfColour(mark);
      if (answered === undefined && usual === null) return null;
      const state = answered === undefined ? usual : answered;
      const evidence = line
        ? `${keyPlace(line)}: “${line.entry.label} - ${line.entry.definition}”`
        : saidOf(mark);
      count(mark, 'fill', state, evidence);
      if (!line && answered === undefined && hue) askFill(mark, hue, state, grid, cell);
      if (state === null) return null;
      const label = line && line.entry.state === state ? line.entry.label : lookOf(state).label;
      return { state, label };
    },
    statusStruck(grid, cell) {
      const taken = context.ask(
        {
          id: 'legend:struck through',
          where: placeOf(grid, cell.row, cell.column),
          about: 'legend',
          text: 'Some rows are struck through. What does that mean here?',
          choices: stateChoices,
          taken: 'closed',
        },
        [[grid, cell.row, cell.column]],
      );
      return isState(taken) ? { state: taken, label: 'Struck through' } : null;
    },
    readDay(words) {
      return remembered(dayMemory, words, () => {
        const read = readTimescale(o.monthFirst ? dayFirst(words) : words, {
          yearStartMonth: options.yearStartMonth,
          period: o.period,
        });
        return { day: read.end ?? read.start };
      }).day;
    },
    unknownStatus(text, grid, cell) {
      const mark = foldSpace(text);
      const known = legendAnswers.get(mark.toLowerCase());
      const state = known === undefined ? askWord(mark, grid, cell) : known;
      count(mark, 'word', state, saidOf(mark.toLowerCase()));
      return state ? { state, label: mark } : null;
    },
    ask(question, cells) {
      let at = questions.findIndex((one) => one.id === question.id);
      if (at < 0) {
        const answer = answers.get(question.id);
        const taken =
          answer !== undefined && question.choices.some((choice) => choice.id === answer)
            ? answer
            : question.taken;
        questions.push({ ...question, taken, answered: answer !== undefined && taken === answer });
        at = questions.length - 1;
      }
      for (const [grid, row, column] of cells) asked.push([grid, row, column, at]);
      return questions[at]?.taken ?? question.taken;
    },
  };

  function count(
    mark: string,
    kind: LegendEntry['kind'],
    state: State | null,
    evidence: string | null,
  ): void {
    const before = legend.get(mark);
    legend.set(mark, { mark, kind, cells: (before?.cells ?? 0) + 1, state, evidence });
  }

  function askWord(mark: string, grid: number, cell: GridCell): State | null {
    const taken = context.ask(
      {
        id: `legend:${mark}`,
        where: placeOf(grid, cell.row, cell.column),
        about: 'legend',
        text: `What does “${mark}” mean as a status?`,
        choices: stateChoices,
        taken: guessStatus(mark)?.state ?? 'none',
      },
      [[grid, cell.row, cell.column]],
    );
    return isState(taken) ? taken : null;
  }

  function askFill(mark: string, hue: string, state: State | null, grid: number, cell: GridCell): void {
    const answer = context.ask(
      {
        id: `legend:${mark}`,
        where: placeOf(grid, cell.row, cell.column),
        about: 'legend',
        text: `No key says what the ${hue} fill means. What does it mean here?`,
        choices: stateChoices,
        taken: state ?? 'none',
      },
      [[grid, cell.row, cell.column]],
    );
    if (answer !== (state ?? 'none')) legendAnswers.set(mark, isState(answer) ? answer : null);
  }

  /** "Oct 06", "Mar 07": asked about together. */
  function readFigures(
    figures: NonNullable<ReturnType<typeof monthFigures>>,
    text: string,
    where: string,
  ): { timescale: Timescale; question: number } {
    if (!figureTexts.includes(text)) figureTexts.push(text);
    const said = askMonthFigures(figures, figureTexts, o.period);
    const taken = context.ask({ id: monthFiguresQuestion, where, about: 'timescale', ...said }, []);
    const question = questions.findIndex((one) => one.id === monthFiguresQuestion);
    const before = questions[question];
    if (before) questions[question] = { ...before, text: said.text };
    const reading = taken === 'day' ? figures.day : taken === 'year' ? figures.year : null;
    const settled = before?.answered === true && reading !== null;
    return { timescale: { ...(reading ?? figures.year), text, ambiguous: !settled }, question };
  }

  function readTime(text: string, where: string): { timescale: Timescale; question: number | null } {
    const timeOptions = { yearStartMonth: options.yearStartMonth, period: o.period };
    const words = o.monthFirst ? dayFirst(text) : text;
    const read = readTimescale(words, timeOptions);
    const timescale = words === text ? read : { ...read, text };
    if (!timescale.ambiguous) return { timescale, question: null };
    const readings = timescaleReadings(words, timeOptions);
    const figures = monthFigures(words, readings);
    if (figures) return readFigures(figures, timescale.text, where);
    // Where nothing says of which year a day would be, the figures can only be the year.
    if (onlyYear(words, readings)) return { timescale: { ...timescale, ambiguous: false }, question: null };
    const choices = readingChoices(readings, o.period);
    const taken = context.ask(
      {
        id: `timescale:${text}`,
        where,
        about: 'timescale',
        text: `“${text}”: which did they mean?`,
        choices,
        taken: choices[0]?.id ?? 'ask',
      },
      [],
    );
    const question = questions.findIndex((one) => one.id === `timescale:${text}`);
    const chosen = readingOf(readings, taken);
    const settled = questions[question]?.answered === true && chosen !== undefined;
    return {
      timescale: settled ? { ...chosen, text: timescale.text, ambiguous: false } : timescale,
      question,
    };
  }
  return context;
}

const stateChoices = [
  ...states.map((state) => ({ id: state, label: lookOf(state).label, detail: lookOf(state).definition })),
  { id: 'none', label: 'No status', detail: 'The words are kept; no status is set' },
];

function isState(text: string): text is State {
  return (states as readonly string[]).includes(text);
}

function remembered<T>(memory: Map<string, T>, text: string, read: () => T): T {
  const known = memory.get(text);
  if (known !== undefined) return known;
  const found = read();
  if (memory.size >= kept) memory.clear();
  memory.set(text, found);
  return found;
}
