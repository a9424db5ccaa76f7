import { allParts, printedText, readPage } from './html-page.ts';
import { allBeneath, bookmarksOf, structureOf, type Tagged } from './pdf-structure.ts';
import { PdfFile, textOf } from './pdf-values.ts';

export type PdfLook = { readonly pages: number; readonly faults: readonly string[] };

/**
 * What is wrong with a printed report, held against the page it was printed from: tags, language, title, bookmarks
 * like the headings, heading cells, words for every drawing, and the words in the order in which the page has them.
 */
export function pdfLook(bytes: Uint8Array, html: string): PdfLook {
  const file = new PdfFile(bytes);
  const { catalogue } = file;
  const tree = structureOf(file);
  const all = tree.flatMap(allBeneath);
  const info = file.dict(file.trailer.dict.get('Info'));
  const page = allParts(readPage(html));
  const title = page.find(({ name }) => name === 'title')?.text ?? '';
  const isSet = (of: string, key: string) => file.dict(catalogue.get(of)).get(key) === true;
  return {
    pages: file.pages().length,
    faults: [
      ...(isSet('MarkInfo', 'Marked') ? [] : ['not marked as tagged']),
      ...(textOf(catalogue.get('Lang')) === 'en-GB' ? [] : ['the language is not en-GB']),
      ...(textOf(info.get('Title')) === title ? [] : [`the title is ${textOf(info.get('Title'))}`]),
      ...(isSet('ViewerPreferences', 'DisplayDocTitle') ? [] : ['the title is not shown']),
      ...tree.filter(({ tag }) => tag !== 'Document').map(({ tag }) => `${tag} stands in no document`),
      ...all.filter(({ tag, alt }) => tag === 'Figure' && alt === '').map(() => 'a drawing has no words'),
      ...all.filter(({ tag }) => tag === 'Table').flatMap(tableFaults),
      ...headingFaults(
        file,
        all,
        page.filter(({ name }) => /^h[1-6]$/.test(name)).map(({ text }) => text),
      ),
      ...orderFaults(tree, html),
    ],
  };
}

function tableFaults(table: Tagged): string[] {
  const [first] = allBeneath(table).filter(({ tag }) => tag === 'TR');
  const heads = first?.parts.filter(({ tag }) => tag === 'TH') ?? [];
  return [
    ...(heads.length > 0 ? [] : [`no heading cells: ${table.text.slice(0, 60)}`]),
    ...heads.filter(({ scope }) => scope === '').map(({ text }) => `no scope: ${text}`),
  ];
}

function headingFaults(file: PdfFile, all: readonly Tagged[], headings: readonly string[]): string[] {
  const tagged = all.filter(({ tag }) => /^H\d$/.test(tag)).map(({ text }) => squashed(text));
  const marked = bookmarksOf(file).map(({ title }) => squashed(title));
  const wanted = headings.map(squashed);
  const differ = (what: string, found: readonly string[]) => {
    const at = wanted.findIndex((one, place) => one !== found[place]);
    if (at < 0 && found.length === wanted.length) return [];
    return [`${what} ${at < 0 ? found.length : at + 1}: “${found[at] ?? ''}” for “${wanted[at] ?? ''}”`];
  };
  return [...differ('heading', tagged), ...differ('bookmark', marked)];
}

/**
 * The words as they are read out, against the words of the page: the first place where they part. What no font of this
 * machine can draw has no words in the PDF, and may be any character.
 */
function orderFaults(tree: readonly Tagged[], html: string): string[] {
  const read = [...squashed(tree.map(wordsRead).join(''))];
  const wanted = [...squashed(printedText(html))];
  let at = 0;
  while (at < read.length && (read[at] === wanted[at] || read[at] === '\ufffd')) at += 1;
  if (at === read.length && at === wanted.length) return [];
  const around = (text: readonly string[]) => text.slice(Math.max(0, at - 30), at + 40).join('');
  return [`read out “${around(read)}” for “${around(wanted)}”`];
}

/** A heading row that stands on each page again is one cell that holds its words again: they are taken once. */
function wordsRead(one: Tagged): string {
  if (one.tag === 'Figure') return '';
  if (one.tag === 'TH' && one.scope === 'Column') return once(one.text);
  return one.parts.length > 0 ? one.parts.map(wordsRead).join('') : one.text;
}

function once(text: string): string {
  const [, first = text] = /^(.+?)\1+$/s.exec(squashed(text)) ?? [];
  return first;
}

/** Without white space, which is broken anew on paper, and with letters that a font joins taken apart. */
const squashed = (text: string) => text.normalize('NFKC').replaceAll(/[\s\u00ad\u200b]+/g, '');
