import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { TabPanel, Tabs } from 'react-aria-components';
import type { ImportPreview, TableView } from '#shared/contract/imports.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Select } from '../../components/select.tsx';
import { count, formatNumber } from '../../format/words.ts';
import { tableKindWords } from './field-words.ts';
import { SheetPictureTable } from './sheet-picture.tsx';
import { SheetTabs } from './sheet-tabs.tsx';
import type { Correct } from './use-import.ts';

/** A place in the file to bring into view: a question's cell. */
export type Spot = { readonly where: string; readonly questionId: string };

/** Rows of the sheet shown at a time: enough to scroll through, few enough to draw at once. */
const pageRows = 100;

/** The sheets of one file as read: each with its tables marked, what each column means, and what becomes of a cell. */
export function SheetDesk(props: {
  preview: ImportPreview;
  fileAt: number;
  spot: Spot | null;
  /** The file is being brought in: its session ends with that, so nothing more is asked of it. */
  isEnding: boolean;
  onCorrect: Correct;
}) {
  const { preview, fileAt, spot } = props;
  const file = preview.files[fileAt];
  const firstSheet = Math.max(
    0,
    file?.tables.find((table) => table.kind === 'actions' || table.kind === 'kpis')?.sheet ?? 0,
  );
  const [sheet, setSheet] = useState(firstSheet);
  const [page, setPage] = useState(0);
  const [tableId, setTableId] = useState<string | null>(null);
  useEffect(() => {
    const cell = spot && cellOf(spot.where);
    const at = cell ? (file?.sheets.findIndex((one) => one.name === cell.sheet) ?? -1) : -1;
    if (!cell || at < 0) return;
    setSheet(at);
    setPage(Math.floor(cell.row / pageRows));
  }, [spot, file]);
  const trpc = useTRPC();
  const picture = useQuery(
    trpc.imports.sheet.queryOptions(
      { sessionId: preview.sessionId, file: fileAt, sheet, firstRow: page * pageRows, rowCount: pageRows },
      // The picture is of one reading: a correction gives a new preview, and with it a new picture.
      {
        staleTime: 0,
        gcTime: 60_000,
        placeholderData: (before) => before,
        enabled: !props.isEnding,
      },
    ),
  );
  const { refetch } = picture;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new preview is a new reading of the same sheet
  useEffect(() => {
    void refetch();
  }, [preview, refetch]);
  if (!file) return null;
  const rows = file.sheets[sheet]?.rows ?? 0;
  const tables = file.tables.filter((table) => table.sheet === sheet);
  const onPage = tables.filter(
    (table) => table.top < (page + 1) * pageRows && table.bottom >= page * pageRows,
  );
  const table =
    tables.find((one) => one.id === tableId) ??
    onPage.find((one) => one.kind === 'actions' || one.kind === 'kpis') ??
    onPage[0] ??
    null;
  return (
    <Tabs
      className="desk"
      selectedKey={String(sheet)}
      onSelectionChange={(key) => {
        setSheet(Number(key));
        setPage(0);
        setTableId(null);
      }}
    >
      <SheetTabs file={file} shown={sheet} />
      <TabPanel key={sheet} id={String(sheet)} className="sheet">
        <div className="tline">
          {table ? (
            <TableLine
              table={table}
              tables={tables}
              onChoose={(id) => {
                setTableId(id);
                const chosen = tables.find((one) => one.id === id);
                if (chosen) setPage(Math.floor(chosen.top / pageRows));
              }}
              onKind={(as) => props.onCorrect([{ kind: 'table-kind', file: fileAt, tableId: table.id, as }])}
            />
          ) : (
            <span className="q2">No table was found on this sheet.</span>
          )}
          <PictureKey />
        </div>
        <QueryState query={picture} what="The sheet">
          {(data) => (
            <SheetPictureTable
              picture={data}
              tables={tables}
              table={table}
              spotId={spot?.questionId ?? null}
              onMeaning={(column, field, role, period) =>
                table &&
                props.onCorrect([
                  { kind: 'column', file: fileAt, tableId: table.id, column, field, role, period },
                ])
              }
            />
          )}
        </QueryState>
        {rows > pageRows ? <Pages page={page} rows={rows} onPage={setPage} /> : null}
      </TabPanel>
    </Tabs>
  );
}

function Pages({ page, rows, onPage }: { page: number; rows: number; onPage: (page: number) => void }) {
  return (
    <div className="pages">
      <Button small isDisabled={page === 0} onPress={() => onPage(page - 1)}>
        Rows before
      </Button>
      <span className="q2">
        Rows {formatNumber(page * pageRows + 1)} to {formatNumber(Math.min(rows, (page + 1) * pageRows))} of{' '}
        {formatNumber(rows)}
      </span>
      <Button small isDisabled={(page + 1) * pageRows >= rows} onPress={() => onPage(page + 1)}>
        Rows after
      </Button>
    </div>
  );
}

function PictureKey() {
  return (
    <span className="lg2">
      <span>
        <i className="k tb" />
        Table
      </span>
      <span>
        <i className="k hd2" />
        Header
      </span>
      <span>
        <i className="k brk" />
        One entry over several rows
      </span>
      <span>
        <i className="k tr" />
        To the tray
      </span>
    </span>
  );
}

/** Which table of the sheet the columns below are of, and what it holds. */
function TableLine(props: {
  table: TableView;
  tables: readonly TableView[];
  onChoose: (id: string) => void;
  onKind: (kind: TableView['kind']) => void;
}) {
  const { table, tables } = props;
  const kinds = Object.entries(tableKindWords) as [TableView['kind'], string][];
  return (
    <>
      {tables.length > 1 ? (
        <Select
          label="Table"
          hideLabel
          choices={tables.map((one) => ({
            id: one.id,
            text: `${rangeOf(one.where)}: ${tableKindWords[one.kind]}`,
          }))}
          value={table.id}
          onChange={props.onChoose}
        />
      ) : (
        <span>{rangeOf(table.where)}</span>
      )}
      <span className="q2">holds</span>
      <Select
        label="What the table holds"
        hideLabel
        choices={kinds.map(([id, text]) => ({ id, text }))}
        value={table.kind}
        onChange={props.onKind}
      />
      <span className="q2">
        {count(table.rows, 'row')} read as {count(table.records, 'entry', 'entries')}
      </span>
    </>
  );
}

/** "Plan!B4:G19" without the sheet, which its tab names. */
const rangeOf = (where: string) => where.slice(where.lastIndexOf('!') + 1);

/** "Sheet1!C14" to its sheet and row, counted from 0; a range begins at its first cell. */
export function cellOf(where: string): { sheet: string; row: number } | null {
  const match = /^(.*)!\$?[A-Z]+\$?(\d+)/.exec(where);
  return match ? { sheet: match[1] ?? '', row: Number(match[2]) - 1 } : null;
}
