import { unzipSync } from 'fflate';
import { allIn, allNamed, child, readXml, type Xml } from './xml-tree.ts';

/**
 * What is wrong with a report in Word, one line each, read from its XML: headings by Word's own styles and without a
 * jump, heading rows that repeat, tables that have a name and fit their page, words for every picture, language, title,
 * no paragraph that stands empty but the one which parts a table from what follows.
 */
export function docxFaults(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes);
  const [body] = allNamed(readXml(parts['word/document.xml']), 'w:body');
  if (!body) return ['no body'];
  const styles = readXml(parts['word/styles.xml']);
  const language = allNamed(styles, 'w:docDefaults').flatMap((one) => allNamed(one, 'w:lang'))[0];
  const title = allNamed(readXml(parts['docProps/core.xml']), 'dc:title')[0]?.text.trim() ?? '';
  return [
    ...(language?.attributes['w:val'] === 'en-GB' ? [] : ['the language is not en-GB']),
    ...(title === '' ? ['no title among the properties'] : []),
    ...headingFaults(body, styles),
    ...tableFaults(body),
    ...allNamed(body, 'wp:docPr')
      .filter(({ attributes }) => !attributes.descr?.trim())
      .map(({ attributes }) => `a picture has no words: ${attributes.name}`),
    ...emptyFaults(body),
    ...liveFaults(parts),
  ];
}

const styleOf = (paragraph: Xml) => child(paragraph, 'w:pPr', 'w:pStyle')?.attributes['w:val'] ?? 'Normal';

/** The outline level that each style gives, from 0. */
function outlineOf(styles: Xml): Map<string, number> {
  return new Map(
    allNamed(styles, 'w:style').flatMap((style): [string, number][] => {
      const level = child(style, 'w:pPr', 'w:outlineLvl')?.attributes['w:val'];
      const id = style.attributes['w:styleId'];
      return level === undefined || id === undefined ? [] : [[id, Number(level)]];
    }),
  );
}

function headingFaults(body: Xml, styles: Xml): string[] {
  const outline = outlineOf(styles);
  const paragraphs = allNamed(body, 'w:p');
  const titles = paragraphs.filter((one) => styleOf(one) === 'Title').length;
  const faults = titles === 1 ? [] : [`${titles} titles`];
  let before = -1;
  for (const paragraph of paragraphs) {
    const level = outline.get(styleOf(paragraph));
    if (level === undefined) continue;
    if (paragraph.text.trim() === '') faults.push('an empty heading');
    if (level > before + 1) faults.push(`a heading jumps to level ${level + 1}: ${paragraph.text}`);
    before = level;
  }
  for (const style of ['Heading1', 'Heading2']) {
    if (!outline.has(style)) faults.push(`${style} has no outline level`);
  }
  return faults;
}

/** The sections of the body: what stands in each, and how wide its text is, in twips. */
function sectionsOf(body: Xml): { readonly width: number; readonly blocks: readonly Xml[] }[] {
  const sections: { width: number; blocks: Xml[] }[] = [];
  let blocks: Xml[] = [];
  for (const block of body.parts) {
    const properties = block.name === 'w:sectPr' ? block : child(block, 'w:pPr', 'w:sectPr');
    blocks.push(block);
    if (!properties) continue;
    const size = child(properties, 'w:pgSz')?.attributes ?? {};
    const margin = child(properties, 'w:pgMar')?.attributes ?? {};
    const width = Number(size['w:w']) - Number(margin['w:left']) - Number(margin['w:right']);
    sections.push({ width, blocks });
    blocks = [];
  }
  return sections;
}

function tableFaults(body: Xml): string[] {
  return sectionsOf(body).flatMap(({ width, blocks }) =>
    blocks
      .filter(({ name }) => name === 'w:tbl')
      .flatMap((table) => {
        const caption = child(table, 'w:tblPr', 'w:tblCaption')?.attributes['w:val'] ?? '';
        const [first] = table.parts.filter(({ name }) => name === 'w:tr');
        const grid = child(table, 'w:tblGrid')?.parts ?? [];
        const wide = grid.reduce((sum, { attributes }) => sum + Number(attributes['w:w']), 0);
        const heads = first?.parts.filter(({ name }) => name === 'w:tc') ?? [];
        return [
          ...(caption === '' ? ['a table has no name'] : []),
          ...(child(first, 'w:trPr', 'w:tblHeader') ? [] : [`no heading row: ${caption}`]),
          ...(heads.every(({ text }) => text.trim() !== '') ? [] : [`an empty heading cell: ${caption}`]),
          // Rounding may leave a twip, a fiftieth of a millimetre.
          ...(wide > width + 1 ? [`${wide - width} twips wider than its page: ${caption}`] : []),
        ];
      }),
  );
}

const isEmpty = (block: Xml) =>
  block.name === 'w:p' &&
  block.text.trim() === '' &&
  !allIn(block).some(({ name }) => ['w:drawing', 'w:fldChar', 'w:sectPr'].includes(name));

function emptyFaults(body: Xml): string[] {
  return body.parts.flatMap((block, at) =>
    isEmpty(block) && body.parts[at - 1]?.name !== 'w:tbl' ? ['a paragraph stands empty'] : [],
  );
}

const liveElements = /^(?:w:object|o:OLEObject|w:altChunk|w:fldSimple|w:control)$/;

/** Nothing runs, nothing is fetched: no outer address, no field but the contents and the numbers of pages. */
function liveFaults(parts: Readonly<Record<string, Uint8Array>>): string[] {
  return Object.entries(parts)
    .filter(([name]) => /\.(?:xml|rels)$/.test(name))
    .flatMap(([name, bytes]) =>
      allIn(readXml(bytes)).flatMap((one) => [
        ...(one.attributes.TargetMode === 'External'
          ? [`${name} leads out to ${one.attributes.Target}`]
          : []),
        ...(liveElements.test(one.name) ? [`${name} has a ${one.name}`] : []),
        ...(one.name === 'w:instrText' && !/^\s*(?:TOC|PAGE|NUMPAGES)\b/.test(one.text)
          ? [`${name} has the field ${one.text}`]
          : []),
      ]),
    );
}
