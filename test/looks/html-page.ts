import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** An element of a page: its name, its attributes, and the words in it. */
export type Part = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  readonly parts: readonly Part[];
};

/** Reads a page as a browser does, mistakes mended; looked at as a tree of elements. */
export function readPage(html: string): Part[] {
  return (parse(html).childNodes as Tree.ChildNode[]).flatMap(partOf);
}

function partOf(node: Tree.ChildNode): Part[] {
  if (!('tagName' in node)) return [];
  const inside = 'content' in node ? (node.content as Tree.DocumentFragment).childNodes : node.childNodes;
  return [
    {
      name: node.tagName,
      attributes: new Map(node.attrs.map(({ name, value }) => [name, value])),
      text: inside.map(textOf).join(''),
      parts: inside.flatMap(partOf),
    },
  ];
}

function textOf(node: Tree.ChildNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

export const allParts = (parts: readonly Part[]): Part[] =>
  parts.flatMap((one) => [one, ...allParts(one.parts)]);

const onScreenOnly = ['svg', 'footer', 'style', 'img'];

/** What stands on paper, in the order of the page: no drawing, nothing that only a screen shows. */
export function printedText(html: string): string {
  // A long list of contents has only its main headings on paper.
  const isLong = html.includes('<nav class="toc long"');
  const read = (node: Tree.ChildNode): string => {
    if ('value' in node) return node.value;
    if (!('tagName' in node) || onScreenOnly.includes(node.tagName)) return '';
    const classes = node.attrs.find(({ name }) => name === 'class')?.value.split(' ') ?? [];
    // What is hidden from sight is read out from a page, and is not on paper.
    if (
      classes.includes('skip') ||
      classes.includes('vh') ||
      (isLong && node.tagName === 'li' && classes.includes('l3'))
    )
      return '';
    return node.childNodes.map(read).join('');
  };
  return (parse(html).childNodes as Tree.ChildNode[])
    .flatMap((node) => ('childNodes' in node ? node.childNodes : []))
    .filter((node) => 'tagName' in node && node.tagName === 'body')
    .map(read)
    .join('');
}
