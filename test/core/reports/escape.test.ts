import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, endDirections, escapeText } from '#core/reports/write/escape.ts';

const rlo = '\u202e';
const pdf = '\u202c';
const rli = '\u2067';
const pdi = '\u2069';

describe('text on its way into a file', () => {
  it('ends a turn of the direction of writing where the words end, line by line', () => {
    expect(endDirections(`Otters ${rlo}sretto`)).toBe(`Otters ${rlo}sretto${pdf}`);
    expect(endDirections(`a${rlo}b${pdf}c`)).toBe(`a${rlo}b${pdf}c`);
    expect(endDirections(`${rli}a${rlo}b`)).toBe(`${rli}a${rlo}b${pdf}${pdi}`);
    // The end of an isolate ends what was begun inside it too.
    expect(endDirections(`${rli}a${rlo}b${pdi}c`)).toBe(`${rli}a${rlo}b${pdi}c`);
    expect(endDirections(`${rlo}a\nb`)).toBe(`${rlo}a${pdf}\nb`);
  });

  it('leaves nothing open and no word changed, whatever was pasted', () => {
    const marks = fc.constantFrom(...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\n');
    const text = fc.array(fc.oneof(marks, fc.constantFrom('a', 'ש', ' ')), { maxLength: 30 });
    fc.assert(
      fc.property(
        text.map((parts) => parts.join('')),
        (words) => {
          const ended = endDirections(words);
          expect(endDirections(ended)).toBe(ended);
          expect(ended.replace(/[\u202c\u2069]/g, '')).toBe(words.replace(/[\u202c\u2069]/g, ''));
          for (const line of ended.split('\n')) {
            const count = (pattern: RegExp) => [...line.matchAll(pattern)].length;
            expect(count(/[\u2066-\u2068]/g)).toBeLessThanOrEqual(count(/\u2069/g));
          }
        },
      ),
    );
  });

  it('holds nothing that XML forbids', () => {
    expect(cleanText('a\u0000b\ud800c\uffffd')).toBe('ab\ufffdcd');
    expect(escapeText('<b> & "it\u2019s" \'so\'')).toBe('&lt;b&gt; &amp; &quot;it\u2019s&quot; &#39;so&#39;');
  });
});
