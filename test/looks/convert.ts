import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What LibreOffice makes of files, by the name of the new file. `filter` is its own word for a form: "xlsx", "txt:Text". */
export function convertInLibreOffice(paths: readonly string[], filter: string): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'plan-register-convert-'));
  try {
    const out = join(folder, 'out');
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const done = spawnSync(
      'soffice',
      [
        ...[`-env:UserInstallation=${profile}`, '--headless', '--norestore'],
        ...['--convert-to', filter, '--outdir', out, ...paths],
      ],
      { timeout: 240_000, encoding: 'utf8' },
    );
    if (done.status !== 0) throw new Error(`LibreOffice gave up: ${done.stderr}`);
    return new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each sheet of a workbook as a CSV file of its own, values as they are shown, in UTF-8. */
export const everySheetAsCsv =
  'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
