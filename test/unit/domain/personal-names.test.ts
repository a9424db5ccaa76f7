import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameHider } from '#shared/domain/personal-names.ts';

const hide = nameHider([
  { text: 'Jean Whitlock', instead: 'Head of Early Years' },
  { text: 'Mary Anne O’Brien', instead: 'an officer' },
  { text: 'Hope', instead: 'an officer' },
  { text: 'Cllr Yeo', instead: 'a member' },
  { text: 'jean.whitlock@fenmoor.example', instead: 'an address' },
]);

describe('names of people in words', () => {
  it.each([
    ['Jean Whitlock said so.', 'Head of Early Years said so.'],
    ['ask JEAN  WHITLOCK’s team', 'ask Head of Early Years’s team'],
    [
      'J. Whitlock, J Whitlock and J.Whitlock',
      'Head of Early Years, Head of Early Years and Head of Early Years',
    ],
    ['Leads: Whitlock, Jean; Whitlock, J.', 'Leads: Head of Early Years; Head of Early Years'],
    ["by Mrs Whitlock and Dr Mary O'Brien", 'by Head of Early Years and an officer'],
    ['to jean.whitlock@fenmoor.example today', 'to an address today'],
    ['Councillor Yeo asked', 'A member asked'],
    ['We hope that Hope comes', 'We hope that an officer comes'],
  ])('are replaced: %s', (text, told) => {
    expect(hide(text)).toBe(told);
  });

  it.each(['Whitlock Road', 'Jeanine Whitlocks', 'the hope of all', 'Bean Whitlock', 'Yeomanry'])(
    'are not seen in other words: %s',
    (text) => {
      expect(hide(text)).toBe(text);
    },
  );

  it('names nobody’s role where two share a spelling', () => {
    const both = nameHider([
      { text: 'Ann Hill', instead: 'Director' },
      { text: 'Adam Hill', instead: 'Head of Finance' },
    ]);
    expect(both('A. Hill, Ann Hill and Mr Hill')).toBe('An officer, Director and an officer');
  });

  it('leaves no name in, whatever stands round it', () => {
    const words = fc.array(fc.constantFrom('the', ',', 'Whitlock', 'Jean', '(', 'of', '\n', '-', '1', '’s'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const text = [...before, 'Jean Whitlock', ...after].join(' ');
        expect(hide(text)).not.toMatch(/Jean\s+Whitlock/i);
      }),
    );
  });
});
