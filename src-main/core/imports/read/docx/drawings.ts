import type { Doc, Story } from './doc.ts';
import { type Node, wordsOf } from './markup.ts';

/** The branch of an mc:AlternateContent that this reader goes down: the first it understands, else the one for old programs. */
export function branchOf(alternatives: Node): Node | undefined {
  let fallback: Node | undefined;
  for (const child of alternatives.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'mc:Choice' && child.attributes.get('known') === 'yes') return child;
    if (child.name === 'mc:Fallback') fallback = child;
  }
  return fallback;
}

/** What floats in the text: text boxes are kept for later, all else is named in a remark. */
export function readDrawing(node: Node, doc: Doc, story: Story): void {
  const words: string[] = [];
  visit(node, doc, story, words);
  const said = words.join(' ').trim();
  if (said !== '') doc.remarks.diagrams.push(said);
}

function visit(node: Node, doc: Doc, story: Story, words: string[]): void {
  const { remarks } = doc;
  const a = node.attributes;
  switch (node.name) {
    case 'mc:AlternateContent': {
      const branch = branchOf(node);
      if (branch !== undefined) visit(branch, doc, story, words);
      return;
    }
    case 'w:txbxContent':
      story.boxes.push(node);
      return;
    case 'wp:docPr':
    case 'pic:cNvPr': {
      const alt = a.get('descr') ?? '';
      if (alt.trim() !== '') remarks.captions.push(alt);
      return;
    }
    case 'pic:pic':
    case 'v:imagedata':
      remarks.pictures += 1;
      break;
    case 'v:shape': {
      const alt = a.get('alt') ?? '';
      if (alt.trim() !== '') remarks.captions.push(alt);
      break;
    }
    case 'v:textpath':
      remarks.watermarks.push(a.get('string') ?? '');
      break;
    case 'c:chart':
      remarks.charts += 1;
      break;
    case 'dgm:relIds':
      remarks.diagrams.push(doc.diagramWords(story.parts.get(a.get('r:dm') ?? '') ?? ''));
      break;
    case 'w:object': {
      // The picture in an object only shows how it looks.
      const before = remarks.pictures;
      for (const child of node.children) if (typeof child !== 'string') visit(child, doc, story, words);
      remarks.pictures = before;
      return;
    }
    case 'o:OLEObject':
      remarks.objects.push(a.get('ProgID') ?? 'of an unknown kind');
      break;
    case 'w:control':
      remarks.objects.push(a.get('w:name') ?? 'a form control');
      break;
    case 'a:t':
      words.push(wordsOf(node));
      return;
  }
  for (const child of node.children) if (typeof child !== 'string') visit(child, doc, story, words);
}

/** An equation in one line: "a/b", "x^2"; its words and signs in their order. */
export function mathText(node: Node): string {
  const part = (name: string): string =>
    node.children
      .filter((child): child is Node => typeof child !== 'string' && child.name === name)
      .map(mathText)
      .join('');
  switch (node.name) {
    case 'm:t':
      return wordsOf(node);
    case 'm:f':
      return `${bracketed(part('m:num'))}/${bracketed(part('m:den'))}`;
    case 'm:sSup':
      return `${part('m:e')}^${bracketed(part('m:sup'))}`;
    case 'm:rad':
      return `√${bracketed(part('m:e'))}`;
    default:
      return node.children
        .filter((child): child is Node => typeof child !== 'string')
        .map(mathText)
        .join('');
  }
}

function bracketed(words: string): string {
  return /^[\p{L}\p{N}.,%]*$/u.test(words) ? words : `(${words})`;
}
