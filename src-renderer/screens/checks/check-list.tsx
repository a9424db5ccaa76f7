import './checks.css';
import { useState } from 'react';
import type { CheckName } from '#shared/contract/acceptances.ts';
import type { Outputs } from '../../client/trpc.ts';
import { LinkButton } from '../../components/button.tsx';
import { RowList } from '../../components/row-list.tsx';
import { count, matches } from '../../format/words.ts';
import { type CheckItem, itemOf } from './check-item.ts';
import { CheckRow } from './check-row.tsx';
import { checkWords } from './check-words.ts';
import { useCheckActs } from './use-check-acts.ts';
import { useNextRow } from './use-next-row.ts';

type Checks = Outputs['checks']['plan'];

/** How many of a group stand before "Show all". */
const shown = 20;

/**
 * Everything found, by check and in it plan by plan. One tab stop: arrows go from row to row, Enter opens what can be
 * done. What was accepted stands in a group of its own at the end.
 */
export function CheckList(props: {
  checks: Checks;
  /** Words to narrow the list by. */
  looked?: string;
  /** Only what this check found. */
  only?: CheckName | null;
  /** The titles of plans, where several are listed together. */
  planOf?: (planId: string | null) => string | null;
}) {
  const { checks, looked = '', only = null, planOf } = props;
  const acts = useCheckActs();
  const [open, setOpen] = useState<string | null>(null);
  const box = useNextRow();
  const all = [...checks.mismatches, ...checks.findings]
    .filter((one) => only === null || ('check' in one ? one.check : 'status') === only)
    .filter((one) => matches(looked, one.ref, one.text, one.says, planOf?.(one.planId), ...leadsIn(one)))
    .map(itemOf);
  const standing = all.filter((item) => item.accepted === null);
  const accepted = all.filter((item) => item.accepted !== null);
  const rows = (items: readonly CheckItem[]) =>
    items.map((item) => (
      <CheckRow
        key={item.key}
        item={item}
        isOpen={open === item.key}
        onOpen={(opened) => setOpen(opened ? item.key : null)}
        acts={acts}
      />
    ));
  if (all.length === 0) {
    return (
      <p className="read">
        {looked.trim() ? `Nothing here holds “${looked}”.` : 'Nothing of this kind was found.'}
      </p>
    );
  }
  return (
    <div ref={box}>
      <RowList className="checks">
        {checkWords.map(({ check, name, why }) => {
          const items = standing.filter((item) => item.check === check);
          if (items.length === 0) return null;
          const total = looked.trim() === '' ? (checks.totals[check] ?? items.length) : items.length;
          return (
            <CheckGroup
              key={check}
              name={name}
              why={why}
              total={total}
              items={items}
              rows={rows}
              planOf={planOf}
            />
          );
        })}
        {accepted.length > 0 ? (
          <CheckGroup
            name="Accepted"
            why="They stand again once something about them changes."
            total={accepted.length}
            items={accepted}
            rows={rows}
            planOf={planOf}
          />
        ) : null}
      </RowList>
    </div>
  );
}

const leadsIn = (found: Checks['mismatches'][number] | Checks['findings'][number]) =>
  'leads' in found ? found.leads.map((lead) => lead.text) : [];

function CheckGroup(props: {
  name: string;
  why: string;
  total: number;
  items: readonly CheckItem[];
  rows: (items: readonly CheckItem[]) => React.ReactNode;
  planOf: ((planId: string | null) => string | null) | undefined;
}) {
  const { name, why, total, items, planOf } = props;
  const [all, setAll] = useState(false);
  const listed = all ? items : items.slice(0, shown);
  return (
    <section className="ck-grp" aria-label={name}>
      <header>
        <h2>
          {name} <span className="cnt">{total}</span>
        </h2>
        <p className="sm q2">{why}</p>
      </header>
      {planOf ? (
        [...Map.groupBy(listed, (item) => item.planId)].map(([planId, those]) => (
          <div key={planId ?? ''} className="ck-of">
            <h3>
              {planOf(planId) ?? 'Of no plan'}{' '}
              <span className="cnt">{items.filter((item) => item.planId === planId).length}</span>
            </h3>
            <ul>{props.rows(those)}</ul>
          </div>
        ))
      ) : (
        <ul>{props.rows(listed)}</ul>
      )}
      {items.length > shown && !all ? (
        <LinkButton onPress={() => setAll(true)}>
          Show {count(items.length - shown, 'more', 'more')}
        </LinkButton>
      ) : null}
      {all && total > items.length ? (
        <p className="sm q2">
          {count(total - items.length, 'more', 'more')} in this register: choose one plan to see them.
        </p>
      ) : null}
    </section>
  );
}

/** "4 statuses to look at again, 31 gaps in the data"; null where nothing was found. */
export function checksInWords({ totals }: Pick<Checks, 'totals'>): string | null {
  const statuses = totals.status ?? 0;
  const gaps = Object.values(totals).reduce((sum, n) => sum + n, 0) - statuses;
  const parts = [
    statuses > 0 ? count(statuses, 'status to look at again', 'statuses to look at again') : null,
    gaps > 0 ? count(gaps, 'gap in the data', 'gaps in the data') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}
