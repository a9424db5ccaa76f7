import { valueRoles } from '../contract/register.ts';
import type { Difference } from '../contract/reports.ts';
import { defaultLooks, type State } from './states.ts';
import { count, listWords } from './words.ts';

export type Kind = Difference['kind'];

/** What a kind of change is called, in the order of the quarterly report. */
export const kindNames: Record<Kind, string> = {
  added: 'Added',
  removed: 'Removed',
  'carried-forward': 'Carried forward',
  dropped: 'Dropped',
  closed: 'Closed at year end',
  're-worded': 'Re-worded',
  're-dated': 'Re-dated',
  're-assigned': 'Re-assigned',
  'status-changed': 'Status changed',
  'target-changed': 'Target changed',
  'measure-changed': 'Measure changed',
  moved: 'Moved',
  renumbered: 'Renumbered',
  changed: 'Otherwise changed',
};
export const kinds = Object.keys(kindNames) as Kind[];

/** A record that was not there before; a target that came to be is told as its change from none. */
export const isNew = (one: Difference): boolean =>
  one.kind === 'added' || (isFigure(one) && one.before === null);

/** A record that is no longer there; a target that was dropped is told as its change to none. */
export const isGone = (one: Difference): boolean =>
  one.kind === 'removed' || (isFigure(one) && one.after === null);

/** An action or KPI that went into a new year's plan as it was: a part of that plan, like all that is new in it. */
export const isCarriedAsItWas = (one: Difference): boolean =>
  one.kind === 'carried-forward' && one.before === null;

/** Figures are told by their role where they are new or gone, and by what changed in them where they stayed. */
const isFigure = (one: Difference): boolean =>
  one.record === 'kpi-value' && (valueRoles as readonly (string | null)[]).includes(one.field);

/** A figure that came in: an actual, a forecast, a comparator, a baseline. Targets are told each by itself. */
export const isFigureIn = (one: Difference): boolean => one.record === 'kpi-value' && one.kind === 'added';

/** What the change is called: a target that is new or gone was set or dropped, not changed. */
export function kindWords(one: Difference): string {
  if (one.kind !== 'target-changed') return kindNames[one.kind];
  if (isNew(one)) return 'Target set';
  return isGone(one) ? 'Target dropped' : kindNames[one.kind];
}

/** "12 figures came in for 4 KPIs" */
export function figuresInWords(figures: readonly Difference[]): string {
  // A figure's title is its KPI, role and period.
  const kpis = new Set(figures.map((one) => one.title.split(`, ${one.field}, `)[0])).size;
  return `${count(figures.length, 'figure')} came in for ${count(kpis, 'KPI')}`;
}

export const countOf = (differences: readonly Difference[], kind: Kind): number =>
  differences.filter((one) => one.kind === kind).length;

/** The state that a label usually means, for its shape; null for a label of a plan's own. */
export function stateOfLabel(label: string | null): State | null {
  if (label === null) return 'not-started';
  const words = label.trim().toLocaleLowerCase('en-GB');
  return defaultLooks.find((look) => look.label.toLocaleLowerCase('en-GB') === words)?.state ?? null;
}

/** The changes as a few sentences, for the head of a report or an e-mail. */
export function inWords(differences: readonly Difference[], since: string, plans: number): string[] {
  if (differences.length === 0) return [`Nothing has changed since ${since}.`];
  const of = (kind: Kind, record?: Difference['record']) =>
    differences.filter((one) => one.kind === kind && (record === undefined || one.record === record));
  const added = of('added', 'action').length;
  const removed = of('removed', 'action').length;
  const moved = of('status-changed');
  const worse = moved.filter((one) => stateOfLabel(one.after) === 'off-track');
  const measured = of('measure-changed');
  const refs = (list: readonly Difference[]) =>
    listWords([...new Set(list.map((one) => one.ref ?? one.title))].slice(0, 6));
  const sentences = [
    `Since ${since} there ${differences.length === 1 ? 'has' : 'have'} been ${count(differences.length, 'change')}${
      plans > 1 ? ` in ${plans} plans` : ''
    }.`,
  ];
  if (added + removed > 0) {
    sentences.push(
      `${listWords([
        ...(added > 0 ? [`${count(added, 'action')} ${added === 1 ? 'was' : 'were'} added`] : []),
        ...(removed > 0 ? [`${count(removed, 'action')} ${removed === 1 ? 'was' : 'were'} removed`] : []),
      ])}.`,
    );
  }
  const rolled = of('carried-forward', 'action').length;
  const notCarried = [...of('dropped', 'action'), ...of('closed', 'action')].length;
  if (rolled + notCarried > 0) {
    sentences.push(`${count(rolled, 'action')} carried forward into a new year, ${notCarried} not.`);
  }
  const dated = of('re-dated');
  if (dated.length > 0) {
    sentences.push(
      `${count(dated.length, 'date')} ${dated.length === 1 ? 'was' : 'were'} changed: ${refs(dated)}.`,
    );
  }
  if (moved.length > 0) {
    sentences.push(
      `${count(moved.length, 'action')} changed status.${worse.length > 0 ? ` Off track now: ${refs(worse)}.` : ''}`,
    );
  }
  const targets = of('target-changed');
  if (targets.length > 0) {
    sentences.push(
      `${count(targets.length, 'target')} ${targets.length === 1 ? 'was' : 'were'} changed: ${refs(targets)}.`,
    );
  }
  const figures = differences.filter(isFigureIn);
  if (figures.length > 0) sentences.push(`${figuresInWords(figures)}.`);
  if (measured.length > 0) sentences.push(`What is measured has changed for ${refs(measured)}.`);
  return sentences;
}

/** One way in which statuses moved. `planId` is there where the words are a plan's own. */
export type StatusMove = { from: string | null; to: string | null; planId: string | null; n: number };

/** How statuses moved: each pair of before and after with its number, most first. */
export function statusMoves(differences: readonly Difference[]): StatusMove[] {
  const moves = new Map<string, StatusMove>();
  for (const { kind, before, after, planId } of differences) {
    if (kind !== 'status-changed') continue;
    const isUsual = stateOfLabel(before) !== null && stateOfLabel(after) !== null;
    const of = isUsual ? null : planId;
    const name = [before ?? '', after ?? '', of ?? ''].join('\n');
    const move = moves.get(name) ?? { from: before, to: after, planId: of, n: 0 };
    move.n += 1;
    moves.set(name, move);
  }
  return [...moves.values()].sort((a, b) => b.n - a.n);
}
