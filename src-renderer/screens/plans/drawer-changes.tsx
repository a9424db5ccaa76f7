import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ActionView, ChangeEntry } from '#shared/contract/plans.ts';
import { LinkButton } from '../../components/button.tsx';
import { formatInstant } from '../../format/days.ts';
import { count } from '../../format/words.ts';

const fieldWords: Readonly<Record<string, string>> = {
  ref: 'Reference',
  text: 'Action',
  leads: 'Leads',
  timescale: 'Timescale',
  status: 'Status',
  lastUpdate: 'Update',
  measures: 'Measures',
  links: 'Links',
  resources: 'Resources',
  comment: 'Comment',
  reviewOn: 'Review on',
};
const actsFirst = 3;

/** What was changed on this action, act by act, newest first, with the words before and after. */
export function Changes({ changes, actionId }: Pick<ActionView, 'changes'> & { actionId: string }) {
  const [all, setAll] = useState(false);
  if (changes.length === 0) return null;
  const acts = [...Map.groupBy(changes, (change) => change.changeSetId).values()];
  const shown = all ? acts : acts.slice(0, actsFirst);
  return (
    <section>
      <h3>Changes</h3>
      <ol className="dr-changes">
        {shown.map((act) => (
          <Act key={act[0]?.changeSetId} act={act} />
        ))}
      </ol>
      {acts.length > shown.length ? (
        <LinkButton onPress={() => setAll(true)}>Show all {count(acts.length, 'change')}</LinkButton>
      ) : null}
      <p className="rd">
        <Link to="/history" search={{ record: actionId }} className="hit">
          History of this action
        </Link>
      </p>
    </section>
  );
}

function Act({ act }: { act: readonly ChangeEntry[] }) {
  const [first] = act;
  if (!first) return null;
  // The act that made the action says so in one line: its words stand above, field by field.
  const made = act.some((change) => change.field === 'text' && change.before === null);
  return (
    <li>
      {made
        ? null
        : act.map((change, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one act may change two measures
            <p key={place}>
              {fieldWords[change.field] ?? change.field}:{' '}
              {change.before === null ? null : <del>{change.before}</del>}{' '}
              {change.after === null ? <span className="q2">taken out</span> : <ins>{change.after}</ins>}
            </p>
          ))}
      <p className={made ? undefined : 'rd'}>{first.label}</p>
      <p className="rd">{formatInstant(first.at)}</p>
    </li>
  );
}
