import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Difference } from '#shared/contract/reports.ts';
import { Icon } from '../../components/icon.tsx';
import { WordChange } from '../../components/word-change.tsx';
import { isGone, kindNames } from './difference-words.ts';
import { StatusWords } from './key-words.tsx';

/** What a field is called where the kind of change does not say it. */
const fieldNames: Record<string, string> = {
  key: 'Key',
  resources: 'Resources',
  comment: 'Comment',
  details: 'Other columns',
  links: 'Linked priorities',
  review: 'Review',
  source: 'Source',
  tolerance: 'Tolerance',
  figure: 'Figure',
  unit: 'Unit',
  polarity: 'Better when',
  period: 'Period',
};

/** One change as a row: kind, reference, what was and what is. */
export function DifferenceRow({ one, note }: { one: Difference; note?: ReactNode }) {
  return (
    <tr>
      <td className="kd">{kindOf(one)}</td>
      <td className="rf">
        {one.record === 'action' && one.planId && one.kind !== 'removed' ? (
          <Link
            to="/plans/$planId"
            params={{ planId: one.planId }}
            search={{ action: one.id }}
            className="hit"
          >
            {one.ref ?? 'open'}
          </Link>
        ) : (
          one.ref
        )}
      </td>
      <td>
        <Told one={one} />
        {note ? <p className="nt">{note}</p> : null}
      </td>
    </tr>
  );
}

/** A figure that is new or gone is told as its target being set or dropped, not as changed. */
function kindOf(one: Difference): string {
  if (one.kind !== 'target-changed' || one.field !== null) return kindNames[one.kind];
  return isGone(one) ? 'Target dropped' : 'Target set';
}

function Told({ one }: { one: Difference }) {
  const field = one.field ? fieldNames[one.field] : undefined;
  if (one.field === null && !isGone(one)) {
    return (
      <p className="t">
        <ins>{one.title}</ins>
      </p>
    );
  }
  if (one.field === null) {
    return (
      <p className="t">
        <del>{one.title}</del>
      </p>
    );
  }
  if (one.kind === 'status-changed') {
    return (
      <p className="t">
        <span className="fx">
          <StatusWords label={one.before} planId={one.planId} />
          <Icon name="arrow" size={14} />
          <span className="vh">became</span>
          <StatusWords label={one.after} planId={one.planId} />
          <span className="q2">{one.title}</span>
        </span>
      </p>
    );
  }
  if (one.kind === 'moved') return <p className="t">{one.title}: now in another section</p>;
  const wholeText = one.kind === 're-worded' || (one.kind === 'measure-changed' && one.field !== 'unit');
  return (
    <>
      <p className="t">
        {wholeText ? null : `${one.title}: `}
        <WordChange before={one.before} after={one.after} whole={!wholeText && one.kind !== 'changed'} />
      </p>
      {one.kind === 'measure-changed' ? (
        <p className="nt">
          <b>What is measured has changed.</b> Say why in the next report.
        </p>
      ) : field && one.kind === 'changed' ? (
        <p className="nt">{field}</p>
      ) : null}
    </>
  );
}
