import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataFolderAt } from '#hosts/hosting/data-folder.ts';
import { closeOnSignal, portOf, serve } from '#hosts/web/serve.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Command } from '../command.ts';
import { optional, registerPathOf } from '../with-register.ts';

const pageDir = join(import.meta.dirname, '..', '..', '..', 'dist', 'renderer');

/** Serves the register on the loopback host until it is told to stop. */
export const serveRegister: Command = {
  usage: 'serve --register R [--port N] [--json]',
  options: { register: { type: 'string' }, port: { type: 'string' } },
  words: { least: 0, most: 0 },
  async run(args, work) {
    const path = registerPathOf(args);
    const port = portOf(optional(args, 'port'));
    if (!existsSync(join(pageDir, 'index.html'))) {
      throw new AppError('not-possible', 'The page is not built yet. Run “npm run build” first.');
    }
    const folder = dataFolderAt(dirname(path));
    const served = await serve({ folder, pageDir, port, register: { path, create: true } });
    closeOnSignal(served, work.say);
    const url = served.host.newLink();
    work.streams.out(work.json ? `${JSON.stringify({ url })}\n` : `${url}\n`);
    work.say('The link opens one browser, once, within a minute. Ctrl C closes the register.');
    await served.closed;
    return null;
  },
};
