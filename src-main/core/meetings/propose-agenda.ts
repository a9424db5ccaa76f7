import type { ReadDb } from '#db/handles.ts';
import { actionsDueBy, helpAsked, plansOverseen, planTitles } from '#db/queries/meetings-due.ts';
import { bodiesIn, bodyById, meetingsOfBody, proceedingsOf } from '#db/queries/meetings-list.ts';
import { reportingLinesIn } from '#db/queries/register-follow-up.ts';
import type { ProposedItem } from '#shared/contract/agenda.ts';
import type { AgendaItem, Body, ItemKind, ItemLink, Meeting } from '#shared/contract/meeting-records.ts';
import type { MatterArising } from '#shared/contract/meetings.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { isHeld } from '#shared/domain/meeting-stages.ts';
import { comparable } from '#shared/domain/similarity.ts';
import { count } from '#shared/domain/words.ts';
import { latestStandings } from '../kpis/read-kpis.ts';
import { owedShown } from './owed-shown.ts';
import { meetingNamed } from './read-meeting.ts';
import { mattersArising } from './shown-resolutions.ts';

/** The order of an agenda. */
export const kindOrder: readonly ItemKind[] = [
  'apologies',
  'last-minutes',
  'matters-arising',
  'standing',
  'review',
  'decision',
  'report',
  'other-business',
  'next-meeting',
];

type Proposal = Omit<ProposedItem, 'there'>;
const nothing = {
  lines: [],
  plannedMinutes: null,
  officer: null,
  links: [],
  papers: [],
  confidential: false,
};

const to = (target: Partial<ItemLink> & { text: string }): ItemLink => ({
  planId: null,
  sectionId: null,
  actionId: null,
  kpiId: null,
  resolutionId: null,
  ...target,
});
const named = (ref: string | null, text: string) => [ref, text].filter(Boolean).join(' ');
const by = (text: string, day: string | null) => (day === null ? text : `${text} ${formatDay(day)}`);

/** What the agenda of a meeting would hold, in the order of an agenda: all that is due, and why it is proposed. */
export function proposeAgenda(db: ReadDb, meetingId: string, today: string): ProposedItem[] {
  const meeting = meetingNamed(db, meetingId);
  const body = meeting.bodyId === null ? null : (bodyById(db, meeting.bodyId) ?? null);
  const day = meeting.heldOn ?? today;
  const standing = standingProposals(body);
  const kinds = new Set(standing.map(({ kind }) => kind));
  const usual = (kind: ItemKind, title: string): Proposal[] =>
    kinds.has(kind) ? [] : [{ ...nothing, key: kind, kind, title, why: 'On every agenda' }];
  const proposals: Proposal[] = [
    ...usual('apologies', 'Apologies'),
    ...standing,
    ...(body
      ? [
          ...lastMinutes(db, meeting, body),
          ...matters(mattersArising(db, { bodyId: body.id, meetingId, before: day }, today)),
          ...reviews(db, plansOverseen(db, body.id), day),
          ...decisions(db, plansOverseen(db, body.id)),
          ...reports(db, body, day, today),
        ]
      : []),
    ...usual('other-business', 'Any other business'),
    ...nextMeeting(db, meeting, kinds),
  ];
  const there = new Set(proceedingsOf(db, meetingId).items.map(sameness));
  return kindOrder
    .flatMap((kind) => proposals.filter((one) => one.kind === kind))
    .map((one) => ({ ...one, there: there.has(sameness(one)) }));
}

/** Only one item of these kinds stands on an agenda; of the others the title tells. */
const single: readonly ItemKind[] = ['apologies', 'other-business', 'next-meeting'];
const sameness = ({ kind, title }: { kind?: AgendaItem['kind'] | null; title: string }): string =>
  kind && single.includes(kind) ? kind : comparable(title);

function standingProposals(body: Body | null): Proposal[] {
  return (body?.standingItems ?? []).map(({ title, kind, plannedMinutes, officer }, at) => ({
    ...nothing,
    key: `standing ${at}`,
    kind: kind ?? 'standing',
    title,
    plannedMinutes,
    officer: officer?.text ?? null,
    why: 'Standing item',
  }));
}

/** Minutes of earlier meetings that nobody confirmed yet. */
function lastMinutes(db: ReadDb, meeting: Meeting, body: Body): Proposal[] {
  return meetingsOfBody(db, body.id)
    .filter(
      (one) =>
        one.id !== meeting.id &&
        isHeld(one) &&
        one.state !== 'confirmed' &&
        one.heldOn !== null &&
        (meeting.heldOn === null || one.heldOn < meeting.heldOn),
    )
    .map((one) => ({
      ...nothing,
      key: `minutes ${one.id}`,
      kind: 'last-minutes',
      title: `Minutes of ${formatDay(one.heldOn ?? '')}${one.minuteRef ? `, ${one.minuteRef}` : ''}`,
      why: 'Not confirmed yet',
    }));
}

/** What is confidential is an item of its own, so that the others may be told in public. */
function matters(all: readonly MatterArising[]): Proposal[] {
  const item = (confidential: boolean): Proposal[] => {
    const own = all.filter((one) => one.confidential === confidential);
    if (own.length === 0) return [];
    return [
      {
        ...nothing,
        key: confidential ? 'arising confidential' : 'arising',
        kind: 'matters-arising',
        title: confidential ? 'Matters arising, confidential' : 'Matters arising',
        lines: own.map(({ ref, text, who, when }) =>
          [`${ref} ${text}`, who, when].filter(Boolean).join(' · '),
        ),
        links: own.map(({ ref, actionId, planId, resolutionId }) =>
          to({ text: ref, actionId, planId, resolutionId }),
        ),
        confidential,
        why: `${count(own.length, 'resolution')} still open`,
      },
    ];
  };
  return [...item(false), ...item(true)];
}

function reviews(db: ReadDb, planIds: readonly string[], day: string): Proposal[] {
  const due = Map.groupBy(actionsDueBy(db, planIds, day), ({ planId }) => planId);
  const actions = [...due].map(([planId, own]): Proposal => {
    const plan = own[0]?.plan ?? '';
    return {
      ...nothing,
      key: `review ${planId}`,
      kind: 'review',
      title: `Review: ${plan}`,
      lines: own.map(({ ref, text, reviewOn, end, status }) => {
        const when = reviewOn !== null && reviewOn <= day ? by('to be reviewed', reviewOn) : by('due', end);
        return [named(ref, text), when, status?.label].filter(Boolean).join(' · ');
      }),
      links: own.map(({ id, ref, text }) => to({ text: ref ?? text, actionId: id, planId })),
      why: `${count(own.length, 'action')} to be reviewed or due by ${formatDay(day)}`,
    };
  });
  const wanted = new Set(planIds);
  const off = latestStandings(db, { in: 'all' }).filter(
    ({ kpi, latest }) =>
      latest?.state === 'off-track' && (wanted.size === 0 || (kpi.planId !== null && wanted.has(kpi.planId))),
  );
  if (off.length === 0) return actions;
  const kpis: Proposal = {
    ...nothing,
    key: 'kpis',
    kind: 'review',
    title: 'KPIs off track',
    lines: off.map(({ kpi, latest }) =>
      [named(kpi.ref, kpi.name), latest?.period.label].filter(Boolean).join(' · '),
    ),
    links: off.map(({ kpi }) => to({ text: kpi.ref ?? kpi.name, kpiId: kpi.id, planId: kpi.planId })),
    why: `${count(off.length, 'KPI')} off track`,
  };
  return [...actions, kpis];
}

function decisions(db: ReadDb, planIds: readonly string[]): Proposal[] {
  return helpAsked(db, planIds).map(({ kpiId, planId, name, period, help }) => ({
    ...nothing,
    key: `help ${kpiId}`,
    kind: 'decision',
    title: `Decision asked for: ${name}`,
    lines: [help],
    links: [to({ text: name, kpiId, planId })],
    why: period === null ? 'Help asked for' : `Help asked for, ${period}`,
  }));
}

/** The report of this register that words seem to mean. */
function reportMeant(words: string): string | null {
  if (/exception|highlight/i.test(words)) return 'exceptions';
  if (/report card|outcome/i.test(words)) return 'outcome-report-card';
  if (/kpi|indicator|performance/i.test(words)) return 'kpi-book';
  if (/review|progress|quarter/i.test(words)) return 'quarterly-review';
  return /plan/i.test(words) ? 'plan' : null;
}

function reports(db: ReadDb, body: Body, day: string, today: string): Proposal[] {
  const owed = owedShown(db, { bodyId: body.id, by: day }, today).map(
    ({ report, ref }): Proposal => ({
      ...nothing,
      key: `owed ${report.id}`,
      kind: 'report',
      title: report.title,
      officer: report.officer?.text ?? null,
      links: report.resolutionId === null ? [] : [to({ text: ref ?? '', resolutionId: report.resolutionId })],
      why: `Owed ${report.every}, ${by('by', report.nextOn)}`,
    }),
  );
  const plans = planTitles(db);
  const bodies = new Map(bodiesIn(db).map((one) => [one.id as string, one.name]));
  const lines = reportingLinesIn(db)
    .filter(({ toBodyId }) => toBodyId === body.id)
    .map((line): Proposal => {
      const from = plans.get(line.fromPlanId ?? '') ?? bodies.get(line.fromBodyId ?? '') ?? line.from;
      const report = line.fromPlanId === null ? null : reportMeant(line.report);
      const title = [line.report, from].filter(Boolean).join(': ');
      return {
        ...nothing,
        key: `line ${line.id}`,
        kind: 'report',
        title,
        links: line.fromPlanId === null ? [] : [to({ text: from ?? '', planId: line.fromPlanId })],
        papers: report === null ? [] : [{ title, where: null, report, snapshotId: null }],
        why: line.every ? `Reporting line, ${line.every}` : 'Reporting line',
      };
    });
  return [...owed, ...lines];
}

function nextMeeting(db: ReadDb, meeting: Meeting, kinds: ReadonlySet<ItemKind>): Proposal[] {
  if (kinds.has('next-meeting')) return [];
  const { bodyId, heldOn } = meeting;
  const next =
    bodyId === null || heldOn === null
      ? undefined
      : meetingsOfBody(db, bodyId).find((one) => one.state !== 'cancelled' && (one.heldOn ?? '') > heldOn);
  const lines = next?.heldOn
    ? [[formatDay(next.heldOn), next.startTime, next.place].filter(Boolean).join(', ')]
    : [];
  return [
    {
      ...nothing,
      key: 'next-meeting',
      kind: 'next-meeting',
      title: 'Date of next meeting',
      lines,
      why: next ? 'The next meeting is planned' : 'On every agenda; no next meeting is planned',
    },
  ];
}
