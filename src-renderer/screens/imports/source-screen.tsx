import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import type { SourcePicture } from '#shared/contract/import-sources.ts';
import { saveFile } from '../../client/save-file.ts';
import { useTRPC, useTRPCClient } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Problem } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Select } from '../../components/select.tsx';
import { formatInstant } from '../../format/days.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { DocumentPicture } from './document-picture.tsx';
import { Pages, pageRows } from './pages.tsx';
import { SheetPictureTable } from './sheet-picture.tsx';

/** Where somebody has leafed to; null at the place itself. */
type Leafed = { sheet: number; page: number } | null;

/** "Show me the cell": a file as it was brought in, with the place that a value came from outlined. */
export function SourceScreen(props: { importId: string; file: string; where: string }) {
  const { importId, file, where } = props;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const [leafed, setLeafed] = useState<Leafed>(null);
  const [saving, setSaving] = useState<unknown>(null);
  const shown = useQuery(
    trpc.importSources.picture.queryOptions(
      {
        importId,
        file,
        where,
        sheet: leafed?.sheet ?? null,
        firstRow: leafed ? leafed.page * pageRows : null,
        rowCount: pageRows,
      },
      { placeholderData: (before) => before },
    ),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place begins there, wherever one had leafed to
  useEffect(() => setLeafed(null), [importId, file, where]);
  useFoot(shown.data ? `${where} of ${file}` : null);
  return (
    <>
      <PageHead
        title={where}
        facts={shown.data ? `${file}, brought in ${formatInstant(shown.data.at)}` : file}
        acts={
          <>
            {leafed && shown.data?.place ? (
              <Button onPress={() => setLeafed(null)}>Back to the cell</Button>
            ) : null}
            <Button
              onPress={async () => {
                try {
                  saveFile(await client.importSources.save.query({ importId, file }));
                  say(`A copy of ${file} was saved.`);
                } catch (error) {
                  setSaving(error);
                }
              }}
            >
              Save a copy of the file
            </Button>
            <Button look="primary" onPress={() => router.history.back()}>
              Back
            </Button>
          </>
        }
      />
      <div className="body imp">
        <div className="work bare lf source" data-region="The file as it was brought in">
          {saving ? <Problem title="No copy was saved." error={saving} /> : null}
          <QueryState query={shown} what="The file">
            {(view) => <SourceView view={view} where={where} onLeaf={setLeafed} />}
          </QueryState>
        </div>
      </div>
    </>
  );
}

function SourceView(props: { view: SourcePicture; where: string; onLeaf: (to: Leafed) => void }) {
  const { view, where, onLeaf } = props;
  const { picture, place, sheet } = view;
  const mark = useMemo(() => (place?.sheet === sheet ? place : null), [place, sheet]);
  const rows = view.sheets[sheet]?.rows ?? 0;
  const looked = {
    picture,
    tables: view.tables,
    mark,
    choosing: null,
    onKey: () => false,
    onMeaning: null,
  };
  return (
    <>
      <div className="tline">
        {view.sheets.length > 1 ? (
          <Select
            label="Sheet"
            hideLabel
            choices={view.sheets.map((one, at) => ({ id: String(at), text: one.name }))}
            value={String(sheet)}
            onChange={(at) => onLeaf({ sheet: Number(at), page: 0 })}
          />
        ) : null}
        {place ? null : (
          <span>
            The file has no place named “{where}”: it may have been read under another name. It is shown from
            its beginning.
          </span>
        )}
      </div>
      {picture.document ? (
        <DocumentPicture {...looked} />
      ) : (
        <SheetPictureTable {...looked} table={null} onArea={() => undefined} />
      )}
      {rows > pageRows ? (
        <Pages
          page={Math.floor(picture.firstRow / pageRows)}
          rows={rows}
          onPage={(page) => onLeaf({ sheet, page })}
        />
      ) : null}
    </>
  );
}
