import './looking.css';
import type { LookedAt } from '#shared/contract/looking.ts';
import { formatDay, formatInstant } from '../format/days.ts';
import { count, listWords } from '../format/words.ts';
import { useRegisterState } from './register-state.ts';

/**
 * Which snapshot is looked at, to whom it went, and the two ways on from it. It stands over every screen of a snapshot, and
 * both ways lead out of it: plain addresses, for the screens' own links stay in the snapshot.
 */
export function LookingBand() {
  const looking = useRegisterState().data?.looking;
  if (!looking) return null;
  return (
    <section className="looking-band" data-region="Snapshot" aria-label="The snapshot you are looking at">
      <p>
        <b>Snapshot “{looking.name}”</b>, as at {formatDay(looking.asAt)}
      </p>
      <p className="sm q2">
        {count(looking.counts.plans ?? 0, 'plan')}, {count(looking.counts.actions ?? 0, 'action')} and{' '}
        {count(looking.counts.kpis ?? 0, 'KPI')}, taken {formatInstant(looking.takenAt)}, check sum{' '}
        <span className="nw">{looking.hash.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ')}</span>.{' '}
        {wentWords(looking)} Read only.
      </p>
      <nav aria-label="Ways out of the snapshot">
        <a className="btn s" href={`#/snapshots/changes?from=${encodeURIComponent(looking.id)}&to=now`}>
          What has changed since
        </a>
        <a className="btn s" href="#/snapshots">
          Back to the register
        </a>
      </nav>
    </section>
  );
}

/** How many are named before the rest is counted. */
const mostNamed = 3;

/** "It went to Partnership board on 5 July 2010 and 2 more times." */
function wentWords({ sent }: LookedAt): string {
  const [last] = sent;
  if (!last) return 'It has not been circulated.';
  const whom = last.listName ?? namesOf(last.recipients);
  const more = sent.length > 1 ? `, and out ${count(sent.length - 1, 'other time')}` : '';
  return `It went ${whom ? `to ${whom}` : 'out'} on ${formatDay(last.at.slice(0, 10))}${more}.`;
}

function namesOf(recipients: readonly string[]): string {
  const rest = recipients.length - mostNamed;
  if (rest <= 0) return listWords(recipients);
  return `${recipients.slice(0, mostNamed).join(', ')} and ${count(rest, 'other')}`;
}
