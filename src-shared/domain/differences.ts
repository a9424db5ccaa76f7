import type { RegisterContent } from '../contract/register.ts';
import { type Compared, compared } from './difference-compare.ts';
import { type Change, type Kept, type ListName, type Rules, type Side, sideOf } from './difference-fields.ts';
import { foldReasons } from './difference-folds.ts';
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
import {
  acceptanceRules,
  aliasRules,
  apartRules,
  settingsId,
  settingsRules,
  spellRules,
} from './difference-rules-people.ts';
import { lineageRules, yearDifferences } from './difference-years.ts';

type RowOf<List extends ListName> = NonNullable<RegisterContent[List]>[number];

/** How each list is compared, in the order in which a report tells of them. */
const rulesOf: { readonly [List in ListName]: Rules<RowOf<List>> } = {
  plans: planRules,
  sections: sectionRules,
  lineage: lineageRules,
  actions: actionRules,
  measures: measureRules,
  kpis: kpiRules,
  kpiChanges: kpiChangeRules,
  kpiValues: kpiValueRules,
  kpiJudgements: kpiJudgementRules,
  kpiNarratives: narrativeRules,
  progress: progressRules,
  acceptances: acceptanceRules,
  duties: dutyRules,
  dutyAnswers: answerRules,
  fundingStreams: streamRules,
  bodies: bodyRules,
  meetings: meetingRules,
  attendance: attendanceRules,
  agendaItems: agendaItemRules,
  resolutions: resolutionRules,
  minuteCorrections: correctionRules,
  owedReports: owedReportRules,
  reportDeliveries: deliveryRules,
  reportingLines: reportingLineRules,
  closures: closureRules,
  glossary: glossaryRules,
  people: personRules,
  spells: spellRules,
  aliases: aliasRules,
  apart: apartRules,
};
const lists = Object.keys(rulesOf) as ListName[];

/** The two states with what their ids stand for. */
type Both = {
  readonly before: RegisterContent;
  readonly after: RegisterContent;
  readonly was: Side;
  readonly is: Side;
};

/**
 * What has changed between two states of the register, told as a quarterly report tells it: by permanent id,
 * each changed field once, a new or removed record as one. What belongs to a new or removed record (the measures
 * of an action, the figures of a KPI) is told with it, and so is the update that gave a status. Where a value came from
 * is no difference. What was rolled forward from another year is told as carried forward, and not as new; what was
 * not carried is told with the reason. Order: by kind of record, each in the reading order of the later state,
 * removed ones last. All that is told, applied to the earlier state, gives the later one.
 */
export function differencesBetween(before: RegisterContent, after: RegisterContent): Change[] {
  const both = { before, after, was: sideOf(before), is: sideOf(after) };
  const told = lists.map((list) => (list === 'lineage' ? yearsTold(both) : listTold(both, list)));
  return foldReasons(withParts([...told, settingsTold(both)]), after);
}

function listTold<List extends ListName>({ before, after, was, is }: Both, list: List): Compared {
  const rows = (content: RegisterContent) => (content[list] ?? []) as readonly RowOf<List>[];
  const rules: Rules<RowOf<List>> = rulesOf[list];
  return compared(list, { rows: rows(before), side: was }, { rows: rows(after), side: is }, rules);
}

function settingsTold({ before, after, was, is }: Both): Compared {
  const rows = ({ settings }: RegisterContent) => [{ id: settingsId, ...settings }];
  return compared(
    'settings',
    { rows: rows(before), side: was },
    { rows: rows(after), side: is },
    settingsRules,
  );
}

/** What is new between years is told in words of its own; here what goes, and what is another in a link that stayed. */
function yearsTold(both: Both): Compared {
  const { changes, parts } = listTold(both, 'lineage');
  const isOld = ({ held }: Change) => held.was !== null;
  return {
    changes: [...yearDifferences(both.before, both.after, both.was, both.is), ...changes.filter(isOld)],
    parts: parts.filter(({ itself }) => isOld(itself)),
  };
}

/** The id of a record that is told whole, being new or gone; null of a difference in one that stayed. */
function idOfWhole({ held: { was, is } }: Change): string | null {
  return was === null || is === null ? ((is ?? was)?.id ?? null) : null;
}

/**
 * Puts what is told with another record there. A record that is told as carried forward is not told as added as well;
 * what belongs to nothing that is told stands by itself.
 */
function withParts(told: readonly Compared[]): Change[] {
  const wholes = new Map<string, Change>();
  const behind = new Map<string, string | null>();
  const changes: Change[] = [];
  for (const one of told.flatMap((list) => list.changes)) {
    const id = idOfWhole(one);
    if (id !== null && one.held.behind !== undefined) behind.set(id, one.held.behind);
    if (id !== null && wholes.has(id)) continue;
    if (id !== null) wholes.set(id, one);
    changes.push(one);
  }
  const partsOf = new Map<string, Kept[]>();
  for (const { of, kept, itself } of told.flatMap((list) => list.parts)) {
    if (!wholes.has(of)) changes.push(itself);
    else if (!partsOf.get(of)?.push(kept)) partsOf.set(of, [kept]);
  }
  return changes.map((one) => {
    const id = idOfWhole(one) ?? '';
    const [parts, at] = [partsOf.get(id) ?? [], behind.get(id)];
    if (parts.length === 0 && at === one.held.behind) return one;
    const held = { ...one.held, parts: [...one.held.parts, ...parts] };
    return { ...one, held: at === undefined ? held : { ...held, behind: at } };
  });
}
