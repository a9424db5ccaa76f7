/** A stretch of words: the same in both, only before (struck), or only after (underlined). */
export type Piece = { kind: 'same' | 'gone' | 'new'; text: string };

/** Longest texts compared word by word; beyond it the whole is shown as replaced. */
const mostWords = 1_500;

/** What was struck and what was written in, word by word: the longest common sequence of words and spaces. */
export function wordDiff(before: string, after: string): Piece[] {
  const a = before.match(/\s+|[\p{L}\p{N}’'-]+|[^\s\p{L}\p{N}]/gu) ?? [];
  const b = after.match(/\s+|[\p{L}\p{N}’'-]+|[^\s\p{L}\p{N}]/gu) ?? [];
  if (a.length > mostWords || b.length > mostWords) {
    return [
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ];
  }
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'gone', text: a[i] ?? '' });
      i += 1;
    } else {
      pieces.push({ kind: 'new', text: b[j] ?? '' });
      j += 1;
    }
  }
  return joined(pieces);
}

/** Neighbours of one kind as one piece; a lone space between two changes belongs to both of them. */
function joined(pieces: readonly Piece[]): Piece[] {
  const runs: { same: boolean; gone: string; fresh: string }[] = [];
  pieces.forEach((piece, index) => {
    const bridge =
      piece.kind === 'same' &&
      piece.text.trim() === '' &&
      pieces[index - 1] !== undefined &&
      pieces[index - 1]?.kind !== 'same' &&
      pieces[index + 1] !== undefined &&
      pieces[index + 1]?.kind !== 'same';
    const same = piece.kind === 'same' && !bridge;
    let run = runs.at(-1);
    if (!run || run.same !== same) {
      run = { same, gone: '', fresh: '' };
      runs.push(run);
    }
    if (piece.kind !== 'new') run.gone += piece.text;
    if (piece.kind !== 'gone') run.fresh += piece.text;
  });
  return runs.flatMap((run): Piece[] => {
    if (run.same) return [{ kind: 'same', text: run.gone }];
    const tail = commonSpaceAtEnd(run.gone, run.fresh);
    const gone = run.gone.slice(0, run.gone.length - tail.length);
    const fresh = run.fresh.slice(0, run.fresh.length - tail.length);
    return [
      ...(gone.trim() ? [{ kind: 'gone' as const, text: gone }] : []),
      ...(fresh ? [{ kind: fresh.trim() ? ('new' as const) : ('same' as const), text: fresh }] : []),
      ...(tail ? [{ kind: 'same' as const, text: tail }] : []),
    ];
  });
}

/** The space that both texts end in is no part of the change. */
function commonSpaceAtEnd(a: string, b: string): string {
  const [endOfA = '', endOfB = ''] = [a, b].map((text) => /\s*$/.exec(text)?.[0] ?? '');
  return endOfA === endOfB ? endOfA : '';
}
