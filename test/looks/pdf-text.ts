import { isDict, nameOf, type PdfFile, PdfSyntax, type PdfValue } from './pdf-values.ts';

/** The characters that a font's codes stand for, by its ToUnicode map; codes are of two bytes. */
function charactersOf(file: PdfFile, font: PdfValue | undefined): (code: number) => string {
  const map = file.of(file.dict(font).get('ToUnicode'));
  const known = new Map<number, string>();
  const told = isDict(map) ? (map.stream ?? '') : '';
  const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, part = ''] of told.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of part.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      known.set(Number.parseInt(code, 16), utf16(to));
    }
  }
  for (const [, part = ''] of told.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const ranges = part.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g);
    for (const [, from = '', to = '', first = ''] of ranges) {
      const begin = Number.parseInt(from, 16);
      for (let code = begin; code <= Number.parseInt(to, 16); code += 1) {
        known.set(code, String.fromCodePoint(Number.parseInt(first, 16) + code - begin));
      }
    }
  }
  return (code) => known.get(code) ?? '\ufffd';
}

/** The words of a page by the number of the marked content they stand in; what stands in none is under -1. */
export function markedText(file: PdfFile, page: ReadonlyMap<string, PdfValue>): Map<number, string> {
  const fonts = file.dict(file.dict(page.get('Resources')).get('Font'));
  const maps = new Map([...fonts].map(([name, font]) => [name, charactersOf(file, font)]));
  const words = new Map<number, string>();
  const marks: number[] = [];
  let characters: (code: number) => string = () => '';
  const say = (value: PdfValue | undefined) => {
    if (typeof value !== 'object' || value === null || !('bytes' in value)) return;
    const mark = marks.findLast((one) => one >= 0) ?? -1;
    let text = words.get(mark) ?? '';
    for (let at = 0; at + 1 < value.bytes.length; at += 2) {
      text += characters(value.bytes.charCodeAt(at) * 256 + value.bytes.charCodeAt(at + 1));
    }
    words.set(mark, text);
  };
  for (const content of file.list(page.get('Contents'))) {
    const stream = file.of(content);
    const syntax = new PdfSyntax(isDict(stream) ? (stream.stream ?? '') : '');
    let before: PdfValue[] = [];
    for (let one = syntax.next(); one !== undefined; one = syntax.next()) {
      if (typeof one !== 'object' || one === null || !('word' in one)) {
        before.push(one);
        continue;
      }
      if (one.word === 'BDC' || one.word === 'BMC') {
        const mark = file.dict(before.at(-1)).get('MCID');
        marks.push(typeof mark === 'number' ? mark : -1);
      } else if (one.word === 'EMC') marks.pop();
      else if (one.word === 'Tf') characters = maps.get(nameOf(before[0])) ?? (() => '');
      else if (one.word === 'Tj') say(before.at(-1));
      else if (one.word === 'TJ') for (const part of file.list(before.at(-1))) say(part);
      before = [];
    }
  }
  return words;
}
