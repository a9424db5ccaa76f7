import type { ReadDb } from '#db/handles.ts';
import type { CheckedAction, CheckedPlan } from '#db/queries/checks-facts.ts';
import {
  actionsWithout,
  brokenLinks,
  type CheckedSection,
  checkedKpis,
  checkedSections,
  unknownLeads,
} from '#db/queries/checks-records.ts';
import { knownPeople } from '#db/queries/people-list.ts';
import type { DataCheck, Finding } from '#shared/contract/checks.ts';
import { fingerprint } from '#shared/domain/fingerprint.ts';
import { type Twin, twinsAmong } from '#shared/domain/near-words.ts';
import { otherRow, referenceKey } from '#shared/domain/references.ts';
import { isEnded } from '#shared/domain/states.ts';
import { listWords } from '#shared/domain/words.ts';
import { peopleIndex } from '../people/people-index.ts';
import type { AcceptedFinder } from './acceptances.ts';
import type { Judgement } from './judge.ts';

/** A finding before it is said whether it was accepted, with what it rests on. */
type Raw = Omit<Finding, 'accepted'> & { basis: unknown };

type Data = {
  readonly db: ReadDb;
  readonly judgement: Judgement;
  readonly planId: string | null;
  /** Actions still to be done, which nobody took on into another year. */
  readonly open: readonly CheckedAction[];
  readonly sections: readonly CheckedSection[];
};

/** Gaps in the data of a plan, or of all plans, check by check, each with whether it was accepted. */
export function findingsIn(
  db: ReadDb,
  judgement: Judgement,
  planId: string | null,
  accepted: AcceptedFinder,
): Finding[] {
  return rawFindings(db, judgement, planId).map((raw) => {
    const { basis: _, ...finding } = raw;
    return { ...finding, accepted: accepted(raw.check, recordOf(raw), () => basisOf(raw)) };
  });
}

/** `judgement` is of all plans, so that what is said twice is found across them. */
export function rawFindings(db: ReadDb, judgement: Judgement, planId: string | null): Raw[] {
  const data: Data = {
    db,
    judgement,
    planId,
    open: judgement.actions.flatMap(({ action, carriedOn }) =>
      carriedOn || isEnded(action.status?.state ?? null) || !isIn(planId, action.planId) ? [] : [action],
    ),
    sections: checkedSections(db).filter((section) => isIn(planId, section.planId)),
  };
  return [dates, leads, references, measures, twins, sections, kpis].flatMap((check) => [...check(data)]);
}

/** What an acceptance of this finding rests on. */
export function basisOf({ check, basis }: Raw): string {
  return fingerprint({ check, basis });
}

export function recordOf(finding: Pick<Finding, 'actionId' | 'sectionId' | 'kpiId'>): string {
  return finding.actionId ?? finding.sectionId ?? finding.kpiId ?? '';
}

const isIn = (planId: string | null, of: string | null) => planId === null || planId === of;

function onAction(check: DataCheck, action: CheckedAction, says: string, more: Partial<Raw> = {}): Raw {
  const { id, planId, ref, text } = action;
  const basis = { text, timescale: action.timescale?.text ?? null, says };
  return {
    check,
    planId,
    ref,
    text,
    actionId: id,
    sectionId: null,
    kpiId: null,
    says,
    other: null,
    remedy: null,
    basis,
    ...more,
  };
}

function* dates({ open }: Data): Generator<Raw> {
  for (const action of open) {
    const { timescale } = action;
    if (timescale === null) yield onAction('no-date', action, 'It has no date.');
    else if (timescale.kind === 'unknown')
      yield onAction('no-date', action, `“${timescale.text}” is not read as a date. The words are kept.`);
    else if (timescale.ambiguous)
      yield onAction('ambiguous-date', action, `“${timescale.text}” reads two ways.`);
  }
}

function* leads({ db, open, sections }: Data): Generator<Raw> {
  const without = actionsWithout(db, 'leads');
  const byId = new Map(sections.map((section) => [section.id, section]));
  const people = peopleIndex(knownPeople(db));
  const unknown = Map.groupBy(unknownLeads(db), (lead) => lead.actionId);
  for (const action of open) {
    if (without.has(action.id)) {
      const own = byId.get(action.sectionId ?? '')?.leads ?? null;
      yield onAction('no-lead', action, 'Nobody leads it.', {
        remedy:
          own === null
            ? null
            : { kind: 'section-leads', words: `Give it the section’s: ${own.replaceAll('\n', ', ')}` },
        basis: { text: action.text, own },
      });
    }
    const nobody = unknown.get(action.id)?.map((lead) => lead.text) ?? [];
    if (nobody.length > 0) {
      const certain = nobody.every((text) => (people.lookUp(text)?.size ?? 0) <= 1);
      const quoted = listWords(nobody.map((text) => `“${text}”`));
      const says = certain ? 'is nobody of the register yet.' : 'fits more than one person of the register.';
      yield onAction('unknown-lead', action, `${quoted} ${says}`, {
        basis: nobody,
        remedy: certain ? { kind: 'add-people', words: 'Add to the people' } : null,
      });
    }
  }
}

/** Rows that point to another ("As 2.3 (i)") where there is none. */
function* references({ db, open, judgement }: Data): Generator<Raw> {
  const broken = Map.groupBy(brokenLinks(db), (link) => link.actionId);
  const refs = new Map<string, Set<string>>();
  for (const { action } of judgement.actions) {
    if (action.ref === null) continue;
    const known = refs.get(action.planId) ?? new Set();
    refs.set(action.planId, known.add(referenceKey(action.ref)));
  }
  for (const action of open) {
    const links = broken.get(action.id)?.map((link) => link.text) ?? [];
    const meant = otherRow(action.text);
    const nowhere =
      meant !== null && typeof meant === 'object' && !refs.get(action.planId)?.has(referenceKey(meant.ref))
        ? [action.text]
        : [];
    const words = [...new Set([...nowhere, ...links])];
    if (words.length === 0) continue;
    const quoted = listWords(words.map((text) => `“${text}”`));
    yield onAction(
      'broken-reference',
      action,
      `${quoted} leads nowhere: no row of this plan has that reference.`,
      {
        basis: words,
      },
    );
  }
}

/** Where a plan measures its actions, those without a measure. A plan that measures none has another way of working. */
function* measures({ db, open, judgement }: Data): Generator<Raw> {
  const without = actionsWithout(db, 'measures');
  const measuring = new Set(
    judgement.actions.flatMap(({ action }) => (without.has(action.id) ? [] : [action.planId])),
  );
  for (const action of open) {
    if (!without.has(action.id) || !measuring.has(action.planId) || otherRow(action.text) !== null) continue;
    yield onAction('no-measures', action, 'It has no measure, so nobody can tell when it is done.', {
      basis: action.text,
    });
  }
}

/** What all plans say twice, looked for once a judgement. */
const alikeOf = new WeakMap<Judgement, readonly Twin[]>();

function alikeIn(judgement: Judgement): readonly Twin[] {
  const known = alikeOf.get(judgement);
  if (known) return known;
  const going = judgement.actions.filter(
    ({ carriedOn, action }) => !carriedOn && otherRow(action.text) === null,
  );
  const alike = twinsAmong(going.map(({ action: { id, text } }) => ({ id, text })));
  alikeOf.set(judgement, alike);
  return alike;
}

/** What is said twice, in one plan or in plans of the same time. */
function* twins({ judgement, planId }: Data): Generator<Raw> {
  const byId = new Map(judgement.actions.map(({ action }) => [action.id, action]));
  for (const { first, other, same } of alikeIn(judgement)) {
    const [a, b] = [byId.get(first), byId.get(other)];
    if (!a || !b || !meet(judgement.plans.get(a.planId), judgement.plans.get(b.planId))) continue;
    // In a list of one plan the row of that plan stands first, whichever was found first.
    const [here, there] = isIn(planId, b.planId) ? [b, a] : [a, b];
    if (!isIn(planId, here.planId)) continue;
    const where =
      there.planId === here.planId
        ? (there.ref ?? 'Another row')
        : `${there.ref ?? 'A row'} of ${judgement.plans.get(there.planId)?.title ?? 'another plan'}`;
    yield onAction('duplicate', here, `${where} says ${same ? 'the same' : 'nearly the same'}.`, {
      other: { planId: there.planId, actionId: there.id, ref: there.ref, text: there.text },
      basis: [here.text, there.id, there.text],
    });
  }
}

/** Do two plans run at one time? Last year's words in this year's plan are no duplicate. */
function meet(a: CheckedPlan | undefined, b: CheckedPlan | undefined): boolean {
  if (!a || !b || a.id === b.id) return true;
  if (!a.periodStart || !a.periodEnd || !b.periodStart || !b.periodEnd) return true;
  return a.periodStart <= b.periodEnd && b.periodStart <= a.periodEnd;
}

/** Sections with nothing in them nor below them. */
function* sections({ sections: all }: Data): Generator<Raw> {
  const parents = new Set(all.map((section) => section.parentId));
  for (const section of all) {
    if (section.held > 0 || parents.has(section.id)) continue;
    const { id, planId, ref, title } = section;
    yield {
      check: 'empty-section',
      planId,
      ref,
      text: title,
      actionId: null,
      sectionId: id,
      kpiId: null,
      says: section.bullets > 0 ? 'No action stands under its words.' : 'Nothing stands in it.',
      other: null,
      remedy: section.bullets > 0 ? null : { kind: 'remove-section', words: 'Remove the section' },
      basis: { title, bullets: section.bullets },
    };
  }
}

function* kpis({ db, planId: wanted }: Data): Generator<Raw> {
  for (const { id, planId, ref, name, source, targets } of checkedKpis(db)) {
    if (!isIn(wanted, planId)) continue;
    const on = {
      planId,
      ref,
      text: name,
      actionId: null,
      sectionId: null,
      kpiId: id,
      other: null,
      remedy: null,
      basis: name,
    };
    if (targets === 0)
      yield { check: 'kpi-no-target', ...on, says: 'It has no target, so no figure can meet it.' };
    if (!source?.trim())
      yield { check: 'kpi-no-source', ...on, says: 'Nothing says where its figures come from.' };
  }
}
