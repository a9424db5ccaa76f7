import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { App } from '#core/app.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ImportOptions, ImportResult } from '#shared/contract/imports.ts';
import { resultOfPreview } from '#shared/domain/import-result.ts';
import { type State, states } from '#shared/domain/states.ts';
import type { Command, Work } from '../command.ts';
import { readNamedFile } from '../files.ts';
import { optional, registerPathOf, withRegister } from '../with-register.ts';

const usage =
  'import FILE... --register R [--year 2009-10] [--into PLAN_ID] [--legend "#00B050=complete,..."] [--dry-run] [--json]';

/** Brings files in with the recogniser's own choice wherever a screen would ask, and lists those choices. */
export const importFiles: Command = {
  usage,
  options: {
    register: { type: 'string' },
    year: { type: 'string' },
    into: { type: 'string' },
    legend: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  words: { least: 1, most: 20 },
  async run(args, work) {
    const path = registerPathOf(args);
    const options: z.input<typeof ImportOptions> = {
      year: optional(args, 'year'),
      intoPlanId: optional(args, 'into'),
      legend: legendOf(optional(args, 'legend')),
    };
    // Read before the register is opened: a wrong path then touches nothing.
    const files = args.words.map((word) => {
      const { name, bytes } = readNamedFile(word);
      return { name, base64: bytes.toString('base64') };
    });
    const dryRun = args.options['dry-run'] === true;
    const opening = { create: true, leavesNothing: dryRun };
    const result = await withRegister(path, opening, async ({ app, core }) => {
      const preview = await watched(app, work, (jobId) => core.imports.start({ jobId, files, options }));
      const { sessionId } = preview;
      if (dryRun) {
        await core.imports.drop({ sessionId });
        // Nothing was written, so there is no import to name.
        return { importId: null, ...resultOfPreview(preview) };
      }
      return await watched(app, work, (jobId) => core.imports.bringIn({ sessionId, jobId }));
    });
    return { json: result, words: wordsOf(result) };
  },
};

/** "#00B050=complete,Delayed=at-risk" as marks and states. */
export function legendOf(text: string | null): Record<string, State> {
  const legend: Record<string, State> = Object.create(null);
  for (const entry of (text ?? '').split(',').filter((part) => part.trim() !== '')) {
    const cut = entry.lastIndexOf('=');
    const mark = entry.slice(0, cut).trim();
    const state = states.find((name) => name === entry.slice(cut + 1).trim());
    if (cut < 1 || mark === '' || !state) {
      throw new AppError(
        'wrong-use',
        `“${entry.trim()}” is no entry of a legend. Write MARK=STATE, where the state is one of ${states.join(', ')}.`,
      );
    }
    legend[/^#[0-9a-f]{6}$/i.test(mark) ? mark.toLowerCase() : mark] = state;
  }
  return { ...legend };
}

/** Runs a step of the import while its progress goes to stderr. */
async function watched<T>(app: App, work: Work, step: (jobId: string) => Promise<T>): Promise<T> {
  const jobId = randomUUID();
  // A step that is refused before its job begins leaves nothing to watch: the signal ends the watch then.
  const over = new AbortController();
  const telling = tell(app, work, jobId, over.signal);
  try {
    return await step(jobId);
  } finally {
    over.abort();
    await telling;
  }
}

async function tell(app: App, work: Work, jobId: string, over: AbortSignal): Promise<void> {
  let last = '';
  for await (const { what, done, of } of app.jobs.watch(jobId, over)) {
    const line = of === null || of === 0 ? what : `${what}: ${done} of ${of}`;
    if (line !== last) work.say(line);
    last = line;
  }
}

function wordsOf(result: Pick<ImportResult, 'files' | 'added' | 'updated' | 'unchanged'>): string {
  const lines = result.files.flatMap((file) => {
    const { cells, placed, tray, lost } = file.reconciliation;
    const questions = file.questions.map(
      (question) => `  ${question.where}: ${question.text} Taken: ${question.taken}.`,
    );
    return [
      `${file.name}: ${cells} cells with content: ${placed} placed, ${tray} in the tray, ${lost} lost`,
      ...(questions.length > 0 ? ['Questions and the choice taken:', ...questions] : []),
    ];
  });
  const count = (counts: Record<string, number>) =>
    Object.entries(counts)
      .filter(([, n]) => n > 0)
      .map(([what, n]) => `${n} ${what}`)
      .join(', ') || 'none';
  return [
    ...lines,
    `Added: ${count(result.added)}`,
    `Updated: ${count(result.updated)}`,
    `Unchanged: ${count(result.unchanged)}`,
  ].join('\n');
}
