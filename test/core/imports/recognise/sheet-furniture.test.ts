import { describe, expect, it } from 'vitest';
import { sheetOf } from '#core/imports/recognise/sheet.ts';
import { sheetFurniture } from '#core/imports/recognise/sheet-furniture.ts';
import { canvas } from '#test/fixtures/workbooks/canvas.ts';

const named = (name: string) => {
  const drawn = canvas(name);
  drawn.put(0, 0, 'Something');
  return sheetOf(drawn.grid(), 0);
};

describe('sheetFurniture', () => {
  it('sets sheets of lists and instructions aside by their names', () => {
    for (const name of [
      ...['Lists', 'Drop-down lists', 'Lookups', 'Data validation', 'Instructions', 'Guidance notes'],
      ...['1 - Guidance', 'How to use this form', 'Read me', 'Notes for completion', 'DO NOT EDIT', 'Help'],
    ])
      expect(sheetFurniture(named(name)), name).not.toBeNull();
  });

  it('keeps sheets whose names only hold such a word', () => {
    for (const name of [
      ...[
        'Action list',
        'Early Help',
        'Help at home actions',
        'Waiting lists',
        'Settings',
        'Parent guidance plan',
      ],
      ...['List of priorities', 'Project list', 'Advice and guidance KPIs', 'Priority 1'],
    ])
      expect(sheetFurniture(named(name)), name).toBeNull();
  });

  it('never sets the only sheet of a file aside', () => {
    expect(sheetFurniture(named('Lists'), true)).toBeNull();
  });
});
