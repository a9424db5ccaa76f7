import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { Select } from '../../components/select.tsx';
import { say } from '../../shell/foot.tsx';
import { kindWords, type PersonRow } from './people-words.ts';

/** Name, initials, role and address of one lead. What plans say stays as written; only who is meant changes. */
export function PersonDialog({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const trpc = useTRPC();
  const [name, setName] = useState(person.name);
  const [initials, setInitials] = useState(person.initials ?? '');
  const [role, setRole] = useState(person.role ?? '');
  const [email, setEmail] = useState(person.email ?? '');
  const [kind, setKind] = useState(person.kind);
  const save = useMutation(
    trpc.people.edit.mutationOptions({
      onSuccess: () => {
        say(`Saved: ${name.trim()}`);
        onClose();
      },
    }),
  );
  const badAddress = email.trim() !== '' && !/^[^@\s]+@[^@\s]+$/.test(email.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim() || badAddress) return;
    save.mutate({
      personId: person.id,
      name: name.trim(),
      initials: initials.trim() || null,
      role: role.trim() || null,
      email: email.trim() || null,
      kind,
    });
  };
  return (
    <Dialog title={person.name} isOpen onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field
          label="Name"
          value={name}
          onChange={setName}
          autoFocus
          wrong={name.trim() ? null : 'A lead needs a name.'}
        />
        <Field label="Initials" value={initials} onChange={setInitials} help="As plans write them." />
        <Select<PersonRow['kind']>
          label="Kind"
          choices={(Object.keys(kindWords) as PersonRow['kind'][]).map((id) => ({ id, text: kindWords[id] }))}
          value={kind}
          onChange={setKind}
        />
        <Field label="Role" value={role} onChange={setRole} />
        <Field
          label="E-mail"
          type="email"
          value={email}
          onChange={setEmail}
          wrong={badAddress ? 'An address holds an @, with something on either side.' : null}
        />
        {save.isError ? <Problem title="The lead was not saved." error={save.error} /> : null}
        <div className="acts">
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" isPending={save.isPending}>
            Save the lead
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
