import { useMemo } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { ActionRow } from '#shared/contract/plans.ts';
import type { KeyEntry, Person } from '#shared/contract/register.ts';
import { barOrder, type State } from '#shared/domain/states.ts';
import { LinkButton } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { Select } from '../../components/select.tsx';
import { labelOf, StatusMark } from '../../components/status.tsx';
import { count } from '../../format/words.ts';
import {
  type DueFilter,
  dueFilters,
  dueWords,
  isFiltered,
  leadKey,
  noFilter,
  type PlanFilter,
} from './plan-filter.ts';

const everybody = 'everybody';
const anyDate = 'any';

/** Narrows the grid as one types, by state, lead and date. It never hides that it narrows: the count stands beside. */
export function FilterStrip(props: {
  readonly filter: PlanFilter;
  readonly onChange: (filter: PlanFilter) => void;
  readonly actions: readonly ActionRow[];
  readonly people: ReadonlyMap<string, Person>;
  readonly planKey: readonly KeyEntry[];
  readonly shown: number;
  readonly onClose: () => void;
}) {
  const { filter, onChange, actions, people, planKey } = props;
  const leads = useMemo(() => leadChoices(actions, people), [actions, people]);
  // Read once for each set of actions: at every letter, a state that none has would be looked for in all 20,000.
  const present = useMemo(() => new Set(actions.map((one) => one.status?.state ?? 'not-started')), [actions]);
  const states = barOrder.filter((state) => filter.states.includes(state) || present.has(state));
  const toggle = (state: State, on: boolean) =>
    onChange({
      ...filter,
      states: on ? [...filter.states, state] : filter.states.filter((one) => one !== state),
    });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a search of the grid beneath, with its own words
    <div className="g-filter" role="search" aria-label="Filter the actions">
      <div className="g-filter-words">
        <FilterBox
          label="Filter by words"
          value={filter.words}
          onChange={(words) => onChange({ ...filter, words })}
        />
      </div>
      <div className="g-filter-states">
        {states.map((state) => (
          <ToggleButton
            key={state}
            className="btn s"
            isSelected={filter.states.includes(state)}
            onChange={(on) => toggle(state, on)}
          >
            <StatusMark state={state} planKey={planKey} />
            {labelOf(state, planKey)}
          </ToggleButton>
        ))}
      </div>
      <Select
        label="Lead"
        hideLabel
        choices={[{ id: everybody, text: 'Every lead' }, ...leads]}
        value={filter.lead ?? everybody}
        onChange={(lead) => onChange({ ...filter, lead: lead === everybody ? null : lead })}
      />
      <Select
        label="Date"
        hideLabel
        choices={[
          { id: anyDate, text: 'Any date' },
          ...dueFilters.map((due) => ({ id: due as string, text: dueWords[due] })),
        ]}
        value={filter.due ?? anyDate}
        onChange={(due) => onChange({ ...filter, due: due === anyDate ? null : (due as DueFilter) })}
      />
      <span className="g-filter-count sm q2" role="status">
        {isFiltered(filter) ? `${props.shown} of ${count(actions.length, 'action')}` : ''}
      </span>
      {isFiltered(filter) ? (
        <LinkButton reads onPress={() => onChange(noFilter)}>
          Show all
        </LinkButton>
      ) : null}
      <LinkButton
        reads
        onPress={() => {
          onChange(noFilter);
          props.onClose();
        }}
      >
        Close
      </LinkButton>
    </div>
  );
}

function leadChoices(actions: readonly ActionRow[], people: ReadonlyMap<string, Person>) {
  const found = new Map<string, string>();
  for (const action of actions) {
    for (const lead of action.leads) {
      const name = people.get(lead.personId ?? '')?.name ?? lead.text;
      if (name.trim() !== '') found.set(leadKey(lead), name);
    }
  }
  return [...found].map(([id, text]) => ({ id, text })).sort((a, b) => a.text.localeCompare(b.text, 'en-GB'));
}
