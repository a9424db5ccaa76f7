import type { ReadDb } from '#db/handles.ts';
import { readContent } from '#db/queries/register-json.ts';
import { insertRow } from '#db/rows.ts';
import { circulations } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { LeftOut } from '#shared/contract/left-out.ts';
import type { FileOut } from '#shared/contract/reports.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { published } from '#shared/domain/suppression-content.ts';
import type { App, Register } from '../app.ts';
import { sha256 } from '../snapshots/hash.ts';
import { openSnapshot, takeSnapshot } from '../snapshots/snapshots.ts';
import { indexContent } from './compose/content-index.ts';
import { leadsWithSomething } from './compose/lead-list.ts';
import { composeReport, type ReportName, type ReportWish } from './compose-report.ts';
import { fileName } from './file-name.ts';
import { fileOut, type ReportFormat, writeReport } from './write-report.ts';

/** What papers leave out of counts of children: of a snapshot, or of the register as it stands. */
export function leftOut(
  db: ReadDb,
  { snapshotId, planId }: { snapshotId: string | null; planId: string | null },
): LeftOut {
  const content = snapshotId === null ? readContent(db) : openSnapshot(db, snapshotId).content;
  const all = published(content).leftOut;
  const isWanted = (one: { planId: string | null }) => planId === null || one.planId === planId;
  return {
    ...all,
    kpis: content.kpis.filter((kpi) => kpi.countsChildren && isWanted(kpi)).length,
    figures: all.figures.filter(isWanted),
    texts: all.texts.filter(isWanted),
    warnings: all.warnings.filter(isWanted),
  };
}

/** For whom a lead's list would say something: of a snapshot, or of the register as it stands on a day. */
export function leadsToList(
  db: ReadDb,
  { snapshotId, today }: { snapshotId: string | null; today: string },
): { id: string; name: string }[] {
  const snapshot = snapshotId === null ? null : openSnapshot(db, snapshotId);
  const content = snapshot?.content ?? readContent(db);
  const day = snapshot ? (snapshot.content.judgedOn ?? snapshot.takenAt.slice(0, 10)) : today;
  return leadsWithSomething(indexContent(content), day).map(({ id, name }) => ({ id, name }));
}

/** The day a snapshot was taken, as file names carry it. */
const dayOf = (db: ReadDb, snapshotId: string) => openSnapshot(db, snapshotId).takenAt.slice(0, 10);

/** Makes one report as a file; without a snapshot, one is taken first and named by the day. */
export async function makeReport(
  app: App,
  register: Register,
  wish: Omit<ReportWish, 'snapshotId'> & {
    snapshotId: string | null;
    format: ReportFormat;
    table?: string | null;
  },
): Promise<FileOut> {
  const snapshotId =
    wish.snapshotId ??
    takeSnapshot(register, { ...app.options, name: `Report of ${formatDay(app.options.today())}` }).id;
  const report = composeReport(register.db, { ...wish, snapshotId });
  const { ports } = app.options;
  return writeReport(report, wish.format, { day: dayOf(register.db, snapshotId), ports, table: wish.table });
}

/** The e-mail draft with its reports, noted in the register of who got what. */
export async function makeDraft(
  app: App,
  register: Register,
  wish: {
    snapshotId: string;
    planId: string | null;
    sectionId?: string | null;
    leadId?: string | null;
    meetingId?: string | null;
    bodyId?: string | null;
    audience?: ReportWish['audience'];
    sinceId?: string | null;
    reports: readonly { report: ReportName; format: ReportFormat }[];
    to: readonly string[];
    bcc: readonly string[];
    subject: string | null;
  },
): Promise<FileOut> {
  const day = dayOf(register.db, wish.snapshotId);
  const made = await Promise.all(
    wish.reports.map(async ({ report, format }) => {
      const composed = composeReport(register.db, {
        report,
        snapshotId: wish.snapshotId,
        planId: wish.planId,
        sectionId: wish.sectionId ?? null,
        leadId: wish.leadId ?? null,
        meetingId: wish.meetingId ?? null,
        bodyId: wish.bodyId ?? null,
        audience: wish.audience ?? 'members',
        sinceId: wish.sinceId ?? null,
      });
      return { composed, file: await writeReport(composed, format, { day, ports: app.options.ports }) };
    }),
  );
  const lead = made[0]?.composed;
  if (!lead) throw new AppError('wrong-use', 'An e-mail needs at least one report. Choose which to attach.');
  const subject =
    wish.subject ?? [lead.partnership, lead.title, lead.subtitle].filter((part) => part !== '').join(': ');
  const { newId, now } = app.options;
  const id = newId();
  const at = now();
  const files = made.map(({ file: attached }) => attached);
  const { writeEml } = await import('./write/eml.ts');
  const bytes = await writeEml({
    to: wish.to,
    bcc: wish.bcc,
    subject,
    report: lead,
    files,
    at,
    messageId: id,
  });
  register.act({ kind: 'circulation', label: `e-mail draft “${subject}”`, undoable: false }, (tx) =>
    insertRow(tx, circulations, {
      id,
      snapshotId: wish.snapshotId,
      at,
      subject,
      recipients: [...wish.to, ...wish.bcc],
      files: files.map((attached) => ({
        name: attached.name,
        sha256: sha256(Buffer.from(attached.base64, 'base64')),
      })),
    }),
  );
  return fileOut(`${fileName([subject, day])}.eml`, 'message/rfc822', bytes);
}
