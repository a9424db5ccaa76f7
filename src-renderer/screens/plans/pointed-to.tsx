import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../../client/trpc.ts';
import { LinkButton } from '../../components/button.tsx';
import { count } from '../../format/words.ts';

const first = 5;

/** What points to a section or an action: the actions of any plan linked with it, and the duties that it answers. */
export function PointedTo({ kind, id }: { kind: 'section' | 'action'; id: string }) {
  const trpc = useTRPC();
  const [all, setAll] = useState(false);
  const { data } = useQuery(trpc.links.pointingTo.queryOptions({ kind, id }));
  if (!data || data.links.length + data.duties.length === 0) return null;
  const shown = all ? data.links : data.links.slice(0, first);
  return (
    <section>
      <h3>What points here</h3>
      <ul className="dr-links">
        {data.duties.map((duty) => (
          <li key={duty.id}>
            <Link to="/duties" search={{ duty: duty.id }} className="hit">
              {duty.text}
            </Link>
            <p className="rd">{['Answers this duty', duty.basis].filter(Boolean).join(', ')}</p>
          </li>
        ))}
        {shown.map((link) => (
          <li key={link.actionId}>
            <Link
              to="/plans/$planId"
              params={{ planId: link.planId }}
              search={{ action: link.actionId }}
              className="hit"
            >
              {[link.ref, link.text].filter(Boolean).join(' ')}
            </Link>
            <p className="rd">
              {link.plan}, by “{link.words}”
            </p>
          </li>
        ))}
      </ul>
      {data.links.length > shown.length ? (
        <LinkButton onPress={() => setAll(true)}>Show all {count(data.links.length, 'action')}</LinkButton>
      ) : null}
    </section>
  );
}
