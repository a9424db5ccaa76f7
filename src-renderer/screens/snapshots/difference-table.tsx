import { useState } from 'react';
import type { Difference } from '#shared/contract/reports.ts';
import { LinkButton } from '../../components/button.tsx';
import { count, listWords } from '../../format/words.ts';
import { DifferenceRow } from './difference-row.tsx';
import { isGone } from './difference-words.ts';

/** The changes by plan, each plan under its name. */
export function Changes(props: {
  groups: ReadonlyMap<string | null, readonly Difference[]>;
  names: ReadonlyMap<string, string>;
}) {
  return (
    <table className="dx">
      <colgroup>
        <col className="kd" />
        <col className="rf" />
        <col />
      </colgroup>
      {[...props.groups].map(([planId, those]) => (
        <ChangesOfPlan
          key={planId ?? 'none'}
          name={
            planId ? (props.names.get(planId) ?? 'A plan no longer in the register') : 'Not part of a plan'
          }
          changes={those}
        />
      ))}
    </table>
  );
}

/** One plan's changes. A plan that is itself new or gone is one line that counts its parts, unless all are asked for. */
function ChangesOfPlan({ name, changes }: { name: string; changes: readonly Difference[] }) {
  const [all, setAll] = useState(false);
  const whole = changes.find(
    (one) => one.record === 'plan' && (one.kind === 'added' || one.kind === 'removed'),
  );
  const parts = whole
    ? changes.filter((one) => one !== whole && one.field === null && isGone(one) === isGone(whole))
    : [];
  const shown = whole && !all ? changes.filter((one) => !parts.includes(one)) : changes;
  return (
    <tbody>
      <tr className="gr">
        <th colSpan={3} scope="rowgroup">
          <h2>
            {name}
            <span className="n">{count(changes.length, 'change')}</span>
          </h2>
        </th>
      </tr>
      {shown.map((one) => (
        <DifferenceRow
          key={`${one.id} ${one.kind} ${one.field}`}
          one={one}
          note={
            one === whole && parts.length > 0 ? (
              <>
                {whole.kind === 'added' ? 'A new plan' : 'A whole plan'}: {partsInWords(parts)}.{' '}
                <LinkButton onPress={() => setAll(!all)}>{all ? 'Show it as one' : 'Show each'}</LinkButton>
              </>
            ) : null
          }
        />
      ))}
    </tbody>
  );
}

const partNames: Record<Difference['record'], string> = {
  plan: 'plan',
  section: 'section',
  action: 'action',
  measure: 'measure',
  kpi: 'KPI',
  'kpi-value': 'figure',
  other: 'other record',
};

/** "13 sections, 63 actions and 30 measures" */
function partsInWords(parts: readonly Difference[]): string {
  return listWords(
    [...Map.groupBy(parts, (one) => one.record)].map(([record, those]) =>
      count(those.length, partNames[record]),
    ),
  );
}
