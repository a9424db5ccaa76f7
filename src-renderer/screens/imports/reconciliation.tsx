import type { Reconciliation } from '#shared/contract/imports.ts';
import { count, formatNumber } from '../../format/words.ts';

/** "412 cells with content: 398 placed, 14 in the tray, 0 lost". */
export function ReconciliationWords({ of }: { of: Reconciliation }) {
  return (
    <span className="rec-words">
      <b>{count(of.cells, 'cell')} with content:</b> {formatNumber(of.placed)} placed, {formatNumber(of.tray)}{' '}
      in the tray, <b>{formatNumber(of.lost)} lost</b>
    </span>
  );
}

/** The same as a bar: placed in ink, the tray hatched, lost open. The words beside it say it all. */
export function ReconciliationBar({ of }: { of: Reconciliation }) {
  return (
    <span className="rbar" aria-hidden="true">
      {of.placed > 0 ? <i className="pl" style={{ flexGrow: of.placed }} /> : null}
      {of.tray > 0 ? <i className="tr" style={{ flexGrow: of.tray }} /> : null}
      {of.lost > 0 ? <i className="lo" style={{ flexGrow: of.lost }} /> : null}
    </span>
  );
}

export function sumOf(all: readonly Reconciliation[]): Reconciliation {
  const sum = { cells: 0, placed: 0, tray: 0, lost: 0 };
  for (const one of all) {
    sum.cells += one.cells;
    sum.placed += one.placed;
    sum.tray += one.tray;
    sum.lost += one.lost;
  }
  return sum;
}
