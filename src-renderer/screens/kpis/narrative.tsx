import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { KpiView } from '#shared/contract/kpis.ts';
import { periodKey } from '#shared/domain/kpi-standing.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { formatDay } from '../../format/days.ts';
import { useToday } from '../../shell/register-state.ts';

/** What is behind the latest figure, and what will be done: the words that reports print beside the chart. */
export function Narrative({ view, period }: { view: KpiView; period: string | null }) {
  const [editing, setEditing] = useState(false);
  const narrative =
    view.narratives.find((one) => one.period.label === period) ??
    (period === null
      ? undefined
      : view.narratives.find((one) => periodKey(one.period) === period.toLowerCase()));
  const older = narrative ? undefined : view.narratives.at(-1);
  const shown = narrative ?? older;
  if (period === null) return null;
  return (
    <div className="nar">
      {shown ? (
        <>
          <section>
            <h2>What is behind it</h2>
            <p>{shown.behind || <span className="q2">Nothing written.</span>}</p>
          </section>
          <section>
            <h2>What we will do</h2>
            <p>{shown.doing || <span className="q2">Nothing written.</span>}</p>
          </section>
          <p className="by sm q2">
            {older ? <span>For {older.period.label}</span> : null}
            {shown.by ? <span>{shown.by},</span> : null}
            {shown.on ? <span>{formatDay(shown.on)}</span> : null}
            <LinkButton onPress={() => setEditing(true)}>{older ? `Write ${period}` : 'Edit'}</LinkButton>
          </p>
        </>
      ) : (
        <section className="wide">
          <h2>What is behind it, and what we will do</h2>
          <p className="q2">
            Nothing written for {period}. Reports print these words beside the chart.{' '}
            <LinkButton onPress={() => setEditing(true)}>Write them</LinkButton>
          </p>
        </section>
      )}
      {editing ? (
        <NarrativeDialog view={view} period={period} before={narrative} onClose={() => setEditing(false)} />
      ) : null}
    </div>
  );
}

function NarrativeDialog(props: {
  view: KpiView;
  period: string;
  before: KpiView['narratives'][number] | undefined;
  onClose: () => void;
}) {
  const { view, period, before, onClose } = props;
  const trpc = useTRPC();
  const today = useToday();
  const [behind, setBehind] = useState(before?.behind ?? '');
  const [doing, setDoing] = useState(before?.doing ?? '');
  const [by, setBy] = useState(before?.by ?? '');
  const save = useMutation(trpc.kpis.setNarrative.mutationOptions({ onSuccess: onClose }));
  return (
    <Dialog
      title={`In words, ${period}`}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            onPress={() =>
              save.mutate({
                kpiId: view.kpi.id,
                period,
                behind: behind.trim(),
                doing: doing.trim(),
                by: by.trim() === '' ? null : by.trim(),
                on: today,
              })
            }
          >
            Save the words
          </Button>
        </>
      }
    >
      <div className="section-form">
        <Field label="What is behind it" value={behind} onChange={setBehind} lines={4} autoFocus />
        <Field label="What we will do" value={doing} onChange={setDoing} lines={4} />
        <Field label="Said by" value={by} onChange={setBy} />
        {save.error ? (
          <Problem title="The words were not saved.">{wireErrorOf(save.error).message}</Problem>
        ) : null}
      </div>
    </Dialog>
  );
}
