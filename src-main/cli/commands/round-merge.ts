import type { RoundFile } from '#shared/contract/rounds.ts';
import { count } from '#shared/domain/words.ts';
import type { Command } from '../command.ts';
import { readNamedFile } from '../files.ts';
import { registerPathOf, withRegister } from '../with-register.ts';

/**
 * Merges forms that came back. New dates are taken unless --hold-dates, as everywhere on the command line the choice
 * is taken that a screen would offer; conflicts wait for the screen.
 */
export const roundMerge: Command = {
  usage: 'round merge FILE... --register R [--hold-dates] [--dry-run] [--json]',
  options: {
    register: { type: 'string' },
    'hold-dates': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  words: { least: 1, most: 100 },
  async run(args) {
    // Read before the register is opened: a wrong path then touches nothing.
    const files = args.words.map((word) => {
      const { name, bytes } = readNamedFile(word);
      return { name, base64: bytes.toString('base64') };
    });
    const holds = args.options['hold-dates'] === true;
    const isDry = args.options['dry-run'] === true;
    const merged = await withRegister(registerPathOf(args), { create: false }, async ({ core }) =>
      isDry
        ? { ...(await core.rounds.preview({ files })), label: null }
        : await core.rounds.merge({ files, dates: holds ? 'none' : 'all' }),
    );
    const told = merged.files.map((file) => fileOf(file, holds));
    const all = <K extends 'applied' | 'conflicts' | 'toConfirm' | 'outside'>(key: K) =>
      told.flatMap((file) => file[key].map((one) => ({ file: file.name, ...one })));
    const refused = told.flatMap(({ name, outcome, refusal, words }) =>
      outcome === 'refused' ? [{ file: name, why: refusal, words }] : [],
    );
    return {
      json: {
        files: told,
        applied: all('applied'),
        unchanged: told.reduce((sum, { unchanged }) => sum + unchanged, 0),
        conflicts: all('conflicts'),
        toConfirm: all('toConfirm'),
        outside: all('outside'),
        refused,
        label: merged.label,
      },
      words: [
        ...told.map(({ words }) => words),
        `${count(all('applied').length, 'field')} ${isDry ? 'would be taken' : 'taken'}, ${count(all('conflicts').length, 'conflict')}, ${count(refused.length, 'file')} refused`,
      ].join('\n'),
    };
  },
};

function fileOf(file: RoundFile, holds: boolean) {
  const { name, sha256, outcome, words, refusal, formId, lead, round, unchanged, outside, missing } = file;
  const isMerged = outcome === 'merge';
  const of = (wanted: (verdict: RoundFile['fields'][number]['verdict']) => boolean) =>
    isMerged ? file.fields.filter(({ verdict }) => wanted(verdict)).map(fieldOf) : [];
  return {
    name,
    sha256,
    outcome,
    refusal,
    words,
    formId,
    lead,
    round,
    applied: of((verdict) => verdict === 'taken' || (verdict === 'confirm' && !holds)),
    toConfirm: of((verdict) => verdict === 'confirm' && holds),
    conflicts: of((verdict) => verdict === 'conflict' || verdict === 'waits'),
    unchanged,
    outside: isMerged ? outside : [],
    missing,
  };
}

const fieldOf = ({
  recordId,
  kind,
  field,
  ref,
  title,
  sent,
  returned,
  now,
  where,
}: RoundFile['fields'][number]) => ({
  recordId,
  kind,
  field,
  ref,
  title,
  sent,
  returned,
  now,
  where,
});
