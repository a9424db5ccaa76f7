import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonRow } from '#shared/contract/people.ts';
import { sameLead } from '#shared/domain/leads.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { usePeople } from '../../components/people.tsx';
import { Select } from '../../components/select.tsx';
import { say } from '../../shell/foot.tsx';
import { kindWords } from './people-words.ts';

type Kind = PersonRow['kind'];
const kinds = (Object.keys(kindWords) as Kind[]).map((id) => ({ id, text: kindWords[id] }));

/** Name, initials, role, address and spellings of one lead, or a new one. What plans say stays as written. */
export function PersonDialog(props: { person: PersonRow | null; onClose: (madeId: string | null) => void }) {
  const { person } = props;
  const trpc = useTRPC();
  const people = usePeople();
  const [name, setName] = useState(person?.name ?? '');
  const [initials, setInitials] = useState(person?.initials ?? '');
  const [role, setRole] = useState(person?.role ?? '');
  const [email, setEmail] = useState(person?.email ?? '');
  const [kind, setKind] = useState<Kind>(person?.kind ?? 'person');
  const [spellings, setSpellings] = useState(person?.aliases.join('\n') ?? '');
  const [tried, setTried] = useState(false);
  const done = (personId: string, words: string) => {
    say(words);
    props.onClose(person ? null : personId);
  };
  const add = useMutation(
    trpc.people.add.mutationOptions({ onSuccess: ({ personId }) => done(personId, `Added: ${name.trim()}`) }),
  );
  const save = useMutation(
    trpc.people.edit.mutationOptions({
      onSuccess: ({ personId }) => done(personId, `Saved: ${name.trim()}`),
    }),
  );
  const running = person ? save : add;
  const badAddress = email.trim() !== '' && !/^[^@\s]+@[^@\s]+$/.test(email.trim());
  const others = [...people.values()].filter((one) => one.id !== person?.id);
  const goingBy =
    kind === 'person' && initials.trim() !== ''
      ? others.find((one) => one.kind === 'person' && one.initials && sameLead(one.initials, initials))
      : undefined;
  const namesake = others.find((one) => one.name.trim() !== '' && sameLead(one.name, name));
  const submit = () => {
    setTried(true);
    if (!name.trim() || badAddress) return;
    const details = {
      name: name.trim(),
      kind,
      initials: initials.trim() || null,
      role: role.trim() || null,
      email: email.trim() || null,
    };
    if (person) save.mutate({ personId: person.id, ...details, aliases: spellings.split('\n') });
    else add.mutate(details);
  };
  return (
    <FormDialog
      title={person ? person.name : 'A new lead'}
      save={person ? 'Save the lead' : 'Add the lead'}
      onSave={submit}
      onClose={() => props.onClose(null)}
      isSaving={running.isPending}
      failed={{ title: 'The lead was not saved.', error: running.error }}
    >
      <Field
        label="Name"
        value={name}
        onChange={setName}
        autoFocus
        wrong={name.trim() || !tried ? null : 'A lead needs a name.'}
        help={namesake ? `“${namesake.name}” is in the register already.` : null}
      />
      <Select<Kind> label="Kind" choices={kinds} value={kind} onChange={setKind} />
      {kind === 'person' ? (
        <>
          <Field
            label="Initials"
            value={initials}
            onChange={setInitials}
            help={
              goingBy
                ? `${goingBy.name} goes by ${goingBy.initials} too: a cell that says only this is left to you.`
                : 'As plans write them.'
            }
          />
          <Field label="Role" value={role} onChange={setRole} />
        </>
      ) : null}
      <Field
        label="E-mail"
        type="email"
        value={email}
        onChange={setEmail}
        help="Where the update form is sent."
        wrong={badAddress ? 'An address holds an @, with something on either side.' : null}
      />
      {person ? (
        <Field
          label="Also written"
          value={spellings}
          onChange={setSpellings}
          lines={2}
          help="One a line. The next import finds them by these."
        />
      ) : null}
    </FormDialog>
  );
}
