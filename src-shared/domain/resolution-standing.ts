import type { OwedReport, Resolution, resolutionStates } from '../contract/meeting-records.ts';
import type { Status } from '../contract/record.ts';
import { daysBetween, formatDay } from './dates.ts';

/** What became of a resolution. */

export type Followed = {
  readonly resolution: Pick<
    Resolution,
    'kind' | 'state' | 'supersededById' | 'doneOn' | 'doneWords' | 'due' | 'actionId'
  >;
  readonly heldOn: string | null;
  /** The action that it became, with the day of its newest update. */
  readonly action: {
    readonly status: Status | null;
    readonly toldOn: string | null;
    readonly end: string | null;
  } | null;
  readonly reports: readonly Pick<OwedReport, 'nextOn'>[];
  /** How the resolution that supersedes it is named. */
  readonly superseding: string | null;
};
export type Standing = {
  readonly standing: (typeof resolutionStates)[number];
  readonly because: string;
  readonly doneOn: string | null;
  /** Days from the meeting until it was done. */
  readonly days: number | null;
  readonly late: boolean;
};

/**
 * What was said by hand holds. Else the action tells, else the reports owed; what only notes or decides is done as it
 * is minuted; and what asks for something that nobody tracks stands open, so that it is not forgotten.
 */
export function resolutionStanding(o: Followed, today: string): Standing {
  const told = standingTold(o);
  const days =
    told.doneOn !== null && o.heldOn !== null ? Math.max(0, daysBetween(o.heldOn, told.doneOn)) : null;
  const due = o.action?.end ?? o.resolution.due?.end ?? earliest(o.reports);
  return { ...told, days, late: told.standing === 'open' && due !== null && due < today };
}

const earliest = (reports: Followed['reports']): string | null =>
  reports.flatMap(({ nextOn }) => nextOn ?? []).sort()[0] ?? null;

type Told = Pick<Standing, 'standing' | 'because' | 'doneOn'>;
const open = (because: string): Told => ({ standing: 'open', because, doneOn: null });

function standingTold({ resolution, action, reports, superseding }: Followed): Told {
  const { state, kind, doneOn = null, doneWords } = resolution;
  if (state === 'superseded' || (state === undefined && resolution.supersededById)) {
    return {
      standing: 'superseded',
      because: superseding ? `Superseded by ${superseding}` : (doneWords ?? 'Superseded'),
      doneOn: null,
    };
  }
  if (state === 'done') {
    const on = doneOn === null ? 'Done' : `Done on ${formatDay(doneOn)}`;
    return { standing: 'done', because: doneWords ? `${on}: ${doneWords}` : on, doneOn };
  }
  if (state === 'open') return open(doneWords ?? 'Open');
  if (action) return byAction(action);
  if (reports.length > 0) {
    const next = earliest(reports);
    return next === null
      ? { standing: 'done', because: 'No further report is owed', doneOn: null }
      : open(`The next report is owed by ${formatDay(next)}`);
  }
  if (kind === 'notes') return { standing: 'done', because: 'Notes; nothing to track', doneOn: null };
  if (kind === 'decision') return { standing: 'done', because: 'Decided; nothing to track', doneOn: null };
  return open(kind === null ? 'Nobody has said what became of it' : 'Not tracked yet');
}

function byAction({ status, toldOn }: NonNullable<Followed['action']>): Told {
  if (status === null) return open('No update yet');
  const on = toldOn === null ? '' : ` on ${formatDay(toldOn)}`;
  const because = `${status.label}${on}`;
  return status.state === 'complete' || status.state === 'closed'
    ? { standing: 'done', because, doneOn: toldOn }
    : open(because);
}
