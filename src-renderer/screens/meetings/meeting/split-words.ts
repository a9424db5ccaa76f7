import type { MinuteLink } from '#shared/contract/meetings.ts';

/** The words around the references in them, and those references, in order. */
export function splitAt(
  text: string,
  references: readonly MinuteLink[],
): { words: string; reference: MinuteLink | null }[] {
  const pieces: { words: string; reference: MinuteLink | null }[] = [];
  let from = 0;
  while (from < text.length) {
    let first: { at: number; reference: MinuteLink } | null = null;
    for (const reference of references) {
      const at = reference.ref === '' ? -1 : text.indexOf(reference.ref, from);
      if (at >= 0 && (first === null || at < first.at)) first = { at, reference };
    }
    if (!first) break;
    if (first.at > from) pieces.push({ words: text.slice(from, first.at), reference: null });
    pieces.push({ words: first.reference.ref, reference: first.reference });
    from = first.at + first.reference.ref.length;
  }
  if (from < text.length) pieces.push({ words: text.slice(from), reference: null });
  return pieces;
}
