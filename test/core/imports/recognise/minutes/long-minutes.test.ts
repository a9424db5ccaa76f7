import { describe, expect, it } from 'vitest';
import { type Piece, pageGrid } from '#test/fixtures/minutes/page.ts';
import { readGrids } from './reads.ts';

/** Minutes of so many paragraphs, under one item or one for every ten. */
function long(paragraphs: number, items: 'one' | 'many'): Piece[] {
  const pieces: Piece[] = [
    'Minutes of the Long Lane Board held on 3 May 2016',
    'Present: Ann Bell (AB), Carl Dow',
  ];
  for (let at = 0; at < paragraphs; at++) {
    if (items === 'many' && at % 10 === 0)
      pieces.push({ text: `${at / 10 + 1}. Business number ${at}`, bold: true });
    pieces.push(
      `The clerk reported that letter ${at} had been sent to the ${at * 7} households in question.`,
    );
    if (at % 5 === 0)
      pieces.push(`RESOLVED that the Head of Parks be asked to write to site ${at} by 3 June 2016.`);
    if (at % 7 === 0) pieces.push(`ACTION: AB to send list ${at} by 1/6`);
  }
  return pieces;
}

describe('long minutes', () => {
  it.each(['one', 'many'] as const)('take time in proportion, with %s item', (items) => {
    const time = (paragraphs: number) => {
      const grid = pageGrid(long(paragraphs, items));
      const begun = performance.now();
      const { drafts, recognition } = readGrids([grid]);
      expect(drafts.resolutions).toHaveLength(paragraphs / 5);
      expect(recognition.reconciliation).toMatchObject({ tray: 0, lost: 0 });
      return performance.now() - begun;
    };
    time(300);
    const short = Math.min(time(300), time(300), time(300));
    // Twelve times the paragraphs: in proportion twelve times the time, squared a hundred and forty-four.
    expect(Math.min(time(3_600), time(3_600)) / short).toBeLessThan(70);
  });
});
