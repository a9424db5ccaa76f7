import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Button, ButtonLink } from '../../components/button.tsx';
import type { Asking, CheckAct, CheckItem } from './check-item.ts';
import { AcceptForm, CorrectForm } from './settle-forms.tsx';
import type { CheckActs } from './use-check-acts.ts';
import { WriteForm } from './write-form.tsx';

/** What can be done about a row, or the form of what is being done. */
export function Settle(props: {
  item: CheckItem;
  offered: readonly CheckAct[];
  asking: Asking;
  onAsk: (asking: Asking) => void;
  onAct: (act: CheckAct) => void;
  onClose: () => void;
  acts: CheckActs;
}) {
  const { item, asking, onAsk, acts } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asking === null) box.current?.querySelector<HTMLElement>('a, button')?.focus();
  }, [asking]);
  const { finding, mismatch } = item;
  if (asking === 'accept') {
    return (
      <AcceptForm onAccept={(reason, by) => acts.accept(item, reason, by)} onCancel={() => onAsk(null)} />
    );
  }
  if (asking === 'correct' && mismatch) {
    return (
      <CorrectForm
        suggested={mismatch.expected}
        onCorrect={(state, words, by) => acts.correct(mismatch.actionId, state, words, by)}
        onCancel={() => onAsk(null)}
      />
    );
  }
  if (asking === 'write' && finding?.write) {
    return <WriteForm finding={finding} onDone={() => onAsk(null)} onCancel={() => onAsk(null)} />;
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc of the buttons inside closes them
    <div
      className="ck-acts"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.currentTarget.closest('li')?.querySelector<HTMLElement>('[data-row]')?.focus();
        props.onClose();
      }}
    >
      <Jump item={item} />
      {props.offered.map((act) => (
        <Button key={act.key} small onPress={() => props.onAct(act)} aria-keyshortcuts={act.key}>
          {act.words} <span className="kbd">{act.key}</span>
        </Button>
      ))}
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
  if (finding?.personId) {
    return (
      <ButtonLink small to="/people/$personId" params={{ personId: finding.personId }}>
        Open their page
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
