import type { ReadLimits } from '../limits.ts';
import { tooManyRows } from '../refusals.ts';
import type { Shade } from './colours.ts';
import { type Node, valOf } from './markup.ts';
import type { Mark, Numbering } from './numbering.ts';
import type { Remarks } from './remarks.ts';
import type { Styles } from './styles.ts';

/** What all parts of a document share while they are read. */
export type Doc = {
  readonly fileName: string;
  readonly limits: ReadLimits;
  readonly theme: readonly string[];
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notes: NoteMarks;
  readonly remarks: Remarks;
  /** The words of a diagram's part, by the part's name. */
  readonly diagramWords: (part: string) => string;
  /** Paragraphs and table rows read so far, against the limits. */
  rows: number;
};

/** Footnotes, endnotes and comments as the text meets them. */
export type NoteMarks = {
  /** The mark of a note, counted by its first reference. `own` is a mark that the author wrote. */
  mark(kind: 'footnote' | 'endnote', id: string, own: string | null): string;
  /** "Author: words" of a comment that has not been placed yet; null where it has, or there is none. */
  comment(id: string): string | null;
};

/** One run of text: the text as the page carries it, the body, a header or a note. Fields may reach over its paragraphs. */
export type Story = {
  readonly fields: Field[];
  /** Targets of the part's hyperlinks and the names of the parts it points at, by relationship id. */
  readonly links: ReadonlyMap<string, string>;
  readonly parts: ReadonlyMap<string, string>;
  /** Contents of text boxes met, in order. */
  readonly boxes: Node[];
  /** Comments that begin between two paragraphs. */
  readonly comments: string[];
  /** Words of a paragraph whose end a tracked change took out: they belong to the next one. */
  carried: Piece[];
  /** A page break was met after the last paragraph with words. */
  newPage: boolean;
  /** The first paragraph with words of the section being read; `wanted` until it is met, null in the first section. */
  opening: ParagraphDraft | 'wanted' | null;
  /** Called with the settings of each section at its end. */
  readonly onSection: (properties: Node) => void;
};

export type Field = {
  inResult: boolean;
  code: string;
  /** What a form field of the old kind shows where it has no result. */
  readonly form: string | null;
  said: boolean;
};

/** A stretch of text of one look. `gone` was taken out by a tracked change. */
export type Piece = {
  readonly text: string;
  readonly bold: boolean;
  readonly strike: boolean;
  readonly raised: boolean;
  readonly gone: boolean;
  readonly shade: Shade | undefined;
};

export type ParagraphDraft = {
  readonly kind: 'paragraph';
  readonly pieces: readonly Piece[];
  readonly mark: Mark | null;
  readonly heading: number | null;
  readonly style: string | null;
  readonly shade: Shade | undefined;
  readonly notes: readonly string[];
  readonly footnotes: readonly string[];
  readonly link: string | undefined;
  newPage: boolean;
};

export type CellDraft = {
  readonly span: number;
  /** In twentieths of a point where the cell says so; a share of the table's width in fiftieths of a percent is negative. */
  readonly width: number | undefined;
  readonly down: 'restart' | 'continue' | null;
  readonly along: 'restart' | 'continue' | null;
  readonly shade: Shade | undefined;
  readonly content: readonly Block[];
};

export type RowDraft = {
  readonly header: boolean;
  readonly before: number;
  readonly widthBefore: number | undefined;
  readonly after: number;
  /** Taken out by a tracked change. */
  readonly gone: boolean;
  readonly cells: readonly CellDraft[];
};

export type TableDraft = {
  readonly kind: 'table';
  /** Column widths as the table states them. */
  readonly grid: readonly number[];
  readonly rows: readonly RowDraft[];
};

export type Block = ParagraphDraft | TableDraft;

/** Where a paragraph stands, as far as its look depends on it. */
export type Place = {
  /** Bold by the table's style here. */
  readonly bold: boolean;
  /** Inside a tracked removal, or in the place of a content control nobody filled in. */
  readonly gone: boolean;
  readonly unfilled: boolean;
};

export const inBody: Place = { bold: false, gone: false, unfilled: false };

export function newStory(
  links: ReadonlyMap<string, string>,
  parts: ReadonlyMap<string, string>,
  onSection: Story['onSection'] = () => undefined,
): Story {
  return {
    fields: [],
    links,
    parts,
    boxes: [],
    comments: [],
    carried: [],
    newPage: false,
    opening: null,
    onSection,
  };
}

/** How a section begins stands in its settings, which come at its end: on a new page unless they say otherwise. */
export function endSection(story: Story, properties: Node): void {
  const type = valOf(properties, 'w:type');
  if (
    typeof story.opening === 'object' &&
    story.opening !== null &&
    type !== 'continuous' &&
    type !== 'nextColumn'
  ) {
    story.opening.newPage = true;
  }
  story.opening = 'wanted';
  story.onSection(properties);
}

export function countRow(doc: Doc): void {
  doc.rows += 1;
  if (doc.rows > doc.limits.rows) throw tooManyRows(doc.fileName, doc.limits.rows);
}
