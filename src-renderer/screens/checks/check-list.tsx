import './checks.css';
import { useEffect, useRef, useState } from 'react';
import type { Outputs } from '../../client/trpc.ts';
import { LinkButton } from '../../components/button.tsx';
import { RowList } from '../../components/row-list.tsx';
import { count, matches } from '../../format/words.ts';
import { type CheckItem, CheckRow, itemOf } from './check-row.tsx';
import { checkWords } from './check-words.ts';
import { useCheckActs } from './use-check-acts.ts';

type Checks = Outputs['checks']['plan'];

/** How many of a group stand before "Show all". */
const shown = 20;

/**
 * Everything found, by check. One tab stop: arrows go from row to row, Enter opens what can be done. What was accepted
 * stands in a group of its own at the end.
 */
export function CheckList(props: {
  checks: Checks;
  /** Words to narrow the list by. */
  looked?: string;
  planOf?: (planId: string | null) => string | null;
}) {
  const { checks, looked = '', planOf } = props;
  const acts = useCheckActs();
  const [open, setOpen] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const place = useRef(0);
  useEffect(() => {
    const rows = [...(box.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const here = rows.findIndex((row) => row.getAttribute('aria-expanded') === 'true');
    if (here >= 0) place.current = here;
    // What was settled takes the focus with it: the next row has it then.
    else if (open !== null && document.activeElement === document.body) {
      rows[Math.min(place.current, rows.length - 1)]?.focus();
      setOpen(null);
    }
  });
  const all = [...checks.mismatches, ...checks.findings]
    .filter((one) => matches(looked, one.ref, one.text, one.says, planOf?.(one.planId)))
    .map(itemOf);
  const standing = all.filter((item) => item.accepted === null);
  const accepted = all.filter((item) => item.accepted !== null);
  const rows = (items: readonly CheckItem[]) =>
    items.map((item) => {
      const key = `${item.check} ${item.recordId} ${item.finding?.other?.actionId ?? ''}`;
      return (
        <CheckRow
          key={key}
          item={item}
          plan={planOf?.((item.mismatch ?? item.finding)?.planId ?? null) ?? null}
          isOpen={open === key}
          onToggle={() => setOpen(open === key ? null : key)}
          acts={acts}
        />
      );
    });
  return (
    <div ref={box}>
      <RowList className="checks">
        {checkWords.map(({ check, name, why }) => {
          const items = standing.filter((item) => item.check === check);
          if (items.length === 0) return null;
          const total = looked.trim() === '' ? (checks.totals[check] ?? items.length) : items.length;
          return <CheckGroup key={check} name={name} why={why} total={total} items={items} rows={rows} />;
        })}
        {accepted.length > 0 ? (
          <CheckGroup
            name="Accepted"
            why="They stand again once something about them changes."
            total={accepted.length}
            items={accepted}
            rows={rows}
          />
        ) : null}
      </RowList>
    </div>
  );
}

function CheckGroup(props: {
  name: string;
  why: string;
  total: number;
  items: readonly CheckItem[];
  rows: (items: readonly CheckItem[]) => React.ReactNode;
}) {
  const { name, why, total, items } = props;
  const [all, setAll] = useState(false);
  return (
    <section className="ck-grp" aria-label={name}>
      <header>
        <h2>
          {name} <span className="cnt">{total}</span>
        </h2>
        <p className="sm q2">{why}</p>
      </header>
      <ul>{props.rows(all ? items : items.slice(0, shown))}</ul>
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
