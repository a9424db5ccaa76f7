import { describe, expect, it } from 'vitest';
import { bagOf, isSaid } from '#core/imports/said.ts';

describe('whether a cell is said', () => {
  const bag = bagOf([
    'Mend the steps',
    'Ruth Adeyemi',
    'NB',
    '2.1',
    'Work is delayed by rain',
    'Stone chosen',
    'Mason asked',
  ]);

  it.each([
    ['as it is', 'Mend the steps'],
    ['its lines apart, bullets off', '• Stone chosen\n• Mason asked'],
    ['its names apart', 'Ruth Adeyemi / NB'],
    ['a reference in front', '2.1 Mend the steps'],
    ['names joined by a word', 'NB and Ruth Adeyemi'],
    ['without regard to case and accents', 'RÚTH ADEYEMI'],
  ])('finds it %s', (_, text) => {
    expect(isSaid(bag, text)).toBe(true);
  });

  it.each([
    ['a word that stands inside another text', 'Adeyemi – delayed'],
    ['words that stand scattered', 'rain asked steps'],
    ['part of a word', 'Mend the step'],
    ['a word more', 'Mend the steps again'],
    ['anything in nothing', 'Mend'],
  ])('does not take for said: %s', (what, text) => {
    expect(isSaid(what === 'anything in nothing' ? '' : bag, text)).toBe(false);
  });
});
