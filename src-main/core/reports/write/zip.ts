import { type Zippable, zipSync } from 'fflate';

/**
 * Files as one zip in the order given, without the day it was made: zip has no time zone, and the same files must be
 * the same bytes wherever and whenever they are written. The day is the first that zip can hold.
 */
export function zipFiles(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  const entries: Zippable = {};
  for (const { name, bytes } of files) {
    // Pictures are compressed already.
    entries[name] = [bytes, { mtime, level: /\.(?:png|zip|docx|xlsx)$/.test(name) ? 0 : 6 }];
  }
  return zipSync(entries);
}
