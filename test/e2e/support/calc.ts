import { secondsOf, type Tally } from './hands.ts';

/**
 * One step in LibreOffice Calc by its shortest keys: how often it is done, keys each time (a chord counts each key
 * held; going to a cell nearby counts two arrows), thoughts each time.
 */
export type CalcStep = readonly [what: string, times: number, keys: number, thoughts: number];

export function calcTally(steps: readonly CalcStep[]): Tally {
  const sum = (of: (step: CalcStep) => number) => steps.reduce((all, step) => all + of(step), 0);
  const keys = sum(([, times, each]) => times * each);
  const thoughts = sum(([, times, , each]) => times * each);
  return { keys, thoughts, seconds: secondsOf(keys, thoughts) };
}

/** What of a file makes work in a spreadsheet, as the register counts it once it is brought in. */
export type FileFacts = {
  readonly name: string;
  readonly isWord: boolean;
  readonly tables: number;
  readonly sections: number;
  readonly timescales: number;
  readonly statuses: number;
  /** Measures beyond the first of an action: lines and rows that a sheet keeps under one another. */
  readonly moreMeasures: number;
  readonly questions: number;
};

/** J1: last year's file becomes a sheet with one row an action that sorts and filters. */
export function calcBringIn(file: FileFacts): CalcStep[] {
  return [
    ['open the file: Ctrl O, its name, Enter', 1, 3 + file.name.length, 1],
    ...(file.isWord
      ? ([
          [
            'each table of the text: into it, Ctrl A twice, Ctrl C, the other window, Ctrl V',
            file.tables,
            12,
            2,
          ],
        ] as const)
      : ([['copy each sheet that holds a table into the register’s workbook', file.tables, 8, 1]] as const)),
    ['take out the titles and repeated headings above each table', file.tables, 6, 1],
    ['a column for the section: Ctrl +, its heading', 1, 14, 1],
    ['each section: to it, cut its words, fill them down, delete its row', file.sections, 14, 1],
    [
      'each further measure: F2, cut, to the entry, F2, Ctrl Enter, paste, delete the row left',
      file.moreMeasures,
      18,
      1,
    ],
    ['a date that sorts beside each timescale: to it, ten digits and strokes', file.timescales, 12, 1],
    ['a word for each colour or phrase of progress: to it, two letters, completed', file.statuses, 4, 1],
    ['each question that the file leaves open: read it', file.questions, 0, 1],
    ['count whether all rows came: a formula on either side', 2, 22, 2],
    ['a filter on the heads, save: Ctrl Shift L, Ctrl S, a name', 1, 20, 1],
  ];
}

export type YearFacts = {
  readonly dropped: readonly string[];
  readonly split: readonly string[];
  readonly merged: readonly string[];
  /** References that differ from last year’s. */
  readonly renumbered: number;
  readonly name: string;
};

/** J2: the plan of the next year, with what became of each action to be seen later. */
export function calcRollForward(year: YearFacts): CalcStep[] {
  const letters = (words: readonly string[]) => words.reduce((sum, one) => sum + one.length, 0);
  return [
    ['save as the next year: Ctrl Shift S, a name, Enter', 1, 4 + year.name.length, 1],
    ['the title and the years in the heading', 1, 24, 1],
    ['a column “came from”: Ctrl +, copy the references into it', 1, 16, 1],
    ['empty status and progress: to the column, Ctrl Shift Down, Delete', 2, 8, 1],
    [
      'each dropped action: its row to a sheet of what was dropped, back, row deleted',
      year.dropped.length,
      16,
      2,
    ],
    ['its reason', 1, letters(year.dropped), 0],
    ['each split: insert a row, copy lead and date down, the references of both', year.split.length, 24, 2],
    ['its words', 1, letters(year.split), 0],
    ['each merger: words of the first, delete the second row, both references', year.merged.length, 20, 2],
    ['its words', 1, letters(year.merged), 0],
    ['each reference that changes: to it, type it', year.renumbered, 6, 0],
    ['save: Ctrl S', 1, 2, 0],
  ];
}

export type CloseFacts = {
  /** Words of each last update; several rows may have the same. */
  readonly updates: readonly { readonly words: string; readonly rows: number }[];
  readonly figures: readonly string[];
  readonly states: number;
};

/** J7: last statuses, last figures, which were met, what goes on, a document of it. */
export function calcCloseYear(close: CloseFacts): CalcStep[] {
  const rows = close.updates.reduce((sum, one) => sum + one.rows, 0);
  const written = close.updates.reduce((sum, one) => sum + one.words.length, 0);
  return [
    ['open the workbook: Ctrl O, its name, Enter', 1, 20, 1],
    ['each update: to the status, two letters, completed; to the fill, its colour', rows, 14, 1],
    ['its day, typed before the words that stand there', rows, 16, 0],
    ['its words, once for each and copied to the others', 1, written + (rows - close.updates.length) * 6, 1],
    [
      'each figure: to the sheet, to the cell, type it, read it against the target',
      close.figures.length,
      12,
      2,
    ],
    ['count each state: =COUNTIF over the column', close.states, 24, 1],
    ['what goes on: filter the statuses, untick what is done, read the count', 1, 14, 2],
    ['keep it as it is: Ctrl Shift S, a name; no one may write in it after', 1, 26, 1],
    ['a document: print ranges and heads once, export as PDF under a name', 1, 34, 2],
  ];
}
