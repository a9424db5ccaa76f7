import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MemberShown } from '#shared/contract/bodies.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { formatDay } from '../../format/days.ts';
import { say } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { daysInWords, noDay, typedDay } from '../people/people-words.ts';

/** Who belongs to it and who did, each with the days of the spell. */
export function Members({ bodyId, members }: { bodyId: string; members: readonly MemberShown[] }) {
  const trpc = useTRPC();
  const [editing, setEditing] = useState<MemberShown | 'new' | null>(null);
  const remove = useMutation(
    trpc.bodies.removeMember.mutationOptions({
      onSuccess: () => say('Taken out of the members. Undo brings it back.'),
      onError: (error) => say(wireErrorOf(error).message),
    }),
  );
  const sorted = [...members.filter(({ now }) => now), ...members.filter(({ now }) => !now)];
  return (
    <>
      {sorted.length === 0 ? (
        <p className="q2">Nobody is listed yet. With members there is a quorum, and attendance of each.</p>
      ) : (
        <div className="bd-scroll">
          <table className="bd-lines">
            <caption className="vh">Members</caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Role</th>
                <th scope="col">Member</th>
                <th scope="col">
                  <span className="vh">What to do</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((member) => (
                <tr key={member.id} className={member.now ? '' : 'bd-past'}>
                  <th scope="row">
                    {member.personId ? (
                      <Link to="/people/$personId" params={{ personId: member.personId }} className="hit">
                        {member.name}
                      </Link>
                    ) : (
                      member.name
                    )}
                  </th>
                  <td>{member.role}</td>
                  <td>{member.from || member.until ? daysInWords(member) : member.now ? 'now' : ''}</td>
                  <td>
                    <p className="bd-acts">
                      <LinkButton onPress={() => setEditing(member)} aria-label={`Change ${member.name}`}>
                        Change
                      </LinkButton>
                      <LinkButton
                        onPress={() => remove.mutate({ memberId: member.id })}
                        aria-label={`Take out ${member.name}`}
                      >
                        Take out
                      </LinkButton>
                    </p>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="bd-below">
        <Button small onPress={() => setEditing('new')}>
          Add a member
        </Button>
      </p>
      {editing ? (
        <MemberDialog
          bodyId={bodyId}
          member={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </>
  );
}

function MemberDialog(props: { bodyId: string; member: MemberShown | null; onClose: () => void }) {
  const { bodyId, member, onClose } = props;
  const trpc = useTRPC();
  const today = useToday();
  const [name, setName] = useState(member?.name ?? '');
  const [role, setRole] = useState(member?.role ?? '');
  const [from, setFrom] = useState(member?.from ? formatDay(member.from) : '');
  const [until, setUntil] = useState(member?.until ? formatDay(member.until) : '');
  const [tried, setTried] = useState(false);
  const done = (words: string) => () => {
    say(words);
    onClose();
  };
  const add = useMutation(trpc.bodies.addMember.mutationOptions({ onSuccess: done('Member added.') }));
  const edit = useMutation(trpc.bodies.editMember.mutationOptions({ onSuccess: done('Member saved.') }));
  const [first, last] = [typedDay(from), typedDay(until)];
  const save = () => {
    setTried(true);
    if (name.trim() === '' || first === undefined || last === undefined) return;
    const fields = { name, role: role.trim() || null, from: first, until: last };
    if (member) edit.mutate({ memberId: member.id, ...fields });
    else add.mutate({ bodyId, ...fields });
  };
  return (
    <FormDialog
      title={member ? member.name : 'Add a member'}
      save={member ? 'Save the member' : 'Add the member'}
      onSave={save}
      onClose={onClose}
      isSaving={add.isPending || edit.isPending}
      failed={{ title: 'The member was not saved.', error: add.error ?? edit.error }}
    >
      <Field
        label="Name"
        value={name}
        onChange={setName}
        autoFocus
        wrong={tried && name.trim() === '' ? 'Say who it is.' : null}
        help="As minutes write it; who is on the list of people is found by the name."
      />
      <Field
        label="Role"
        value={role}
        onChange={setRole}
        help="Chair, clerk, co-opted, and whom they speak for."
      />
      <Field
        label="From"
        value={from}
        onChange={setFrom}
        help="The first day; empty where nobody knows."
        wrong={tried && first === undefined ? noDay(from, today) : null}
      />
      <Field
        label="Until"
        value={until}
        onChange={setUntil}
        help="The last day; empty while it lasts."
        wrong={tried && last === undefined ? noDay(until, today) : null}
      />
    </FormDialog>
  );
}
