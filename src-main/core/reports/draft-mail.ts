import { insertRow } from '#db/rows.ts';
import { circulations } from '#db/schema/index.ts';
import type { Audience, CirculatedFile, Paper } from '#shared/contract/circulation-records.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { PlacedWords, ReportLayout, ReportRecipe } from '#shared/contract/report-records.ts';
import type { FileOut } from '#shared/contract/reports.ts';
import type { App, Register } from '../app.ts';
import { sha256 } from '../snapshots/hash.ts';
import {
  type Additions,
  composeFrom,
  ofWhat,
  type ReportScope,
  type ReportSource,
} from './compose-report.ts';
import type { ReportDocument } from './document.ts';
import { fileName } from './file-name.ts';
import { wordsFor } from './own-words.ts';
import { layoutOf } from './templates.ts';
import { fileOut, writeReport } from './write-report.ts';

/** A report that is written and ready to be attached. */
export type WrittenPaper = {
  readonly composed: ReportDocument;
  readonly file: FileOut;
  readonly noted: CirculatedFile;
};

/** Composes each report once, whatever number of formats is wanted, and writes them in the order given. */
export async function writePapers(
  { app, register }: { app: App; register: Register },
  source: ReportSource,
  papers: readonly Paper[],
  scope: ReportScope & Pick<Additions, 'layout'> & { sinceId?: string | null },
): Promise<WrittenPaper[]> {
  const { db } = register;
  const composed = new Map<string, { document: ReportDocument; recipe: ReportRecipe }>();
  const { ports } = app.options;
  const day = source.snapshot.takenAt.slice(0, 10);
  const taken = new Set<string>();
  const written: WrittenPaper[] = [];
  for (const { report, format, templateId } of papers) {
    const key = `${report} ${templateId ?? ''}`;
    let one = composed.get(key);
    if (!one) {
      const layout = templateId ? layoutOf(db, { templateId }) : (scope.layout ?? null);
      const words = wordsFor(db, { ...scope, report, snapshotId: source.snapshot.id });
      const document = composeFrom(source, report, { ...scope, layout, words });
      one = { document, recipe: recipeOf(source, scope, { layout, words }) };
      composed.set(key, one);
    }
    const { document, recipe } = one;
    const made = await writeReport(document, format, { day, ports });
    const file = { ...made, name: nameApart(made.name, taken) };
    const ofId = ofWhat(report, scope);
    written.push({
      composed: document,
      file,
      noted: { ...noteOf(file), report, ...(ofId && { ofId }), recipe },
    });
  }
  return written;
}

/** Two attachments of one name would be one to some mail programs. */
function nameApart(name: string, taken: Set<string>): string {
  let own = name;
  for (let at = 2; taken.has(own.toLowerCase()); at += 1) own = name.replace(/(?=\.\w+$)/, ` (${at})`);
  taken.add(own.toLowerCase());
  return own;
}

/** With what a report is made, beside its snapshot. */
const recipeOf = (
  { sees }: ReportSource,
  scope: ReportScope & { sinceId?: string | null },
  { layout, words }: { layout: ReportLayout | null; words: PlacedWords[] },
): ReportRecipe => ({
  planId: scope.planId,
  sectionId: scope.sectionId ?? null,
  leadId: scope.leadId ?? null,
  meetingId: scope.meetingId ?? null,
  bodyId: scope.bodyId ?? null,
  sinceId: scope.sinceId ?? null,
  sees,
  layout,
  words,
});

function noteOf(file: FileOut): CirculatedFile & { size: number } {
  const bytes = Buffer.from(file.base64, 'base64');
  return { name: file.name, sha256: sha256(bytes), size: bytes.length };
}

/** An e-mail written as a draft, and what is noted of it. */
export type Mail = {
  readonly id: string;
  readonly at: string;
  readonly subject: string;
  readonly to: readonly string[];
  readonly bcc: readonly string[];
  readonly file: FileOut;
  readonly attached: readonly (CirculatedFile & { size?: number })[];
  readonly draft: CirculatedFile & { size: number };
};

/** The e-mail with these reports; its body tells what the first of them says. */
export async function writeMail(
  app: App,
  papers: readonly WrittenPaper[],
  o: {
    to: readonly string[];
    bcc: readonly string[];
    subject: string | null;
    words: string | null;
    /** Whose it is, where there are several. */
    forWhom?: string | null;
  },
): Promise<Mail> {
  const lead = papers[0]?.composed;
  if (!lead) throw new AppError('wrong-use', 'An e-mail needs at least one report. Choose which to attach.');
  const subject =
    o.subject ?? [lead.partnership, lead.title, lead.subtitle].filter((part) => part !== '').join(': ');
  const { newId, now } = app.options;
  const id = newId();
  const at = now();
  const { writeEml } = await import('./write/eml.ts');
  const bytes = await writeEml({
    to: o.to,
    bcc: o.bcc,
    subject,
    words: o.words,
    report: lead,
    files: papers.map(({ file }) => file),
    at,
    messageId: id,
  });
  const day = lead.asAt.slice(0, 10);
  const name = `${fileName([o.forWhom ?? '', subject, day])}.eml`;
  const file = fileOut(name, 'message/rfc822', bytes);
  const attached = papers.map(({ noted }) => noted);
  return { id, at, subject, to: o.to, bcc: o.bcc, file, attached, draft: noteOf(file) };
}

/** Notes drafts in the register of circulation: one act that stands for ever. */
export function noteMails(
  register: Register,
  label: string,
  mails: readonly (Mail & {
    snapshotId: string;
    listId: string | null;
    listName: string | null;
    audience: Audience | null;
  })[],
): void {
  register.act({ kind: 'circulation', label, undoable: false }, (tx) => {
    for (const mail of mails) {
      insertRow(tx, circulations, {
        id: mail.id,
        snapshotId: mail.snapshotId,
        at: mail.at,
        subject: mail.subject,
        recipients: [...mail.to, ...mail.bcc],
        files: [...mail.attached],
        listId: mail.listId,
        listName: mail.listName,
        audience: mail.audience,
        draft: mail.draft,
      });
    }
  });
}
