const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file name that every system takes, from words: no separators, control or direction marks, no trailing dot
 * or space, none of Windows' device names, at most 120 characters before the extension.
 */
export function fileName(parts: readonly string[]): string {
  const joined = parts
    .filter((part) => part !== '')
    .join(', ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/[<>:"/\\|?*]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 120)
    .replace(/[. ]+$/, '')
    .trim();
  if (joined === '') return 'Report';
  return reserved.test(joined) ? `${joined} report` : joined;
}
