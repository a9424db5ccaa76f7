import type { KpiPeriod } from '#shared/contract/kpis.ts';
import type { KeyEntry } from '#shared/contract/register.ts';
import type { OfficeLook, ReportLayout } from '#shared/contract/report-records.ts';
import type { ChartSeries } from '#shared/domain/chart-series.ts';
import type { OwnPiece } from '#shared/domain/own-words.ts';
import type { ReportingLayout } from '#shared/domain/reporting-layout.ts';

/**
 * The second narrow waist: what every report is before it becomes a file. A new report is one more composer
 * of this; a new format is one more writer. Nothing here knows of HTML, Excel or mail.
 */

/** A status as a report shows it: the plan's own word and colour on the state's fixed shape. */
export type Mark = Pick<KeyEntry, 'state' | 'label' | 'colour'>;

/** Words with what marks them. Line breaks are separate paragraphs. */
export type Run = {
  readonly text: string;
  readonly strong?: boolean;
  readonly quiet?: boolean;
  /** Words of the office's own, in a cell. */
  readonly own?: boolean;
  /** Words of a re-wording that only the text before has (struck), or only the text after (underlined). */
  readonly change?: 'gone' | 'new';
};

/** What a table cell or a labelled block holds. */
export type Piece =
  | { readonly kind: 'words'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'status'; readonly mark: Mark; readonly note?: string };

export type Cell = {
  readonly pieces: readonly Piece[];
  /** The number itself, where the cell is one: Excel gets it as a number. */
  readonly number?: number;
};

export type Column = {
  readonly label: string;
  /** Width in characters; writers scale it to their page. */
  readonly width: number;
  readonly align?: 'right';
  /** Where few rows say anything in it, a page may fold it into a column of notes; a workbook keeps it. */
  readonly foldable?: boolean;
};

export type TableRow =
  | {
      readonly kind: 'cells';
      readonly cells: readonly Cell[];
      /** The action or KPI that it tells of, where the office may add words of its own to it. */
      readonly recordId?: string;
    }
  /** A heading across the table: the section of the rows below it. */
  | {
      readonly kind: 'group';
      readonly level: number;
      readonly ref: string | null;
      readonly title: string;
      readonly recordId?: string;
    };

export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 2 | 3;
      readonly text: string;
      /** Stands above the heading, as at the head of an exception: "Off track, 1 of 4". */
      readonly mark?: Mark;
      readonly aside?: string;
      readonly newPage?: boolean;
      /** The section, action or KPI that it heads, where the office may add words of its own. */
      readonly recordId?: string;
    }
  /** Words of the office's own: set apart from what the register tells. */
  | { readonly kind: 'own'; readonly pieces: readonly OwnPiece[] }
  | { readonly kind: 'words'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Short facts side by side: Leads, Timescale, Moved. */
  | { readonly kind: 'facts'; readonly facts: readonly { label: string; piece: Piece }[] }
  /** A label in the left margin and what it names beside it: Why, What will be done. */
  | { readonly kind: 'labelled'; readonly label: string; readonly pieces: readonly Piece[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      /** The sheet of its own that Excel gives it; without one it stands in the flow of the first sheet. */
      readonly sheet?: string;
      readonly columns: readonly Column[];
      readonly rows: readonly TableRow[];
      /** The column whose cells head their rows (the action, the KPI). */
      readonly rowHeader: number;
    }
  | {
      readonly kind: 'chart';
      readonly title: string;
      readonly unit: string | null;
      readonly series: ChartSeries;
      /** The figures as written, for the table that stands beneath the drawing. */
      readonly periods: readonly KpiPeriod[];
    }
  /** Small charts side by side; a table in the report tells their figures. */
  | {
      readonly kind: 'multiples';
      readonly title: string;
      readonly items: readonly SmallChart[];
    }
  /** Who reports to whom, drawn; `says` is all of it in sentences, and a table in the report tells it too. */
  | {
      readonly kind: 'reporting';
      readonly title: string;
      readonly says: string;
      readonly layout: ReportingLayout;
    };

/** One of several small charts: its name, how it stands in a few words, and its line. */
export type SmallChart = {
  readonly title: string;
  readonly says: string;
  readonly series: ChartSeries;
};

/** A part of a report that can be left out or moved as one, and before and after which own words may stand. */
export type ReportPart = {
  /** Small letters and hyphens; the same in every edition of the report. */
  readonly id: string;
  readonly name: string;
  readonly blocks: readonly Block[];
};

export type ReportDocument = {
  readonly title: string;
  readonly subtitle: string;
  readonly partnership: string;
  /** ISO instant, UTC, that the report speaks of: its snapshot's, so that a file made later is the same file. */
  readonly asAt: string;
  /** Set beside the title: For, Scope, As at. */
  readonly facts: readonly { label: string; text: string }[];
  /** What the statuses in it mean; empty where it tells none. */
  readonly key: readonly KeyEntry[];
  readonly blocks: readonly Block[];
  /** What the blocks are parts of, in their order. */
  readonly parts?: readonly ReportPart[];
  /** The logo and colours of the office. */
  readonly look?: Pick<OfficeLook, 'logo' | 'colour' | 'second'>;
  readonly paper?: ReportLayout['paper'];
  readonly cover?: ReportLayout['cover'];
  /** The office's own words for the e-mail that carries it. */
  readonly covering?: readonly OwnPiece[];
  /** Stands at the head of every page of a report that not everybody may read: "Confidential: board members only". */
  readonly confidential?: string;
  /** For the foot of every page: which snapshot the figures are of. */
  readonly foot: string;
  /** The first sentences, for the body of an e-mail. */
  readonly summary: readonly string[];
};

export const words = (text: string): Piece => ({ kind: 'words', runs: [{ text }] });
export const quiet = (text: string): Piece => ({ kind: 'words', runs: [{ text, quiet: true }] });
export const cell = (...pieces: readonly (Piece | null | undefined | false)[]): Cell => ({
  pieces: pieces.filter((piece): piece is Piece => Boolean(piece)),
});

type Table = Extract<Block, { kind: 'table' }>;

/** The table without the columns that are empty throughout; the column that heads the rows always stays. */
export function withoutEmptyColumns(table: Table): Table {
  const said = table.columns.map((_, at) =>
    table.rows.some((row) => row.kind === 'cells' && (row.cells[at]?.pieces.length ?? 0) > 0),
  );
  const stays = (at: number) => said[at] === true || at === table.rowHeader;
  return {
    ...table,
    rowHeader: table.columns.slice(0, table.rowHeader).filter((_, at) => stays(at)).length,
    columns: table.columns.filter((_, at) => stays(at)),
    rows: table.rows.map((row) =>
      row.kind === 'cells' ? { ...row, cells: row.cells.filter((_, at) => stays(at)) } : row,
    ),
  };
}

export const part = (id: string, name: string, blocks: readonly Block[]): ReportPart => ({
  id,
  name,
  blocks,
});

/** A report put together of its parts; one that says nothing keeps its place, where own words may stand. */
export const inParts = (
  parts: readonly ReportPart[],
): Required<Pick<ReportDocument, 'blocks' | 'parts'>> => ({
  parts,
  blocks: parts.flatMap(({ blocks }) => blocks),
});
