import type { ReadFile } from '#shared/contract/grid.ts';
import { readBlocks } from './docx/blocks.ts';
import { paragraphText } from './docx/cell-text.ts';
import { type Block, type Doc, inBody, newStory, type ParagraphDraft, type Story } from './docx/doc.ts';
import { finish, type Layout, layBlocks, layParagraph, newLayout } from './docx/lay-out.ts';
import { allOf, cursorOver, type Node, valOf, wordsOf } from './docx/markup.ts';
import { type NoteBook, newNoteBook, readSettings, type Settings } from './docx/notes.ts';
import { readNumbering } from './docx/numbering.ts';
import { openDocument, type WordPackage } from './docx/package.ts';
import { newRemarks, remarkSentences } from './docx/remarks.ts';
import { readStyles } from './docx/styles.ts';
import type { ReadLimits } from './limits.ts';
import type { ZipPackage } from './preflight.ts';
import { officeTheme } from './xlsx/colours.ts';
import { readTheme } from './xlsx/theme.ts';

/**
 * A Word document (.docx, .docm, .dotx) as one Grid: its paragraphs and the rows of its tables in reading order, then text boxes,
 * notes, page headers and footers. What was left out is said in remarks. docs/decisions/0070 says why the reader is our own.
 *
 * Throws AppError file-damaged, file-hostile, file-too-large.
 */
export function readDocx(zip: ZipPackage, limits: ReadLimits): ReadFile {
  const word = openDocument(zip, limits);
  const theme = word.theme === null ? officeTheme : readTheme(word.theme);
  const settings = readSettings(word.open('settings'));
  const bare = newNoteBook(settings, new Map());
  const doc: Doc = {
    fileName: zip.fileName,
    limits,
    theme,
    styles: readStyles(word.open('styles'), theme),
    numbering: readNumbering(word.open('numbering')),
    notes: bare,
    remarks: newRemarks(),
    diagramWords: (part) => wordsOfDiagram(word, part),
    rows: 0,
  };
  const notes = newNoteBook(settings, readComments(word, doc));
  const sections = newSections(settings);
  const whole: Doc = { ...doc, notes };
  const layout = newLayout(whole);
  layBody(word, whole, layout, sections);
  layNotes(word, whole, notes, layout);
  layEdges(word, whole, layout, sections);
  for (const words of notes.unplaced()) layParagraph(layout, plain(words), 'comment');
  const remarks = [...packageRemarks(zip), ...layout.nested, ...remarkSentences(doc.remarks)];
  return { format: 'docx', grids: [finish(layout)], remarks };
}

function packageRemarks(zip: ZipPackage): string[] {
  return zip.names.some((name) => /vbaproject\.bin$/i.test(name))
    ? ['The document contains macros. They were left out; nothing of them was run.']
    : [];
}

function layBody(word: WordPackage, doc: Doc, layout: Layout, sections: Sections): void {
  const x = word.main();
  const story = newStory(word.links(word.part), word.targets(word.part), sections.onSection);
  for (let kind = x.next(); kind !== 'end'; kind = x.next()) {
    if (kind === 'open' && x.name === 'w:body') layBlocks(layout, readBlocks(x, doc, story, inBody), 'body');
  }
  layBoxes(story, doc, layout);
}

/** Text boxes in the order in which the text meets them; a box may hold another. */
function layBoxes(story: Story, doc: Doc, layout: Layout): void {
  for (let at = 0; at < story.boxes.length; at += 1) {
    const blocks = readBlocks(cursorOver(story.boxes[at] as Node), doc, story, inBody);
    layBlocks(layout, blocks, 'text-box');
  }
}

/** Footnotes and endnotes in the order of their marks; each begins with its mark. */
function layNotes(word: WordPackage, doc: Doc, notes: NoteBook, layout: Layout): void {
  const found = new Map<string, Block[]>();
  for (const kind of ['footnote', 'endnote'] as const) {
    for (const part of word.partsOf(`${kind}s`)) {
      const story = newStory(word.links(part), word.targets(part));
      const x = word.openPart(part);
      for (let event = x?.next() ?? 'end'; x !== null && event !== 'end'; event = x.next()) {
        if (event !== 'open' || x.name !== `w:${kind}`) continue;
        const id = x.attributes.get('w:id') ?? '';
        if (x.attributes.has('w:type') && x.attributes.get('w:type') !== 'normal') x.skip();
        else found.set(`${kind} ${id}`, readBlocks(x, doc, story, inBody));
      }
    }
  }
  for (const { kind, id, mark } of notes.met) {
    const blocks = found.get(`${kind} ${id}`) ?? [];
    const first = blocks.findIndex(
      (block) => block.kind === 'paragraph' && paragraphText(block).trim() !== '',
    );
    layBlocks(
      layout,
      blocks.map((block, i) => (i === first && block.kind === 'paragraph' ? marked(block, mark) : block)),
      'footnote',
    );
  }
}

function marked(p: ParagraphDraft, mark: string): ParagraphDraft {
  const [first, ...rest] = p.pieces;
  if (first === undefined || paragraphText(p).trimStart().startsWith(`${mark} `)) return p;
  const words = first.text.trimStart();
  return { ...p, pieces: [{ ...first, text: `${mark} ${words}` }, ...rest] };
}

/** "Author: words" by comment id. */
function readComments(word: WordPackage, doc: Doc): Map<string, string> {
  const comments = new Map<string, string>();
  for (const part of word.partsOf('comments')) {
    const story = newStory(word.links(part), word.targets(part));
    const x = word.openPart(part);
    for (let kind = x?.next() ?? 'end'; x !== null && kind !== 'end'; kind = x.next()) {
      if (kind !== 'open' || x.name !== 'w:comment') continue;
      const id = x.attributes.get('w:id') ?? '';
      const author = (x.attributes.get('w:author') ?? '').trim();
      const words = wordsOfBlocks(readBlocks(x, doc, story, inBody));
      if (words !== '') comments.set(id, author === '' ? words : `${author}: ${words}`);
    }
  }
  return comments;
}

function wordsOfBlocks(blocks: readonly Block[]): string {
  return paragraphsOf(blocks)
    .map((p) => paragraphText(p).trim())
    .filter((words) => words !== '')
    .join('\n');
}

/** Paragraphs of blocks and of the cells of their tables. */
function paragraphsOf(blocks: readonly Block[]): ParagraphDraft[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphsOf(cell.content))),
  );
}

function plain(words: string): ParagraphDraft {
  const look = { bold: false, strike: false, raised: false, gone: false, shade: undefined };
  return {
    kind: 'paragraph',
    pieces: [{ ...look, text: words }],
    mark: null,
    heading: null,
    style: null,
    shade: undefined,
    notes: [],
    footnotes: [],
    link: undefined,
    newPage: false,
  };
}

/** Sections of the text: the headers and footers they name, and whether the next begins on a new page. */
type Sections = {
  readonly edges: { readonly part: 'header' | 'footer'; readonly relation: string }[];
  readonly onSection: Story['onSection'];
};

function newSections(settings: Settings): Sections {
  const edges: { part: 'header' | 'footer'; relation: string }[] = [];
  return {
    edges,
    onSection: (properties) => {
      const title = isSwitchedOn(properties, 'w:titlePg');
      for (const child of properties.children) {
        if (typeof child === 'string') continue;
        const part =
          child.name === 'w:headerReference'
            ? 'header'
            : child.name === 'w:footerReference'
              ? 'footer'
              : null;
        const type = child.attributes.get('w:type') ?? 'default';
        if (part === null || (type === 'first' && !title) || (type === 'even' && !settings.evenHeaders))
          continue;
        edges.push({ part, relation: child.attributes.get('r:id') ?? '' });
      }
    },
  };
}

function isSwitchedOn(node: Node, name: string): boolean {
  const said = node.children.some((child) => typeof child !== 'string' && child.name === name);
  const value = valOf(node, name);
  return said && value !== '0' && value !== 'false' && value !== 'off';
}

/** Page headers and footers: each text once, however many sections and pages carry it. */
function layEdges(word: WordPackage, doc: Doc, layout: Layout, sections: Sections): void {
  const targets = word.targets(word.part);
  for (const part of ['header', 'footer'] as const) {
    const seen = new Set<string>();
    const read = new Set<string>();
    for (const edge of sections.edges) {
      const name = targets.get(edge.relation);
      if (edge.part !== part || name === undefined || read.has(name)) continue;
      read.add(name);
      const x = word.openPart(name);
      if (x === null || x.next() !== 'open') continue;
      const story = newStory(word.links(name), word.targets(name));
      const blocks = readBlocks(x, doc, story, inBody);
      for (let at = 0; at < story.boxes.length; at += 1) {
        blocks.push(...readBlocks(cursorOver(story.boxes[at] as Node), doc, story, inBody));
      }
      for (const paragraph of paragraphsOf(blocks)) {
        const words = paragraphText(paragraph).trim();
        if (seen.has(words)) continue;
        seen.add(words);
        layParagraph(layout, paragraph, part);
      }
    }
  }
}

function wordsOfDiagram(word: WordPackage, part: string): string {
  const x = part === '' ? null : word.openPart(part);
  if (x === null || x.next() !== 'open') return '';
  return allOf(x.tree(), 'a:p')
    .map((line) => wordsOf(line).trim())
    .filter((words) => words !== '')
    .join('; ');
}

/** Whether a package holds a Word document, by the kinds it states for its parts. */
export function isWordPackage(zip: ZipPackage): boolean {
  if (!zip.has('[Content_Types].xml')) return false;
  const kinds = zip.part('[Content_Types].xml')?.toString('latin1') ?? '';
  const word =
    /wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.macroEnabled/i;
  return word.test(kinds) || zip.names.some((name) => /^word\/document\d*\.xml$/i.test(name));
}
