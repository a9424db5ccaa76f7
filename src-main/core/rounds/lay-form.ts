import type { FormAction, FormContent, FormFigure, FormMeasure } from '#shared/contract/round-records.ts';
import { formatDay } from '#shared/domain/dates.ts';
import {
  actionRow,
  figureRow,
  measureRow,
  type RoundField,
  type RowKey,
} from '#shared/domain/round-fields.ts';
import { statusInKey } from '#shared/domain/round-form.ts';
import { markOf } from '#shared/domain/round-mark.ts';
import { count, listWords } from '#shared/domain/words.ts';

/**
 * A form before it becomes a file: its words, tables and cells to fill. The workbook and the Word form are written from
 * it, and what comes back is read by it: text that stands neither here nor in a cell to fill was written outside.
 */

/** What is known of one form besides what it holds. */
export type FormFacts = {
  readonly formId: string;
  readonly version: number;
  readonly roundId: string;
  readonly round: string;
  readonly partnership: string;
  readonly lead: string;
  /** Day it was sent; day by which it is to be back, if any. */
  readonly sentOn: string;
  readonly dueOn: string | null;
  readonly content: FormContent;
};

export type FillCheck =
  | { readonly kind: 'words' }
  | { readonly kind: 'day' }
  | { readonly kind: 'number' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] };

export type LaidColumn = {
  /** What the hidden row over the heads calls it, so that it is found wherever it was moved. */
  readonly code: RoundField | `shown-${string}`;
  readonly label: string;
  /** In characters. */
  readonly width: number;
  readonly fill: boolean;
};

export type LaidCell = { readonly text: string; readonly check?: FillCheck };
export type LaidRow = { readonly key: RowKey; readonly cells: readonly LaidCell[] };
export type LaidTable = {
  readonly sheet: 'Actions' | 'Measures' | 'Figures';
  readonly title: string;
  /** What one row is about, for the Word form: "Action 2.1 (iii)". */
  readonly columns: readonly LaidColumn[];
  readonly rows: readonly LaidRow[];
};

/** Cells on the first sheet that are not about one row. */
export const frontFields = [
  { code: 'filled-on', label: 'Filled in on' },
  { code: 'filled-by', label: 'Filled in by, if it was not you' },
  { code: 'anything-else', label: 'Anything else you want to say' },
] as const;
export type FrontField = (typeof frontFields)[number]['code'];

export type LaidForm = {
  readonly title: string;
  readonly about: string;
  readonly howTo: readonly string[];
  readonly tables: readonly LaidTable[];
  /** Names the form in every table, so that a sheet that was copied alone is known too. */
  readonly mark: string;
};

const shown = (name: string, label: string, width: number): LaidColumn => ({
  code: `shown-${name}`,
  label,
  width,
  fill: false,
});
const toFill = (code: RoundField, label: string, width: number): LaidColumn => ({
  code,
  label,
  width,
  fill: true,
});

export function layForm(facts: FormFacts): LaidForm {
  const { content } = facts;
  return {
    title: facts.round,
    about: aboutOf(facts),
    howTo: howToFill(facts),
    tables: [actionsTable(content), measuresTable(content), figuresTable(content)].filter(
      ({ rows }) => rows.length > 0,
    ),
    mark: markOf(facts),
  };
}

const aboutOf = ({ partnership, lead, sentOn, dueOn }: FormFacts) =>
  `${partnership}. For ${lead}. Sent ${formatDay(sentOn)}${dueOn ? `, to be back by ${formatDay(dueOn)}` : ''}.`;

function howToFill({ content, dueOn }: FormFacts): string[] {
  const parts = [
    content.actions.length > 0 ? count(content.actions.length, 'action') : null,
    content.measures.length > 0 ? count(content.measures.length, 'measure') : null,
    content.figures.length > 0 ? count(content.figures.length, 'figure') : null,
  ].filter((part) => part !== null);
  return [
    `This form holds what is yours and nothing else: ${listWords(parts)}.`,
    'Fill in the cells with a white ground. What stands on grey is what the register says now; it is there to be read.',
    'Leave a cell blank where nothing has changed: a blank takes nothing away.',
    'New status: choose from the list. What has happened: a sentence or two is enough. New date proposed: as you would say it, such as “by March 2011” or “spring term 2011”.',
    'Save the file under any name, and send it back as the answer to the e-mail it came with' +
      `${dueOn ? `, by ${formatDay(dueOn)}` : ''}. It can be filled in with Excel, LibreOffice or anything else that opens it.`,
    'What has no cell of its own can go under “Anything else you want to say”.',
  ];
}

function actionsTable(content: FormContent): LaidTable {
  const several = new Set(content.actions.map(({ planId }) => planId)).size > 1;
  const labels = new Map(content.keys.map((key) => [key.planId as string, key.labels]));
  return {
    sheet: 'Actions',
    title: 'Your actions',
    columns: [
      shown('ref', 'Ref.', 9),
      ...(several ? [shown('plan', 'Plan', 22)] : []),
      shown('text', 'Action', 44),
      shown('timescale', 'Timescale', 18),
      shown('status', 'Last status', 14),
      shown('last', 'What was last said', 36),
      toFill('status', 'New status', 16),
      toFill('words', 'What has happened', 44),
      toFill('share', 'Done so far (4 of 14, or 30%)', 15),
      toFill('date', 'New date proposed', 18),
      toFill('evidence', 'Evidence', 24),
      toFill('help', 'Help wanted', 24),
    ],
    rows: content.actions.map((action): LaidRow => {
      const key = labels.get(action.planId) ?? [];
      return {
        key: actionRow(action.id),
        cells: [
          { text: action.ref ?? '' },
          ...(several ? [{ text: action.plan }] : []),
          { text: action.text },
          { text: action.timescale ?? '' },
          { text: statusInKey(action.status, key) ?? 'No status yet' },
          { text: lastWords(action) },
          { text: '', check: { kind: 'choice', choices: key.map(({ label }) => label) } },
          ...Array.from({ length: 5 }, (): LaidCell => ({ text: '', check: { kind: 'words' } })),
        ],
      };
    }),
  };
}

/** "3 March 2010, JW: Draft tried at both centres" */
export function lastWords({ last }: Pick<FormAction, 'last'>): string {
  if (!last) return 'Nothing yet';
  const said = [last.on && formatDay(last.on), last.by].filter(Boolean).join(', ');
  return said === '' ? last.text : `${said}: ${last.text}`;
}

function measuresTable(content: FormContent): LaidTable {
  return {
    sheet: 'Measures',
    title: 'What your actions are measured by',
    columns: [
      shown('ref', 'Ref.', 9),
      shown('action', 'Action', 44),
      shown('text', 'What is measured', 44),
      shown('done', 'Met so far', 18),
      toFill('done', 'Met on (a day, once it is met)', 20),
    ],
    rows: content.measures.map(
      (measure: FormMeasure): LaidRow => ({
        key: measureRow(measure.id),
        cells: [
          { text: measure.ref ?? '' },
          { text: measure.action },
          { text: measure.text },
          { text: measure.doneOn ? `Met on ${formatDay(measure.doneOn)}` : 'Not yet' },
          { text: '', check: { kind: 'day' } },
        ],
      }),
    ),
  };
}

function figuresTable(content: FormContent): LaidTable {
  return {
    sheet: 'Figures',
    title: 'Your figures',
    columns: [
      shown('ref', 'Ref.', 9),
      shown('name', 'What is counted', 40),
      shown('period', 'Period', 24),
      shown('target', 'Target', 14),
      shown('before', 'Figure before', 24),
      shown('due', 'Due by', 18),
      toFill('figure', 'Figure', 16),
      toFill('provisional', 'Provisional', 12),
      toFill('note', 'Words beside the figure', 40),
    ],
    rows: content.figures.map(
      (figure: FormFigure): LaidRow => ({
        key: figureRow(figure),
        cells: [
          { text: figure.ref ?? '' },
          { text: figure.unit ? `${figure.name} (${figure.unit})` : figure.name },
          { text: figure.period.label },
          { text: figure.target ?? '' },
          { text: figure.before ?? '' },
          { text: figure.dueOn ? formatDay(figure.dueOn) : '' },
          { text: figure.text ?? '', check: { kind: figure.numeric ? 'number' : 'words' } },
          {
            text: figure.text === null ? '' : figure.provisional ? 'Yes' : 'No',
            check: { kind: 'choice', choices: ['Yes', 'No'] },
          },
          { text: figure.note ?? '', check: { kind: 'words' } },
        ],
      }),
    ),
  };
}
