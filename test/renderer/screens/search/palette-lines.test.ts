import { describe, expect, it } from 'vitest';
import type { SearchHit } from '#shared/contract/office.ts';
import type { Command } from '../../../../src-renderer/screens/search/commands.ts';
import { arrange, chosenLine, orderCommands } from '../../../../src-renderer/screens/search/palette-lines.ts';

const commands: Command[] = [
  'Show the history of this plan',
  'Add a plan',
  'Show the history',
  'Go to Plans',
].map((text) => ({ id: text, text, run: () => {} }));
const hit = (id: string): SearchHit => ({
  kind: 'action',
  id,
  title: id,
  excerpt: [],
  planId: null,
  actionId: null,
  kpiId: null,
  meetingId: null,
  roundId: null,
});
const namesOf = (text: string, hits: SearchHit[], meant: string[] = []) =>
  arrange(text, commands, hits, meant).map((group) => group.name);

describe('the lines of the palette', () => {
  it('begin with the command that is called exactly so, then those whose name begins so', () => {
    expect(orderCommands('show  the History', commands).map((one) => one.text)).toEqual([
      'Show the history',
      'Show the history of this plan',
      'Add a plan',
      'Go to Plans',
    ]);
  });

  it('begin with commands only where the words begin the name of one', () => {
    expect(namesOf('add a', [hit('one')])).toEqual(['Do', 'Actions']);
    expect(namesOf('plan', [hit('one')])).toEqual(['Actions', 'Do']);
    expect(namesOf('sho', [hit('one')])).toEqual(['Actions', 'Do']);
    expect(namesOf('plan', [], ['plain'])).toEqual(['Do', 'Did you mean']);
  });
});

describe('the chosen line', () => {
  it('is none before anything is typed, then the first or the last by an arrow', () => {
    expect(chosenLine(' ', 0, 4, 'all')).toBeNull();
    expect(chosenLine('', 1, 4, 'all')).toBe(0);
    expect(chosenLine('', 2, 4, 'all')).toBe(1);
    expect(chosenLine('', -1, 4, 'all')).toBe(3);
    expect(chosenLine('', 5, 4, 'all')).toBe(0);
  });

  it('is the first once something is typed, and goes round at both ends', () => {
    expect([0, 1, 3, 4, -1].map((pressed) => chosenLine('x', pressed, 4, 'all'))).toEqual([0, 1, 3, 0, 3]);
    expect(chosenLine('x', 0, 0, 'all')).toBeNull();
  });

  it('is the same when the answer comes as it was before, wherever it was known before', () => {
    for (let lines = 1; lines < 6; lines += 1) {
      for (let sure = 0; sure <= lines; sure += 1) {
        for (let more = 0; more < 4; more += 1) {
          for (let pressed = -7; pressed < 7; pressed += 1) {
            const early = chosenLine('x', pressed, lines, sure);
            if (early === null) continue;
            expect(chosenLine('x', pressed, sure + more, 'all')).toBe(early);
          }
        }
      }
    }
  });

  it('is not known while an answer may still put something before it', () => {
    expect(chosenLine('x', 0, 5, 0)).toBeNull();
    expect(chosenLine('x', 2, 5, 2)).toBeNull();
    expect(chosenLine('x', -1, 5, 2)).toBeNull();
  });
});
