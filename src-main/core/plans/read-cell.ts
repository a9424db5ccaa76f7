import { cellText, readBullets, readLines } from '#shared/contract/cells.ts';
import type { ActionRow, EditableField } from '#shared/contract/plans.ts';
import type { KeyEntry, Lead, Period, Status, Timescale } from '#shared/contract/register.ts';
import { isDay } from '#shared/domain/dates.ts';
import { readLeads } from '#shared/domain/leads.ts';
import { defaultLooks } from '#shared/domain/states.ts';
import { readStatus } from '#shared/domain/status-words.ts';
import { readTimescale } from '#shared/domain/timescales.ts';
import { listWords } from '#shared/domain/words.ts';

/** What the plan and the office settle about how cells are read. */
export type CellRules = {
  key: readonly KeyEntry[];
  /** Month 1 to 12 in which the financial year begins. */
  yearStartMonth: number;
  period: Period | null;
};

/** Columns of the action itself that a cell can write. */
export type TypedColumns = {
  ref?: string | null;
  text?: string;
  bullets?: string[];
  timescale?: Timescale | null;
  resources?: string | null;
  comment?: string | null;
  reviewOn?: string | null;
};

/** What typing into a cell means. */
export type CellReading =
  | { kind: 'same' }
  | { kind: 'refused'; message: string }
  | { kind: 'columns'; columns: TypedColumns }
  | { kind: 'leads'; leads: Lead[] }
  | { kind: 'measures' | 'links'; lines: string[] }
  | { kind: 'update'; status: Status | null; words: string };

const same: CellReading = { kind: 'same' };

/**
 * Reads one cell as the import would. What cannot be meant is refused with the sentence to show under the
 * cell; a timescale is never refused, because its words are kept whatever they mean.
 */
export function readCell(row: ActionRow, field: EditableField, typed: string, rules: CellRules): CellReading {
  const text = typed.replace(/\r\n?/g, '\n').trim();
  if (text === cellText(row, field).trim()) return same;
  switch (field) {
    case 'ref':
      return columns({ ref: text === '' ? null : text.replace(/\s+/g, ' ') });
    case 'resources':
    case 'comment':
      return columns({ [field]: text === '' ? null : text });
    case 'text':
      return readWords(text);
    case 'leads':
      return { kind: 'leads', leads: readLeads(text) };
    case 'timescale':
      return columns({ timescale: timescaleFrom(text, rules) });
    case 'reviewOn':
      return readReviewDay(text, rules);
    case 'status':
      return readStatusCell(row, text, rules);
    case 'lastUpdate':
      return readUpdate(text);
    case 'measures':
    case 'links':
      return { kind: field, lines: readLines(text) };
  }
}

function columns(typed: TypedColumns): CellReading {
  return { kind: 'columns', columns: typed };
}

function refused(message: string): CellReading {
  return { kind: 'refused', message };
}

function readWords(text: string): CellReading {
  if (text === '') return refused('An action keeps its words. To take the whole action out, delete its row.');
  return columns(readBullets(text));
}

function timescaleFrom(text: string, rules: CellRules): Timescale | null {
  if (text === '') return null;
  return readTimescale(text, { yearStartMonth: rules.yearStartMonth, period: rules.period });
}

function readReviewDay(text: string, rules: CellRules): CellReading {
  if (text === '') return columns({ reviewOn: null });
  if (isDay(text)) return columns({ reviewOn: text });
  const read = timescaleFrom(text, rules);
  const day = read?.precision === 'day' && !read.ambiguous ? (read.end ?? read.start) : null;
  if (!day) return refused(`“${text}” is not one day. Write it as 24 November 2014.`);
  return columns({ reviewOn: day });
}

function readStatusCell(row: ActionRow, text: string, rules: CellRules): CellReading {
  if (text === '') {
    return refused('A status is not rubbed out: write a new update instead, or undo the last one.');
  }
  const read = readStatus(text, rules.key);
  if (!read) {
    const labels = (rules.key.length > 0 ? rules.key : defaultLooks).map((entry) => entry.label);
    return refused(`“${text}” is not in this plan's key, which has ${listWords(labels)}.`);
  }
  const { state, label, rest } = read;
  const now = row.status;
  if (rest === '' && now?.state === state && now.label === label) return same;
  return { kind: 'update', status: { state, label }, words: rest };
}

function readUpdate(text: string): CellReading {
  if (text === '')
    return refused('Past updates are kept. Write what has happened since, or undo the last one.');
  return { kind: 'update', status: null, words: text };
}
