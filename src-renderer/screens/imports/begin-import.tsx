import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DropZone, FileTrigger, Text } from 'react-aria-components';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body } from '../../components/side-panel.tsx';
import { formatInstant } from '../../format/days.ts';
import { count, listWords, matches } from '../../format/words.ts';
import { pastedFiles, usePaste } from './pasted-table.ts';
import { readableFiles } from './readable-files.ts';
import { ReconciliationWords } from './reconciliation.tsx';
import { UnderWay } from './under-way.tsx';

/** Drop, choose or paste; what was brought in before stands beneath. */
export function BeginImport({ onFiles }: { onFiles: (files: readonly File[]) => Promise<void> }) {
  usePaste(onFiles);
  return (
    <>
      <PageHead
        title="Import"
        facts="A workbook, a Word plan or minutes, a pasted table, or a register as JSON becomes plans, KPIs, meetings and people here."
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
          <Text slot="label">Drop a workbook, a Word plan or minutes here, or</Text>
          <FileTrigger
            acceptedFileTypes={readableFiles}
            allowsMultiple
            onSelect={(files) => void onFiles([...(files ?? [])])}
          >
            <Button look="primary">Choose files</Button>
          </FileTrigger>
          <p className="q2">
            Excel workbooks (.xlsx, .xls), OpenDocument (.ods), Word documents (.docx), text tables (.csv,
            .tsv, .txt), web pages (.html) and registers (.json). The files are only read. You see every
            change before it is made, every value keeps the cell it came from, and one step undoes it all.
          </p>
        </DropZone>
        <PasteField onFiles={onFiles} />
        <UnderWay />
        <PastImports />
      </Body>
    </>
  );
}

/** The place to paste for who looks for one; words that are typed are read as a table too. */
function PasteField({ onFiles }: { onFiles: (files: readonly File[]) => Promise<void> }) {
  const [typed, setTyped] = useState('');
  const files = pastedFiles({ html: '', text: typed, files: [] });
  return (
    <div className="paste" data-takes-tables>
      <Field
        label="Paste a table"
        help="Copy it in Word, Excel, Outlook or on a web page, and press Ctrl+V anywhere on this screen, or paste it here."
        lines={2}
        value={typed}
        onChange={setTyped}
      />
      {files.length > 0 ? <Button onPress={() => void onFiles(files)}>Read the typed table</Button> : null}
    </div>
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
