import { useState } from 'react';
import type { Correction, PlannedChange } from '#shared/contract/imports.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Select } from '../../components/select.tsx';
import { capital } from '../../format/words.ts';
import { recordWords } from './field-words.ts';

type As = Extract<Correction, { kind: 'gone' }>['as'];
const choices: { id: As; text: string }[] = [
  { id: 'leave', text: 'Leave as it is' },
  { id: 'close', text: 'Mark as closed' },
];

/** What the plan has and the file no longer holds: never deleted; left, or closed with a reason, one by one or all. */
export function GoneList(props: {
  gone: readonly PlannedChange[];
  onDecide: (id: string | null, as: As, reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  const closable = props.gone.filter((change) => change.decision !== undefined);
  return (
    <>
      <p className="sm q2">
        The register’s plan has these, and the file does not. Nothing is deleted: they stay as they are, or an
        action is closed by an update of today with your reason.
      </p>
      {closable.length > 0 ? (
        <div className="gone-all">
          <Field label="Reason to close" value={reason} onChange={setReason} />
          <Button small onPress={() => props.onDecide(null, 'close', reason)}>
            Close all {closable.length}
          </Button>
          <Button small onPress={() => props.onDecide(null, 'leave', '')}>
            Leave all
          </Button>
        </div>
      ) : null}
      <ul className="changes">
        {props.gone.map((change) => (
          <li key={change.id}>
            <p className="ttl">
              <span className="rf">{change.ref ?? capital(recordWords[change.record]?.[0] ?? '')}</span>
              <b>{change.title}</b>
            </p>
            {change.decision ? (
              <div className="gone-one">
                <Select
                  label={`What becomes of ${change.ref ?? change.title}`}
                  hideLabel
                  choices={choices}
                  value={change.decision.as}
                  onChange={(as) => props.onDecide(change.id, as, as === 'close' ? reason : '')}
                />
                {change.decision.as === 'close' ? (
                  <span className="q2">{change.decision.reason || 'Not in the file.'}</span>
                ) : null}
              </div>
            ) : (
              <p className="sm q2">Stays as it is.</p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
