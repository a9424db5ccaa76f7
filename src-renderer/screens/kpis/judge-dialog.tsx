import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { KpiPeriod } from '#shared/contract/kpis.ts';
import { lookOf, type State } from '#shared/domain/states.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { Select } from '../../components/select.tsx';
import { Status } from '../../components/status.tsx';
import { formatDay } from '../../format/days.ts';
import { useToday } from '../../shell/register-state.ts';
import { dayOf, wrongDay } from '../plans/update-fields.tsx';

const states: readonly State[] = ['on-track', 'at-risk', 'off-track', 'not-started', 'complete', 'closed'];

/** A status by judgement, with its reason, beside what the rules say; or the period given back to the rules. */
export function JudgeDialog(props: { kpiId: string; period: KpiPeriod; onClose: () => void }) {
  const { period, onClose } = props;
  const trpc = useTRPC();
  const today = useToday();
  const held = period.judgement?.state ?? null;
  const [state, setState] = useState<State | 'rules'>(held ?? period.state ?? 'at-risk');
  const [reason, setReason] = useState('');
  const [by, setBy] = useState('');
  const [on, setOn] = useState('');
  const [tried, setTried] = useState(false);
  const judge = useMutation(trpc.kpis.judge.mutationOptions({ onSuccess: onClose }));
  const wrongReason = reason.trim() === '' ? 'A status by judgement needs its reason: it is printed.' : null;
  const wrongOn = wrongDay(on, today);
  const save = () => {
    setTried(true);
    if (wrongReason || wrongOn) return;
    judge.mutate({
      kpiId: props.kpiId,
      period: period.period.label,
      state: state === 'rules' ? null : state,
      reason: reason.trim(),
      by: by.trim() || null,
      on: dayOf(on),
    });
  };
  return (
    <Dialog
      title={`Status by judgement, ${period.period.label}`}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isPending={judge.isPending} onPress={save}>
            Save the status
          </Button>
        </>
      }
    >
      <div className="kpi-form">
        <p>
          The rules say{' '}
          {period.ruleState ? (
            <Status status={period.ruleState} />
          ) : (
            <span className="q2">nothing: {period.why ?? 'there is no basis.'}</span>
          )}
        </p>
        <Select
          label="Status"
          value={state}
          choices={[
            ...states.map((id) => ({ id, text: lookOf(id).label, look: <Status status={id} /> })),
            ...(held === null ? [] : [{ id: 'rules' as const, text: 'As the rules say again' }]),
          ]}
          onChange={setState}
        />
        <Field
          label="Reason"
          value={reason}
          onChange={setReason}
          lines={3}
          wrong={tried ? wrongReason : null}
          autoFocus
        />
        <Field label="Said by" value={by} onChange={setBy} />
        <Field
          label="On"
          value={on}
          onChange={setOn}
          wrong={wrongOn}
          help={`Today, ${formatDay(today)}, where nothing is written`}
        />
        {judge.error ? (
          <Problem title="The status was not saved.">{wireErrorOf(judge.error).message}</Problem>
        ) : null}
      </div>
    </Dialog>
  );
}
