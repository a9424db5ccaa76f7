import { useCanWrite } from '../../client/view.ts';
import './bodies.css';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ReportingShown } from '#shared/contract/reporting.ts';
import { layOutReporting, lineBox } from '#shared/domain/reporting-layout.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Empty } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body } from '../../components/side-panel.tsx';
import { count } from '../../format/words.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { MeetingsNav } from '../meetings/list/meetings-nav.tsx';
import { LineDialog, type LineDraft } from './line-dialog.tsx';
import { ReportingDiagram } from './reporting-diagram.tsx';
import { ReportingTable } from './reporting-table.tsx';

/** Who reports to whom, by what and how often: drawn, and as a table beneath. */
export function ReportingScreen() {
  const trpc = useTRPC();
  const lines = useQuery(trpc.reporting.list.queryOptions());
  const [draft, setDraft] = useState<LineDraft | null>(null);
  const canWrite = useCanWrite();
  const add = () => setDraft({ line: null, from: '' });
  useFoot(lines.data ? count(lines.data.length, 'line') : null);
  return (
    <>
      <PageHead
        title="Reporting lines"
        facts="Who reports to whom, by what and how often."
        acts={
          <Button look="primary" onPress={add}>
            Add a line
          </Button>
        }
      />
      <Body left={<MeetingsNav />} label="Reporting lines">
        <QueryState query={lines} what="The reporting lines">
          {(all) =>
            all.length === 0 ? (
              <Empty
                title="No reporting line is in the register."
                act={<Button onPress={add}>Add a line</Button>}
              >
                Each line says what report goes from whom to whom and how often: from a project group to its
                board, from a delivery plan to the partnership. They are drawn here, and in reports of the
                plans they speak of.
              </Empty>
            ) : (
              <Drawn
                lines={all}
                onDraft={(next) =>
                  canWrite ? setDraft(next) : say('A snapshot: its reporting lines stand as they were.')
                }
              />
            )
          }
        </QueryState>
      </Body>
      {draft && canWrite ? <LineDialog draft={draft} onClose={() => setDraft(null)} /> : null}
    </>
  );
}

function Drawn(props: { lines: readonly ReportingShown[]; onDraft: (draft: LineDraft) => void }) {
  const { lines } = props;
  const layout = useMemo(() => layOutReporting(lines), [lines]);
  const change = (line: ReportingShown) => props.onDraft({ line, from: '' });
  const open = (boxId: string) => {
    const line = lines.find(({ id }) => lineBox(id) === boxId);
    if (line) change(line);
    else props.onDraft({ line: null, from: layout.boxes.find(({ id }) => id === boxId)?.name ?? '' });
  };
  return (
    <>
      <p className="sm q2 bd-hint">
        Arrow keys go from box to box. Enter changes a report, or adds a line from a board, group or plan.
      </p>
      <div className="bd-scroll">
        <ReportingDiagram layout={layout} onOpen={open} />
      </div>
      <div className="bd-scroll">
        <ReportingTable lines={lines} onChange={change} />
      </div>
    </>
  );
}
