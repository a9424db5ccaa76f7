import type { ReadLimits } from '../limits.ts';
import type { ZipPackage } from '../preflight.ts';
import { damaged } from '../refusals.ts';
import { openParts, type Relation } from '../xlsx/workbook.ts';
import type { Xml } from '../xml.ts';
import { type Cursor, openMarkup } from './markup.ts';

/** The parts of a Word document, found by what points at them and never by their names. Nothing outside is followed. */
export type WordPackage = {
  /** The name of the part that holds the text. */
  readonly part: string;
  readonly theme: Xml | null;
  main(): Cursor;
  /** A part that the text points at by its kind ("styles"); null where there is none. */
  open(kind: string): Cursor | null;
  openPart(name: string): Cursor | null;
  /** Names of the parts of a kind that the text points at. */
  partsOf(kind: string): string[];
  /** Addresses outside and names of parts that a part points at, by relationship id. */
  links(part: string): Map<string, string>;
  targets(part: string): Map<string, string>;
};

/** Documents nest deeper than sheets: a table in a content control in a text box in a group of drawings. */
const depthShare = 4;

export function openDocument(zip: ZipPackage, limits: ReadLimits): WordPackage {
  const { fileName } = zip;
  const parts = openParts(zip, limits);
  const part = mainPart(parts.relations(''), zip);
  const content = part === null ? null : zip.part(part);
  if (part === null || content === null) throw damaged(fileName, 'it has no text inside');
  const maxDepth = limits.xmlDepth * depthShare;
  const opened = (name: string, bytes: Buffer): Cursor =>
    openMarkup(bytes, { fileName, part: name, maxDepth });
  const openPart = (name: string): Cursor | null => {
    const bytes = zip.part(name);
    return bytes === null ? null : opened(name, bytes);
  };
  const known = new Map<string, Relation[]>();
  const relations = (name: string): Relation[] => {
    const found = known.get(name) ?? parts.relations(name);
    known.set(name, found);
    return found;
  };
  const partsOf = (kind: string): string[] =>
    relations(part)
      .filter((relation) => relation.type === kind && !relation.outside)
      .map((relation) => relation.target);
  const pointed = (name: string, outside: boolean): Map<string, string> =>
    new Map(
      relations(name)
        .filter((relation) => relation.outside === outside)
        .map((relation) => [relation.id, relation.target]),
    );
  const theme = partsOf('theme')[0];
  return {
    part,
    theme: theme === undefined ? null : parts.open(theme),
    main: () => opened(part, content),
    openPart,
    open: (kind) => {
      const name = partsOf(kind)[0];
      return name === undefined ? null : openPart(name);
    },
    partsOf,
    links: (name) => pointed(name, true),
    targets: (name) => pointed(name, false),
  };
}

/** The part that the package itself calls its document; the usual name where its relationships are lost. */
export function mainPart(relations: readonly Relation[], zip: ZipPackage): string | null {
  const stated = relations.find((relation) => relation.type === 'officeDocument' && !relation.outside);
  if (stated !== undefined && zip.has(stated.target)) return stated.target;
  return zip.has('word/document.xml') ? 'word/document.xml' : null;
}
