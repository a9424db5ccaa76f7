import type { DoubtfulWords, HeldOn } from '#shared/contract/held.ts';
import { count, listWords } from '../../format/words.ts';

const quoted = (words: readonly string[]): string => listWords(words.map((word) => `“${word}”`));

/** What the words in doubt are: "“Whitlock” alone". */
export function doubtInWords({ doubt, words }: Pick<DoubtfulWords, 'doubt' | 'words'>): string {
  switch (doubt) {
    case 'shared':
      return `Spellings of ${quoted(words)} that somebody else goes by too`;
    case 'initials':
      return `The initials ${quoted(words)}`;
    case 'surname':
    case 'forename':
      return `${quoted(words)} alone`;
  }
}

/** "3 places on record and 5 in the history". */
export function placesInWords({ now, history }: Pick<DoubtfulWords, 'now' | 'history'>): string {
  return `${count(now, 'place')} on record and ${history} in the history`;
}

/** "14 leads, 2 attendances and 1 other spelling"; null where nothing points to them. */
export function pointingInWords({ pointing }: Pick<HeldOn, 'pointing'>): string | null {
  if (pointing.length === 0) return null;
  return listWords(pointing.map(({ what, many, rows }) => count(rows, what, many)));
}

/** What goes where the name is taken out: "31 places on record, 4 of them in confirmed minutes, and 58 in the history". */
export function goesInWords({ now, inConfirmedMinutes, history }: HeldOn): string {
  const minutes = inConfirmedMinutes > 0 ? `, ${inConfirmedMinutes} of them in confirmed minutes,` : '';
  return `${count(now, 'place')} on record${minutes} and ${history} in the history`;
}
