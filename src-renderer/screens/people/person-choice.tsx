import type { PersonRow } from '#shared/contract/people.ts';
import { usePeople } from '../../components/people.tsx';
import { type Choice, ComboBox } from '../../components/select.tsx';

/** One of those in the register, found by typing any part of the name, the initials or the role. */
export function PersonChoice(props: {
  label: string;
  value: string | null;
  onChange: (personId: string | null) => void;
  /** Who can be chosen; everybody not retired unless told. */
  only?: (person: PersonRow) => boolean;
}) {
  const people = usePeople();
  const choices = [...people.values()]
    .filter(props.only ?? ((person) => !person.retiredOn))
    .map((person): Choice<string> => {
      const more = [person.kind === 'person' ? person.initials : null, person.role]
        .filter(Boolean)
        .join(', ');
      return { id: person.id, text: more ? `${person.name} (${more})` : person.name };
    });
  return <ComboBox label={props.label} choices={choices} value={props.value} onChange={props.onChange} />;
}
