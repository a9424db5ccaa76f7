import { type Browser, findBrowser } from '#hosts/hosting/chromium.ts';

/** The Chromium that the end-to-end tests drive: the one that npm brings before any that is installed. */
export async function findChromium(): Promise<Browser> {
  const found = await findBrowser({ packedFirst: true });
  if (found) return found;
  throw new Error(
    'No Chromium to test with. Run “npm ci”, install Chrome, Edge or Chromium, or name one in CHROMIUM_PATH.',
  );
}
