import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReportLayout } from '#shared/contract/report-records.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body } from '../../components/side-panel.tsx';
import { LayoutForm } from './layout-form.tsx';
import { OwnWordsForm } from './own-words.tsx';
import { PaperPreview } from './paper-preview.tsx';
import { type PreviewWish, reportTexts } from './report-choices.ts';

/** Words and layout at the left, and beside them the report as it would be. */
export function ArrangeView(props: {
  wish: PreviewWish;
  /** Of which snapshot, in words. */
  of: string;
  layout: ReportLayout;
  onLayout: (layout: ReportLayout) => void;
  onBack: () => void;
}) {
  const trpc = useTRPC();
  const { report, snapshotId, planId, sectionId, leadId } = props.wish;
  const preview = useQuery({
    ...trpc.reports.preview.queryOptions({ ...props.wish, layout: props.layout }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead
        title={`Words and layout: ${reportTexts[report].name}`}
        facts={props.of}
        acts={
          <Button look="primary" onPress={props.onBack}>
            Back to the report
          </Button>
        }
      />
      <Body label="Words and layout" bare>
        <QueryState query={preview} what="The preview">
          {(shown) => (
            <div className="arrange">
              <div className="arrange-form foci">
                <OwnWordsForm preview={shown} wish={{ report, snapshotId, planId, sectionId, leadId }} />
                <LayoutForm preview={shown} layout={props.layout} onChange={props.onLayout} />
              </div>
              <div className="arrange-paper">
                {shown.cut ? <p className="sm q2">The beginning of it: the whole is longer.</p> : null}
                <PaperPreview html={shown.html} css={shown.css} title="Preview of the report" />
              </div>
            </div>
          )}
        </QueryState>
      </Body>
    </>
  );
}
