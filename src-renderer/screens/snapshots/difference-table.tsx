import { useState } from 'react';
import type { Difference } from '#shared/contract/reports.ts';
import {
  figuresInWords,
  isCarriedAsItWas,
  isFigureIn,
  isGone,
  isNew,
  kindNames,
} from '#shared/domain/difference-words.ts';
import { LinkButton } from '../../components/button.tsx';
import { count, listWords } from '../../format/words.ts';
import { DifferenceRow } from './difference-row.tsx';

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

/** Figures of one plan that are each a line; more are one line that counts them. */
const figuresEach = 4;

/**
 * One plan's changes. A plan that is itself new or gone is one line that counts its parts, and many figures that
 * came in are one line, unless all are asked for.
 */
function ChangesOfPlan({ name, changes }: { name: string; changes: readonly Difference[] }) {
  const [all, setAll] = useState(false);
  const whole = changes.find(
    (one) => one.record === 'plan' && (one.kind === 'added' || one.kind === 'removed'),
  );
  const isPart = (one: Difference) =>
    one !== whole && (whole?.kind === 'added' ? isNew(one) || isCarriedAsItWas(one) : isGone(one));
  const parts = whole ? changes.filter(isPart) : [];
  const figures = whole ? [] : changes.filter(isFigureIn);
  const many = figures.length > figuresEach ? figures : [];
  const folded = new Set(all ? [] : [...parts, ...many]);
  const fold = <LinkButton onPress={() => setAll(!all)}>{all ? 'Show them as one' : 'Show each'}</LinkButton>;
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
      {changes
        .filter((one) => !folded.has(one))
        .map((one) => (
          <DifferenceRow
            key={`${one.id} ${one.kind} ${one.field}`}
            one={one}
            note={
              one === whole && parts.length > 0 ? (
                <>
                  {whole.kind === 'added' ? 'A new plan' : 'A whole plan'}: {partsInWords(parts)}. {fold}
                </>
              ) : null
            }
          />
        ))}
      {many.length > 0 ? (
        <tr>
          <td className="kd">{kindNames.added}</td>
          <td className="rf" />
          <td>
            <p className="t">
              {figuresInWords(many)}. {fold}
            </p>
          </td>
        </tr>
      ) : null}
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
  other: 'other change',
};

/** "13 sections, 63 actions and 30 measures" */
function partsInWords(parts: readonly Difference[]): string {
  return listWords(
    [...Map.groupBy(parts, (one) => one.record)].map(([record, those]) =>
      count(those.length, partNames[record]),
    ),
  );
}
