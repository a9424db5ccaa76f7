import { unpackDrafts } from '#core/imports/recognise/drafts-wire.ts';
import { recognise } from '#core/imports/recognise/recognise.ts';
import type { Grid } from '#shared/contract/grid.ts';

/** What recognition makes of grids, as if a file had held them. */
export function readGrids(grids: readonly Grid[], fileName = 'minutes.docx') {
  const recognition = recognise(
    { format: 'docx', grids, remarks: [] },
    { fileName, year: null, yearStartMonth: 4, legend: {}, corrections: [], profiles: [] },
  );
  return { recognition, drafts: unpackDrafts(recognition.drafts) };
}
