import { exampleRegister } from '#core/example/example-register.ts';
import { openRegister } from '#db/open.ts';
import { writeRegister } from '#db/queries/register-write.ts';
import { act, at, countingIds } from '#test/db/temp-register.ts';
import { hostile, withHostileWords } from '#test/fixtures/hostile-words.ts';

/**
 * The register of the example with hostile words in every field that a person can write in, as a file: each field has
 * another of them, with a word of its own behind it, by which it can be looked for.
 */
export function writeHostileRegister(path: string, folder: string): void {
  // What went out and the words written for it are of snapshots, and a logo is no words.
  const {
    circulationLists: _l,
    circulations: _c,
    reportWords: _w,
    reportTemplates: _t,
    ...whole
  } = exampleRegister();
  const { look: _look, ...settings } = whole.settings;
  // Where a record was read from is no field that anybody writes in.
  const example = { ...withoutSources(whole), settings, snapshots: [], imports: [], tray: [] };
  let n = 0;
  const roll = () => {
    n += 1;
    return `${hostile[(n * 7) % hostile.length]} word${n}.`;
  };
  const opened = openRegister(path, {
    ...{ now: () => at, newId: countingIds(), backupsDir: folder, programVersion: '0.1.0', create: true },
  });
  act(opened.db, countingIds(), (tx) => writeRegister(tx, withHostileWords(example, roll)), 'Hostile words');
  opened.close();
}

const withoutSources = <T>(json: T): T =>
  JSON.parse(JSON.stringify(json, (key, held) => (key === 'source' ? null : held))) as T;
