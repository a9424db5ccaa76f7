import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { CheckName } from '#shared/contract/acceptances.ts';
import type { Accepted, Finding, Mismatch } from '#shared/contract/checks.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { LeadChips } from '../../components/lead-chip.tsx';
import { Status } from '../../components/status.tsx';
import { formatDay } from '../../format/days.ts';
import { AcceptForm, CorrectForm } from './settle-forms.tsx';
import type { CheckActs } from './use-check-acts.ts';

/** A mismatch or a finding in one form. */
export type CheckItem = {
  readonly check: CheckName;
  readonly recordId: string;
  readonly mismatch: Mismatch | null;
  readonly finding: Finding | null;
  readonly accepted: Accepted | null;
};

export const itemOf = (found: Mismatch | Finding): CheckItem =>
  'check' in found
    ? {
        check: found.check,
        recordId: found.actionId ?? found.sectionId ?? found.kpiId ?? '',
        mismatch: null,
        finding: found,
        accepted: found.accepted,
      }
    : { check: 'status', recordId: found.actionId, mismatch: found, finding: null, accepted: found.accepted };

/** One thing found. Enter opens what can be done about it; the row itself says what it is and why. */
export function CheckRow(props: {
  item: CheckItem;
  /** The title of its plan, where several are listed together. */
  plan: string | null;
  isOpen: boolean;
  onToggle: () => void;
  acts: CheckActs;
}) {
  const { item, isOpen } = props;
  const of = item.mismatch ?? item.finding;
  if (!of) return null;
  return (
    <li className={item.accepted ? 'ck-item taken' : 'ck-item'}>
      <button type="button" className="ck-row" data-row="" aria-expanded={isOpen} onClick={props.onToggle}>
        <span className="ref">{of.ref}</span>
        <span className="ck-words">
          <span className="ck-text">{of.text}</span>
          {item.mismatch ? <Sides mismatch={item.mismatch} /> : null}
          <span className="ck-says">
            {of.says}
            {item.finding?.other ? ` “${item.finding.other.text}”` : ''}
          </span>
          {props.plan ? <span className="ck-plan">{props.plan}</span> : null}
          {item.accepted ? (
            <span className="ck-says">
              Accepted {formatDay(item.accepted.on)}
              {item.accepted.by ? ` by ${item.accepted.by}` : ''}: {item.accepted.reason}
            </span>
          ) : null}
        </span>
        {item.mismatch ? <LeadChips leads={item.mismatch.leads} notes={false} /> : null}
      </button>
      {isOpen ? <Settle {...props} /> : null}
    </li>
  );
}

/** What the lead says beside what the register suggests. */
function Sides({ mismatch }: { mismatch: Mismatch }) {
  return (
    <span className="ck-sides">
      <span>
        <span className="vh">Lead says </span>
        <Status status={mismatch.said} />
      </span>
      {mismatch.expected ? (
        <span>
          <span className="q"> register suggests </span>
          <Status status={mismatch.expected} />
        </span>
      ) : null}
    </span>
  );
}

function Settle({ item, acts, onToggle }: Parameters<typeof CheckRow>[0]) {
  const [asking, setAsking] = useState<'accept' | 'correct' | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asking === null) box.current?.querySelector<HTMLElement>('a, button')?.focus();
  }, [asking]);
  const { finding, mismatch } = item;
  if (asking === 'accept') {
    return (
      <AcceptForm
        onAccept={(reason) => acts.accept(item.check, item.recordId, reason)}
        onCancel={() => setAsking(null)}
      />
    );
  }
  if (asking === 'correct' && mismatch) {
    return (
      <CorrectForm
        suggested={mismatch.expected}
        onCorrect={(state, words) => acts.correct(mismatch.actionId, state, words)}
        onCancel={() => setAsking(null)}
      />
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc of the buttons inside closes them
    <div
      className="ck-acts"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onToggle();
      }}
    >
      <Jump item={item} />
      {mismatch && !item.accepted ? (
        <Button small onPress={() => setAsking('correct')}>
          Correct the status
        </Button>
      ) : null}
      {finding?.remedy && !item.accepted ? (
        <Button small onPress={() => finding.remedy && acts.remedy(finding.remedy.kind, item.recordId)}>
          {finding.remedy.words}
        </Button>
      ) : null}
      {item.accepted ? (
        <Button small onPress={() => item.accepted && acts.withdraw(item.accepted.id)}>
          Take the acceptance back
        </Button>
      ) : (
        <Button small onPress={() => setAsking('accept')}>
          Accept with a reason
        </Button>
      )}
    </div>
  );
}

/** To the record itself, and to the other of two that say the same. */
function Jump({ item: { mismatch, finding } }: { item: CheckItem }) {
  const planId = mismatch?.planId ?? finding?.planId;
  const actionId = mismatch?.actionId ?? finding?.actionId;
  if (finding?.kpiId) {
    return (
      <ButtonLink small to="/kpis/$kpiId" params={{ kpiId: finding.kpiId }}>
        Open the KPI
      </ButtonLink>
    );
  }
  if (!planId) return null;
  return (
    <>
      <ButtonLink
        small
        to="/plans/$planId"
        params={{ planId }}
        search={(before) => ({
          // Beside the grid the list stays where it is while the grid goes to the row.
          ...('checks' in before && before.checks ? { checks: before.checks } : {}),
          ...(actionId ? { action: actionId } : { section: finding?.sectionId ?? '' }),
        })}
      >
        {actionId ? 'Open in the plan' : 'Open the section'}
      </ButtonLink>
      {finding?.other ? (
        <Link
          to="/plans/$planId"
          params={{ planId: finding.other.planId }}
          search={{ action: finding.other.actionId }}
          className="hit"
        >
          The other
        </Link>
      ) : null}
    </>
  );
}
