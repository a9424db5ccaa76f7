import { useMemo, useState } from 'react';
import type { ActionRow } from '#shared/contract/plans.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { count, matches } from '../../format/words.ts';
import { type People, valuesIn } from './column-values.ts';

/** Values drawn at once; typing finds the others. */
const mostDrawn = 200;
const collator = new Intl.Collator('en-GB', { numeric: true });

/** The values of one column with how many actions have each; those ticked are let through. */
export function ValuesDialog(props: {
  readonly title: string;
  readonly columnKey: string;
  readonly actions: readonly ActionRow[];
  readonly people: People;
  /** Null where every value is let through. */
  readonly chosen: readonly string[] | null;
  readonly onChoose: (chosen: readonly string[] | null) => void;
  readonly onClose: () => void;
}) {
  const { actions, columnKey, people } = props;
  const values = useMemo(() => {
    const times = new Map<string, number>();
    for (const row of actions) {
      for (const value of valuesIn(row, columnKey, people)) times.set(value, (times.get(value) ?? 0) + 1);
    }
    return [...times].sort(([a], [b]) => collator.compare(a, b));
  }, [actions, columnKey, people]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(props.chosen ?? values.map(([value]) => value)),
  );
  const [looked, setLooked] = useState('');
  const found = values.filter(([value]) => matches(looked, value));
  const toggle = (some: readonly string[], on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const value of some) {
        if (on) after.add(value);
        else after.delete(value);
      }
      return after;
    });
  const take = () => {
    const all = values.every(([value]) => chosen.has(value));
    props.onChoose(all ? null : [...chosen]);
    props.onClose();
  };
  const foundValues = found.map(([value]) => value);
  return (
    <Dialog
      title={`${props.title}: which values`}
      isOpen
      onClose={props.onClose}
      acts={
        <>
          {props.chosen ? (
            <LinkButton
              onPress={() => {
                props.onChoose(null);
                props.onClose();
              }}
            >
              Show every value
            </LinkButton>
          ) : null}
          <Button onPress={props.onClose}>Cancel</Button>
          {chosen.size > 0 ? (
            <Button look="primary" onPress={take}>
              Show these
            </Button>
          ) : (
            <span className="q2">Tick at least one value.</span>
          )}
        </>
      }
    >
      <FilterBox label="Find a value" value={looked} onChange={setLooked} />
      <p className="plan-value-acts">
        <LinkButton onPress={() => toggle(foundValues, true)}>
          {looked === '' ? 'Tick all' : 'Tick those found'}
        </LinkButton>
        <LinkButton onPress={() => toggle(foundValues, false)}>
          {looked === '' ? 'Untick all' : 'Untick those found'}
        </LinkButton>
        <span className="q2" role="status">
          {count(found.length, 'value')}
          {found.length > mostDrawn ? `, the first ${mostDrawn} shown` : ''}
        </span>
      </p>
      <ul className="plan-value-list">
        {found.slice(0, mostDrawn).map(([value, times]) => (
          <li key={value}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(value)}
                onChange={(event) => toggle([value], event.currentTarget.checked)}
              />
              <span>{value}</span>
            </label>
            <span className="q2">{times}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
