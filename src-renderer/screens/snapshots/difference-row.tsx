import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Difference } from '#shared/contract/reports.ts';
import { isCarriedAsItWas, isGone, isNew, kindWords } from '#shared/domain/difference-words.ts';
import { Icon } from '../../components/icon.tsx';
import { WordChange } from '../../components/word-change.tsx';
import { capital } from '../../format/words.ts';
import { StatusWords } from './key-words.tsx';

/** What a field is called where the kind of change does not say it, and its own name is no heading. */
const fieldNames: Record<string, string> = {
  details: 'Other columns',
  links: 'Linked priorities',
  continues: 'Carries on',
  behind: 'What is behind it',
  doing: 'What we will do',
  by: 'Said by',
  on: 'Said on',
};

/** One change as a row: kind, reference, what was and what is. */
export function DifferenceRow({ one, note }: { one: Difference; note?: ReactNode }) {
  return (
    <tr>
      <td className="kd">{kindWords(one)}</td>
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
        {one.why ? <p className="nt">{one.why}</p> : null}
        {note ? <p className="nt">{note}</p> : null}
      </td>
    </tr>
  );
}

const withFigure = (title: string, figure: string | null) => (figure ? `${title}: ${figure}` : title);

function Told({ one }: { one: Difference }) {
  const field = one.field ? (fieldNames[one.field] ?? capital(one.field)) : undefined;
  if (isNew(one)) {
    return (
      <p className="t">
        <ins>{withFigure(one.title, one.after)}</ins>
      </p>
    );
  }
  if (isGone(one)) {
    return (
      <p className="t">
        <del>{withFigure(one.title, one.before)}</del>
      </p>
    );
  }
  if (isCarriedAsItWas(one)) return <p className="t">{one.title}</p>;
  if (one.kind === 'dropped' || one.kind === 'closed') {
    return (
      <>
        <p className="t">{one.title}</p>
        <p className="nt">{one.after ? `Reason: ${one.after}` : 'No reason was given.'}</p>
      </>
    );
  }
  if (one.kind === 'measure-changed' && one.field === 'what is measured') {
    return (
      <>
        <p className="t">{one.title}</p>
        <p className="nt">
          <b>What is measured has changed:</b> {one.after}
        </p>
      </>
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
  const wholeText =
    one.kind === 're-worded' ||
    one.kind === 'carried-forward' ||
    (one.kind === 'measure-changed' && one.field !== 'unit');
  return (
    <>
      <p className="t">
        {wholeText ? null : `${one.title}: `}
        <WordChange before={one.before} after={one.after} whole={!wholeText && one.kind !== 'changed'} />
      </p>
      {one.kind === 'measure-changed' ? (
        <p className="nt">
          <b>What is measured has changed.</b>
          {one.why ? null : ' Say why in the next report.'}
        </p>
      ) : field && one.kind === 'changed' ? (
        <p className="nt">{field}</p>
      ) : null}
    </>
  );
}
