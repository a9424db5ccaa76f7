/** Names that Windows keeps for devices, whatever the extension. */
const reserved = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])$/i;
/** Marks that turn the direction of writing could make a name look like another. */
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const longestName = 120;
/** File systems take 255 bytes; an extension, a number or a backup's day and time come behind. */
const mostBytes = 200;

/**
 * Words as the stem of a file name that every system takes: no separators, control or direction marks, no dot or
 * space at either end, none of Windows' device names (`kind` is put behind one), at most 120 characters. Empty
 * where nothing is left of the words.
 */
export function plainName(words: string, kind: string): string {
  const bare = cut(
    words
      .normalize('NFC')
      .replace(directionMarks, '')
      .replace(halves, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
      .replace(/[\u0000-\u001f\u007f-\u009f<>:"/\\|?*]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[. ]+/, ''),
  )
    .replace(halves, '')
    .replace(/[. ]+$/, '');
  return reserved.test(bare.split('.')[0] ?? '') ? `${bare} ${kind}` : bare;
}

/** Half a character: what stands alone of a pair that writes one. */
const halves = /\p{Cs}/gu;

function cut(name: string): string {
  let short = name.slice(0, longestName);
  while (Buffer.byteLength(short) > mostBytes) short = short.slice(0, -1);
  return short;
}
