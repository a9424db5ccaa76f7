/**
 * Changing words inside JSON without touching anything else: numbers, order and spacing stay as they were written, byte by
 * byte, so that a row and its copies in the change log stay the same.
 */

const literal = /"(?:[^"\\]|\\.)*"/gs;

/** Every string of a JSON text, keys too, put through `change`. */
export function changeJsonStrings(json: string, change: (words: string) => string): string {
  return json.replace(literal, (quoted) => {
    const words = JSON.parse(quoted) as string;
    const changed = change(words);
    return changed === words ? quoted : JSON.stringify(changed);
  });
}

const member = /("(?:[^"\\]|\\.)*"):("(?:[^"\\]|\\.)*"|[^,{}[\]"]+)/gs;

/**
 * The text values of a flat JSON object (a logged row), each with its key, put through `change`; null makes it null. What is
 * no text stays.
 */
export function changeRowJson(json: string, change: (key: string, words: string) => string | null): string {
  return json.replace(member, (whole, key: string, value: string) => {
    if (!value.startsWith('"')) return whole;
    const words = JSON.parse(value) as string;
    const changed = change(JSON.parse(key) as string, words);
    return changed === words ? whole : `${key}:${JSON.stringify(changed)}`;
  });
}
