import { useState } from 'react';
import type { Correction, ImportPreview } from '#shared/contract/imports.ts';
import { Button } from '../../components/button.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { formatInstant } from '../../format/days.ts';
import { count, listWords } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { Changes } from './changes.tsx';
import { recordWords } from './field-words.ts';
import { FileTabs } from './file-tabs.tsx';
import { Legend } from './legend.tsx';
import { Questions } from './questions.tsx';
import { ReconciliationBar, ReconciliationWords, sumOf } from './reconciliation.tsx';
import { SheetDesk, type Spot } from './sheet-desk.tsx';
import { Steps } from './steps.tsx';
import { useTakeBackKey } from './use-take-back.ts';

/** The file as read, what it asks, and what it would change: nothing is written until "Bring in". */
export function Review(props: {
  preview: ImportPreview;
  onCorrect: (corrections: Correction[]) => void;
  isCorrecting: boolean;
  problem: unknown;
  onTakeBack: () => void;
  onApply: () => void;
  isApplying: boolean;
  onGiveUp: () => void;
  onLater: () => void;
}) {
  const { preview, onCorrect } = props;
  const [fileAt, setFileAt] = useState(0);
  const [spot, setSpot] = useState<Spot | null>(null);
  const [isChanging, setChanging] = useState(false);
  useTakeBackKey(preview.corrected, props.onTakeBack);
  const file = preview.files[fileAt] ?? preview.files[0];
  useFoot('Nothing has been written yet');
  if (!file) return null;
  const total = sumOf(preview.files.map((one) => one.reconciliation));
  const withTables = file.sheets.filter((_, at) =>
    file.tables.some((table) => table.sheet === at && table.kind !== 'furniture'),
  ).length;
  return (
    <>
      <PageHead
        title={listWords(preview.files.map((one) => one.name))}
        acts={
          <>
            <span className="q2 sm">
              {file.sheets.length > 1
                ? `${withTables} of ${count(file.sheets.length, 'sheet')} ${withTables === 1 ? 'holds' : 'hold'} tables`
                : null}
            </span>
            {preview.corrected > 0 ? (
              <Button onPress={props.onTakeBack} aria-keyshortcuts="Control+Z">
                Take the last change back
              </Button>
            ) : null}
            <Button onPress={() => setChanging(!isChanging)}>
              {isChanging ? 'Leave what was recognised' : 'Change what was recognised'}
            </Button>
          </>
        }
      >
        <Steps at={3} />
      </PageHead>
      <div className="body imp">
        <div className="work bare lf" data-region="The file as read">
          {preview.files.length > 1 ? (
            <FileTabs
              files={preview.files}
              shown={fileAt}
              onShow={(at) => {
                setFileAt(at);
                setSpot(null);
              }}
            />
          ) : null}
          {file.seenBefore ? (
            <p className="seen">
              This very file was brought in on {formatInstant(file.seenBefore)}. Bringing it in again changes
              only what differs from the register now.
            </p>
          ) : null}
          <SheetDesk
            key={`${preview.sessionId} ${fileAt}`}
            preview={preview}
            fileAt={fileAt}
            spot={spot}
            isChanging={isChanging}
            isEnding={props.isApplying}
            onCorrect={onCorrect}
          />
          <div className="under">
            <Legend legend={file.legend} fileAt={fileAt} onCorrect={onCorrect} />
            {file.remarks.length > 0 ? (
              <section className="leg" aria-label="Met while reading">
                <h2>Met while reading</h2>
                <ul className="remarks">
                  {file.remarks.map((remark) => (
                    <li key={remark}>{remark}</li>
                  ))}
                </ul>
              </section>
            ) : null}
          </div>
        </div>
        <SidePanel side="right" title="Questions and changes" width={432}>
          <div className="side-pad">
            {props.isCorrecting ? <Working what={`Reading ${file.name} again`} canGoOn /> : null}
            {props.problem ? <Problem title="That was not done." error={props.problem} /> : null}
            <Questions
              questions={file.questions}
              spots={file.spots}
              fileAt={fileAt}
              onCorrect={onCorrect}
              onShow={setSpot}
              isCorrecting={props.isCorrecting}
            />
            <Changes preview={preview} fileAt={fileAt} onCorrect={onCorrect} />
          </div>
        </SidePanel>
      </div>
      <div className="rec" data-region="Bring in">
        <ReconciliationBar of={total} />
        <ReconciliationWords of={total} />
        <span className="r">
          <span className="sm q2">One step undoes all of it</span>
          <Button onPress={props.onGiveUp}>Leave it out</Button>
          <Button onPress={props.onLater}>Save and finish later</Button>
          <Button look="primary" onPress={props.onApply} isPending={props.isApplying}>
            {bringIn(preview)}
          </Button>
        </span>
      </div>
    </>
  );
}

/** "Bring in 39 actions", naming what the file mostly holds. */
function bringIn(preview: ImportPreview): string {
  for (const record of ['actions', 'kpis', 'resolutions', 'duties', 'glossary']) {
    const n = (preview.added[record] ?? 0) + (preview.updated[record] ?? 0);
    const words = recordWords[record];
    if (n > 0 && words) return `Bring in ${count(n, words[0], words[1])}`;
  }
  return 'Bring in';
}
