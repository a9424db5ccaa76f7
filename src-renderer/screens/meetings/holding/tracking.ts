import type { ItemShown, MeetingView } from '#shared/contract/meetings.ts';
import type { PlanSummary } from '#shared/contract/plans.ts';
import type { ResolutionReading, TrackAs } from '#shared/contract/resolutions.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { dayOf } from '../../plans/update-fields.tsx';

export type ResolutionKind = NonNullable<ResolutionReading['kind']>;

/** What is to become of a resolution, as the officer leaves it. Words are as they would be typed in a plan. */
export type Tracking = {
  readonly kind: ResolutionKind;
  /** What is to be done, or what the report is called. */
  readonly task: string;
  readonly leads: string;
  /** By when; of a report, the day on which the first is owed. */
  readonly when: string;
  /** How often a report is owed. */
  readonly every: string;
  /** "plan ID", "section ID" of that plan, or "action ID" that is there already; empty while nothing is chosen. */
  readonly under: string;
};

export const noTracking: Tracking = {
  kind: 'decision',
  task: '',
  leads: '',
  when: '',
  every: '',
  under: '',
};

/** What the words of a resolution were read as, with whatever the officer has put in its place. */
export function trackingOf(
  reading: ResolutionReading | null,
  changes: Partial<Tracking>,
  under: string,
): Tracking {
  const kind = changes.kind ?? reading?.kind ?? noTracking.kind;
  const read: Tracking = reading
    ? {
        kind,
        task: reading.task,
        leads: reading.leads.map(({ text }) => text).join(', '),
        when:
          kind === 'report' ? (reading.nextOn ? formatDay(reading.nextOn) : '') : (reading.due?.text ?? ''),
        every: reading.every ?? '',
        under,
      }
    : { ...noTracking, kind, under };
  return { ...read, ...changes };
}

type PlanChoice = Pick<PlanSummary, 'id' | 'kind' | 'period'>;

/**
 * Where an action goes when nothing else is said: with what the item is about, where the last one went, into the plan
 * of actions arising, where most of the agenda leads, else into the newest plan that is not over.
 */
export function usualPlace(
  item: Pick<ItemShown, 'about'>,
  last: string,
  plans: readonly PlanChoice[],
  meeting: Pick<MeetingView, 'items'> & { readonly meeting: { readonly heldOn: string | null } },
): string {
  const known = new Set<string>(plans.map(({ id }) => id));
  const planOf = ({ kind, id, planId }: ItemShown['about'][number]) => {
    const plan = kind === 'plan' ? id : kind === 'action' || kind === 'section' ? planId : null;
    return plan !== null && known.has(plan) ? plan : null;
  };
  for (const about of item.about) {
    const plan = planOf(about);
    if (plan !== null) return about.kind === 'section' ? `${plan} ${about.id}` : plan;
  }
  const [lastPlan = ''] = last.split(' ');
  if (known.has(lastPlan)) return last;
  const arising = plans.find(({ kind }) => kind === 'actions arising');
  if (arising) return arising.id;
  const all = meeting.items.flatMap(({ about }) => about.flatMap((one) => planOf(one) ?? []));
  const [most] = [...Map.groupBy(all, (plan) => plan)].toSorted((a, b) => b[1].length - a[1].length);
  if (most) return most[0];
  const day = meeting.meeting.heldOn ?? '';
  const current = plans.filter(
    ({ period }) => period?.end === undefined || period.end === null || period.end >= day,
  );
  const newest = current.toSorted((a, b) => (b.period?.start ?? '').localeCompare(a.period?.start ?? ''));
  return (newest[0] ?? plans[0])?.id ?? '';
}

export type Kept = {
  readonly track: TrackAs[];
  /** The action that is there already and that the resolution is about. */
  readonly actionId: string | null;
};

/** What is to be written, or the sentence why it cannot be yet. */
export function keptAs(tracking: Tracking, o: { bodyId: string | null }): Kept | string {
  const { kind, under } = tracking;
  if (kind === 'notes' || kind === 'decision') return { track: [], actionId: null };
  if (tracking.task.trim() === '') return 'Write what is to be done: it is tracked by these words.';
  if (kind === 'report') {
    const nextOn = dayOf(tracking.when);
    if (tracking.when.trim() !== '' && nextOn === null) {
      return `“${tracking.when}” is not one day. Write when the first report is owed as 13 January 2011.`;
    }
    const every = tracking.every.trim() || 'once';
    const officer = tracking.leads.trim() || null;
    return {
      track: [{ as: 'report', title: tracking.task, toBodyId: o.bodyId, every, nextOn, officer }],
      actionId: null,
    };
  }
  if (under.startsWith('action ')) return { track: [], actionId: under.slice('action '.length) };
  const [planId = '', sectionId = null] = under.split(' ');
  if (planId === '') return 'Choose the plan in which the action is tracked.';
  const { task: text, leads, when } = tracking;
  return { track: [{ as: 'action', planId, sectionId, text, leads, when }], actionId: null };
}
