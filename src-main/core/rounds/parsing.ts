import type { RoundField, RowKey } from '#shared/domain/round-fields.ts';
import { type FormRow, rowsOf } from '#shared/domain/round-form.ts';
import { markPattern } from '#shared/domain/round-mark.ts';
import { expectedTexts } from './form-texts.ts';
import { type FormFacts, type FrontField, type LaidForm, layForm } from './lay-form.ts';

/** Words that stand where the form has no cell for them, and why they were not taken. */
export type OutsideWords = { readonly where: string; readonly text: string; readonly why: string };

/** What a form that came back says, before anything is compared with anything. */
export type ParsedForm = {
  readonly values: Record<string, string>;
  readonly where: Record<string, string>;
  readonly filledOn: string | null;
  readonly filledBy: string | null;
  readonly outside: OutsideWords[];
  /** Rows of the form that are not in the file any more. */
  readonly missing: number;
};

export const reasons = {
  outside: 'Written outside the cells of the form.',
  note: 'Anything else you want to say.',
  comment: 'A comment on a cell.',
  stranger: 'A row that is not in this form.',
  twice: 'The same row stands in the file twice, filled in differently.',
  status: 'No status of this plan’s key.',
  day: 'No day that can be read.',
  more: 'Written beside the status.',
} as const;

/** One filled row as it stands in the file. */
export type FilledRow = {
  readonly key: RowKey;
  readonly cells: Map<RoundField, { text: string; where: string }>;
  /** What can be read on it of what it is about. */
  readonly about: string;
};

export type Parsing = {
  readonly facts: FormFacts;
  readonly form: LaidForm;
  readonly rows: Map<string, FormRow>;
  /** Every text that the form itself has. */
  readonly expected: ReadonlySet<string>;
  readonly filled: FilledRow[];
  readonly outside: OutsideWords[];
  readonly front: Map<FrontField, { text: string; where: string }>;
};

export function newParsing(facts: FormFacts): Parsing {
  const form = layForm(facts);
  return {
    facts,
    form,
    rows: rowsOf(facts.content),
    expected: expectedTexts(form, facts),
    filled: [],
    outside: [],
    front: new Map(),
  };
}

/** Marks, codes and identities: nobody's words, whosever form they stood in. */
export const isOurs = (text: string): boolean =>
  markPattern.test(text) ||
  aboutPattern.test(text) ||
  /^@[a-z-]+$/.test(text) ||
  /^[amk]:[0-9a-f-]{36}(?::.*)?$/i.test(text);

/** The line beneath a title: the partnership may have been given another name since the form was sent. */
const aboutPattern = /\. For .+\. Sent \d{1,2} \w+ \d{4}(?:, to be back by \d{1,2} \w+ \d{4})?\.$/;
