import type { Audience } from '#shared/contract/circulation-names.ts';
import type { OfficeLook, PlacedWords, ReportLayout } from '#shared/contract/report-records.ts';
import { ownPieces, placeKey } from '#shared/domain/own-words.ts';
import { lookOf, type State } from '#shared/domain/states.ts';
import { count, listWords } from '#shared/domain/words.ts';
import type { Block, Cell, ReportDocument, ReportPart, TableRow } from './document.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** What stands between a report as it is composed and as it goes out. */
export type Arrangement = {
  readonly layout: ReportLayout | null;
  readonly words: readonly PlacedWords[];
  readonly sees: Audience;
  /** How words are told to those who do not see names. */
  readonly hide: (text: string) => string;
  readonly look: OfficeLook | undefined;
};

/**
 * A composed report as the office wants it: its parts in the order chosen, rows and columns left out, the office's own
 * words at their places, its look. What is left out by choice is told among the facts of the cover.
 */
export function arrange(report: ReportDocument, o: Arrangement): ReportDocument {
  const words = wordsByPlace(o);
  const at = (place: string): Block[] => {
    const pieces = words.get(place);
    return pieces ? [{ kind: 'own', pieces }] : [];
  };
  const filter = leaver(o.layout);
  const parts = chosenParts(report.parts ?? [], o.layout);
  const blocks = parts.flatMap(({ id, blocks: own }) => [
    ...at(`before:${id}`),
    ...withWords(own.flatMap(filter.block), at),
    ...at(`after:${id}`),
  ]);
  const told = filter.told();
  const line = o.look?.confidentiality ? o.hide(o.look.confidentiality) : null;
  const confidential = [report.confidential, line].filter(Boolean).join('. ');
  const covering = words.get('mail');
  return {
    ...report,
    parts,
    blocks: [...at('foreword'), ...blocks, ...at('closing')],
    facts: told === null ? report.facts : [...report.facts, { label: 'Shown', text: told }],
    ...(confidential !== '' && { confidential }),
    ...(o.look && { look: o.look }),
    ...(o.layout && { paper: o.layout.paper, cover: o.layout.cover }),
    ...(covering && { covering }),
  };
}

/** Internal words go to nobody from whom notes or confidential matters are kept. */
export const isFor = ({ internal }: Pick<PlacedWords, 'internal'>, sees: Audience): boolean =>
  !internal || (sees.notes && sees.confidential);

function wordsByPlace({ words, sees, hide }: Arrangement) {
  return new Map(
    words
      .filter((one) => isFor(one, sees))
      .map((one) => [placeKey(one), ownPieces(hide(one.text))] as const)
      .filter(([, pieces]) => pieces.length > 0),
  );
}

/** Parts in the order of the layout; one that it does not name follows the one it follows in the report. */
export function chosenParts(parts: readonly ReportPart[], layout: ReportLayout | null): ReportPart[] {
  if (!layout || layout.parts.length === 0) return [...parts];
  const known = new Map(parts.map((part) => [part.id, part]));
  const order = layout.parts.filter(({ id }) => known.has(id)).map(({ id }) => id);
  parts.forEach(({ id }, position) => {
    if (order.includes(id)) return;
    const before = parts[position - 1]?.id;
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  const hidden = new Set(layout.parts.filter(({ shown }) => !shown).map(({ id }) => id));
  return [...new Set(order)].flatMap((id) => (hidden.has(id) ? [] : (known.get(id) ?? [])));
}

/** Words at a record stand under its heading, behind its short facts; in a table, beneath what heads its row. */
function withWords(blocks: readonly Block[], at: (place: string) => Block[]): Block[] {
  const headed = new Set(
    blocks.flatMap((block) => (block.kind === 'heading' && block.recordId ? [block.recordId] : [])),
  );
  return blocks.flatMap((block, position): Block[] => {
    if (block.kind === 'table') return [rowsWithWords(block, headed, at)];
    const above = blocks[position - 1];
    const isHeading = block.kind === 'heading' && block.recordId !== undefined;
    if (isHeading && blocks[position + 1]?.kind !== 'facts') return [block, ...at(`at ${block.recordId}`)];
    if (block.kind === 'facts' && above?.kind === 'heading' && above.recordId)
      return [block, ...at(`at ${above.recordId}`)];
    return [block];
  });
}

function rowsWithWords(table: Table, headed: ReadonlySet<string>, at: (place: string) => Block[]): Table {
  return {
    ...table,
    rows: table.rows.map((row) => {
      if (row.kind !== 'cells' || !row.recordId || headed.has(row.recordId)) return row;
      const [own] = at(`at ${row.recordId}`);
      if (own?.kind !== 'own') return row;
      const pieces = own.pieces.map((piece) =>
        piece.kind === 'paragraph'
          ? { kind: 'words' as const, runs: [{ text: piece.text, own: true }] }
          : { kind: 'list' as const, items: piece.items },
      );
      const cells = row.cells.map((cell, x) =>
        x === table.rowHeader ? { ...cell, pieces: [...cell.pieces, ...pieces] } : cell,
      );
      return { ...row, cells };
    }),
  };
}

/** Leaves out rows of other statuses and columns not wanted, and counts what went. */
function leaver(layout: ReportLayout | null) {
  const states = layout?.states ? new Set<State>(layout.states) : null;
  const without = new Set(layout?.withoutColumns);
  let rowsGone = 0;
  const columnsGone = new Set<string>();
  const block = (one: Block): Block[] => {
    if (one.kind !== 'table') return [one];
    const kept = states ? rowsOf(one, states) : one.rows;
    rowsGone += one.rows.filter(isRow).length - kept.filter(isRow).length;
    const stays = ({ label }: { label: string }, x: number) => x === one.rowHeader || !without.has(label);
    for (const column of one.columns.filter((column, x) => !stays(column, x))) columnsGone.add(column.label);
    return [
      {
        ...one,
        columns: one.columns.filter(stays),
        rowHeader: one.columns.slice(0, one.rowHeader).filter(stays).length,
        rows: kept.map((row) =>
          row.kind === 'cells'
            ? { ...row, cells: row.cells.filter((_, x) => stays(one.columns[x] ?? { label: '' }, x)) }
            : row,
        ),
      },
    ];
  };
  const told = (): string | null => {
    const names = [...(states ?? [])].map((state) => `“${lookOf(state).label.toLowerCase()}”`);
    const parts = [
      ...(states
        ? [`in tables only what is ${names.join(' or ')}: ${count(rowsGone, 'other row')} left out`]
        : []),
      ...(columnsGone.size > 0 ? [`without the columns ${listWords([...columnsGone])}`] : []),
    ];
    if (parts.length === 0) return null;
    const text = parts.join('; ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return { block, told };
}

const isRow = (row: TableRow): boolean => row.kind === 'cells';
const statesIn = (cells: readonly Cell[]): State[] =>
  cells.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.kind === 'status' ? [piece.mark.state] : [])),
  );

/** Rows whose own status (the first that they tell) is wanted; a table that tells no status stays whole. */
function rowsOf(table: Table, states: ReadonlySet<State>): TableRow[] {
  const told = table.rows.some((row) => row.kind === 'cells' && statesIn(row.cells).length > 0);
  if (!told) return [...table.rows];
  const rows = table.rows.filter(
    (row) => row.kind === 'group' || states.has(statesIn(row.cells)[0] ?? 'not-started'),
  );
  // A heading under which nothing is left goes too, but for one that heads further headings with rows.
  return rows.filter((row, at) => {
    if (row.kind === 'cells') return true;
    const next = rows.slice(at + 1).find((one) => one.kind === 'cells' || one.level <= row.level);
    return next?.kind === 'cells';
  });
}
