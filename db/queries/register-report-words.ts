import type { RegisterJson } from '#shared/contract/register.ts';
import type { ReadDb } from '../handles.ts';
import { insertRows } from '../rows.ts';
import { reportTemplates as templateTable, reportWords as wordsTable } from '../schema/index.ts';
import { type Writing, withPositions } from './register-writing.ts';
import { allOwnWords, reportTemplates } from './report-words.ts';

/** Words of the office's own and templates of reports. Left out where there are none. */
export function readReportWords(db: ReadDb): Pick<RegisterJson, 'reportWords' | 'reportTemplates'> {
  const words = allOwnWords(db).map((one) => ({ ...one, source: null }));
  const templates = reportTemplates(db).map((one) => ({ ...one, source: null }));
  return {
    ...(words.length > 0 && { reportWords: words }),
    ...(templates.length > 0 && { reportTemplates: templates }),
  };
}

/** After the snapshots that the words are for. */
export function writeReportWords({ tx }: Writing, json: RegisterJson): void {
  insertRows(
    tx,
    wordsTable,
    (json.reportWords ?? []).map(({ source: _, ...columns }) => columns),
  );
  insertRows(
    tx,
    templateTable,
    withPositions(json.reportTemplates ?? [], ({ source: _, ...columns }, position) => ({
      ...columns,
      position,
    })),
  );
}
