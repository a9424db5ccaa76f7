import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../client/trpc.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { ComboBox, Select } from '../../components/select.tsx';
import type { List } from './circulation-words.ts';

export type Recipient = Pick<List['recipients'][number], 'personId' | 'address' | 'field' | 'name'>;

const isAddress = (text: string) => /^[^\s@,;<>()"\\]+@[^\s@,;<>()"\\]+$/.test(text);
const keyOf = ({ personId, address }: Pick<Recipient, 'personId' | 'address'>) =>
  personId ?? address?.toLowerCase() ?? '';

/** Who is on a list: people, roles and teams of the register found as one types, or bare addresses. */
export function RecipientsField(props: {
  recipients: readonly Recipient[];
  onChange: (recipients: readonly Recipient[]) => void;
}) {
  const { recipients, onChange } = props;
  const trpc = useTRPC();
  const people = useQuery(trpc.people.list.queryOptions());
  const [personId, setPersonId] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  // A new key empties the box once its words stand on the list.
  const [turn, setTurn] = useState(0);
  const [wrong, setWrong] = useState<string | null>(null);
  const add = () => {
    const person = people.data?.find(
      ({ id, name }) => id === personId || (!personId && name === typed.trim()),
    );
    const address = typed.trim();
    const one = person
      ? { personId: person.id, address: null, name: person.name }
      : isAddress(address)
        ? { personId: null, address, name: address }
        : null;
    if (!one) {
      setWrong(
        address === ''
          ? 'Choose somebody, or type an address, first.'
          : `“${address}” is nobody in the register and no e-mail address.`,
      );
      return;
    }
    if (recipients.some((other) => keyOf(other) === keyOf(one)))
      setWrong(`${one.name} is on the list already.`);
    else {
      onChange([...recipients, { ...one, field: recipients.at(-1)?.field ?? 'to' }]);
      setWrong(null);
    }
    setPersonId(null);
    setTyped('');
    setTurn(turn + 1);
  };
  return (
    <fieldset className="ci-recipients">
      <legend className="label">Recipients</legend>
      {recipients.length > 0 ? (
        <ul>
          {recipients.map((one) => (
            <li key={keyOf(one)}>
              <span>
                {one.name}
                {lacks(people.data, one) ? <span className="sm q2"> no address under People yet</span> : null}
              </span>
              <Select
                label={`How ${one.name} is written to`}
                hideLabel
                choices={[
                  { id: 'to', text: 'To: seen by all' },
                  { id: 'bcc', text: 'Bcc: seen by nobody' },
                ]}
                value={one.field}
                onChange={(field) =>
                  onChange(recipients.map((other) => (other === one ? { ...one, field } : other)))
                }
              />
              <LinkButton
                aria-label={`Take off ${one.name}`}
                onPress={() => onChange(recipients.filter((other) => other !== one))}
              >
                Take off
              </LinkButton>
            </li>
          ))}
        </ul>
      ) : null}
      {/* The box is a field in itself; the row only makes its Enter put somebody on the list, not save the form. */}
      <div
        className="ci-add"
        onKeyDownCapture={(event) => {
          const { target } = event;
          if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
          if (target.getAttribute('aria-expanded') === 'true' || typed.trim() === '') return;
          event.preventDefault();
          event.stopPropagation();
          add();
        }}
      >
        <ComboBox
          key={turn}
          label="Add somebody of the register, or an address"
          choices={(people.data ?? []).map(({ id, name }) => ({ id: id as string, text: name }))}
          value={personId}
          onChange={setPersonId}
          onType={setTyped}
          allowsOther
        />
        <Button onPress={add}>Put on the list</Button>
      </div>
      <p className="sm" role="status">
        {wrong}
      </p>
    </fieldset>
  );
}

/** Whether a person is known to have no address; of roles and teams their holders' are looked up when it goes. */
const lacks = (
  people: readonly { id: string; kind: string; email: string | null }[] | undefined,
  { personId }: Recipient,
): boolean => {
  const person = people?.find(({ id }) => id === personId);
  return person !== undefined && person.kind === 'person' && !person.email;
};
