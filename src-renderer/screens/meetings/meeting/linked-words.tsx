import type { MinuteLink } from '#shared/contract/meetings.ts';
import { MinuteRef } from './minute-ref.tsx';
import { splitAt } from './split-words.ts';

/** Words of the minutes in which every earlier minute that the register has is a link: "Further to Minute 41/14". */
export function LinkedWords({ text, references }: { text: string; references: readonly MinuteLink[] }) {
  const pieces = splitAt(text, references);
  return pieces.map(({ words, reference }, at) =>
    reference ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their order
      <MinuteRef key={at} reference={reference} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <span key={at}>{words}</span>
    ),
  );
}
