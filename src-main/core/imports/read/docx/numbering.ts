import { bulletMark } from './glyphs.ts';
import { type Cursor, childOf, type Node, numberOf, switchOf, valOf } from './markup.ts';
import { formatNumber } from './number-formats.ts';

/** One level of a list definition. */
type Level = {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly font: string | undefined;
  /** All numbers of the mark in figures, whatever their own levels say. */
  readonly legal: boolean;
  /** The level (from 1) whose items start this one anew; 0 is never, undefined any level above. */
  readonly restart: number | undefined;
  readonly style: string | undefined;
};

type Definition = {
  readonly id: string;
  readonly levels: readonly (Level | undefined)[];
  readonly borrows: string | undefined;
};

/** A list of the document: a definition, with some levels changed or started anew. */
type List = {
  readonly definition: string;
  readonly changed: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
};

export type Mark = {
  /** "•", "2.", "(iv)", as Word shows it. */
  readonly mark: string;
  readonly ordered: boolean;
  readonly level: number;
};

/** The lists of a document. `next` counts on, so it is asked once for each item in reading order. */
export type Numbering = {
  /** The mark of the next item of this list and level; null where it shows none. */
  next(list: number, level: number): Mark | null;
  /** The level of a list that belongs to a paragraph style, or undefined. */
  levelOfStyle(list: number, style: string): number | undefined;
};

const deepest = 8;

export function readNumbering(x: Cursor | null): Numbering {
  const definitions = new Map<string, Definition>();
  const byStyle = new Map<string, string>();
  const lists = new Map<number, List>();
  if (x !== null) {
    for (let kind = x.next(); kind !== 'end'; kind = x.next()) {
      if (kind !== 'open') continue;
      if (x.name === 'w:abstractNum') {
        const node = x.tree();
        const definition = readDefinition(node);
        definitions.set(definition.id, definition);
        const style = valOf(node, 'w:styleLink');
        if (style !== undefined) byStyle.set(style, definition.id);
      } else if (x.name === 'w:num') {
        const node = x.tree();
        const id = numberOf(node.attributes.get('w:numId'));
        if (id !== undefined) lists.set(id, readList(node));
      }
    }
  }
  return counting(definitions, byStyle, lists);
}

function readDefinition(node: Node): Definition {
  const levels: (Level | undefined)[] = [];
  for (const child of node.children) {
    if (typeof child === 'string' || child.name !== 'w:lvl') continue;
    const at = numberOf(child.attributes.get('w:ilvl'));
    if (at !== undefined && at >= 0 && at <= deepest) levels[at] = readLevel(child);
  }
  return {
    id: node.attributes.get('w:abstractNumId') ?? '',
    levels,
    borrows: valOf(node, 'w:numStyleLink'),
  };
}

function readLevel(node: Node): Level {
  const fonts = childOf(childOf(node, 'w:rPr'), 'w:rFonts')?.attributes;
  const text = childOf(node, 'w:lvlText')?.attributes;
  const picture = childOf(node, 'w:lvlPicBulletId') !== undefined;
  return {
    // The standard says 0 where nothing is said; no program means it, and Word always writes it.
    start: numberOf(valOf(node, 'w:start')) ?? 1,
    format: formatOf(node),
    text: picture ? '•' : (text?.get('w:val') ?? ''),
    font: picture ? undefined : (fonts?.get('w:ascii') ?? fonts?.get('w:hAnsi')),
    legal: switchOf(node, 'w:isLgl') === true,
    restart: numberOf(valOf(node, 'w:lvlRestart')),
    style: valOf(node, 'w:pStyle'),
  };
}

/** A format of its own ("001, 002, …") stands in a branch for newer programs, beside a plain one for old ones. */
function formatOf(node: Node): string {
  const plain = childOf(node, 'w:numFmt');
  const branches = childOf(node, 'mc:AlternateContent');
  const format = plain ?? childOf(childOf(branches, 'mc:Choice'), 'w:numFmt');
  const name = format?.attributes.get('w:val') ?? 'decimal';
  return name === 'custom' ? (format?.attributes.get('w:format') ?? 'decimal') : name;
}

function readList(node: Node): List {
  const changed = new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const child of node.children) {
    if (typeof child === 'string' || child.name !== 'w:lvlOverride') continue;
    const at = numberOf(child.attributes.get('w:ilvl'));
    if (at === undefined || at < 0 || at > deepest) continue;
    const level = childOf(child, 'w:lvl');
    if (level !== undefined) changed.set(at, readLevel(level));
    const start = numberOf(valOf(child, 'w:startOverride'));
    if (start !== undefined) starts.set(at, start);
  }
  return { definition: valOf(node, 'w:abstractNumId') ?? '', changed, starts };
}

/** Counters stand by definition: lists made of one definition go on counting, unless one says where it starts. */
type Count = { readonly values: (number | null)[]; readonly starts: Map<number, number> };

function counting(
  definitions: ReadonlyMap<string, Definition>,
  byStyle: ReadonlyMap<string, string>,
  lists: ReadonlyMap<number, List>,
): Numbering {
  const counts = new Map<string, Count>();
  const begun = new Set<number>();

  /** A definition may stand for that of a numbering style. */
  const definitionOf = (list: List): Definition | undefined => {
    const own = definitions.get(list.definition);
    if (own?.borrows === undefined) return own;
    return definitions.get(byStyle.get(own.borrows) ?? '') ?? own;
  };

  const next = (id: number, at: number): Mark | null => {
    const list = lists.get(id);
    if (list === undefined) return null;
    const definition = definitionOf(list);
    if (definition === undefined) return null;
    const depth = Math.min(Math.max(0, at), deepest);
    const levelAt = (n: number): Level | undefined => list.changed.get(n) ?? definition.levels[n];
    const level = levelAt(depth);
    if (level === undefined) return null;
    let count = counts.get(definition.id);
    if (count === undefined) {
      count = { values: [], starts: new Map() };
      counts.set(definition.id, count);
    }
    if (!begun.has(id)) {
      begun.add(id);
      for (const [n, start] of list.starts) {
        count.starts.set(n, start);
        count.values[n] = null;
      }
    }
    const { values, starts } = count;
    // A start that a list sets for itself counts once; later its level begins as it is defined.
    const startOf = (n: number): number => {
      const own = starts.get(n);
      starts.delete(n);
      return own ?? levelAt(n)?.start ?? 1;
    };
    // A level that was skipped counts as shown, so that its next item is one more.
    for (let n = 0; n < depth; n += 1) values[n] ??= startOf(n);
    const before = values[depth] ?? null;
    values[depth] = before === null ? startOf(depth) : before + 1;
    for (let n = depth + 1; n <= deepest; n += 1) {
      const restart = levelAt(n)?.restart;
      if (restart === undefined || (restart > 0 && depth < restart)) values[n] = null;
    }
    return markOf(level, depth, values, levelAt);
  };

  return {
    next,
    levelOfStyle: (id, style) => {
      const list = lists.get(id);
      if (list === undefined) return undefined;
      const levels = definitionOf(list)?.levels ?? [];
      const at = levels.findIndex((level, n) => (list.changed.get(n) ?? level)?.style === style);
      return at < 0 ? undefined : at;
    },
  };
}

function markOf(
  level: Level,
  depth: number,
  values: readonly (number | null)[],
  levelAt: (n: number) => Level | undefined,
): Mark | null {
  if (level.format === 'bullet') {
    const mark = bulletMark(level.text, level.font);
    return mark === '' ? null : { mark, ordered: false, level: depth };
  }
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const n = Number(digit) - 1;
    const format = levelAt(n)?.format ?? 'decimal';
    const plain = level.legal && format !== 'none' && format !== 'decimalZero' ? 'decimal' : format;
    return formatNumber(values[n] ?? levelAt(n)?.start ?? 1, plain === 'bullet' ? 'none' : plain);
  });
  const mark = text.trim();
  return mark === '' ? null : { mark, ordered: true, level: depth };
}
