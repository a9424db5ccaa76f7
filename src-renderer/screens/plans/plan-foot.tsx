import { useMemo } from 'react';
import type { ActionRow } from '#shared/contract/plans.ts';
import { barOrder } from '#shared/domain/states.ts';
import { labelOf, type PlanKey } from '../../components/status.tsx';
import { count } from '../../format/words.ts';
import type { GridLine } from '../../grid/lines.ts';
import type { GridColumn, GridSelection } from '../../grid/types.ts';

/** What the foot bar counts: the range ("3 cells: 1 on track, 1 at risk") and the row. */
export function PlanFoot(props: {
  readonly lines: readonly GridLine<ActionRow>[];
  readonly selection: GridSelection | null;
  readonly columns: readonly GridColumn<ActionRow>[];
  readonly planKey: PlanKey;
}) {
  const { lines, selection, planKey } = props;
  // By id once for each set of lines: an arrow key must not go through 20,000 of them.
  const { byId, last } = useMemo(
    () => ({
      byId: new Map(lines.map((line) => [line.id, line])),
      last: lines.reduce((most, line) => Math.max(most, line.kind === 'blank' ? 0 : (line.number ?? 0)), 0),
    }),
    [lines],
  );
  if (!selection) return null;
  const rows = selection.ids.flatMap((id) => {
    const line = byId.get(id);
    return line?.kind === 'row' ? [line.row] : [];
  });
  const active = selection.activeId === null ? undefined : byId.get(selection.activeId);
  const { cells } = selection;
  const ofStatus = selection.keys.length === 1 && selection.keys[0] === 'status';
  return (
    <>
      {cells > 1 ? (
        <span>
          <b>{count(cells, 'cell')}</b>
          {ofStatus ? `: ${statesInWords(rows, planKey)}` : ` in ${count(rows.length, 'row')}`}
        </span>
      ) : null}
      {active && active.kind !== 'blank' && active.number !== null ? (
        <span>
          Row {active.number} of {last}
        </span>
      ) : null}
    </>
  );
}

function statesInWords(rows: readonly ActionRow[], planKey: PlanKey): string {
  return barOrder
    .flatMap((state) => {
      const some = rows.filter((row) => (row.status?.state ?? 'not-started') === state).length;
      return some === 0 ? [] : [`${some} ${labelOf(state, planKey).toLocaleLowerCase('en-GB')}`];
    })
    .join(', ');
}
