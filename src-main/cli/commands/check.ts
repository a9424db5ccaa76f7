import { checkRegister } from '#core/register/check.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type Command, registerOption } from '../command.ts';
import { registerPathOf, withRegister } from '../with-register.ts';

/** Findings that the sentence names; the rest is counted. */
const named = 5;

/** Reads a register through: the file, its references, its search, its statuses, its log, its snapshots. */
export const check: Command = {
  usage: 'check --register R [--json]',
  options: registerOption,
  words: { least: 0, most: 0 },
  async run(args) {
    const path = registerPathOf(args);
    const findings = await withRegister(path, { create: false }, async ({ app }) =>
      checkRegister(app.openedRegister()),
    );
    if (findings.length > 0) {
      const texts = findings.slice(0, named);
      const more = findings.length > named ? `; and ${findings.length - named} more` : '';
      throw new AppError(
        'register-damaged',
        `${path} is not as it should be: ${texts.join('; ')}${more}. It was left as it is. Restore the newest good backup to a new file, and keep this one.`,
      );
    }
    return { json: { sound: true, findings: [] }, words: `${path} is sound.` };
  },
};
