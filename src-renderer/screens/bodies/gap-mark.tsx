import type { GapKind } from '#shared/domain/meeting-gaps.ts';

/** A shape a kind, in ink: what is missing is no status, so it has none of the colours. */
const shapes: Readonly<Record<GapKind, string>> = {
  'no-day': 'M1 1h10v10H1ZM1 4h10',
  'no-agenda': 'M6 1 11.4 11H.6ZM6 4.500v3M6 9v.8',
  'not-held': 'M6 .8 11.200 6 6 11.200.8 6ZM6 3.500v3M6 8v.8',
  'not-quorate': 'M1 6a5 5 0 1 0 10 0 5 5 0 1 0-10 0M3.500 8.500l5-5',
  'no-minutes': 'M2 1h8v10H2ZM4 8.500l4-5',
  'not-confirmed': 'M2 1h8v10H2ZM4 4h4M4 6.500h4',
};

/** What a meeting lacks: a shape, and the words beside it. */
export function GapMark({ kind, words }: { kind: GapKind; words: string }) {
  return (
    <span className="bd-gap">
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d={shapes[kind]} fill="none" stroke="currentColor" strokeWidth="1.400" />
      </svg>
      <b>{words}</b>
    </span>
  );
}
