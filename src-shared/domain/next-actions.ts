import type { Action, Detail, KeyEntry, Lead, Link, Status, Timescale } from '../contract/register.ts';
import type { YearChoice, YearOptions } from '../contract/years.ts';
import { sameAs } from './references.ts';
import { keptReferences, rebased, renumbered } from './renumber.ts';
import { isEnded, lookOf, type State } from './states.ts';

/** What the actions of next year's plan are, from those of this year and what was decided about each. */

/** An action of the new year: of which it came, the first being its primary predecessor. */
export type NextAction = {
  readonly from: readonly [Action, ...Action[]];
  readonly kind: 'carried' | 'reworded' | 'split' | 'merged';
  readonly measuredChange: string | null;
  /** The section of the old plan whose copy it stands in. */
  readonly sectionId: string | null;
  readonly ref: string | null;
  readonly text: string;
  readonly bullets: readonly string[];
  readonly leads: readonly Lead[];
  readonly timescale: Timescale | null;
  /** True where actions with different dates were merged: the latest stands, and somebody should look. */
  readonly datesDiffer: boolean;
  readonly resources: string | null;
  readonly comment: string | null;
  readonly details: readonly Detail[];
  readonly links: readonly Link[];
};

export type NumberedSection = {
  readonly id: string;
  readonly parentId: string | null;
  readonly ref: string | null;
};

export type NextPlan = {
  /** The old sections that are copied, in reading order, with their references of the new year. */
  readonly sections: readonly (NumberedSection & { readonly newRef: string | null })[];
  readonly actions: readonly NextAction[];
};

/** `actions` and `sections` are the whole old plan in reading order; the choices are complete and without fault. */
export function nextPlan(o: {
  readonly sections: readonly NumberedSection[];
  readonly actions: readonly Action[];
  readonly choices: readonly YearChoice[];
  readonly options: YearOptions;
  /** Sections with something else in them (a KPI), which are copied whatever becomes of their actions. */
  readonly heldSections?: ReadonlySet<string>;
}): NextPlan {
  const { options } = o;
  const made = inOrder(o.actions, o.choices);
  const kept = options.emptied === 'kept' ? o.sections : withoutEmptied(o, made);
  const renumbers = options.references === 'renumbered';
  const sections = renumbers
    ? numberSections(kept, o.sections)
    : kept.map((one) => ({ ...one, newRef: one.ref }));
  const rowOf = ({ sectionId, ref }: { sectionId: string | null; ref: string | null }) => ({
    group: sectionId ?? '',
    ref,
  });
  const [rows, before] = [made.map(rowOf), o.actions.map(rowOf)];
  const others = kept.map((section) => section.ref);
  const refs = renumbers ? renumbered(rows, before, others) : keptReferences(rows, before);
  const byId = new Map(sections.map((section) => [section.id, section]));
  const actions = made.map((action, at): NextAction => {
    const section = byId.get(action.sectionId ?? '');
    return { ...action, ref: rebased(refs[at] ?? null, section?.ref ?? null, section?.newRef ?? null) };
  });
  return { sections, actions: actions.map((action) => withNewReferences(action, o.actions, actions)) };
}

/** Every action of the new year, in the order of the old ones; merged ones stand where the first of them stood. */
function inOrder(actions: readonly Action[], choices: readonly YearChoice[]): NextAction[] {
  const byId = new Map(actions.map((action) => [action.id as string, action]));
  const place = new Map(actions.map((action, at) => [action.id as string, at]));
  const chosen = new Map<string, YearChoice>();
  for (const choice of choices) {
    if (choice.kind !== 'merged') chosen.set(choice.actionId, choice);
    else {
      const ids = choice.actionIds.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
      chosen.set(ids[0] ?? '', { ...choice, actionIds: ids });
    }
  }
  return actions.flatMap((action): NextAction[] => {
    const choice = chosen.get(action.id);
    switch (choice?.kind) {
      case 'carried':
        return [{ ...copyOf(action), kind: 'carried', measuredChange: orNull(choice.measuredChange) }];
      case 'reworded': {
        const measuredChange = orNull(choice.measuredChange);
        return [{ ...copyOf(action), kind: 'reworded', ...linesOf(choice.text), measuredChange }];
      }
      case 'split':
        return choice.parts.map((part) => {
          const measuredChange = orNull(choice.measuredChange);
          return { ...copyOf(action), kind: 'split', ...linesOf(part), measuredChange };
        });
      case 'merged': {
        const others = choice.actionIds.slice(1).flatMap((id) => byId.get(id) ?? []);
        return [mergerOf([action, ...others], choice.text, orNull(choice.measuredChange))];
      }
      default:
        return [];
    }
  });
}

const orNull = (words: string | null): string | null => (words?.trim() ? words.trim() : null);

/** Words as typed: the first line is the action, those below it its bullets. */
function linesOf(typed: string): { text: string; bullets: string[] } {
  const [text = '', ...bullets] = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { text, bullets: bullets.map((line) => line.replace(/^[•*\u2013-]\s+/, '')) };
}

function copyOf(action: Action): Omit<NextAction, 'kind' | 'measuredChange'> {
  const { sectionId, ref, text, bullets, leads, timescale, resources, comment, details, links } = action;
  const own = { sectionId, ref, text, bullets, leads, timescale, resources, comment, details, links };
  return { from: [action], datesDiffer: false, ...own };
}

function mergerOf(
  from: readonly [Action, ...Action[]],
  text: string,
  measuredChange: string | null,
): NextAction {
  const [first] = from;
  const dates = from.flatMap(({ timescale }) => timescale ?? []);
  const latest = dates.toSorted((a, b) => (b.end ?? '').localeCompare(a.end ?? ''))[0] ?? null;
  const joined = (of: (action: Action) => string | null) =>
    once(from.flatMap((one) => of(one) ?? [])).join('\n');
  const typed = linesOf(text);
  return {
    ...copyOf(first),
    from,
    kind: 'merged',
    measuredChange,
    text: typed.text,
    bullets: once([...typed.bullets, ...from.flatMap(({ bullets }) => bullets)]),
    leads: onceBy(
      from.flatMap(({ leads }) => leads),
      ({ personId, text: words }) => personId ?? words,
    ),
    timescale: latest,
    datesDiffer: new Set(dates.map((one) => one.text)).size > 1,
    resources: joined((one) => one.resources) || null,
    comment: joined((one) => one.comment) || null,
    details: onceBy(
      from.flatMap(({ details }) => details),
      (detail) => `${detail.label}\n${detail.text}`,
    ),
    links: onceBy(
      from.flatMap(({ links }) => links),
      (link) => JSON.stringify(link),
    ),
  };
}

const once = (words: readonly string[]): string[] => [...new Set(words)];

function onceBy<T>(list: readonly T[], keyOf: (one: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const one of list) if (!seen.has(keyOf(one))) seen.set(keyOf(one), one);
  return [...seen.values()];
}

/** Without the sections that had actions, in them or below them, and have none now. */
function withoutEmptied(
  o: {
    sections: readonly NumberedSection[];
    actions: readonly Action[];
    heldSections?: ReadonlySet<string>;
  },
  made: readonly NextAction[],
): NumberedSection[] {
  const parents = new Map(o.sections.map(({ id, parentId }) => [id, parentId]));
  const withAll = (ids: Iterable<string | null>): Set<string> => {
    const found = new Set<string>();
    for (const start of ids) {
      for (let id = start; id !== null && !found.has(id); id = parents.get(id) ?? null) found.add(id);
    }
    return found;
  };
  const had = withAll(o.actions.map(({ sectionId }) => sectionId));
  const has = withAll([...made.map(({ sectionId }) => sectionId), ...(o.heldSections ?? [])]);
  return o.sections.filter(({ id }) => has.has(id) || !had.has(id));
}

function numberSections(
  kept: readonly NumberedSection[],
  all: readonly NumberedSection[],
): NextPlan['sections'] {
  const rowOf = ({ parentId, ref }: NumberedSection) => ({ group: parentId ?? '', ref });
  const refs = renumbered(kept.map(rowOf), all.map(rowOf));
  const fresh = new Map<string, { ref: string | null; newRef: string | null }>();
  return kept.map((section, at) => {
    const parent = fresh.get(section.parentId ?? '');
    const newRef = rebased(refs[at] ?? null, parent?.ref ?? null, parent?.newRef ?? null);
    fresh.set(section.id, { ref: section.ref, newRef });
    return { ...section, newRef };
  });
}

/** "As 2.3 (i)" says the new reference of the row it means, where that row has another now. */
function withNewReferences(
  action: NextAction,
  old: readonly Action[],
  made: readonly NextAction[],
): NextAction {
  if (!action.links.some((link) => link.kind === 'same-as' && link.actionId !== null)) return action;
  const moved = action.links.flatMap((link) => {
    const meant = old.find(({ id }) => id === link.actionId);
    const now = made.find(({ from }) => from.some(({ id }) => id === link.actionId));
    const [was, is] = [meant?.ref, now?.ref];
    return link.kind === 'same-as' && was && is && was !== is ? [{ was, is }] : [];
  });
  const renamed = (words: string) => {
    const said = sameAs(words);
    const change = said === null ? undefined : moved.find(({ was }) => was === said);
    return change ? words.replace(change.was, change.is) : words;
  };
  return {
    ...action,
    text: renamed(action.text),
    links: action.links.map((link) => ({ ...link, text: renamed(link.text) })),
  };
}

/** Worst first: what is said of a merger whose parts stood differently. */
const worstFirst: readonly State[] = ['off-track', 'at-risk', 'changed', 'on-track', 'not-started'];

/**
 * The first update of an action of the new year; null where there is nothing to say. A status is carried in the words
 * it was given; what had ended and is carried all the same begins anew.
 */
export function firstUpdate(
  action: Pick<NextAction, 'from' | 'kind'>,
  o: {
    readonly statuses: YearOptions['statuses'];
    readonly key: readonly KeyEntry[];
    readonly oldYear: string;
  },
): { readonly status: Status; readonly text: string } | null {
  const notStarted: Status = {
    state: 'not-started',
    label: o.key.find(({ state }) => state === 'not-started')?.label ?? lookOf('not-started').label,
  };
  const held = action.from.filter(({ status }) => status !== null);
  const stood = held.map(({ ref, status }) =>
    action.from.length > 1 && ref ? `${ref} ${lower(status?.label)}` : lower(status?.label),
  );
  const text = `Carried forward from ${o.oldYear}${stood.length === 0 ? '' : `: ${stood.join(', ')}`}`;
  if (o.statuses === 'not-started') return { status: notStarted, text };
  if (held.length === 0) return null;
  const going = held.filter(({ status }) => !isEnded(status?.state ?? null));
  const rank = (one: Action) => worstFirst.indexOf(one.status?.state ?? 'not-started');
  const worst = going.toSorted((a, b) => rank(a) - rank(b))[0];
  return { status: worst?.status ?? notStarted, text };
}

/** "On track" within a sentence; "RAG green" and "NI 72 met" keep their capitals. */
function lower(label: string | undefined): string {
  const words = label ?? '';
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLocaleLowerCase('en-GB') + words.slice(1) : words;
}
