import { existsSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { App } from '#core/app.ts';
import type { Caller } from '#core/router.ts';
import { dataFolderAt } from '#hosts/hosting/data-folder.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Arguments } from './command.ts';

export type OpenRegister = { readonly app: App; readonly core: Caller; readonly path: string };

/** The path given with --register; its absence is wrong use. */
export function registerPathOf(args: Arguments): string {
  return resolve(required(args, 'register', 'Say which register: --register FILE.'));
}

/** A text option that must be given and not be empty. */
export function required(args: Arguments, name: string, orElse: string): string {
  const value = args.options[name];
  if (typeof value !== 'string' || value === '') throw new AppError('wrong-use', orElse);
  return value;
}

/** A text option that may be left out. */
export function optional(args: Arguments, name: string): string | null {
  const value = args.options[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/**
 * Opens the register, runs, and closes it whatever happens. A register that this very run made is taken away
 * again when the run is refused, or `leavesNothing`: things are then as they were.
 */
export async function withRegister<T>(
  path: string,
  o: { readonly create: boolean; readonly leavesNothing?: boolean; readonly backupsDir?: string },
  run: (open: OpenRegister) => Promise<T>,
): Promise<T> {
  const wasThere = existsSync(path);
  if (!wasThere && !o.create) {
    throw new AppError(
      'not-found',
      `There is no register at ${path}. Check the path; nothing was made there.`,
    );
  }
  const [{ createApp }, { callerOf }, { realWorld }, { stderrPorts }] = await Promise.all([
    import('#core/app.ts'),
    import('#core/router.ts'),
    import('#hosts/hosting/app-options.ts'),
    import('#core/ports.ts'),
  ]);
  const dataDir = dirname(path);
  const backupsDir = o.backupsDir ?? dataFolderAt(dataDir).backupsDir;
  const ports = {
    ...stderrPorts,
    // Loaded when first wanted: few commands print.
    printPdf: async (page: string) => (await import('#hosts/hosting/print-pdf.ts')).printPdf(page),
  };
  const app = createApp({ host: 'cli', ...realWorld(), dataDir, backupsDir, ports });
  let keep = wasThere;
  try {
    await app.openPath(path, { create: o.create });
    const result = await run({ app, core: callerOf(app), path });
    keep ||= !o.leavesNothing;
    return result;
  } finally {
    await app.close();
    if (!keep) for (const tail of ['', '-wal', '-shm']) rmSync(`${path}${tail}`, { force: true });
  }
}
