import { fileURLToPath } from 'node:url';
import type { ReadDb } from '#db/handles.ts';
import type { Work } from '../../../db/kill/loop.ts';

/** Actions of one imported file. */
export const importRows = 400;

/** Whole imports through the core, worker and backup included, as child.ts does them. */
export const imports: Work = {
  script: fileURLToPath(new URL('./child.ts', import.meta.url)),
  // An import reads in a worker first: long enough to be met while it writes, and after.
  longestMs: 2_000,
  judge: (db, acknowledged, begun) => [
    ...acknowledged.flatMap((name) => {
      const found = countOf(db, name);
      return found.actions === importRows && found.files === 1
        ? []
        : [
            `an acknowledged import has ${found.actions} of ${importRows} actions, ${found.files} files: ${name}`,
          ];
    }),
    ...(begun === null ? [] : judgeBegun(db, begun)),
  ],
};

/** What was under way is brought in whole, with the file it came from, or not at all. */
function judgeBegun(db: ReadDb, name: string): string[] {
  const { actions, files } = countOf(db, name);
  const whole = actions === importRows && files === 1;
  return whole || (actions === 0 && files === 0)
    ? []
    : [`an import under way left ${actions} of ${importRows} actions and ${files} files: ${name}`];
}

function countOf(db: ReadDb, name: string): { actions: number; files: number } {
  const count = (text: string) => db.raw.prepare(text).pluck().get(name) as number;
  return {
    actions: count("SELECT count(*) FROM actions WHERE text LIKE '% for ' || ?"),
    files: count("SELECT count(*) FROM import_files WHERE name = ? || '.csv'"),
  };
}
