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

/** A page's letters: what it declares is believed only where the bytes are not plainly UTF-8. */
export function decodePage(bytes: Buffer): string {
  const { text, encoding } = decodeText(bytes);
  if (encoding !== 'windows-1252') return text;
  const declared = /charset\s*=\s*["']?([\w-]{1,30})/i.exec(bytes.toString('latin1', 0, 4_096))?.[1];
  if (declared === undefined || /^utf-?8$/i.test(declared)) return text;
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch {
    // A set that nobody knows: the markup is ASCII all the same, only accents suffer.
    return text;
  }
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
