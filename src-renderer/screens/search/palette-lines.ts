import type { SearchHit } from '#shared/contract/office.ts';
import type { Command } from './commands.ts';
import { byKind } from './hits.ts';

/** One line that may be chosen: something to do, a place to go to, or another word to look for. */
export type Line =
  | { id: string; kind: 'do'; command: Command }
  | { id: string; kind: 'hit'; hit: SearchHit }
  | { id: string; kind: 'meant'; word: string };

export type LineGroup = { id: string; name: string; lines: readonly Line[] };

/** The commands that hold the words: the one so called first, then those that begin so, then the others. */
export function orderCommands(text: string, commands: readonly Command[]): Command[] {
  const begun = plain(text);
  const rank = (command: Command) => {
    const name = plain(command.text);
    return name === begun ? 0 : name.startsWith(begun) ? 1 : 2;
  };
  return [...commands].sort((a, b) => rank(a) - rank(b));
}

/** What begins as the name of a command (four letters at least) is most likely meant as one. */
export function isCommandName(text: string, commands: readonly Command[]): boolean {
  const begun = plain(text);
  return begun.length > 3 && commands.some((command) => plain(command.text).startsWith(begun));
}

/** All lines in the order in which they stand and the arrows go. */
export function arrange(
  text: string,
  commands: readonly Command[],
  hits: readonly SearchHit[],
  meant: readonly string[],
): LineGroup[] {
  const doing: LineGroup = {
    id: 'commands',
    name: 'Do',
    lines: orderCommands(text, commands).map((command) => ({
      id: `do ${command.id}`,
      kind: 'do',
      command,
    })),
  };
  const found = byKind(hits).map(
    (group): LineGroup => ({
      id: group.kind,
      name: group.name,
      lines: group.hits.map((hit) => ({ id: `${hit.kind} ${hit.id}`, kind: 'hit', hit })),
    }),
  );
  const other: LineGroup = {
    id: 'meant',
    name: 'Did you mean',
    lines: meant.map((word) => ({ id: `meant ${word}`, kind: 'meant', word })),
  };
  const groups = isCommandName(text, commands) ? [doing, ...found, other] : [...found, doing, other];
  return groups.filter((group) => group.lines.length > 0);
}

/**
 * Which line is chosen: a matter of the words typed and the arrows pressed alone, never of when an answer came.
 * The first line is chosen at once where words were typed; without words nothing is until an arrow is pressed.
 *
 * @param pressed presses of Down less presses of Up since the words were typed
 * @param lines how many lines there are
 * @param sure how many of them, from the top, no answer still awaited can move; 'all' once every answer has come
 * @returns the line's place, or null where there is none or where it is not known yet
 */
export function chosenLine(
  text: string,
  pressed: number,
  lines: number,
  sure: number | 'all',
): number | null {
  const hasWords = plain(text) !== '';
  if (!hasWords && pressed === 0) return null;
  const at = !hasWords && pressed > 0 ? pressed - 1 : pressed;
  if (sure !== 'all') return at >= 0 && at < Math.min(sure, lines) ? at : null;
  return lines === 0 ? null : ((at % lines) + lines) % lines;
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-GB');
}
