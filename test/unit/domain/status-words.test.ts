import { describe, expect, it } from 'vitest';
import type { KeyEntry } from '#shared/contract/register.ts';
import { colourFamily } from '#shared/domain/colours.ts';
import { defaultLooks } from '#shared/domain/states.ts';
import { guessStatus, readStatus, stateOfColour } from '#shared/domain/status-words.ts';

const entry = (state: KeyEntry['state'], label: string, colour: string): KeyEntry => ({
  state,
  label,
  colour,
  shape: 'disc',
  definition: '',
});

describe('readStatus', () => {
  it.each([
    ['Completed', 'complete', 'Completed', ''],
    ['Complete\nLeaflet in use', 'complete', 'Complete', 'Leaflet in use'],
    ['Done: all nine centres', 'complete', 'Done', 'all nine centres'],
    ['Fully met', 'complete', 'Fully met', ''],
    ['In place', 'complete', 'In place', ''],
    [
      'In place for babies. Work in progress: toddlers',
      'on-track',
      'In place',
      'for babies. Work in progress: toddlers',
    ],
    ['100% complete', 'complete', '100% complete', ''],
    ['85% complete', 'on-track', '85% complete', ''],
    ['0% complete', 'not-started', '0% complete', ''],
    ['Some progress  Leaflet drafted', 'on-track', 'Some progress', 'Leaflet drafted'],
    ['Good progress made with the PCT', 'on-track', 'Good progress made', 'with the PCT'],
    ['Work underway', 'on-track', 'Work underway', ''],
    ['On target', 'on-track', 'On target', ''],
    ['Not yet complete', 'on-track', 'Not yet complete', ''],
    ['3. Ongoing - delayed', 'off-track', '3. Ongoing - delayed', ''],
    ['2. Ongoing - on track', 'on-track', '2. Ongoing - on track', ''],
    ['Some slippage', 'at-risk', 'Some slippage', ''],
    ['Slightly behind schedule', 'at-risk', 'Slightly behind schedule', ''],
    ['Behind schedule', 'off-track', 'Behind schedule', ''],
    ['Target not met', 'off-track', 'Target not met', ''],
    ['Not met', 'off-track', 'Not met', ''],
    ['Not started', 'not-started', 'Not started', ''],
    ['Yet to start – post vacant', 'not-started', 'Yet to start', 'post vacant'],
    ['Deferred to 2011', 'changed', 'Deferred', 'to 2011'],
    ['No longer required', 'closed', 'No longer required', ''],
    ['Green', 'on-track', 'Green', ''],
    ['Green - task completed', 'complete', 'Green - task completed', ''],
    ['Amber (some slippage)', 'at-risk', 'Amber (some slippage)', ''],
    ['RAG: Red', 'off-track', 'RAG: Red', ''],
    ['G', 'on-track', 'G', ''],
    ['A/G', 'at-risk', 'A/G', ''],
    ['Blue', 'complete', 'Blue', ''],
    ['✓', 'complete', '✓', ''],
  ])('reads %j', (text, state, label, rest) => {
    expect(readStatus(text)).toEqual({ state, label, rest });
  });

  it('takes no sentence for a status', () => {
    const prose = [
      'Met with parents in June',
      'Open day held',
      'Late return from schools',
      'Leaflet drafted',
      'Greenfield site found',
      'Reduced fees',
      'Donegal trip',
      '75%',
      'n/a',
      '',
      'Planned for autumn',
    ];
    expect(prose.filter((text) => readStatus(text) !== null)).toEqual([]);
  });

  it('lets the key of the plan decide', () => {
    const key = [
      entry('complete', 'Green', '#00b050'),
      entry('on-track', 'Orange', '#ffc000'),
      entry('off-track', 'Red', '#ff0000'),
      entry('changed', 'Met late', '#7030a0'),
    ];
    expect(readStatus('Green', key)).toEqual({ state: 'complete', label: 'Green', rest: '' });
    expect(readStatus('g', key)?.state).toBe('complete');
    expect(readStatus('Amber: three left', key)).toEqual({
      state: 'on-track',
      label: 'Orange',
      rest: 'three left',
    });
    expect(readStatus('met late, in May', key)).toEqual({
      state: 'changed',
      label: 'Met late',
      rest: 'in May',
    });
    expect(readStatus('Completed', key)?.state).toBe('complete');
    expect(stateOfColour('#92d050', key)).toBe('complete');
  });
});

describe('guessStatus', () => {
  it('guesses from prose, the worse news first', () => {
    expect(guessStatus('The work on this has been completed')?.state).toBe('complete');
    expect(guessStatus('An agreement is in place. Further work under way')?.state).toBe('on-track');
    expect(guessStatus('Drafted, but it has slipped')?.state).toBe('off-track');
    expect(guessStatus('Parents like it')).toBeNull();
  });
});

describe('stateOfColour', () => {
  it('reads the fills people use', () => {
    const read = (colours: string[]) => colours.map((colour) => stateOfColour(colour));
    expect(new Set(read(['#92d050', '#00b050', '#c6efce', 'FF92D050', '#ccffcc', '#0f0']))).toEqual(
      new Set(['on-track']),
    );
    expect(new Set(read(['#ffc000', '#ffff00', '#ffeb9c', '#f79646', '#ff9900']))).toEqual(
      new Set(['at-risk']),
    );
    expect(new Set(read(['#ff0000', '#c00000', '#ffc7ce']))).toEqual(new Set(['off-track']));
    expect(new Set(read(['#0070c0', '#00b0f0', '#0000ff']))).toEqual(new Set(['complete']));
  });

  it('makes nothing of whites, greys, heading colours or nonsense', () => {
    const none = [
      '#ffffff',
      '#d9d9d9',
      '#595959',
      '#000000',
      '#4f81bd',
      '#1f497d',
      '#d9e1f2',
      '#002060',
      '#7030a0',
      'red-ish',
      '',
    ];
    expect(none.filter((colour) => stateOfColour(colour) !== null)).toEqual([]);
  });

  it('knows the colours of its own key again', () => {
    for (const { colour, state } of defaultLooks) {
      if (state !== 'not-started' && state !== 'closed') expect(stateOfColour(colour)).toBe(state);
    }
    expect(colourFamily('#b27212')).toBe('amber');
  });
});
