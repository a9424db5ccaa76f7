import { wordDiff } from '#shared/domain/word-diff.ts';

/** Struck words and underlined words: what was, and what is. With `whole` nothing is compared within (a date). */
export function WordChange(props: { before: string | null; after: string | null; whole?: boolean }) {
  const { before, after, whole = false } = props;
  if (!before) return <ins>{after ?? ''}</ins>;
  if (!after) return <del>{before}</del>;
  if (whole) {
    return (
      <>
        <del>{before}</del> <ins>{after}</ins>
      </>
    );
  }
  let at = 0;
  return wordDiff(before, after).map((piece, index, all) => {
    const key = `${piece.kind} ${at}`;
    at += piece.text.length;
    // A struck word and the one in its place need a space between them to be read apart.
    const gap = piece.kind === 'gone' && all[index + 1]?.kind === 'new' && !/\s$/.test(piece.text) ? ' ' : '';
    if (piece.kind === 'gone') {
      return (
        <span key={key}>
          <del>{piece.text}</del>
          {gap}
        </span>
      );
    }
    return piece.kind === 'new' ? <ins key={key}>{piece.text}</ins> : <span key={key}>{piece.text}</span>;
  });
}
