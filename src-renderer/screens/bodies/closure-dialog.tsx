import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Closure } from '#shared/contract/meeting-records.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { RadioChoices } from '../../components/choices.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { formatDay } from '../../format/days.ts';
import { say } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { noDay, typedDay } from '../people/people-words.ts';

const kinds = [
  { id: 'school-holiday', text: 'School holidays' },
  { id: 'bank-holiday', text: 'Bank holiday' },
  { id: 'closed', text: 'The office is closed' },
] as const;

/** Adds days on which nobody meets, or changes those that are there. */
export function ClosureDialog({ closure, onClose }: { closure: Closure | null; onClose: () => void }) {
  const trpc = useTRPC();
  const today = useToday();
  const [kind, setKind] = useState<Closure['kind']>(closure?.kind ?? 'school-holiday');
  const [name, setName] = useState(closure?.name ?? '');
  const [from, setFrom] = useState(closure ? formatDay(closure.from) : '');
  const [until, setUntil] = useState(
    closure && closure.until !== closure.from ? formatDay(closure.until) : '',
  );
  const [tried, setTried] = useState(false);
  const done = (words: string) => () => {
    say(words);
    onClose();
  };
  const add = useMutation(trpc.closures.add.mutationOptions({ onSuccess: done('Days added.') }));
  const change = useMutation(trpc.closures.change.mutationOptions({ onSuccess: done('Days saved.') }));
  const remove = useMutation(
    trpc.closures.remove.mutationOptions({ onSuccess: done('Days taken out. Undo brings them back.') }),
  );
  const [first, last] = [typedDay(from), typedDay(until)];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!first || last === undefined || name.trim() === '') return;
    const fields = { kind, name, from: first, until: last ?? first };
    if (closure) change.mutate({ closureId: closure.id, ...fields });
    else add.mutate(fields);
  };
  const failed = add.error ?? change.error ?? remove.error;
  return (
    <Dialog
      title={closure ? 'Days on which nobody meets' : 'Add days on which nobody meets'}
      isOpen
      onClose={onClose}
    >
      <form className="form" onSubmit={submit}>
        <RadioChoices label="What they are" value={kind} onChange={setKind} choices={kinds} inline />
        <Field
          label="Name"
          value={name}
          onChange={setName}
          autoFocus
          wrong={tried && name.trim() === '' ? 'Name them: “Easter holiday”.' : null}
        />
        <Field
          label="First day"
          value={from}
          onChange={setFrom}
          wrong={tried && !first ? (from.trim() === '' ? 'Say the first day.' : noDay(from, today)) : null}
        />
        <Field
          label="Last day"
          value={until}
          onChange={setUntil}
          help="Leave it empty for one day."
          wrong={tried && last === undefined ? noDay(until, today) : null}
        />
        {failed ? <Problem title="The days were not saved." error={failed} /> : null}
        <div className="acts">
          {closure ? (
            <Button look="quiet" onPress={() => remove.mutate({ closureId: closure.id })}>
              Take the days out
            </Button>
          ) : null}
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" isPending={add.isPending || change.isPending}>
            {closure ? 'Save the days' : 'Add the days'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
