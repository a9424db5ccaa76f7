import { SaxesParser } from 'saxes';
import { damaged, doctypeFound, hostile, incomplete, tooLarge } from '../refusals.ts';
import { isUnderstood, shortName } from './namespaces.ts';

/** An element with what stands in it. Text is kept where it means something (`holdsText`), not between tags. */
export type Node = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Node | string)[];
};

/** Steps through markup tag by tag; the same over a part that is still being parsed and over a Node in hand. */
export type Cursor = {
  /** "w:tbl" whatever the file's prefix is; that of the tag `next` stands at. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  next(): 'open' | 'close' | 'end';
  /** The element just opened, whole; moves past its end. */
  tree(): Node;
  /** Moves past the end of the element just opened. */
  skip(): void;
};

/** Where markup comes from, and how much of it is read. */
export type Source = {
  readonly fileName: string;
  readonly part: string;
  readonly maxDepth: number;
};

/** One paragraph or one style with more elements than this is no honest one. */
const mostElementsInTree = 300_000;
const chunkBytes = 64 * 1024;
const noAttributes: ReadonlyMap<string, string> = new Map();

const textHolders: ReadonlySet<string> = new Set(['w:t', 'w:delText', 'w:instrText', 'm:t', 'a:t']);

/**
 * Parses a part of the package as it is read: `saxes` is handed 64 kB at a time and its events wait in a queue, so that what
 * reads a document can go down into it function by function. Only what somebody asks for as a tree is ever whole.
 * Not well formed, a document type, too deep: AppError file-damaged, file-hostile, file-too-large.
 */
export function openMarkup(content: Buffer, source: Source): Cursor {
  const events = parsing(content, source);
  const cursor: Cursor = {
    name: '',
    attributes: noAttributes,
    next: () => {
      for (;;) {
        const event = events();
        if (event === null) return 'end';
        if (typeof event === 'string') continue;
        cursor.name = event.name;
        if (event.attributes === null) return 'close';
        cursor.attributes = event.attributes;
        return 'open';
      }
    },
    skip: () => {
      for (let depth = 1; depth > 0; ) {
        const event = events();
        if (event === null) return;
        if (typeof event !== 'string') depth += event.attributes === null ? -1 : 1;
      }
    },
    tree: () => readTree(cursor, events, source),
  };
  return cursor;
}

type Event = { readonly name: string; readonly attributes: ReadonlyMap<string, string> | null } | string;

function parsing(content: Buffer, source: Source): () => Event | null {
  const { fileName, part } = source;
  const decoder = decoderOf(content);
  const parser = new SaxesParser({ xmlns: true, position: false });
  let queue: Event[] = [];
  let taken = 0;
  let at = 0;
  let depth = 0;
  let ending = false;
  parser.on('error', () => {
    throw ending ? incomplete(fileName) : damaged(fileName, `its part ${part} is not well formed`);
  });
  parser.on('doctype', () => {
    throw doctypeFound(fileName);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > source.maxDepth) {
      throw hostile(fileName, `its part ${part} nests more than ${source.maxDepth} elements in one another`);
    }
    const name = shortName(tag.uri, tag.local);
    if (name === 'mc:Choice') {
      const asked = (tag.attributes.Requires?.value ?? '').split(/\s+/).filter((prefix) => prefix !== '');
      const known = asked.every((prefix) => isUnderstood(parser.resolve(prefix) ?? ''));
      queue.push({ name, attributes: new Map([['known', known ? 'yes' : 'no']]) });
      return;
    }
    let attributes: Map<string, string> | null = null;
    for (const key in tag.attributes) {
      const attribute = tag.attributes[key];
      if (attribute === undefined || attribute.prefix === 'xmlns' || key === 'xmlns') continue;
      attributes ??= new Map();
      attributes.set(shortName(attribute.uri, attribute.local), attribute.value);
    }
    queue.push({ name, attributes: attributes ?? noAttributes });
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    queue.push({ name: shortName(tag.uri, tag.local), attributes: null });
  });
  const text = (words: string): void => {
    queue.push(words);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  return () => {
    while (taken === queue.length) {
      if (ending) return null;
      queue = [];
      taken = 0;
      if (at < content.length) {
        const chunk = content.subarray(at, at + chunkBytes);
        at += chunkBytes;
        parser.write(decoder.decode(chunk, { stream: true }));
      } else {
        ending = true;
        parser.write(decoder.decode());
        parser.close();
      }
    }
    const event = queue[taken] as Event;
    taken += 1;
    return event;
  };
}

type Making = { name: string; attributes: ReadonlyMap<string, string>; children: (Node | string)[] };

function readTree(cursor: Cursor, events: () => Event | null, source: Source): Node {
  const root: Making = { name: cursor.name, attributes: cursor.attributes, children: [] };
  const open: Making[] = [root];
  let count = 0;
  while (open.length > 0) {
    const event = events();
    const top = open.at(-1) as Making;
    if (event === null) return root;
    if (typeof event === 'string') {
      if (textHolders.has(top.name)) top.children.push(event);
    } else if (event.attributes === null) {
      open.pop();
    } else {
      count += 1;
      if (count > mostElementsInTree) {
        throw tooLarge(
          source.fileName,
          `one paragraph of it is made of more than ${mostElementsInTree} pieces`,
        );
      }
      const child: Making = { name: event.name, attributes: event.attributes, children: [] };
      top.children.push(child);
      open.push(child);
    }
  }
  return root;
}

/** UTF-8 unless the part's first bytes or its XML declaration say otherwise. */
function decoderOf(content: Buffer): InstanceType<typeof TextDecoder> {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le');
  if (content[0] === 0xfe && content[1] === 0xff) return new TextDecoder('utf-16be');
  const declared = /^<\?xml[^>]*\bencoding=["']([\w-]+)["']/.exec(content.toString('latin1', 0, 200))?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8');
  } catch {
    // A set that nobody knows: the markup is ASCII all the same, only accents suffer.
    return new TextDecoder('utf-8');
  }
}

/** A cursor over the children of an element in hand. */
export function cursorOver(node: Node): Cursor {
  const open: { node: Node; at: number }[] = [{ node, at: 0 }];
  const cursor: Cursor = {
    name: '',
    attributes: noAttributes,
    next: () => {
      for (;;) {
        const top = open.at(-1);
        if (top === undefined) return 'end';
        const child = top.node.children[top.at];
        if (child === undefined) {
          open.pop();
          if (open.length === 0) return 'end';
          cursor.name = top.node.name;
          return 'close';
        }
        top.at += 1;
        if (typeof child === 'string') continue;
        open.push({ node: child, at: 0 });
        cursor.name = child.name;
        cursor.attributes = child.attributes;
        return 'open';
      }
    },
    skip: () => {
      open.pop();
    },
    tree: () => (open.pop() as { node: Node }).node,
  };
  return cursor;
}

export function childOf(node: Node | undefined, name: string): Node | undefined {
  if (node === undefined) return undefined;
  for (const child of node.children) if (typeof child !== 'string' && child.name === name) return child;
  return undefined;
}

/** The attribute w:val of a child, or undefined. */
export function valOf(node: Node | undefined, name: string): string | undefined {
  return childOf(node, name)?.attributes.get('w:val');
}

/** A switch such as <w:b/>: on unless it says off; undefined where it is not there. */
export function switchOf(node: Node | undefined, name: string): boolean | undefined {
  const child = childOf(node, name);
  if (child === undefined) return undefined;
  return isOn(child.attributes.get('w:val'));
}

export function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off' && value !== 'none';
}

/** A whole number that a file states, or undefined where it states none. */
export function numberOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number.parseInt(value, 10);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** All elements of this name beneath, in order, without looking inside those found. */
export function allOf(node: Node, name: string, into: Node[] = []): Node[] {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) into.push(child);
    else allOf(child, name, into);
  }
  return into;
}

/** The text beneath, without line breaks of its own. */
export function wordsOf(node: Node): string {
  let words = '';
  for (const child of node.children) words += typeof child === 'string' ? child : wordsOf(child);
  return words;
}
