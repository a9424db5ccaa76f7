import { inReadTransaction } from '#db/change-log.ts';
import type { ReadDb } from '#db/handles.ts';
import { readContent } from '#db/queries/register-json.ts';
import { insertRow } from '#db/rows.ts';
import { circulations } from '#db/schema/index.ts';
import { AppError, assertNever } from '#shared/contract/errors.ts';
import type { LeftOut } from '#shared/contract/left-out.ts';
import type { Plan, Section } from '#shared/contract/register.ts';
import type { audiences, FileOut, reportNames } from '#shared/contract/reports.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { publicContent } from '#shared/domain/public-content.ts';
import { published } from '#shared/domain/suppression-content.ts';
import type { App, Register } from '../app.ts';
import { sha256 } from '../snapshots/hash.ts';
import { openSnapshot, snapshotBefore, takeSnapshot } from '../snapshots/snapshots.ts';
import { composeAgenda } from './compose/agenda-report.ts';
import { composeChanges } from './compose/changes-report.ts';
import { type ContentIndex, indexContent } from './compose/content-index.ts';
import { composeExceptions } from './compose/exception-report.ts';
import { composeKpiBook } from './compose/kpi-book.ts';
import { composeLeadList, leadsWithSomething } from './compose/lead-list.ts';
import { composeMinutes } from './compose/minutes-report.ts';
import { composeReportCards } from './compose/outcome-report-card.ts';
import { composePlan } from './compose/plan-report.ts';
import { composeQuarterlyReview } from './compose/quarterly-review.ts';
import type { ReportDocument } from './document.ts';
import { fileName } from './file-name.ts';
import { meetingWanted } from './meeting-wanted.ts';
import { fileOut, type ReportFormat, writeReport } from './write-report.ts';

export type ReportName = (typeof reportNames)[number];

/** Which report, of which snapshot, over which plan (null: all). */
export type ReportWish = {
  readonly report: ReportName;
  readonly snapshotId: string;
  readonly planId: string | null;
  /** For a KPI book or a report card: the section it is of. */
  readonly sectionId?: string | null;
  /** For a lead's list: whose. */
  readonly leadId?: string | null;
  /** For an agenda or minutes: of which meeting, or of which body's next or last. */
  readonly meetingId?: string | null;
  readonly bodyId?: string | null;
  readonly audience?: (typeof audiences)[number];
  /** The earlier snapshot that it is compared with; without it the newest earlier one that holds something else. */
  readonly sinceId?: string | null;
};

/** Composes a report from its snapshot alone: the same snapshot gives the same report, whenever it is made. */
function composeReport(db: ReadDb, wish: ReportWish): ReportDocument {
  return inReadTransaction(db, (tx) => {
    const snapshot = openSnapshot(tx, wish.snapshotId);
    const toPublic = wish.audience === 'public' ? publicContent(snapshot.content) : null;
    const index = indexContent(toPublic?.content ?? snapshot.content);
    const front = { snapshotName: snapshot.name, takenAt: snapshot.takenAt, hash: snapshot.hash };
    const plan = wish.planId ? index.plans.get(wish.planId) : null;
    if (plan === undefined) {
      throw new AppError(
        'not-found',
        `The plan is not in the snapshot “${snapshot.name}”. Take a new snapshot, or choose another plan.`,
      );
    }
    const section = sectionIn(index, wish.sectionId ?? null, snapshot.name);
    const before = () => {
      const earlier = wish.sinceId ? openSnapshot(tx, wish.sinceId) : snapshotBefore(tx, snapshot.id);
      if (!earlier) return earlier;
      const content = toPublic ? publicContent(earlier.content).content : earlier.content;
      return { name: earlier.name, index: indexContent(content) };
    };
    switch (wish.report) {
      case 'exceptions':
        return composeExceptions(index, front, plan, before());
      case 'kpi-book':
        return composeKpiBook(index, front, planOver(index, plan, section), section);
      case 'outcome-report-card':
        return composeReportCards(index, front, { plan: planOver(index, plan, section), section }, before());
      case 'plan': {
        const only = plan ?? (index.plans.size === 1 ? [...index.plans.values()][0] : undefined);
        if (!only) {
          throw new AppError(
            'wrong-use',
            "A plan report is of one plan. Choose which of the register's plans.",
          );
        }
        return composePlan(index, front, only, before());
      }
      case 'changes':
        return composeChanges(index, front, plan, before());
      case 'quarterly-review':
        return composeQuarterlyReview(index, front, plan, before());
      case 'lead-list':
        if (!wish.leadId) {
          throw new AppError('wrong-use', "A lead's list is of one lead. Choose whose it is to be.");
        }
        return composeLeadList(index, front, wish.leadId);
      case 'agenda':
      case 'minutes': {
        const day = snapshot.content.judgedOn ?? snapshot.takenAt.slice(0, 10);
        const { report, meetingId, bodyId } = wish;
        const meeting = meetingWanted(
          index.content,
          { report, meetingId, bodyId },
          { day, snapshot: snapshot.name },
        );
        const compose = report === 'agenda' ? composeAgenda : composeMinutes;
        return compose(index, front, meeting, toPublic?.leftOut ?? null);
      }
      default:
        return assertNever(wish.report);
    }
  });
}

function sectionIn(index: ContentIndex, sectionId: string | null, snapshot: string): Section | null {
  const section = sectionId === null ? null : index.sections.get(sectionId);
  if (section === undefined) {
    throw new AppError(
      'not-found',
      `The section is not in the snapshot “${snapshot}”. Take a new snapshot, or choose another section.`,
    );
  }
  return section;
}

const planOver = (index: ContentIndex, plan: Plan | null, section: Section | null): Plan | null =>
  plan ?? (section ? (index.plans.get(section.planId) ?? null) : null);

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
    audience?: (typeof audiences)[number];
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
