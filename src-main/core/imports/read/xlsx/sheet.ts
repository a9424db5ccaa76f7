import { attribute, flag, next, type Xml } from '../xml.ts';
import { type Book, type ColumnSpan, emptySheet, type SheetDraft } from './book.ts';
import type { Palette } from './colours.ts';
import { mostColumns, readRange } from './references.ts';
import { readRows } from './rows.ts';
import { type Rule, readRules } from './rules.ts';
import type { ConditionalStyle } from './styles.ts';

const mostMerges = 200_000;
/** Excel keeps 65,530 links a sheet; more rules than this colour nothing that a person could follow. */
const mostLinks = 70_000;
const mostRules = 10_000;

/** Reads one worksheet part in a single pass, in the order of the file. */
export function readSheet(
  x: Xml,
  book: Book,
  conditional: readonly ConditionalStyle[],
  palette: Palette,
): { sheet: SheetDraft; rules: Rule[] } {
  const sheet = emptySheet();
  const rules: Rule[] = [];
  for (let kind = next(x); kind !== 'end'; kind = next(x)) {
    if (kind !== 'open') continue;
    switch (x.name) {
      case 'sheetData':
        readRows(x, book, sheet);
        break;
      case 'col':
        sheet.columns.push(readColumns(x));
        break;
      case 'mergeCell': {
        const range = readRange(attribute(x, 'ref') ?? '');
        if (range !== null && sheet.merges.length < mostMerges) sheet.merges.push(range);
        break;
      }
      case 'hyperlink': {
        const range = readRange(attribute(x, 'ref') ?? '');
        if (range !== null && sheet.links.length < mostLinks)
          sheet.links.push({ range, relation: attribute(x, 'id'), location: attribute(x, 'location') });
        break;
      }
      case 'conditionalFormatting':
        if (rules.length < mostRules) rules.push(...readRules(x, conditional, palette));
        break;
      default:
    }
  }
  return { sheet, rules };
}

function readColumns(x: Xml): ColumnSpan {
  const from = Math.max(1, Number(attribute(x, 'min')) || 1);
  const to = Math.min(mostColumns, Number(attribute(x, 'max')) || from);
  const width = Number(attribute(x, 'width'));
  return { from: from - 1, to: to - 1, width: width > 0 ? width : undefined, hidden: flag(x, 'hidden') };
}
