import type { GridCell } from '#shared/contract/grid.ts';
import type { KeyEntry } from '#shared/contract/register.ts';
import { lookOf, type State } from '#shared/domain/states.ts';
import { readStatus, stateOfColour } from '#shared/domain/status-words.ts';
import { colourOfWord, colourWordPattern, type Hue, hueOf } from './colours.ts';
import type { Sheet } from './sheet.ts';
import { foldSpace } from './words.ts';

/** One line of the document's own key, with the cells it stands in. */
export type KeyLine = {
  readonly entry: KeyEntry;
  readonly hue: Hue | null;
  readonly sheet: Sheet;
  readonly row: number;
  readonly columns: readonly number[];
};

const colourLine = new RegExp(
  `^(?:rag\\s*)?\\(?(${colourWordPattern}|r|a|g|b)\\)?\\s*(?:[-–—:=]|means\\b|\\bis\\b|\\()\\s*(\\S.*)$`,
  'is',
);
const colourAlone = new RegExp(`^\\(?(${colourWordPattern}|r|a|g|b)\\)?$`, 'i');
const letters: Readonly<Record<string, string>> = { r: 'red', a: 'amber', g: 'green', b: 'blue' };
const longestDefinition = 400;

/** The state that a definition in a key describes; null where it says none. */
export function stateOfDefinition(text: string, usual: State | null = null): State | null {
  const words = text.toLowerCase();
  const found = definitions.filter(([pattern]) => pattern.test(words)).map(([, state]) => state);
  // "Red: overdue or not started": of several states the one that the colour usually has.
  const meant = usual !== null && found.includes(usual) && /\bor\b|\//.test(words) ? usual : found[0];
  return meant ?? readStatus(text)?.state ?? null;
}

const definitions: readonly (readonly [RegExp, State])[] = [
  [
    /^(?:only )?(?:slightly|just|marginally|narrowly) |\bwithin (?:an? |the |agreed )*(?:\d|tolerance|tenth)/,
    'at-risk',
  ],
  [
    /not (?:yet )?(?:started|begun|commenced|due)|yet to (?:start|begin)|no (?:action|work|progress) (?:taken|started|made|yet)|future action/,
    'not-started',
  ],
  [
    /unmet|not (?:be |been |being )?(?:met|achieved|delivered|completed?\b(?! but))|off[- ](?:track|target|schedule)|overdue|past (?:its )?(?:due|deadline)|significant(?:ly)? (?:delay|risk|issue|concern|behind|problem)|missed|will miss|failed|major (?:issue|delay|concern|problem|risk)|serious|critical|not on (?:track|target|schedule)|slipped|unlikely|high risk|severe|(?:below|under|worse than|outside) (?:the )?(?:target|tolerance)/,
    'off-track',
  ],
  [
    /at risk|some (?:risk|delay|concern|slippage|issue|problem)|minor (?:delay|issue|slippage|problem|concern)|may (?:miss|not|slip)|slight|concern|behind|delay|partial|needs? attention|medium risk|caution/,
    'at-risk',
  ],
  [
    /on[- ](?:track|schedule|target|course|plan|time)|in progress|progressing|under ?way|will be (?:met|achieved|completed|delivered)|making progress|(?:going|according) to plan|as planned|started|good progress|no (?:issues|problems|concerns)|(?:at|on|above|exceed(?:s|ing|ed)?|better than|meets?|meeting) (?:or (?:above|exceeding|better than|near) )?(?:the )?target/,
    'on-track',
  ],
  [/cancel|withdrawn|no longer|superseded|abandon|stopped|closed\b|not applicable|discontinued/, 'closed'],
  [/chang|revised|deferred|postponed|on hold|amended|re-?(?:worded|targeted|scoped|profiled)/, 'changed'],
  [/complete|achieved|done\b|delivered|\bmet\b|finished|implemented|embedded|in place/, 'complete'],
];

/** Reads one row outside the tables as a line of a key: "Green - task completed", or a filled cell beside words. */
export function keyLineOf(
  sheet: Sheet,
  row: number,
  cells: readonly GridCell[] = sheet.filled(row),
): KeyLine | null {
  const [first, second] = cells;
  if (!first || cells.length > 3) return null;
  const text = foldSpace(first.text);
  if (text.length > longestDefinition) return null;
  const inOne = colourLine.exec(text);
  if (inOne?.[1] && inOne[2] && (cells.length === 1 || inOne[1].length > 1)) {
    return lineOf(sheet, row, nameOf(inOne[1]), inOne[2].replace(/\)$/, '').trim(), first.fill, [
      first.column,
    ]);
  }
  if (second && colourAlone.test(text) && foldSpace(second.text).length <= longestDefinition) {
    return lineOf(sheet, row, nameOf(text), foldSpace(second.text), first.fill ?? second.fill, [
      first.column,
      second.column,
    ]);
  }
  // A filled cell and what it means: the fill in the cell itself, or in an empty one beside it.
  const beside = sheet.cell(row, first.column - 1);
  const fill = beside && beside.text.trim() === '' ? beside.fill : first.fill;
  const hue = fill ? hueOf(fill) : null;
  if (!fill || !hue || hue === 'white' || hue === 'black') return null;
  const split = /^([^:–—-]{2,40}?)\s*[:–—-]\s+(\S.*)$/s.exec(text);
  const definition =
    second && !sheet.cell(row, second.column)?.fill ? foldSpace(second.text) : (split?.[2] ?? '');
  const label = second ? text : (split?.[1] ?? text);
  // A definition that is itself a status says more than the label's own word.
  const plain = definition.length <= 30 ? readStatus(definition) : null;
  const state =
    (plain?.rest === '' ? plain.state : null) ?? stateOfDefinition(label) ?? stateOfDefinition(definition);
  if (!state || label.length > 120) return null;
  return {
    entry: { state, label, colour: fill, shape: lookOf(state).shape, definition },
    hue,
    sheet,
    row,
    columns: second && definition !== '' ? [first.column, second.column] : [first.column],
  };
}

/** A key in one row: "Key:", then the statuses in cells of their colours. */
export function keysAcross(sheet: Sheet, row: number, cells: readonly GridCell[]): KeyLine[] {
  const [label, ...marks] = cells;
  if (!label || marks.length < 2 || !/\b(?:key|legend|rag|brag)\b/i.test(label.text)) return [];
  const colours = new Set(marks.map((cell) => cell.fill));
  if (colours.size < marks.length || colours.has(undefined)) return [];
  return marks.flatMap((cell) => {
    const text = foldSpace(cell.text);
    const state = readStatus(text)?.state ?? stateOfDefinition(text);
    if (!state || !cell.fill || text.length > 60) return [];
    const entry = { state, label: text, colour: cell.fill, shape: lookOf(state).shape, definition: '' };
    return [{ entry, hue: hueOf(cell.fill), sheet, row, columns: [cell.column] }];
  });
}

const withinLine = new RegExp(
  `(?:^|[,;:.|/•–—-]|\\s)\\s*\\(?(${colourWordPattern})\\)?\\s*(?:[-–—:=]|means\\b)\\s*`,
  'gi',
);

const saysKey = /^\W*(?:(?:\w+ ){0,3}key|b?rag\w?(?: rating| status)?)\b/i;
const lettersWithin = /(?:[,;:.|/•–—-]|\s|^)\s*\(?\b([BRAG])\b\)?\s*(?:=|[-–—:])\s*/g;

/** A key in one line: "Key: Green = on target, Amber = within a tenth, Red = further off". */
export function keysWithin(sheet: Sheet, row: number, cells: readonly GridCell[]): KeyLine[] {
  const [cell] = cells;
  if (!cell || cells.length > 1 || cell.text.length > longestDefinition) return [];
  const text = foldSpace(cell.text);
  const coloured = [...text.matchAll(withinLine)];
  // "Key: B = complete; G = on track": single letters only where the line says that it is a key.
  const found = coloured.length < 2 && saysKey.test(text) ? [...text.matchAll(lettersWithin)] : coloured;
  if (found.length < 2 || found.length > 7 || (found[0]?.index ?? 0) > 40) return [];
  const keys = found.flatMap((match, at) => {
    const definition = text
      .slice(match.index + match[0].length, found[at + 1]?.index ?? text.length)
      .replace(/[\s,;.|/(•–—-]+$/, '');
    const line = lineOf(sheet, row, nameOf(match[1] ?? ''), definition, undefined, [cell.column]);
    return line ? [line] : [];
  });
  return keys.length === found.length ? keys : [];
}

/** A line of a table of statuses: the word and what it means, in the colour that such a state usually has. */
export function statusLineOf(sheet: Sheet, row: number): KeyEntry | null {
  const [first, second] = sheet.filled(row);
  if (!first || !second) return null;
  const [label, definition] = [foldSpace(first.text), foldSpace(second.text)];
  const state = readStatus(label)?.state ?? stateOfDefinition(definition);
  if (!state || label.length > 60 || definition.length > longestDefinition) return null;
  const { colour, shape } = lookOf(state);
  return { state, label, colour: first.fill ?? second.fill ?? colour, shape, definition };
}

function nameOf(word: string): string {
  const clean = word.replace(/[()]/g, '');
  return clean.length === 1 ? (letters[clean.toLowerCase()] ?? clean) : clean;
}

function lineOf(
  sheet: Sheet,
  row: number,
  word: string,
  definition: string,
  fill: string | undefined,
  columns: number[],
): KeyLine | null {
  const known = colourOfWord(word);
  const state = known ? stateOfDefinition(definition, stateOfColour(known.colour)) : null;
  if (!known || !state) return null;
  const label = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
  return {
    entry: { state, label, colour: fill ?? known.colour, shape: lookOf(state).shape, definition },
    hue: known.hue,
    sheet,
    row,
    columns,
  };
}
