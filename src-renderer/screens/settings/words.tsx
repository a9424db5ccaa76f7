import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTRPC } from '../../client/trpc.ts';
import { ButtonLink } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { Empty } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { count, matches } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';

/** The glossary and the statutory duties, as they came with the plans. `entry` is the one a search led to. */
export function Words({ entry }: { entry: string | null }) {
  const trpc = useTRPC();
  const words = useQuery(trpc.settings.words.queryOptions());
  const [looked, setLooked] = useState('');
  useFoot(
    words.data
      ? `${count(words.data.glossary.length, 'term')}, ${count(words.data.duties.length, 'duty', 'duties')}`
      : null,
  );
  return (
    <QueryState query={words} what="The glossary and the duties">
      {({ glossary, duties }) => {
        if (glossary.length + duties.length === 0) {
          return (
            <Empty
              title="No term and no duty is in the register."
              act={<ButtonLink to="/import">Import a file</ButtonLink>}
            >
              A plan that explains its short forms, or lists the statutory duties it answers, brings them
              here.
            </Empty>
          );
        }
        const terms = glossary.filter((one) => matches(looked, one.term, one.meaning, one.plan));
        const owed = duties.filter((one) => matches(looked, one.text, one.basis, one.inForce, one.plan));
        return (
          <div className="settings">
            <FilterBox label="Filter terms and duties" value={looked} onChange={setLooked} />
            {terms.length + owed.length === 0 ? <p>No term or duty holds these words.</p> : null}
            {terms.length > 0 ? (
              <Table caption="Glossary" heads={['Term', 'Meaning', 'From']}>
                {terms.map((one) => (
                  <Row key={one.id} isFound={one.id === entry}>
                    <th scope="row">{one.term}</th>
                    <td>{one.meaning}</td>
                    <PlanCell planId={one.planId} plan={one.plan} />
                  </Row>
                ))}
              </Table>
            ) : null}
            {owed.length > 0 ? (
              <Table caption="Duties" heads={['Duty', 'Legal basis', 'In force', 'From']}>
                {owed.map((one) => (
                  <Row key={one.id} isFound={one.id === entry}>
                    <td>{one.text}</td>
                    <td className="q2">{one.basis}</td>
                    <td className="q2">{one.inForce}</td>
                    <PlanCell planId={one.planId} plan={one.plan} />
                  </Row>
                ))}
              </Table>
            ) : null}
          </div>
        );
      }}
    </QueryState>
  );
}

function Table(props: { caption: string; heads: readonly string[]; children: ReactNode }) {
  return (
    <table className="words">
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          {props.heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}

// One function for all time, so that the row is brought into view once and not at every letter typed.
const intoView = (row: HTMLElement | null) => row?.scrollIntoView({ block: 'center' });

/** The row that a search led to is brought into view and marked as the current one. */
function Row({ isFound, children }: { isFound: boolean; children: ReactNode }) {
  return (
    <tr aria-current={isFound ? 'true' : undefined} ref={isFound ? intoView : undefined}>
      {children}
    </tr>
  );
}

function PlanCell({ planId, plan }: { planId: string | null; plan: string | null }) {
  return (
    <td className="q2">
      {planId && plan ? (
        <Link to="/plans/$planId" params={{ planId }} className="hit">
          {plan}
        </Link>
      ) : (
        'The office'
      )}
    </td>
  );
}
