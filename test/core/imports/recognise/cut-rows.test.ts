import { describe, expect, it } from 'vitest';
import { unpackDrafts } from '#core/imports/recognise/drafts-wire.ts';
import { recognise } from '#core/imports/recognise/recognise.ts';
import { canvas, readFileOf } from '#test/fixtures/workbooks/canvas.ts';

/** A plan of which one row says words alone. */
function readWith(above: string, alone: string) {
  const sheet = canvas('Plan');
  sheet.line(0, 0, ['Ref', 'Action', 'Lead', 'By when'], { bold: true });
  sheet.line(1, 0, ['1.1', 'Open the winter hub in the old library', 'NB', 'June 2020']);
  sheet.line(2, 0, ['1.2', above, 'TR', 'July 2020']);
  sheet.line(3, 0, [null, alone, null, null]);
  sheet.line(4, 0, ['2.1', 'Publish the guide to local services', 'NB', 'August 2020']);
  sheet.line(5, 0, ['2.2', 'Review the lighting in the park', 'NB', 'August 2020']);
  const options = {
    fileName: 'plan.xlsx',
    year: null,
    yearStartMonth: 4,
    legend: {},
    corrections: [],
    profiles: [],
  };
  return unpackDrafts(recognise(readFileOf([sheet]), options).drafts);
}

describe('words alone in a row of a table whose rows have references', () => {
  it('go on with a sentence that could not end where it was cut, capital or not', () => {
    const { actions, sections } = readWith('Train volunteers for the', 'Harbour Street van');
    const texts = actions.map((action) => action.text.replace(/\s+/g, ' '));
    expect(texts).toContain('Train volunteers for the Harbour Street van');
    expect(actions).toHaveLength(4);
    expect(sections).toEqual([]);
  });

  it('are no part of a sentence that is whole', () => {
    const { actions } = readWith('Train volunteers for the community van', 'Community safety');
    expect(actions.map((action) => action.text)).toContain('Train volunteers for the community van');
  });
});
