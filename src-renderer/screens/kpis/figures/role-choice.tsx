import { type FormEvent, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { Select } from '../../../components/select.tsx';
import { type GridRole, gridRoles } from './patch-figures.ts';

const words: Readonly<Record<(typeof gridRoles)[number], string>> = {
  actual: 'Actuals',
  target: 'Targets',
  forecast: 'Forecasts',
  baseline: 'Baselines',
};
/** Before whose figures they are, in the address: "with:England". */
const compared = 'with:';
const another = 'another';

/** The role that the address names; actuals where it names none. */
export function roleIn(address: string | undefined): GridRole {
  const comparator = address?.startsWith(compared) ? address.slice(compared.length).trim() : '';
  if (comparator !== '') return { comparator };
  return gridRoles.find((one) => one === address) ?? 'actual';
}

export const addressOf = (role: GridRole): string =>
  typeof role === 'string' ? role : `${compared}${role.comparator}`;

export const roleInWords = (role: GridRole): string =>
  typeof role === 'string' ? words[role] : `Compared with ${role.comparator}`;

/** Which figures are typed: of the KPI itself, or those it is compared with, England's or another's by name. */
export function RoleChoice(props: {
  readonly role: GridRole;
  readonly comparators: readonly string[];
  readonly onChange: (role: GridRole) => void;
}) {
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState('');
  const named = new Set(props.comparators);
  if (typeof props.role !== 'string') named.add(props.role.comparator);
  const take = (event: FormEvent) => {
    event.preventDefault();
    const comparator = name.trim();
    if (comparator === '') return;
    setAsking(false);
    setName('');
    props.onChange({ comparator });
  };
  return (
    <>
      <Select
        label="Which figures"
        hideLabel
        value={asking ? another : addressOf(props.role)}
        choices={[
          ...[...gridRoles, ...[...named].map((comparator) => ({ comparator }))].map((role) => ({
            id: addressOf(role),
            text: roleInWords(role),
          })),
          { id: another, text: 'Compared with another' },
        ]}
        onChange={(id) => {
          setAsking(id === another);
          if (id !== another) props.onChange(roleIn(id));
        }}
      />
      {asking ? (
        <form className="kfig-whose" onSubmit={take}>
          <Field label="Whose figures" value={name} onChange={setName} autoFocus />
          <Button type="submit">Type these</Button>
        </form>
      ) : null}
    </>
  );
}
