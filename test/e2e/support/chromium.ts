import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '#tools/chromium.ts';
import './patience.ts';

/** The one browser of a test file: started at first use, closed by `closeBrowser` in an afterAll. */
let running: Promise<Browser> | null = null;

export function browser(): Promise<Browser> {
  running ??= start();
  return running;
}

export async function closeBrowser(): Promise<void> {
  const closing = running;
  running = null;
  await (await closing)?.close();
}

async function start(): Promise<Browser> {
  const found = await findChromium();
  return await chromium.launch({
    executablePath: found.executablePath,
    args: [...found.args],
    env: { ...process.env, ...found.env },
  });
}
