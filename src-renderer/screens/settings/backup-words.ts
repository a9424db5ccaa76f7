import type { Backup, BackupsList, ListedBackup } from '#shared/contract/office.ts';
import type { State } from '#shared/domain/states.ts';
import { formatInstant } from '../../format/days.ts';
import { matches } from '../../format/words.ts';

export type Place = ListedBackup['place'];

export const placeWords: Record<Place, string> = {
  here: 'Backups',
  second: 'Second place',
  received: 'Received',
};

/** As a part of a sentence, where it is not the usual place. */
export const inPlace: Record<Place, string> = {
  here: '',
  second: ' in the second place',
  received: ' that was received',
};

export const reasonWords: Record<Backup['reason'], string> = {
  start: 'when the register was opened',
  work: 'after 15 minutes of work',
  close: 'when it was closed',
  'before-import': 'before an import',
  'before-merge': 'before forms were merged',
  'before-migration': 'before a new version',
  'before-restore': 'before a restore',
  'before-move': 'before it was moved',
  'before-removal': 'before a name was taken out',
  'by-hand': 'by hand',
};

type Check = ListedBackup['check'];

/** Word and shape of how a backup stands; the colour goes with the shape. */
export const checkLooks: Record<Check, { label: string; state: State }> = {
  checked: { label: 'Checked', state: 'complete' },
  waiting: { label: 'To be checked', state: 'not-started' },
  checking: { label: 'Being checked', state: 'not-started' },
  damaged: { label: 'Damaged', state: 'off-track' },
  unrecorded: { label: 'No record', state: 'off-track' },
  unread: { label: 'Not read', state: 'at-risk' },
  away: { label: 'Not there at the moment', state: 'closed' },
};

/** Whether it may be looked into and restored. That reads every byte of it first, whatever the list says. */
export const isOffered = ({ check }: ListedBackup): boolean =>
  check === 'checked' || check === 'waiting' || check === 'checking' || check === 'unread';

/** Whether asking again will tell more. */
export const isUnderWay = ({ backups, places }: BackupsList): boolean =>
  places.some(({ state }) => state === 'looking') ||
  backups.some(({ check }) => check === 'waiting' || check === 'checking');

/** Whether a backup is looked for by these words. */
export const isLookedFor = (one: ListedBackup, looked: string): boolean =>
  matches(
    looked,
    formatInstant(one.at),
    placeWords[one.place],
    reasonWords[one.reason],
    checkLooks[one.check].label,
    one.register,
  );
