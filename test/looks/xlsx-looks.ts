import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { allNamed, child, readXml, type Xml } from './xml-tree.ts';

/**
 * What is wrong with a report as a workbook, one line each: title in A1, frozen headings that repeat on each printed
 * page, filters, paper, words beside every colour, words for every picture, and nothing but text and numbers.
 */
export async function xlsxFaults(bytes: Uint8Array): Promise<string[]> {
  const parts = unzipSync(bytes);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const workbook = readXml(parts['xl/workbook.xml']);
  const titled = new Set(
    allNamed(workbook, 'definedName')
      .filter(({ attributes }) => attributes.name === '_xlnm.Print_Titles')
      .map(({ attributes }) => Number(attributes.localSheetId)),
  );
  const title = allNamed(readXml(parts['docProps/core.xml']), 'dc:title')[0]?.text.trim() ?? '';
  return [
    ...(title === '' ? ['no title among the properties'] : []),
    ...book.worksheets.flatMap((sheet, at) => [
      ...sheetFaults(sheet, at > 0, readXml(parts[`xl/worksheets/sheet${at + 1}.xml`])),
      ...(at === 0 || titled.has(at) ? [] : [`${sheet.name}: its heading does not repeat on paper`]),
    ]),
    ...pictureFaults(parts),
  ];
}

function sheetFaults(sheet: ExcelJS.Worksheet, isTable: boolean, xml: Xml): string[] {
  const faults: string[] = [];
  const say = (fault: string) => faults.push(`${sheet.name}: ${fault}`);
  if (sheet.getCell('A1').text.trim() === '') say('nothing in A1');
  const paper = child(xml, 'pageSetup')?.attributes ?? {};
  if (paper.paperSize !== '9' && paper.paperSize !== '8') say('paper of no size');
  if (isTable && paper.orientation !== 'landscape') say('not on its side');
  if (paper.fitToWidth !== '1') say('does not fit the width of its paper');
  if (!child(xml, 'headerFooter', 'oddFooter')?.text.includes('&P')) say('pages have no number');
  const pane = child(xml, 'sheetViews', 'sheetView', 'pane')?.attributes;
  if (isTable && (pane?.state !== 'frozen' || Number(pane.ySplit ?? 0) < 1)) say('its heading is not frozen');
  if (isTable && !child(xml, 'autoFilter') && !child(xml, 'tableParts')) say('no filter');
  sheet.eachRow({ includeEmpty: false }, (row) =>
    row.eachCell({ includeEmpty: false }, (cell) => {
      const allowed = [
        ExcelJS.ValueType.String,
        ExcelJS.ValueType.Number,
        ExcelJS.ValueType.Merge,
        ExcelJS.ValueType.Null,
      ];
      if (!allowed.includes(cell.type)) say(`${cell.address} is neither text nor a number`);
      const isFilled = cell.fill?.type === 'pattern' && cell.fill.pattern === 'solid';
      const across = row.getCell(1).text.trim() !== '' && row.getCell(1).isMerged;
      if (isFilled && cell.text.trim() === '' && !cell.isMerged && !across)
        say(`${cell.address} is a colour without a word`);
    }),
  );
  return faults;
}

function pictureFaults(parts: Readonly<Record<string, Uint8Array>>): string[] {
  return Object.entries(parts)
    .filter(([name]) => /^xl\/drawings\/drawing\d+\.xml$/.test(name))
    .flatMap(([, bytes]) => allNamed(readXml(bytes), 'xdr:cNvPr'))
    .filter(({ attributes }) => !attributes.descr?.trim())
    .map(({ attributes }) => `a picture has no words: ${attributes.name}`);
}
