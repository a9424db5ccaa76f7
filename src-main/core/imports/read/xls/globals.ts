import { AppError } from '#shared/contract/errors.ts';
import type { ReadLimits } from '../limits.ts';
import { damaged, inMegabytes, tooLarge } from '../refusals.ts';
import { fillColour, legacyPalette, officeTheme } from '../xlsx/colours.ts';
import { builtInFormat, type NumberFormat, numberFormat } from '../xlsx/number-format.ts';
import type { CellStyle } from '../xlsx/styles.ts';
import type { TextRun } from '../xlsx/texts.ts';
import { nextRecord, type Records, recordNumbers, withContinued } from './records.ts';
import {
  codePageDecoder,
  continued,
  isDone,
  type Lettering,
  type RichText,
  readNumber,
  readRichText,
  shortText,
} from './strings.ts';

export type Font = NonNullable<TextRun['font']>;
export type SheetPlace = {
  readonly name: string;
  readonly at: number;
  readonly hidden: boolean;
  /** 0 is a sheet of cells; others are charts and macros. */
  readonly kind: number;
};

/** What a workbook says before its sheets (the globals of MS-XLS 2.1.7.20.3). */
export type Globals = {
  readonly lettering: Lettering;
  readonly from1904: boolean;
  readonly sheets: readonly SheetPlace[];
  readonly texts: readonly RichText[];
  readonly palette: readonly string[];
  readonly hasMacros: boolean;
  readonly hasOutsideLinks: boolean;
  /** The font of a number that a text's run names. */
  font(number: number): Font;
  /** The style of a cell by its number. */
  style(number: number): CellStyle;
};

type Format = {
  readonly font: number;
  readonly code: number;
  readonly pattern: number;
  readonly front: number;
};
const solid = 1;

export function readGlobals(r: Records, limits: ReadLimits): Globals {
  const { fileName } = r;
  const unicode = readBegin(r);
  let lettering: Lettering = { unicode, decode: codePageDecoder(1_252) };
  const fonts: Font[] = [];
  const codes = new Map<number, string>();
  const formats: Format[] = [];
  const fills = new Map<number, string>();
  const palette = [...legacyPalette];
  const sheets: SheetPlace[] = [];
  let texts: RichText[] = [];
  let from1904 = false;
  let hasMacros = false;
  let hasOutsideLinks = false;
  let ownTheme = false;
  while (nextRecord(r) && r.type !== recordNumbers.eof) {
    const { data } = r;
    switch (r.type) {
      case recordNumbers.filePass:
        throw encrypted(fileName);
      case recordNumbers.codePage:
        lettering = { unicode, decode: codePageDecoder(data.readUInt16LE(0)) };
        break;
      case recordNumbers.date1904:
        from1904 = data.readUInt16LE(0) === 1;
        break;
      case recordNumbers.font:
        fonts.push({ strike: (data.readUInt16LE(2) & 8) !== 0, bold: data.readUInt16LE(6) >= 600 });
        break;
      case recordNumbers.numberFormat:
        codes.set(data.readUInt16LE(0), shortText(data, 2, unicode ? 2 : 1, lettering).text);
        break;
      case recordNumbers.format:
        formats.push(readFormat(data, unicode));
        break;
      case recordNumbers.formatMore: {
        const more = readMoreOfFormat(data, ownTheme ? [] : officeTheme);
        if (more !== null) fills.set(more.format, more.fill);
        break;
      }
      case recordNumbers.theme:
        ownTheme = data.length >= 16 && data.readUInt32LE(12) === 0;
        break;
      case recordNumbers.palette:
        readPalette(data, palette);
        break;
      case recordNumbers.boundSheet:
        if (sheets.length >= limits.sheets)
          throw tooLarge(fileName, `it has more than ${limits.sheets} sheets`);
        sheets.push({
          at: data.readUInt32LE(0),
          hidden: ((data[4] as number) & 3) !== 0,
          kind: data[5] as number,
          name: shortText(data, 6, 1, lettering).text,
        });
        break;
      case recordNumbers.sharedTexts:
        texts = readSharedTexts(withContinued(r), fileName, limits);
        break;
      case recordNumbers.macros:
        hasMacros = true;
        break;
      case recordNumbers.supBook:
        hasOutsideLinks ||= ![0x0401, 0x3a01].includes(data.readUInt16LE(2));
        break;
      default:
    }
  }
  const font = (number: number): Font =>
    // Number 4 is left out by the format itself.
    fonts[number > 4 ? number - 1 : number] ?? { bold: false, strike: false };
  return {
    lettering,
    from1904,
    sheets,
    texts,
    palette,
    hasMacros,
    hasOutsideLinks,
    font,
    style: styleTable(formats, codes, fills, palette, font, from1904),
  };
}

/** Whether texts are Unicode: from Excel 97 on. */
function readBegin(r: Records): boolean {
  if (!nextRecord(r) || r.type !== recordNumbers.begin || r.data.length < 4) {
    throw damaged(r.fileName, 'it does not begin as a workbook does');
  }
  return r.data.readUInt16LE(0) >= 0x0600;
}

function encrypted(fileName: string): AppError {
  return new AppError(
    'file-encrypted',
    `“${fileName}” is protected with a password, so it cannot be read. Open it in Excel, save it as an Excel Workbook (.xlsx) without a password (File, Info, Protect Workbook) and import that.`,
  );
}

function readFormat(data: Buffer, unicode: boolean): Format {
  const font = data.readUInt16LE(0);
  const code = data.readUInt16LE(2);
  if (unicode) {
    return { font, code, pattern: data.readUInt32LE(14) >>> 26, front: data.readUInt16LE(18) & 0x7f };
  }
  const area = data.readUInt32LE(8);
  return { font, code, pattern: (area >>> 16) & 0x3f, front: area & 0x7f };
}

/** Excel 2007 and later say the fill's true colour beside the nearest one of the palette (XFExt, MS-XLS 2.4.355). */
function readMoreOfFormat(data: Buffer, theme: readonly string[]): { format: number; fill: string } | null {
  const format = data.readUInt16LE(14);
  const count = data.readUInt16LE(18);
  let at = 20;
  for (let i = 0; i < count && at + 4 <= data.length; i += 1) {
    const kind = data.readUInt16LE(at);
    const size = data.readUInt16LE(at + 2);
    if (kind === 4 && at + 12 <= data.length) {
      const colourKind = data.readUInt16LE(at + 4);
      const tint = data.readInt16LE(at + 6) / 32_767;
      const value = data.subarray(at + 8, at + 12);
      const reference = { rgb: null, theme: null, indexed: null, tint };
      const palette = { theme, indexed: [] };
      const fill =
        colourKind === 2
          ? fillColour({ ...reference, rgb: value.toString('hex', 0, 3) }, palette)
          : colourKind === 3
            ? fillColour({ ...reference, theme: value.readUInt32LE(0) }, palette)
            : null;
      return fill === null ? null : { format, fill };
    }
    if (size < 4) return null;
    at += size;
  }
  return null;
}

function readPalette(data: Buffer, palette: string[]): void {
  const count = Math.min(data.readUInt16LE(0), 56);
  for (let i = 0; i < count; i += 1) palette[8 + i] = data.toString('hex', 2 + i * 4, 5 + i * 4);
}

function readSharedTexts(parts: readonly Buffer[], fileName: string, limits: ReadLimits): RichText[] {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  if (size > limits.textTableBytes) {
    throw tooLarge(fileName, `its texts take more than ${inMegabytes(limits.textTableBytes)}`);
  }
  const c = continued(parts, fileName);
  readNumber(c, 4);
  const count = readNumber(c, 4);
  const texts: RichText[] = [];
  while (texts.length < count && !isDone(c)) texts.push(readRichText(c));
  return texts;
}

function styleTable(
  formats: readonly Format[],
  codes: ReadonlyMap<number, string>,
  fills: ReadonlyMap<number, string>,
  palette: readonly string[],
  font: (number: number) => Font,
  from1904: boolean,
): (number: number) => CellStyle {
  const styles = new Map<number, CellStyle>();
  const numberFormats = new Map<number, NumberFormat>();
  const formatOf = (code: number): NumberFormat => {
    const known = numberFormats.get(code) ?? numberFormat(codes.get(code) ?? builtInFormat(code), from1904);
    numberFormats.set(code, known);
    return known;
  };
  return (number) => {
    const known = styles.get(number);
    if (known !== undefined) return known;
    const format = formats[number];
    const { bold, strike } = font(format?.font ?? 0);
    const indexed = { rgb: null, theme: null, indexed: format?.front ?? null, tint: 0 };
    const fill =
      format?.pattern === solid
        ? (fills.get(number) ?? fillColour(indexed, { theme: [], indexed: palette }) ?? undefined)
        : undefined;
    const style: CellStyle = {
      format: formatOf(format?.code ?? 0),
      fill,
      bold,
      strike,
      plain: fill === undefined && !bold && !strike,
    };
    styles.set(number, style);
    return style;
  };
}
