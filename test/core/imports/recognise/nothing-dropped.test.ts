import { describe, expect, it } from 'vitest';
import { unpackDrafts } from '#core/imports/recognise/drafts-wire.ts';
import { recognise } from '#core/imports/recognise/recognise.ts';
import { canvas, readFileOf } from '#test/fixtures/workbooks/canvas.ts';

/** A score stands in a cell of its rating's colour. */
const fills: Readonly<Record<string, string>> = { '5': '#ff0000', '4': '#ffc000', '9': '#00b050' };

function read(rows: readonly (readonly string[])[]) {
  const drawn = canvas('Plan');
  rows.forEach((row, at) => {
    row.forEach((text, column) => {
      const fill = fills[text];
      drawn.put(at, column, text, fill === undefined ? { bold: at === 0 } : { fill });
    });
  });
  const recognition = recognise(readFileOf([drawn]), {
    fileName: 'plan.xlsx',
    year: null,
    yearStartMonth: 4,
    legend: {},
    corrections: [],
    profiles: [],
  });
  return { recognition, made: unpackDrafts(recognition.drafts) };
}

describe('what stands beside', () => {
  it('takes the words of two status columns for the status, and keeps the score under its heading', () => {
    const { recognition, made } = read([
      ['Ref', 'Action', 'Lead', 'Status', 'Status (RAG)'],
      ['1', 'Dredge the inner basin', 'Port Office', 'Delayed', '5'],
      ['2', 'Light the slipway', 'Port Office', 'On track', '4'],
      ['3', 'Mend the crane', 'Works Team', 'Completed', '9'],
    ]);
    expect(recognition.reconciliation).toMatchObject({ tray: 0, lost: 0 });
    expect(made.actions.map((one) => one.status?.label)).toEqual(['Delayed', 'On track', 'Completed']);
    expect(made.actions.map((one) => one.details)).toEqual([
      [{ label: 'Status (RAG)', text: '5' }],
      [{ label: 'Status (RAG)', text: '4' }],
      [{ label: 'Status (RAG)', text: '9' }],
    ]);
  });
});
