import type { FileOut } from '#shared/contract/reports.ts';
import { daysBetween, formatDay } from '#shared/domain/dates.ts';
import { readFieldKey } from '#shared/domain/round-fields.ts';
import { rowsOf } from '#shared/domain/round-form.ts';
import { count, listWords } from '#shared/domain/words.ts';
import { plainName } from '../plain-name.ts';
import type { ReportDocument } from '../reports/document.ts';
import { fileOut } from '../reports/write-report.ts';
import type { FormFacts } from './lay-form.ts';

/** The e-mails of a round: the letter that the form goes with, and the reminder. They open as drafts. */

type Letter = {
  readonly to: readonly string[];
  readonly file: FileOut;
  readonly at: string;
  readonly id: string;
};

/** "3 actions, 2 measures and 1 figure" */
function holds({ content }: FormFacts): string {
  const parts = [
    content.actions.length > 0 ? count(content.actions.length, 'action') : null,
    content.measures.length > 0 ? count(content.measures.length, 'measure') : null,
    content.figures.length > 0 ? count(content.figures.length, 'figure') : null,
  ].filter((part) => part !== null);
  return listWords(parts);
}

const by = ({ dueOn }: FormFacts) => (dueOn ? ` by ${formatDay(dueOn)}` : '');

export function draftOf(facts: FormFacts, letter: Letter): Promise<FileOut> {
  return write(facts, letter, {
    title: `Your update for ${facts.round}`,
    subject: `Your update for ${facts.round}${facts.dueOn ? `, by ${formatDay(facts.dueOn)}` : ''}`,
    paragraphs: [
      `Dear ${facts.lead},`,
      `Attached is your update form for ${facts.round}. It holds ${holds(facts)}, and nothing of anybody else’s.`,
      `Fill in the white cells where something has changed, leave the others blank, save the file and send it back as the answer to this e-mail${by(facts)}.`,
    ],
  });
}

export type Reminder = Letter & {
  /** Fields that came back filled already. */
  readonly answered: readonly string[];
  readonly today: string;
};

export function reminderOf(facts: FormFacts, letter: Reminder): Promise<FileOut> {
  const open = unanswered(facts, letter.answered);
  const late = facts.dueOn === null ? 0 : daysBetween(facts.dueOn, letter.today);
  const when =
    facts.dueOn === null
      ? 'It has not come back yet.'
      : late > 0
        ? `It was due back by ${formatDay(facts.dueOn)}.`
        : `It is due back by ${formatDay(facts.dueOn)}.`;
  const nothing = letter.answered.length === 0;
  return write(facts, letter, {
    title: `Reminder: your update for ${facts.round}`,
    subject: `Reminder: your update for ${facts.round}`,
    paragraphs: [
      `Dear ${facts.lead},`,
      nothing
        ? `Your update form for ${facts.round} went out on ${formatDay(facts.sentOn)}. ${when}`
        : `Thank you for your update for ${facts.round}. Nothing was said yet of ${count(open.length, 'row')}.`,
      `What is missing: ${namesOf(open)}.`,
      'The form is attached again. Where nothing has changed, a line that says so is enough.',
    ],
  });
}

/** The rows of the form that nothing came back about, by what they are called. */
export function unanswered({ content }: Pick<FormFacts, 'content'>, answered: readonly string[]): string[] {
  const said = new Set(answered.map((key) => readFieldKey(key)?.row as string | undefined));
  return [...rowsOf(content).values()].flatMap((row) => {
    if (said.has(row.key)) return [];
    if (row.kind === 'action') return [named(row.action.ref, row.action.text)];
    if (row.kind === 'measure') return [named(row.measure.ref, row.measure.text)];
    const { ref, name, period } = row.figure;
    return [`${ref ?? name} for ${period.label}`];
  });
}

/** The reference, and the first words beside it: a bare number tells a lead nothing. */
function named(ref: string | null, text: string): string {
  const words = text.split(/\s+/);
  const few = words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : words.join(' ');
  return ref === null ? `“${few}”` : `${ref} (${few})`;
}

const mostNamed = 12;
function namesOf(open: readonly string[]): string {
  const named = open.slice(0, mostNamed);
  const rest = open.length - named.length;
  return rest > 0 ? `${named.join('; ')}; and ${rest} more` : named.join('; ');
}

async function write(
  facts: FormFacts,
  { to, file, at, id }: Letter,
  words: { title: string; subject: string; paragraphs: string[] },
): Promise<FileOut> {
  const { writeEml } = await import('../reports/write/eml.ts');
  const report: ReportDocument = {
    title: words.title,
    subtitle: '',
    partnership: facts.partnership,
    asAt: at,
    facts: [],
    key: [],
    blocks: [],
    foot: facts.partnership,
    summary: words.paragraphs,
  };
  const bytes = await writeEml({
    to,
    bcc: [],
    subject: words.subject,
    report,
    files: [file],
    at,
    messageId: id,
  });
  const name = plainName(`${facts.lead}, ${words.title}`, 'draft') || 'Draft';
  return fileOut(`${name}.eml`, 'message/rfc822', bytes);
}
