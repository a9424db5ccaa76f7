import { useState } from 'react';
import type { YearProposal } from '#shared/contract/years.ts';
import { barOrder, type State } from '#shared/domain/states.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { labelOf } from '../../components/status.tsx';
import { type Draft, kinds } from './year-draft.ts';

const bulkKinds = kinds.filter(({ kind }) => kind === 'carried' || kind === 'closed' || kind === 'dropped');
type BulkKind = 'carried' | 'closed' | 'dropped';

/** One way for all actions of a state at once. */
export function YearBulk(props: {
  proposal: YearProposal;
  onBulk: (ids: readonly string[], kind: Draft['kind'], state: string) => void;
}) {
  const { actions, plan } = props.proposal;
  const counts = Map.groupBy(actions, ({ status }) => status?.state ?? 'none');
  const there = [...barOrder, 'none' as const].filter((state) => counts.has(state));
  const [state, setState] = useState<State | 'none'>(there[0] ?? 'none');
  const [kind, setKind] = useState<BulkKind>('carried');
  const nameOf = (one: State | 'none') => (one === 'none' ? 'No status yet' : labelOf(one, plan.key));
  if (there.length < 2) return null;
  return (
    <div className="yr-bulk">
      <Select
        label="All that are"
        choices={there.map((one) => ({ id: one, text: `${nameOf(one)} (${counts.get(one)?.length ?? 0})` }))}
        value={state}
        onChange={setState}
      />
      <Select
        label="Go this way"
        choices={bulkKinds.map((one) => ({ id: one.kind as BulkKind, text: one.name }))}
        value={kind}
        onChange={setKind}
      />
      <Button
        onPress={() =>
          props.onBulk(
            (counts.get(state) ?? []).map(({ id }) => id),
            kind,
            nameOf(state),
          )
        }
      >
        Set them all
      </Button>
    </div>
  );
}
