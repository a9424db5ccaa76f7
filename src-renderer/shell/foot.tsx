import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import type { RegisterState } from '#shared/contract/office.ts';
import { formatClock, formatInstantNear } from '../format/days.ts';
import { tinyStore, useStore } from './tiny-store.ts';

const slot = tinyStore<ReactNode>(null);
const said = tinyStore('');

/** Puts a range, a count or a place ("3 cells: 1 on track", "Row 27 of 63") into the foot bar while shown. */
export function useFoot(content: ReactNode): void {
  useEffect(() => {
    slot.set(content);
  }, [content]);
  useEffect(() => () => slot.set(null), []);
}

/** Says a sentence in the foot bar and to screen readers: "Undone: 5 cells in …". It stays until the next. */
export function say(sentence: string): void {
  said.set(sentence);
}

/** Register, range or count; saved; backed up. */
export function FootBar({ state }: { state: RegisterState | undefined }) {
  const content = useStore(slot);
  const sentence = useStore(said);
  const open = state?.open ?? null;
  return (
    <footer className="foot" data-region="Foot bar">
      <span>{open ? open.partnership || open.name : 'No register open'}</span>
      {content ? <span className="slot">{content}</span> : null}
      <span className="said" role="status">
        {sentence}
      </span>
      {state?.looking ? <span className="r">Read only</span> : null}
      {open && state && !state.looking ? (
        <span className="r">
          {open.savedAt ? <span>Saved {formatSaved(open.savedAt, state.today)}</span> : null}
          <Link to="/settings" search={{ part: 'backups' }}>
            {open.backupTrouble ? (
              <b>The last backup was not made</b>
            ) : (
              backupInWords(open.backup, state.today)
            )}
          </Link>
        </span>
      ) : null}
    </footer>
  );
}

/** "14:32" of today, else with its day. */
function formatSaved(instant: string, today: string): string {
  const near = formatInstantNear(instant, today);
  return near.startsWith('today ') ? formatClock(instant) : near;
}

function backupInWords(backup: { at: string; verdict: string } | null, today: string): string {
  if (!backup) return 'Not backed up yet';
  if (backup.verdict !== 'good') return `Backup of ${formatInstantNear(backup.at, today)} is not good`;
  return `Backed up ${formatInstantNear(backup.at, today)}`;
}
