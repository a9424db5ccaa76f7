import { existsSync } from 'node:fs';
import { AppError } from '#shared/contract/errors.ts';
import { type Command, registerOption } from '../command.ts';
import { registerPathOf, withRegister } from '../with-register.ts';

/** Writes the example register of an invented partnership to a new file. */
export const example: Command = {
  usage: 'example --register R [--json]',
  options: registerOption,
  words: { least: 0, most: 0 },
  async run(args) {
    const path = registerPathOf(args);
    if (existsSync(path)) {
      throw new AppError(
        'conflict',
        `There is a file ${path} already, and the example goes into a new one. Choose another name.`,
      );
    }
    const { writeExample } = await import('#core/register/create.ts');
    const counts = await withRegister(path, { create: true }, async ({ app, core }) => {
      await writeExample(app.openedRegister());
      return (await core.register.state()).open?.counts ?? null;
    });
    return { json: { register: path, counts }, words: `The example register is ${path}` };
  },
};
