import { wordsOf } from './words.ts';

/** One name for all tables with these headings, whatever their order of rows: under it a profile is kept. */
export function signatureOf(headers: readonly string[]): string {
  return headers.map((header) => wordsOf(header).join(' ')).join('|');
}
