import { inReadTransaction } from '#db/change-log.ts';
import type { ReadDb } from '#db/handles.ts';
import type { Audience } from '#shared/contract/circulation-records.ts';
import { AppError, assertNever } from '#shared/contract/errors.ts';
import type { Plan, Section, SnapshotContent } from '#shared/contract/register.ts';
import type { OfficeLook, PlacedWords, ReportLayout } from '#shared/contract/report-records.ts';
import type { audiences, reportNames } from '#shared/contract/reports.ts';
import { forAudience, namingOf, seesAll } from '#shared/domain/audience.ts';
import type { LeftOutOfMinutes } from '#shared/domain/public-content.ts';
import { type OpenSnapshot, openSnapshot, snapshotBefore } from '../snapshots/snapshots.ts';
import { arrange } from './arrange.ts';
import { composeAgenda } from './compose/agenda-report.ts';
import type { Before } from './compose/changed-blocks.ts';
import { composeChanges } from './compose/changes-report.ts';
import { type ContentIndex, indexContent } from './compose/content-index.ts';
import { composeExceptions } from './compose/exception-report.ts';
import { composeKpiBook } from './compose/kpi-book.ts';
import { composeLeadList } from './compose/lead-list.ts';
import { composeMinutes } from './compose/minutes-report.ts';
import { composeReportCards } from './compose/outcome-report-card.ts';
import { composePlan } from './compose/plan-report.ts';
import { composeQuarterlyReview } from './compose/quarterly-review.ts';
import type { ReportDocument } from './document.ts';
import { meetingWanted } from './meeting-wanted.ts';

export type ReportName = (typeof reportNames)[number];

/** What a report is of: which plan (null: all), section, lead, meeting or body. */
export type ReportScope = {
  readonly planId: string | null;
  /** For a KPI book or a report card: the section it is of. */
  readonly sectionId?: string | null;
  /** For a lead's list: whose. */
  readonly leadId?: string | null;
  /** For an agenda or minutes: of which meeting, or of which body's next or last. */
  readonly meetingId?: string | null;
  readonly bodyId?: string | null;
};

/** What the office adds to a report, and how it is laid out. */
export type Additions = {
  readonly layout?: ReportLayout | null;
  readonly words?: readonly PlacedWords[];
};

/** Which report, of which snapshot. */
export type ReportWish = ReportScope &
  Additions & {
    readonly report: ReportName;
    readonly snapshotId: string;
    readonly audience?: (typeof audiences)[number];
    /** What those may see for whom it is made; nothing that `audience` does not allow. */
    readonly sees?: Audience | null;
    /** The earlier snapshot that it is compared with; without it the newest earlier one that holds something else. */
    readonly sinceId?: string | null;
  };

/** A snapshot laid out for those who get its reports: what they do not see is in none of it. */
export type ReportSource = {
  readonly snapshot: Pick<OpenSnapshot, 'id' | 'name' | 'takenAt' | 'hash'>;
  readonly day: string;
  readonly index: ContentIndex;
  readonly minutes: LeftOutOfMinutes | null;
  readonly before: () => Before;
  readonly sees: Audience;
  /** How words are told to those who get it. */
  readonly hide: (text: string) => string;
  readonly look: OfficeLook | undefined;
};

/** What a report is made of: a snapshot, or the register as it stands, which is none yet. */
type Base = Pick<OpenSnapshot, 'id' | 'name' | 'takenAt' | 'hash'> & { readonly content: SnapshotContent };

/** Opens a snapshot once for all reports that one audience gets of it. */
export function openSource(
  db: ReadDb,
  o: { snapshotId: string; sees: Audience; sinceId: string | null },
): ReportSource {
  return inReadTransaction(db, (tx) =>
    sourceOf(db, openSnapshot(tx, o.snapshotId), o.sees, () =>
      o.sinceId ? openSnapshot(db, o.sinceId) : snapshotBefore(db, o.snapshotId),
    ),
  );
}

/** A snapshot, or the register as it stands, laid out for those who see only so much; `before` is what it is compared with. */
export function sourceOf(
  db: ReadDb,
  snapshot: Base,
  sees: Audience,
  before: () => OpenSnapshot | null,
): ReportSource {
  return inReadTransaction(db, () => {
    const day = snapshot.content.judgedOn ?? snapshot.takenAt.slice(0, 10);
    let opened: OpenSnapshot | null | undefined;
    const earlier = () => {
      if (opened === undefined) opened = before();
      return opened;
    };
    // Who stands for whom must be the same before and after, or each would be told as a change.
    const naming = sees.names
      ? null
      : namingOf(
          [snapshot, earlier()].flatMap((one) => one?.content ?? []),
          day,
        );
    const { content, minutes } = forAudience(snapshot.content, sees, naming);
    const hide = naming?.hide ?? ((text: string) => text);
    const index = indexContent(content, {
      hidesChecks: !sees.notes,
      named: naming && {
        index: indexContent(forAudience(snapshot.content, { ...sees, names: true }, null).content),
        hide,
      },
    });
    let held: Before = null;
    return {
      snapshot: { ...snapshot, name: hide(snapshot.name) },
      sees,
      hide,
      // As it was frozen: the walk through the words of a register does not look into a picture.
      look: snapshot.content.settings.look,
      day,
      index,
      minutes,
      before: () => {
        const one = earlier();
        held ??= one && {
          name: hide(one.name),
          index: indexContent(forAudience(one.content, sees, naming).content, { hidesChecks: !sees.notes }),
        };
        return held;
      },
    };
  });
}

/** What a report is of, in one id; null for all plans. */
export function ofWhat(report: ReportName, scope: Partial<ReportScope>): string | null {
  if (report === 'lead-list') return scope.leadId ?? null;
  if (report === 'agenda' || report === 'minutes') return scope.meetingId ?? scope.bodyId ?? null;
  return scope.sectionId ?? scope.planId ?? null;
}

/** What those see for whom a report is made by itself. */
export const seenBy = ({ audience, sees }: Pick<ReportWish, 'audience' | 'sees'>): Audience => {
  const wanted = sees ?? seesAll;
  return audience === 'public' ? { ...wanted, confidential: false } : wanted;
};

/** Composes a report from its snapshot alone: the same snapshot gives the same report, whenever it is made. */
export function composeReport(db: ReadDb, wish: ReportWish): ReportDocument {
  const { snapshotId, sinceId = null } = wish;
  const source = openSource(db, { snapshotId, sees: seenBy(wish), sinceId });
  return composeFrom(source, wish.report, wish);
}

/** Composes a report and arranges it as the office wants it. */
export function composeFrom(
  source: ReportSource,
  report: ReportName,
  wish: ReportScope & Additions,
): ReportDocument {
  const { words = [], layout = null } = wish;
  return arrange(composed(source, report, wish), { ...source, words, layout });
}

function composed(
  { index: whole, ...source }: ReportSource,
  report: ReportName,
  wish: ReportScope & Additions,
): ReportDocument {
  const worded = new Set(wish.words?.flatMap(({ recordId, text }) => (recordId && text ? [recordId] : [])));
  const index = { ...whole, worded };
  const { snapshot, before } = source;
  const front = { snapshotName: snapshot.name, takenAt: snapshot.takenAt, hash: snapshot.hash };
  const plan = wish.planId ? index.plans.get(wish.planId) : null;
  if (plan === undefined) {
    throw new AppError(
      'not-found',
      `The plan is not in the snapshot “${snapshot.name}”. Take a new snapshot, or choose another plan.`,
    );
  }
  const section = sectionIn(index, wish.sectionId ?? null, snapshot.name);
  switch (report) {
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
      const { day } = source;
      const { meetingId, bodyId } = wish;
      const meeting = meetingWanted(
        index.content,
        { report, meetingId, bodyId },
        { day, snapshot: snapshot.name },
      );
      const compose = report === 'agenda' ? composeAgenda : composeMinutes;
      return compose(index, front, meeting, source.minutes);
    }
    default:
      return assertNever(report);
  }
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
