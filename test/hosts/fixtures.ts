import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '#core/app.ts';
import type { LogEntry } from '#core/ports.ts';
import { realWorld } from '#hosts/hosting/app-options.ts';
import { dataFolderAt } from '#hosts/hosting/data-folder.ts';
import { type PageFiles, pageFilesOf } from '#hosts/hosting/page-files.ts';

/** A core on a folder of its own, without a register open. Its log is kept instead of printed. */
export type TestCore = {
  readonly app: App;
  readonly folder: string;
  readonly log: LogEntry[];
  close(): Promise<void>;
};

export function makeCore(host: 'web' | 'electron' | 'cli' = 'web'): TestCore {
  const folder = mkdtempSync(join(tmpdir(), 'hosts-'));
  const log: LogEntry[] = [];
  const app = createApp({
    host,
    ...realWorld(),
    ...dataFolderAt(folder),
    automaticBackups: false,
    ports: { log: (entry) => void log.push(entry) },
  });
  return {
    app,
    folder,
    log,
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A page of two files, so that host tests need no build. */
export function makePage(folder: string): PageFiles {
  const page = join(folder, 'page');
  rmSync(page, { recursive: true, force: true });
  writeFileSync(join(mkdtempSync(join(folder, 'p-')), 'outside.txt'), 'outside');
  const inside = mkdtempSync(join(folder, 'page-'));
  writeFileSync(join(inside, 'index.html'), '<!doctype html><title>Test page</title>');
  writeFileSync(join(inside, 'main.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  return pageFilesOf(inside);
}
