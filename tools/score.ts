import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Answer } from '#test/fixtures/answers/answer.ts';
import { importByCommand } from '#test/fixtures/answers/import-by-command.ts';
import { scoreAgainst } from '#test/fixtures/answers/score.ts';
import { type Scored, tableOfScores, wordsOfScore } from '#test/fixtures/answers/score-table.ts';
import { wordsNotFound } from '#test/fixtures/answers/source-words.ts';

/**
 * `npm run score -- DIR [--json] [--wrong]`: imports every document of a folder that has an answer beside it
 * (NAME.answer.json) into a register of its own, and prints how much of the answer was read. `--wrong` lists
 * every miss with its place; `--json` prints one JSON value. Ends with 0 however well or badly the reader did.
 */
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, wrong: { type: 'boolean' } },
  allowPositionals: true,
});
const folder = resolve(process.env.INIT_CWD ?? '.', positionals[0] ?? '');
if (positionals.length !== 1 || !existsSync(folder)) {
  console.error('Say which folder: npm run score -- DIR [--json] [--wrong]');
  process.exit(2);
}

const answerEnd = '.answer.json';
const names = readdirSync(folder).sort();
const scored: Scored[] = [];
const refused: { name: string; refusal: string }[] = [];
for (const answerName of names.filter((name) => name.endsWith(answerEnd))) {
  const answer = JSON.parse(readFileSync(join(folder, answerName), 'utf8')) as Answer;
  const stem = basename(answerName, answerEnd);
  const documents = names.filter((name) => name.startsWith(`${stem}.`) && !name.endsWith('.json'));
  if (documents.length === 0)
    refused.push({ name: stem, refusal: 'There is no document beside this answer.' });
  for (const name of documents) {
    const path = join(folder, name);
    const imported = await importByCommand(path);
    if ('refusal' in imported) {
      refused.push({ name, refusal: imported.refusal });
      continue;
    }
    const { result, register, ms } = imported;
    const file = result.files[0];
    if (file === undefined) throw new Error(`the import of ${name} says nothing of its file`);
    const one: Scored = {
      name,
      score: scoreAgainst(answer, { register, questions: file.questions }),
      reconciliation: file.reconciliation,
      missing: wordsNotFound(new Uint8Array(readFileSync(path)), name, [register, result]),
      questions: file.questions.length,
      sourceCount: answer.sourceCount?.total ?? null,
      ms,
    };
    scored.push(one);
    if (values.json !== true) console.log(`${wordsOfScore(one).join('\n')}\n`);
    if (values.wrong === true && values.json !== true) {
      const lines = [...one.score.wrong, ...one.missing.map((word) => `word found nowhere: ${word}`)];
      console.log(`${lines.map((line) => `  - ${line}`).join('\n')}\n`);
    }
  }
}
if (values.json === true) console.log(JSON.stringify({ scored, refused }));
else {
  if (scored.length > 0) console.log(tableOfScores(scored).join('\n'));
  for (const { name, refusal } of refused) console.log(`  ${name}: not imported. ${refusal}`);
  if (scored.length + refused.length === 0)
    console.log('There is no answer (NAME.answer.json) in this folder.');
}
