import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { TabPanel, Tabs } from 'react-aria-components';
import type { ImportPreview, SheetPicture } from '#shared/contract/imports.ts';
import { useTRPC } from '../../client/trpc.ts';
import { QueryState } from '../../components/query-state.tsx';
import { ChangeBar, correctionsOfKey } from './change-bar.tsx';
import { useChoosing } from './choosing.ts';
import { paragraphMark } from './document-layout.ts';
import { DocumentPicture } from './document-picture.tsx';
import type { OnMeaning } from './meaning-row.tsx';
import { Pages, pageRows } from './pages.tsx';
import { SheetPictureTable } from './sheet-picture.tsx';
import { SheetTabs } from './sheet-tabs.tsx';
import { PictureKey, TableLine } from './table-line.tsx';
import type { Correct } from './use-import.ts';

/** A place in the file to bring into view. */
export type Spot = { readonly sheet: number; readonly row: number; readonly column: number };

/** The sheets of one file as read: each with its tables marked, what each column means, and what becomes of a cell. */
export function SheetDesk(props: {
  preview: ImportPreview;
  fileAt: number;
  spot: Spot | null;
  /** Tables, headers and rows can be changed. */
  isChanging: boolean;
  /** The file is being brought in: its session ends with that, so nothing more is asked of it. */
  isEnding: boolean;
  onCorrect: Correct;
}) {
  const { preview, fileAt, spot, onCorrect } = props;
  const file = preview.files[fileAt];
  const firstSheet = Math.max(
    0,
    file?.tables.find((table) => table.kind === 'actions' || table.kind === 'kpis')?.sheet ?? 0,
  );
  const [sheet, setSheet] = useState(firstSheet);
  const [page, setPage] = useState(0);
  const [tableId, setTableId] = useState<string | null>(null);
  const choosing = useChoosing();
  const { clear } = choosing;
  useEffect(() => {
    if (!spot) return;
    setSheet(spot.sheet);
    setPage(Math.floor(spot.row / pageRows));
  }, [spot]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen is of the page it was chosen on
  useEffect(clear, [clear, sheet, page, props.isChanging]);
  const mark = useMemo(
    () => spot && { top: spot.row, bottom: spot.row, left: spot.column, right: spot.column },
    [spot],
  );
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
  const { chosen } = choosing;
  const onPage = tables.filter(
    (table) => table.top < (page + 1) * pageRows && table.bottom >= page * pageRows,
  );
  const ofChosen = chosen
    ? (tables.find(
        (one) =>
          chosen.top >= one.top &&
          chosen.top <= one.bottom &&
          (chosen.wholeRows || (chosen.left <= one.right && chosen.right >= one.left)),
      ) ?? null)
    : null;
  const table =
    ofChosen ??
    tables.find((one) => one.id === tableId) ??
    onPage.find((one) => one.kind === 'actions' || one.kind === 'kpis') ??
    onPage[0] ??
    null;
  const onMeaning: OnMeaning = (id, column, field, role, period) =>
    onCorrect([{ kind: 'column', file: fileAt, tableId: id, column, field, role, period }]);
  const about = { chosen, table: ofChosen, sheet, fileAt };
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
                clear();
                setTableId(id);
                const next = tables.find((one) => one.id === id);
                if (next) setPage(Math.floor(next.top / pageRows));
              }}
              onForget={() => onCorrect([{ kind: 'forget', file: fileAt, tableId: table.id }])}
              onKind={(as) => onCorrect([{ kind: 'table-kind', file: fileAt, tableId: table.id, as }])}
            />
          ) : (
            <span className="q2">No table was found {wordsFor(picture.data)}.</span>
          )}
          <PictureKey />
        </div>
        {props.isChanging ? (
          <ChangeBar
            {...about}
            isDocument={isDocument(picture.data)}
            rowName={(row) => rowName(picture.data, row)}
            onCorrect={onCorrect}
          />
        ) : null}
        <QueryState query={picture} what="The sheet">
          {(data) => {
            const shared = {
              picture: data,
              tables,
              mark,
              choosing: props.isChanging ? choosing : null,
              onKey: (key: string) => {
                const meant = correctionsOfKey(about, key, isDocument(data));
                if (meant.length > 0) onCorrect(meant);
                return meant.length > 0;
              },
              onMeaning,
            };
            if (data.document) return <DocumentPicture {...shared} />;
            return (
              <SheetPictureTable
                {...shared}
                table={table}
                onArea={(area) =>
                  table && onCorrect([{ kind: 'table-area', file: fileAt, tableId: table.id, ...area }])
                }
              />
            );
          }}
        </QueryState>
        {rows > pageRows ? <Pages page={page} rows={rows} onPage={setPage} /> : null}
      </TabPanel>
    </Tabs>
  );
}

const isDocument = (picture: SheetPicture | undefined) => picture?.document !== null && picture !== undefined;
const wordsFor = (picture: SheetPicture | undefined) =>
  isDocument(picture) ? 'in this document' : 'on this sheet';

/** "row 7", "paragraph 17", "table 3 row 5". */
function rowName(picture: SheetPicture | undefined, row: number): string {
  const line = picture?.document?.rows[row - picture.firstRow];
  if (!line) return `row ${row + 1}`;
  if (line.kind === 'table') return `table ${line.table} row ${line.row}`;
  return paragraphMark(line).full.toLowerCase();
}
