import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, readBullets, readLines } from '#shared/contract/cells.ts';
import type { ActionRow } from '#shared/contract/plans.ts';

const line = fc
  .string({ minLength: 1, maxLength: 20 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && !/^[•●▪◦‣∙·*–-]/.test(text));

describe('a cell as text', () => {
  it('reads back as the words and bullets it was made of', () => {
    fc.assert(
      fc.property(line, fc.array(line, { maxLength: 5 }), (text, bullets) => {
        const row = { text, bullets } as unknown as ActionRow;
        expect(readBullets(cellText(row, 'text'))).toEqual({ text, bullets });
      }),
    );
  });

  it('reads back as the measures it was made of', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (texts) => {
        const row = { measures: texts.map((text) => ({ text })) } as unknown as ActionRow;
        expect(readLines(cellText(row, 'measures'))).toEqual(texts);
      }),
    );
  });

  it('takes any of the marks that people use as a bullet, and a line without one as going on', () => {
    expect(readBullets('Print:\r\n- leaflets\r\n* posters\r\n  for the hall\n\n• menus')).toEqual({
      text: 'Print:',
      bullets: ['leaflets', 'posters for the hall', 'menus'],
    });
  });

  it('does not take a dash inside words, or a range, for a bullet', () => {
    expect(readBullets('Twenty-five places\n-5 to 5')).toEqual({
      text: 'Twenty-five places\n-5 to 5',
      bullets: [],
    });
  });
});
