import { type KeyboardEvent, useState } from 'react';
import type { Mismatch } from '#shared/contract/checks.ts';
import { LeadChips } from '../../components/lead-chip.tsx';
import { Status } from '../../components/status.tsx';
import { formatDay } from '../../format/days.ts';
import { type Asking, actsOf, type CheckAct, type CheckItem } from './check-item.ts';
import { Settle } from './settle.tsx';
import type { CheckActs } from './use-check-acts.ts';
import { writeWords } from './write-form.tsx';

/**
 * One thing found. The row says what it is and why; Enter opens what can be done about it, and the letter or figure of
 * an act does it from the row at once.
 */
export function CheckRow(props: {
  item: CheckItem;
  isOpen: boolean;
  onOpen: (open: boolean) => void;
  acts: CheckActs;
}) {
  const { item, isOpen, onOpen, acts } = props;
  const [asking, setAsking] = useState<Asking>(null);
  const of = item.mismatch ?? item.finding;
  if (!of) return null;
  const offered = actsOf(item, item.finding?.write ? writeWords(item.finding.write.into) : null);
  const carryOut = (act: CheckAct) => {
    if ('ask' in act) {
      setAsking(act.ask);
      onOpen(true);
    } else if ('remedy' in act) {
      const remedy = item.finding?.remedies[act.remedy];
      if (remedy) acts.remedy(remedy);
    } else if (act.do === 'two') {
      acts.accept(item, 'These are two different things.', null);
    } else if (item.accepted) acts.withdraw(item.accepted.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (asking !== null && isOpen) return;
    const act = offered.find((one) => one.key === key.toUpperCase());
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    carryOut(act);
  };
  const toggle = () => {
    setAsking(null);
    onOpen(!isOpen);
  };
  return (
    <li className={item.accepted ? 'ck-item taken' : 'ck-item'} onKeyDown={onKeyDown}>
      <button type="button" className="ck-row" data-row="" aria-expanded={isOpen} onClick={toggle}>
        <span className="ref">{of.ref}</span>
        <span className="ck-words">
          <span className="ck-text">{of.text}</span>
          {item.mismatch ? <Sides mismatch={item.mismatch} /> : null}
          <span className="ck-says">
            {of.says}
            {item.finding?.other ? ` “${item.finding.other.text}”` : ''}
          </span>
          {item.accepted ? (
            <span className="ck-says">
              Accepted {formatDay(item.accepted.on)}
              {item.accepted.by ? ` by ${item.accepted.by}` : ''}: {item.accepted.reason}
            </span>
          ) : null}
        </span>
        {item.mismatch ? <LeadChips leads={item.mismatch.leads} notes={false} /> : null}
      </button>
      {isOpen ? (
        <Settle
          item={item}
          offered={offered}
          asking={asking}
          onAsk={setAsking}
          onAct={carryOut}
          onClose={toggle}
          acts={acts}
        />
      ) : null}
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
