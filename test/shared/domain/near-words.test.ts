import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '#shared/domain/fingerprint.ts';
import { twinsAmong } from '#shared/domain/near-words.ts';

const among = (...texts: string[]) => twinsAmong(texts.map((text, index) => ({ id: String(index), text })));

describe('records with nearly the same words', () => {
  it('finds the same words, whatever the case and punctuation', () => {
    expect(among('Open the desk on Saturdays', 'Mend the fence', 'open the desk, on Saturdays.')).toEqual([
      { first: '0', other: '2', same: true },
    ]);
  });

  it('finds nearly the same, and not what differs in a number or says too little', () => {
    expect(
      among(
        'Agree one referral route with the midwives of the trust',
        'Agree one referral route with the midwives of the hospital trust',
        'Something else that has as many words as the others do',
      ),
    ).toEqual([{ first: '0', other: '1', same: false }]);
    expect(
      among('Visit each of the 14 settings in the ward', 'Visit each of the 15 settings in the ward'),
    ).toEqual([]);
    expect(among('To follow', 'To follow')).toEqual([]);
  });

  it('misses no text of which one word was put in, among any others', () => {
    const word = fc.constantFrom(
      ...'open desk fence room plan visit school parent nurse garden toy map walk song'.split(' '),
    );
    const text = fc.uniqueArray(word, { minLength: 8, maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), text, fc.nat(12), (others, one, at) => {
        const words = one.split(' ');
        const changed = words.toSpliced(at % words.length, 0, 'saturdays').join(' ');
        const twins = among(...others, one, changed);
        expect(twins.some((twin) => twin.other === String(others.length + 1))).toBe(true);
      }),
    );
  });
});

describe('a fingerprint', () => {
  it('is equal for equal values and another for a changed one', () => {
    expect(fingerprint({ a: 1, b: 'x' })).toBe(fingerprint({ b: 'x', a: 1 }));
    expect(fingerprint({ a: 1, b: 'x' })).not.toBe(fingerprint({ a: 1, b: 'y' }));
    expect(fingerprint(null)).toMatch(/^[0-9a-f]{16}$/);
  });
});
