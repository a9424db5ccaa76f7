import type { ReadDb } from '#db/handles.ts';
import { readContent } from '#db/queries/register-json.ts';
import type { Audience, Paper } from '#shared/contract/circulation-records.ts';
import type { LeftOut } from '#shared/contract/left-out.ts';
import type { FileOut } from '#shared/contract/reports.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { published } from '#shared/domain/suppression-content.ts';
import type { App, Register } from '../app.ts';
import { openSnapshot, takeSnapshot } from '../snapshots/snapshots.ts';
import { indexContent } from './compose/content-index.ts';
import { leadsWithSomething } from './compose/lead-list.ts';
import { composeReport, openSource, type ReportWish, seenBy } from './compose-report.ts';
import { noteMails, writeMail, writePapers } from './draft-mail.ts';
import { wordsFor } from './own-words.ts';
import { layoutOf } from './templates.ts';
import { type ReportFormat, writeReport } from './write-report.ts';

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
    sees?: Audience | null;
    table?: string | null;
    templateId?: string | null;
  },
): Promise<FileOut> {
  // Asked for first, so that nothing is frozen for a report that cannot be made.
  const layout = layoutOf(register.db, wish);
  const snapshotId =
    wish.snapshotId ??
    takeSnapshot(register, {
      ...app.options,
      name: `Report of ${formatDay(app.options.today())}`,
      withWords: true,
    }).id;
  const words = wordsFor(register.db, { ...wish, snapshotId });
  const report = composeReport(register.db, { ...wish, snapshotId, layout, words });
  const { ports } = app.options;
  return writeReport(report, wish.format, { day: dayOf(register.db, snapshotId), ports, table: wish.table });
}

/** The e-mail draft with its reports, noted in the register of who got what. */
export async function makeDraft(
  app: App,
  register: Register,
  wish: Omit<ReportWish, 'report'> & {
    reports: readonly Paper[];
    to: readonly string[];
    bcc: readonly string[];
    subject: string | null;
    templateId?: string | null;
  },
): Promise<FileOut> {
  const { snapshotId, sinceId = null } = wish;
  const source = openSource(register.db, { snapshotId, sees: seenBy(wish), sinceId });
  const layout = layoutOf(register.db, wish);
  const papers = await writePapers({ app, register }, source, wish.reports, { ...wish, layout });
  const mail = await writeMail(app, papers, { ...wish, words: null });
  noteMails(register, `e-mail draft “${mail.subject}”`, [
    { ...mail, snapshotId, listId: null, listName: null, audience: wish.sees ?? null },
  ]);
  return mail.file;
}
