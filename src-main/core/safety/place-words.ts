import type { SecondPlace } from '#shared/contract/safety.ts';
import { count } from '#shared/domain/words.ts';

/** How the second place stands, in a sentence: what it is, what is safe, what to do. Never louder than that. */
export function saidOf({ folder, state, waiting }: Omit<SecondPlace, 'said'>): string {
  const safe = 'Your work and the backups on this machine are safe.';
  const wait = waiting > 0 ? ` ${count(waiting, 'backup')} will be copied when it can be.` : '';
  switch (state) {
    case 'ready':
      return waiting > 0
        ? `${count(waiting, 'backup')} to be copied.`
        : 'All backups of late are there too, checked.';
    case 'copying':
      return 'Being copied. You can go on working.';
    case 'away':
      return `“${folder}” is not connected. ${safe}${wait}`;
    case 'replaced':
      return `“${folder}” is there, but it is not the folder that was chosen: its mark is missing. Nothing is written to it. If you changed the stick or share, choose it again.`;
    case 'full':
      return `“${folder}” is full, so the last backup is not there. ${safe} Make some room there, or choose another folder.`;
    case 'refused':
      return `This computer does not let you write into “${folder}”. ${safe} Ask whoever looks after it, or choose another folder.`;
    case 'unlike':
      return `A copy in “${folder}” is not what was copied, or another file there has its name. ${safe} Nothing there was overwritten: look at that folder, or choose another.`;
    case 'slow':
      return `“${folder}” did not answer in time. ${safe}${wait}`;
  }
}
