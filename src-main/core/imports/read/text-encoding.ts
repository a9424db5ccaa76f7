import { wideText } from './file-kind.ts';

/** A text file's letters, whatever set it was saved in, and which set that was. */
export function decodeText(bytes: Buffer): {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
} {
  const wide = wideText(bytes);
  if (wide !== null) return { text: withoutMark(new TextDecoder(wide).decode(bytes)), encoding: wide };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text: withoutMark(text), encoding: 'utf-8' };
  } catch {
    // Not UTF-8, so what Excel on Windows writes as plain “CSV”: every byte is a letter of that set.
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
