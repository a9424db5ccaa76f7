import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DropZone, FileTrigger, Text } from 'react-aria-components';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body } from '../../components/side-panel.tsx';
import { formatInstant } from '../../format/days.ts';
import { count, listWords, matches } from '../../format/words.ts';
import { ReconciliationWords } from './reconciliation.tsx';

const formats = ['.xlsx', '.csv', '.tsv', '.txt', '.json'];

/** Drop or choose files; what was brought in before stands beneath. */
export function BeginImport({ onFiles }: { onFiles: (files: readonly File[]) => Promise<void> }) {
  return (
    <>
      <PageHead
        title="Import"
        facts="A workbook, a table as text, or a register as JSON becomes plans, KPIs and people here."
      />
      <Body label="Import">
        <DropZone
          className="dropzone"
          aria-label="Drop files here"
          getDropOperation={() => 'copy'}
          onDrop={async (event) => {
            const files = await Promise.all(
              event.items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : [])),
            );
            await onFiles(files);
          }}
        >
          <Text slot="label">Drop a workbook here, or</Text>
          <FileTrigger
            acceptedFileTypes={formats}
            allowsMultiple
            onSelect={(files) => void onFiles([...(files ?? [])])}
          >
            <Button look="primary">Choose files</Button>
          </FileTrigger>
          <p className="q2">
            Excel workbooks (.xlsx), text tables (.csv, .tsv) and registers (.json). The files are only read.
            You see every change before it is made, every value keeps the cell it came from, and one step
            undoes it all.
          </p>
        </DropZone>
        <PastImports />
      </Body>
    </>
  );
}

function PastImports() {
  const trpc = useTRPC();
  const imports = useQuery(trpc.imports.list.queryOptions());
  const [looked, setLooked] = useState('');
  return (
    <QueryState query={imports} what="What was brought in before">
      {(all) => {
        if (all.length === 0) return null;
        const found = all.filter((one) => matches(looked, ...one.files.map((file) => file.name)));
        return (
          <section className="past">
            <div className="past-head">
              <h2>Brought in before</h2>
              {all.length > 5 ? (
                <FilterBox label="Filter the imports" value={looked} onChange={setLooked} />
              ) : null}
            </div>
            <table className="rows">
              <thead>
                <tr>
                  <th scope="col">Files</th>
                  <th scope="col">On</th>
                  <th scope="col">Cells</th>
                  <th scope="col">Tray</th>
                </tr>
              </thead>
              <tbody>
                {found.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">
                      <i>{listWords(one.files.map((file) => file.name))}</i>
                    </th>
                    <td className="nw">{formatInstant(one.at)}</td>
                    <td>
                      {one.files.map((file) => (
                        <ReconciliationWords key={file.name} of={file.reconciliation} />
                      ))}
                    </td>
                    <td className="nw">
                      {one.openTray > 0 ? (
                        <Link to="/import" search={{ tray: one.id }} className="hit">
                          {count(one.openTray, 'piece')} to settle
                        </Link>
                      ) : (
                        <span className="q2">empty</span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        );
      }}
    </QueryState>
  );
}
