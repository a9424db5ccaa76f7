import './imports.css';
import './sheet.css';
import './document.css';
import './review.css';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from '../../components/button.tsx';
import { Problem } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Body } from '../../components/side-panel.tsx';
import { listWords } from '../../format/words.ts';
import { BeginImport } from './begin-import.tsx';
import { ImportDone } from './import-done.tsx';
import { useSetImportStage } from './import-store.ts';
import { ReadingFiles } from './reading-files.tsx';
import { Review } from './review.tsx';
import { SourceScreen } from './source-screen.tsx';
import { TrayScreen } from './tray-screen.tsx';
import { useHandedFilesRead, useImport } from './use-import.ts';

const route = getRouteApi('/import');

/** Bringing files in: choose, see them as read, settle questions, look at every change, bring in. */
export function ImportScreen() {
  const { tray, source, file, where } = route.useSearch();
  const acts = useImport();
  const setImportStage = useSetImportStage();
  const { stage } = acts;
  useHandedFilesRead(acts.read);
  if (source !== undefined && file !== undefined)
    return <SourceScreen importId={source} file={file} where={where ?? ''} />;
  if (tray !== undefined) return <TrayScreen importId={tray === 'all' ? null : tray} />;
  switch (stage.stage) {
    case 'begin':
      return <BeginImport onFiles={acts.read} />;
    case 'reading':
      return (
        <ReadingFiles jobId={stage.jobId} names={stage.names} onStop={() => void acts.stop(stage.jobId)} />
      );
    case 'refused':
      return (
        <>
          <PageHead title="Import" facts={listWords(stage.names)} />
          <Body label="Import">
            <Problem
              title={`${listWords(stage.names)} ${stage.names.length === 1 ? 'was' : 'were'} not read.`}
              error={stage.error}
              acts={<Button onPress={() => setImportStage({ stage: 'begin' })}>Choose another file</Button>}
            />
          </Body>
        </>
      );
    case 'review':
      return (
        <Review
          key={stage.preview.sessionId}
          preview={stage.preview}
          onCorrect={(corrections) =>
            acts.correct.mutate({ sessionId: stage.preview.sessionId, corrections })
          }
          onTakeBack={() => acts.takeBack.mutate({ sessionId: stage.preview.sessionId })}
          isCorrecting={acts.correct.isPending || acts.takeBack.isPending}
          problem={acts.correct.error ?? acts.takeBack.error ?? acts.apply.error}
          onApply={() =>
            acts.apply.mutate({ sessionId: stage.preview.sessionId, jobId: crypto.randomUUID() })
          }
          isApplying={acts.apply.isPending}
          onGiveUp={() => void acts.giveUp(stage.preview.sessionId)}
          onLater={() => void acts.later(stage.preview.sessionId)}
        />
      );
    case 'done':
      return <ImportDone result={stage.result} />;
  }
}
