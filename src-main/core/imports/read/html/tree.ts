import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { hostile, inMegabytes, tooLarge } from '../refusals.ts';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const mostLetters = 12 * 1024 * 1024;
const mostNodes = 1_500_000;
const deepest = 400;

/**
 * A page's elements. Nothing is fetched, no script is run; a page that nests deeper or holds more than any honest one is
 * refused while it is being read, before its weight is felt.
 */
export function parsePage(text: string, fileName: string): Element {
  if (text.length > mostLetters) {
    throw tooLarge(
      fileName,
      `it is a web page of ${inMegabytes(text.length)} (at most ${inMegabytes(mostLetters)} are read)`,
    );
  }
  const depths = new WeakMap<object, number>();
  let nodes = 0;
  const placed = (parent: Parent, child: object): void => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > deepest)
      throw hostile(fileName, `its page nests more than ${deepest} elements in one another`);
    depths.set(child, depth);
    nodes += 1;
    if (nodes > mostNodes)
      throw tooLarge(fileName, `its page has more than ${mostNodes.toLocaleString('en-GB')} elements`);
  };
  const document = parse(text, {
    treeAdapter: {
      ...defaultTreeAdapter,
      appendChild: (parent, child) => {
        placed(parent, child);
        defaultTreeAdapter.appendChild(parent, child);
      },
      insertBefore: (parent, child, before) => {
        placed(parent, child);
        defaultTreeAdapter.insertBefore(parent, child, before);
      },
    },
  });
  const root = document.childNodes.find(isElement);
  if (root === undefined) throw new Error('a parsed page has no root');
  return root;
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

export function elementsOf(parent: Element): Element[] {
  return parent.childNodes.filter(isElement);
}

/** A whole number from 1 to `most`; 1 where the attribute says none. */
export function countOf(element: Element, name: string, most: number): number {
  const said = Number.parseInt(attributeOf(element, name) ?? '1', 10);
  return Number.isFinite(said) && said >= 1 ? Math.min(said, most) : 1;
}

/** The first element of this name inside, or null. */
export function findElement(root: Element, name: string): Element | null {
  const open: Element[] = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element.tagName === name) return element;
    open.push(...elementsOf(element).reverse());
  }
  return null;
}

/** All text inside, as it stands in the source. */
export function rawText(element: Element): string {
  return element.childNodes
    .map((node) => ('value' in node ? node.value : isElement(node) ? rawText(node) : ''))
    .join('');
}
