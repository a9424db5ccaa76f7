import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareIn } from '#shared/domain/evidence-share.ts';

describe('how much an update says is done', () => {
  it.each([
    ['4 of 14 visits done', 4, 14],
    ['21 of 30 trained', 21, 30],
    ['Two out of five posts filled', 2, 5],
    ['Survey 60% complete', 60, 100],
    ['All of the 9 centres have one', 9, 9],
    ['1,200 of 1,500 leaflets given out', 1200, 1500],
    ['Good start; 3 of its 12 rooms painted, more soon', 3, 12],
    ['3 of 12 rooms painted. That is 3 of 12', 3, 12],
  ])('reads %j', (text, done, of) => {
    expect(shareIn(text)).toMatchObject({ done, of });
  });

  it.each([
    'Two of five posts vacant',
    '4 of 14 visits not done',
    '41 of 63 visited; 12 of 14 filled',
    'Meeting on 1 of 2010',
    '5 of 3',
    '58% of settings',
    'Will train 4 of 14',
    'Version 1.2 of 3.4 agreed',
    'Agreed on 12/14',
    'One of many',
    '',
  ])('leaves %j alone', (text) => {
    expect(shareIn(text)).toBeNull();
  });

  it('never says that more than all is done, whatever the words', () => {
    const word = fc.constantFrom(
      'of',
      'out',
      'all',
      '4',
      '14',
      'two',
      'five',
      'not',
      '60%',
      'done',
      ';',
      '.',
      '1,200',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const share = shareIn(words.join(' '));
        if (share) expect(share.done / share.of).toBeLessThanOrEqual(1);
      }),
    );
  });
});
