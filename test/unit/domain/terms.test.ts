import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termReader } from '#shared/domain/terms.ts';

const terms = [
  { term: 'EYFS', meaning: 'What every setting must do' },
  { term: 'IT', meaning: 'Computers' },
  { term: 'key worker', meaning: 'Who knows the child best' },
  { term: 'key worker scheme', meaning: 'How they are found' },
];
const read = termReader(terms);
const marked = (text: string) =>
  read(text).flatMap((piece) => (piece.term ? [[piece.text, piece.term.term]] : []));

describe('the terms in words', () => {
  it.each([
    ['Train for the EYFS.', [['EYFS', 'EYFS']]],
    ['Make it so, with IT', [['IT', 'IT']]],
    ['Key  workers meet', [['Key  workers', 'key worker']]],
    ['the key worker scheme', [['key worker scheme', 'key worker scheme']]],
    ['EYFS and EYFS again', [['EYFS', 'EYFS']]],
    ['Monkey workers; EYFSX', []],
    ['', []],
  ])('of %j are %j', (text, found) => {
    expect(marked(text)).toEqual(found);
  });

  it('leave the words as they are, whatever they are', () => {
    const words = fc
      .array(
        fc.oneof(
          fc.constantFrom('EYFS', 'it', 'IT', 'key worker', 's', ' ', '(', '\n'),
          fc.string({ maxLength: 4 }),
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, (text) => {
        expect(
          read(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
