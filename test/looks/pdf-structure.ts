import { markedText } from './pdf-text.ts';
import { isDict, nameOf, type PdfFile, type PdfValue, refOf, textOf } from './pdf-values.ts';

/** One element of a tagged PDF: its tag, what it is told as, and its words with those of all beneath it, in order. */
export type Tagged = {
  readonly tag: string;
  readonly alt: string;
  readonly scope: string;
  readonly text: string;
  readonly parts: readonly Tagged[];
};

/** The structure tree, which is what a screen reader reads, in the order in which it reads it. */
export function structureOf(file: PdfFile): Tagged[] {
  const pages = new Map(file.pages().map(({ id, page }) => [id, page]));
  const texts = new Map<number, Map<number, string>>();
  const wordsOn = (page: number | null, mark: number): string => {
    if (page === null) return '';
    const held = pages.get(page);
    if (!held) return '';
    const words = texts.get(page) ?? markedText(file, held);
    texts.set(page, words);
    return words.get(mark) ?? '';
  };
  const walk = (value: PdfValue, page: number | null): Tagged | string => {
    const found = file.of(value);
    if (typeof found === 'number') return wordsOn(page, found);
    if (!isDict(found)) return '';
    const on = refOf(found.dict.get('Pg')) ?? page;
    const type = nameOf(found.dict.get('Type'));
    if (type === 'MCR') return wordsOn(on, Number(found.dict.get('MCID')));
    if (type === 'OBJR') return '';
    const kids = file.list(found.dict.get('K')).map((kid) => walk(kid, on));
    return {
      tag: nameOf(found.dict.get('S')),
      alt: textOf(found.dict.get('Alt')),
      scope: file
        .list(found.dict.get('A'))
        .map((one) => nameOf(file.dict(one).get('Scope')))
        .join(''),
      text: kids.map((kid) => (typeof kid === 'string' ? kid : kid.text)).join(''),
      parts: kids.filter((kid) => typeof kid !== 'string'),
    };
  };
  const root = file.dict(file.catalogue.get('StructTreeRoot'));
  return file.list(root.get('K')).flatMap((kid) => {
    const one = walk(kid, null);
    return typeof one === 'string' ? [] : [one];
  });
}

/** An element and all beneath it, in reading order. */
export const allBeneath = (one: Tagged): Tagged[] => [one, ...one.parts.flatMap(allBeneath)];

/** The bookmarks with their depth, from 0, in order. */
export function bookmarksOf(file: PdfFile): { readonly title: string; readonly depth: number }[] {
  const walk = (value: PdfValue | undefined, depth: number): { title: string; depth: number }[] => {
    const marks: { title: string; depth: number }[] = [];
    for (let one = file.dict(value); one.size > 0; one = file.dict(one.get('Next'))) {
      marks.push({ title: textOf(one.get('Title')), depth }, ...walk(one.get('First'), depth + 1));
    }
    return marks;
  };
  return walk(file.dict(file.catalogue.get('Outlines')).get('First'), 0);
}
