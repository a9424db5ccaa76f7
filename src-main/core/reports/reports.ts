import { inReadTransaction } from '#db/change-log.ts';
import type { ReadDb } from '#db/handles.ts';
import { insertRow } from '#db/rows.ts';
import { circulations } from '#db/schema/index.ts';
import { AppError, assertNever } from '#shared/contract/errors.ts';
import type { FileOut, reportNames } from '#shared/contract/reports.ts';
import { formatDay } from '#shared/domain/dates.ts';
import type { App, Register } from '../app.ts';
import { sha256 } from '../snapshots/hash.ts';
import { openSnapshot, snapshotBefore, takeSnapshot } from '../snapshots/snapshots.ts';
import { indexContent } from './compose/content-index.ts';
import { composeExceptions } from './compose/exception-report.ts';
import { composePlan } from './compose/plan-report.ts';
import type { ReportDocument } from './document.ts';
import { fileName } from './file-name.ts';
import { fileOut, type ReportFormat, writeReport } from './write-report.ts';

export type ReportName = (typeof reportNames)[number];

/** Which report, of which snapshot, over which plan (null: all). */
export type ReportWish = {
  readonly report: ReportName;
  readonly snapshotId: string;
  readonly planId: string | null;
};

/** Composes a report from its snapshot alone: the same snapshot gives the same report, whenever it is made. */
function composeReport(db: ReadDb, wish: ReportWish): ReportDocument {
  return inReadTransaction(db, (tx) => {
    const snapshot = openSnapshot(tx, wish.snapshotId);
    const index = indexContent(snapshot.content);
    const front = { snapshotName: snapshot.name, takenAt: snapshot.takenAt, hash: snapshot.hash };
    const plan = wish.planId ? index.plans.get(wish.planId) : null;
    if (plan === undefined) {
      throw new AppError(
        'not-found',
        `The plan is not in the snapshot “${snapshot.name}”. Take a new snapshot, or choose another plan.`,
      );
    }
    switch (wish.report) {
      case 'exceptions': {
        const before = snapshotBefore(tx, snapshot.id);
        return composeExceptions(
          index,
          front,
          plan,
          before && { name: before.name, index: indexContent(before.content) },
        );
      }
      case 'plan': {
        const only = plan ?? (index.plans.size === 1 ? [...index.plans.values()][0] : undefined);
        if (!only) {
          throw new AppError(
            'wrong-use',
            "A plan report is of one plan. Choose which of the register's plans.",
          );
        }
        return composePlan(index, front, only);
      }
      default:
        return assertNever(wish.report);
    }
  });
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
