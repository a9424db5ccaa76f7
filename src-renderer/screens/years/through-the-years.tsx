import './years.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ActionYears, YearNode } from '#shared/contract/years.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Problem } from '../../components/notices.tsx';
import { Status } from '../../components/status.tsx';
import { WordChange } from '../../components/word-change.tsx';
import { YearTree } from './year-tree.tsx';

/** The way of one action through the years: a line a year, and where it was split or merged a small tree. */
export function ThroughTheYears({ actionId }: { actionId: string }) {
  const trpc = useTRPC();
  const years = useQuery(trpc.years.lineage.queryOptions({ actionId }));
  if (years.isError) {
    return (
      <Problem
        title="The other years could not be read."
        error={years.error}
        onRetry={() => void years.refetch()}
      />
    );
  }
  const { data } = years;
  if (!data || (data.nodes.length < 2 && data.steps.length === 0)) return null;
  return (
    <section>
      <h3>Through the years</h3>
      <ol className="yr-way">
        {data.nodes.map((node) => (
          <YearLine key={node.id} node={node} years={data} isNow={node.id === actionId} />
        ))}
      </ol>
      {data.branches ? (
        <>
          <YearTree years={data} current={actionId} />
          <details className="yr-said">
            <summary>The same in words</summary>
            {data.sentences.map((sentence) => (
              <p key={sentence} className="rd">
                {sentence}
              </p>
            ))}
          </details>
        </>
      ) : null}
    </section>
  );
}

function YearLine({ node, years, isNow }: { node: YearNode; years: ActionYears; isNow: boolean }) {
  const into = years.steps.filter(({ toId }) => toId === node.id);
  const ended = years.steps.filter(({ fromId, toId }) => fromId === node.id && toId === null);
  const before = years.nodes.find(({ id }) => id === into[0]?.fromId);
  const changed = before !== undefined && into.length === 1 && before.text !== node.text;
  const measured = [...new Set(into.flatMap(({ measuredChange }) => measuredChange ?? []))];
  return (
    <li className={isNow ? 'now' : undefined} {...(isNow ? { 'aria-current': true as const } : {})}>
      <span>{node.period ?? node.planTitle}</span>
      <span>{node.ref}</span>
      <div>
        {isNow ? (
          <p>{changed ? <WordChange before={before.text} after={node.text} /> : 'This action'}</p>
        ) : (
          <p>
            <Link
              to="/plans/$planId"
              params={{ planId: node.planId }}
              search={{ action: node.id }}
              className="hit"
            >
              {changed ? <WordChange before={before.text} after={node.text} /> : node.text}
            </Link>
          </p>
        )}
        {node.timescale ? <span className="rd">{node.timescale.text}</span> : null}
        {node.status ? <Status status={node.status} planKey={node.key} /> : null}
        {measured.map((words) => (
          <span key={words} className="rd">
            <b>What is measured has changed:</b> {words}
          </span>
        ))}
        {ended.map((step) => (
          <span key={step.into} className="rd">
            <b>{step.kind === 'dropped' ? 'Dropped' : 'Closed'}</b>, not carried into {step.into}
            {step.reason ? `: ${step.reason}` : ''}
          </span>
        ))}
      </div>
    </li>
  );
}
