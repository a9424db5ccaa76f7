import type { RegisterContent } from '../contract/register.ts';
import type { Difference } from '../contract/reports.ts';
import { canonicalJson } from './canonical-json.ts';
import { byId, named, type Rules, type Side, sideOf } from './difference-fields.ts';
import { actionRules, measureRules, planRules, sectionRules } from './difference-rules.ts';
import {
  kpiChangeRules,
  kpiJudgementRules,
  kpiRules,
  kpiValueRules,
  narrativeRules,
} from './difference-rules-kpis.ts';
import { answerRules, streamRules } from './difference-rules-linked.ts';
import {
  agendaItemRules,
  attendanceRules,
  bodyRules,
  closureRules,
  correctionRules,
  deliveryRules,
  meetingRules,
  owedReportRules,
  reportingLineRules,
  resolutionRules,
} from './difference-rules-meetings.ts';
import { dutyRules, glossaryRules, personRules, progressRules } from './difference-rules-office.ts';
import { yearDifferences } from './difference-years.ts';

/**
 * What has changed between two states of the register, told as a quarterly report tells it: by permanent id,
 * each changed field once, a new or removed record as one. What belongs to a new or removed record (the measures
 * of an action, the figures of a KPI) is told with it. Where a value came from is no difference, nor are the
 * office's settings. What was rolled forward from another year is told as carried forward, and not as new; what was
 * not carried is told with the reason. Order: by kind of record, each in the reading order of the later state,
 * removed ones last.
 */
export function differencesBetween(before: RegisterContent, after: RegisterContent): Difference[] {
  const then = sideOf(before);
  const now = sideOf(after);
  const tell = <T extends { id: string }>(of: (content: RegisterContent) => readonly T[], rules: Rules<T>) =>
    compared({ rows: of(before), side: then }, { rows: of(after), side: now }, rules);
  const years = yearDifferences(before, after, then, now);
  const toldAsNew = ({ kind, id }: Difference) => kind !== 'added' || !years.told.has(id);
  return [
    ...tell((content) => content.plans, planRules),
    ...tell((content) => content.sections, sectionRules),
    ...years.differences,
    ...tell((content) => content.actions, actionRules).filter(toldAsNew),
    ...tell((content) => content.measures, measureRules),
    ...tell((content) => content.kpis, kpiRules).filter(toldAsNew),
    ...tell((content) => content.kpiChanges ?? [], kpiChangeRules),
    ...tell((content) => content.kpiValues, kpiValueRules),
    ...tell((content) => content.kpiJudgements ?? [], kpiJudgementRules),
    ...tell((content) => content.kpiNarratives, narrativeRules),
    ...tell((content) => content.progress, progressRules),
    ...tell((content) => content.duties, dutyRules),
    ...tell((content) => content.dutyAnswers ?? [], answerRules),
    ...tell((content) => content.fundingStreams ?? [], streamRules),
    ...tell((content) => content.bodies, bodyRules),
    ...tell((content) => content.meetings, meetingRules),
    ...tell((content) => content.attendance, attendanceRules),
    ...tell((content) => content.agendaItems, agendaItemRules),
    ...tell((content) => content.resolutions, resolutionRules),
    ...tell((content) => content.minuteCorrections ?? [], correctionRules),
    ...tell((content) => content.owedReports ?? [], owedReportRules),
    ...tell((content) => content.reportDeliveries ?? [], deliveryRules),
    ...tell((content) => content.reportingLines ?? [], reportingLineRules),
    ...tell((content) => content.closures ?? [], closureRules),
    ...tell((content) => content.glossary, glossaryRules),
    ...tell((content) => content.people, personRules),
  ];
}

type Half<T> = { readonly rows: readonly T[]; readonly side: Side };

function compared<T extends { id: string }>(then: Half<T>, now: Half<T>, rules: Rules<T>): Difference[] {
  const old = byId(then.rows);
  const kept = byId(now.rows);
  return [
    ...now.rows.flatMap((row) => {
      const was = old.get(row.id);
      if (was) return changed(was, row, then.side, now.side, rules);
      return rules.toldWith?.(row, then.side) ? [] : [whole(row, now.side, 'added', rules)];
    }),
    ...then.rows
      .filter((row) => !kept.has(row.id) && !rules.toldWith?.(row, now.side))
      .map((row) => whole(row, then.side, 'removed', rules)),
  ];
}

/** A record that is new or gone. */
function whole<T extends { id: string }>(
  row: T,
  side: Side,
  act: 'added' | 'removed',
  rules: Rules<T>,
): Difference {
  const head = rules.head(row, side);
  const shown = rules.shown?.(row, side);
  const name = named(head.ref, head.title);
  return {
    kind: rules.kindOf?.(row) ?? act,
    id: row.id,
    ...head,
    field: shown?.field ?? null,
    before: act === 'removed' ? (shown?.text ?? null) : null,
    after: act === 'added' ? (shown?.text ?? null) : null,
    words: `${act === 'added' ? 'Added' : 'Removed'}: ${shown ? `${name}: ${shown.text}` : name}`,
  };
}

/** The fields in which a record that stayed is no longer what it was. */
function changed<T extends { id: string }>(
  old: T,
  row: T,
  then: Side,
  now: Side,
  rules: Rules<T>,
): Difference[] {
  const head = rules.head(row, now);
  return Object.entries(rules.fields).flatMap(([field, { kind, of, text, reading }]): Difference[] => {
    if (isSame(of(old), of(row))) return [];
    let before = text(old, then) || null;
    let after = text(row, now) || null;
    if (before === after && reading) {
      before = withReading(before, reading(old, then));
      after = withReading(after, reading(row, now));
    }
    const told =
      before === after ? `${field} has changed` : `${field} was ${orNone(before)}, is ${orNone(after)}`;
    return [
      {
        kind: rules.kindOf?.(row) ?? kind,
        id: row.id,
        ...head,
        field,
        before,
        after,
        words: `${named(head.ref, head.title)}: ${told}`,
      },
    ];
  });
}

/** Most fields are the same, and most of those at a glance: only what differs as it lies is put in order and spelt. */
function isSame(old: unknown, now: unknown): boolean {
  if (old === now) return true;
  const isPlain = (held: unknown) => held === null || typeof held !== 'object';
  if (!isPlain(old) && !isPlain(now) && JSON.stringify(old) === JSON.stringify(now)) return true;
  return spelling(old) === spelling(now);
}

/** No words and empty words are the same to a reader. */
const spelling = (held: unknown): string => canonicalJson(held === '' ? null : held);

const withReading = (text: string | null, reading: string | null): string | null =>
  reading ? `${text ?? 'none'} (${reading})` : text;

const orNone = (text: string | null): string => (text === null ? 'none' : `“${text}”`);
