import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast } from '#shared/domain/contrast.ts';
import { colourTrouble, leastContrast, readableColour } from '#shared/domain/office-look.ts';
import { ownLines, ownPieces } from '#shared/domain/own-words.ts';

describe('words of the office’s own', () => {
  it('are paragraphs by lines, and lists by lines that begin with a bullet', () => {
    expect(ownPieces('Dear all,\n\n- one\n* two\n• three\nThank you.\n - four')).toEqual([
      { kind: 'paragraph', text: 'Dear all,' },
      { kind: 'list', items: ['one', 'two', 'three'] },
      { kind: 'paragraph', text: 'Thank you.' },
      { kind: 'list', items: ['four'] },
    ]);
  });

  it('leave a minus before a number, a dash alone and a word with a hyphen as they are', () => {
    expect(ownPieces('-5 %\n-\n*bold*')).toEqual([
      { kind: 'paragraph', text: '-5 %' },
      { kind: 'paragraph', text: '-' },
      { kind: 'paragraph', text: '*bold*' },
    ]);
  });

  it('lose nothing but white space and bullets, and are the same when read again', () => {
    const squashed = (text: string) => text.replace(/[\s\-*•–]/gu, '');
    const line = fc.oneof(
      fc.string(),
      fc.string().map((text) => `- ${text}`),
      fc.constant(''),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const pieces = ownPieces(lines.join('\n'));
        expect(squashed(ownLines(pieces).join(''))).toBe(squashed(lines.join('')));
        const again = pieces.flatMap((piece) =>
          piece.kind === 'paragraph' ? [piece.text] : [piece.items.map((item) => `- ${item}`).join('\n')],
        );
        expect(ownPieces(again.join('\n\n'))).toEqual(pieces);
      }),
    );
  });
});

describe('a colour of the office', () => {
  const colours = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
  it('is taken as it is where it can be read on paper, else as the nearest deeper one that can', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        const readable = readableColour(colour);
        expect(contrast(readable, '#ffffff')).toBeGreaterThanOrEqual(leastContrast);
        const trouble = colourTrouble(colour);
        if (contrast(colour, '#ffffff') >= leastContrast) {
          expect([readable, trouble]).toEqual([colour, null]);
        } else {
          expect(trouble?.nearest).toBe(readable);
          expect(colourTrouble(readable)).toBeNull();
        }
      }),
    );
  });
});
