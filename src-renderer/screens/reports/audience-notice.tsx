import './reports.css';
import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '../../client/app-router.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Problem } from '../../components/notices.tsx';
import { count, listWords } from '../../format/words.ts';

type LeftOut = Outputs['circulation']['check'];

/** Before anything goes: how much is left out for those who see only so much. */
export function AudienceNotice(props: {
  sees: Outputs['circulation']['lists'][number]['sees'];
  snapshotId: string | null;
  planId: string | null;
}) {
  const trpc = useTRPC();
  const query = useQuery(trpc.circulation.check.queryOptions(props));
  if (query.isError) return <Problem title="What is left out could not be counted." error={query.error} />;
  if (!query.data) return null;
  const lines = linesOf(query.data);
  return (
    <div role="status" className="sm">
      {lines.length === 0 ? (
        <p>Nothing that is there is left out.</p>
      ) : (
        <>
          <p>Left out {props.planId === null ? 'of all that the register holds' : 'of this plan'}:</p>
          <ul className="rep-left">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function linesOf(left: LeftOut): string[] {
  const some = (parts: readonly (string | false)[]) => listWords(parts.filter((part) => part !== false));
  const lines = [
    some([
      left.comments > 0 && count(left.comments, 'comment'),
      left.acceptances > 0 && `what was decided of ${count(left.acceptances, 'finding')} of the checks`,
    ]),
    left.places > 0
      ? `the names of people, in ${count(left.places, 'place')}: role or organisation stands instead`
      : '',
    some([
      left.items > 0 && count(left.items, 'confidential agenda item'),
      left.parts > 0 && `${count(left.parts, 'confidential part')} of other items`,
      left.corrections > 0 && count(left.corrections, 'confidential correction'),
      left.actions > 0 && `${count(left.actions, 'action')} that came of them alone`,
    ]),
    some([
      left.figures > 0 && count(left.figures, 'small number'),
      left.texts > 0 && `${count(left.texts, 'text')} that name one`,
    ]),
  ];
  return lines.filter((line) => line !== '');
}
