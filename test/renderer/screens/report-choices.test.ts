import { describe, expect, it } from 'vitest';
import { readAddresses } from '../../../src-renderer/screens/reports/report-choices.ts';

describe('readAddresses', () => {
  it('parts addresses by commas, semicolons, spaces and lines, without angle brackets', () => {
    expect(readAddresses('a@x.example; <b@x.example>,\n c@x.example')).toEqual({
      good: ['a@x.example', 'b@x.example', 'c@x.example'],
      wrong: [],
    });
  });

  it('tells apart what is no address', () => {
    expect(readAddresses('a@x.example, the board').wrong).toEqual(['the', 'board']);
  });
});
