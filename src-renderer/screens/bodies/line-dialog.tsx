import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ReportingShown } from '#shared/contract/reporting.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { say } from '../../shell/foot.tsx';
import { EndField, type Ends, endOf } from './end-field.tsx';

/** What is put into the form before anything is typed. */
export type LineDraft = { line: ReportingShown | null; from: string };

/** Adds a reporting line, or changes one that is there. */
export function LineDialog(props: { draft: LineDraft; onClose: () => void }) {
  const trpc = useTRPC();
  const ends = useQuery(trpc.reporting.ends.queryOptions());
  return (
    <Dialog
      title={props.draft.line ? 'Reporting line' : 'Add a reporting line'}
      isOpen
      onClose={props.onClose}
    >
      <QueryState query={ends} what="Boards, groups and plans">
        {(all) => <LineForm {...props} ends={all} />}
      </QueryState>
    </Dialog>
  );
}

function LineForm({ draft, ends, onClose }: { draft: LineDraft; ends: Ends; onClose: () => void }) {
  const trpc = useTRPC();
  const { line } = draft;
  const [level, setLevel] = useState(line?.level == null ? '' : String(line.level));
  const [from, setFrom] = useState(line?.from?.title ?? draft.from);
  const [report, setReport] = useState(line?.report ?? '');
  const [every, setEvery] = useState(line?.every ?? '');
  const [to, setTo] = useState(line?.to?.title ?? '');
  const [tried, setTried] = useState(false);
  const done = (words: string) => () => {
    say(words);
    onClose();
  };
  const add = useMutation(trpc.reporting.add.mutationOptions({ onSuccess: done('Reporting line added.') }));
  const change = useMutation(
    trpc.reporting.change.mutationOptions({ onSuccess: done('Reporting line saved.') }),
  );
  const remove = useMutation(
    trpc.reporting.remove.mutationOptions({
      onSuccess: done('Reporting line deleted. Undo brings it back.'),
    }),
  );
  const isLevel = level.trim() === '' || /^[1-9]\d?$/.test(level.trim());
  const says = report.trim() !== '' || (from.trim() !== '' && to.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isLevel || !says) return;
    const fields = {
      level: level.trim() === '' ? null : Number(level),
      from: endOf(from, ends),
      report,
      every: every.trim() || null,
      to: endOf(to, ends),
    };
    if (line) change.mutate({ lineId: line.id, ...fields });
    else add.mutate(fields);
  };
  const failed = add.error ?? change.error ?? remove.error;
  return (
    <form className="form" onSubmit={submit}>
      <EndField
        label="Who reports"
        help="A board, group or plan of the register, or words."
        ends={ends}
        value={from}
        onChange={setFrom}
      />
      <Field
        label="What report"
        value={report}
        onChange={setReport}
        wrong={tried && !says ? 'Say what report it is, or both who reports and to whom.' : null}
        help="For example “Exception report, highlights and risks only”."
      />
      <Field label="How often" value={every} onChange={setEvery} help="In words: “each quarter”, “yearly”." />
      <EndField
        label="To whom"
        help="A board, group or plan of the register, or words."
        ends={ends}
        value={to}
        onChange={setTo}
      />
      <Field
        label="Level"
        value={level}
        onChange={setLevel}
        wrong={tried && !isLevel ? 'A level is a number from 1 to 99, 1 the highest.' : null}
        help="Where levels are numbered: 1 is drawn at the top. Leave it empty where they are not."
      />
      {failed ? <Problem title="The reporting line was not saved." error={failed} /> : null}
      <div className="acts">
        {line ? (
          <Button look="quiet" onPress={() => remove.mutate({ lineId: line.id })}>
            Delete the line
          </Button>
        ) : null}
        <Button onPress={onClose}>Cancel</Button>
        <Button look="primary" type="submit" isPending={add.isPending || change.isPending}>
          {line ? 'Save the line' : 'Add the line'}
        </Button>
      </div>
    </form>
  );
}
