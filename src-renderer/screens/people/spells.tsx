import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { PersonRow } from '#shared/contract/people.ts';
import { holdsOn } from '#shared/domain/spells.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { formatDay } from '../../format/days.ts';
import { say } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { daysInWords, noDay, typedDay } from './people-words.ts';
import { PersonChoice } from './person-choice.tsx';

type Days = { from: string | null; until: string | null };

/** One spell: with whom, and when; the present ones in ink. */
export function SpellRow(props: { spell: Days & { spellId: string }; other: string; otherId: string }) {
  const { spell, other } = props;
  const trpc = useTRPC();
  const today = useToday();
  const [editing, setEditing] = useState(false);
  const remove = useMutation(
    trpc.people.removeSpell.mutationOptions({
      onSuccess: () => say(`Removed: ${other}.`),
      onError: (error) => say(wireErrorOf(error).message),
    }),
  );
  const save = useMutation(
    trpc.people.editSpell.mutationOptions({
      onSuccess: () => {
        say(`Saved: ${other}.`);
        setEditing(false);
      },
    }),
  );
  const now = holdsOn(spell, today);
  return (
    <div className={now ? 'spell' : 'spell bygone'}>
      <Link to="/people/$personId" params={{ personId: props.otherId }} className="hit">
        {now ? <b>{other}</b> : other}
      </Link>
      <p className="sm q2">
        {now ? 'now, ' : ''}
        {daysInWords(spell)}
      </p>
      <p className="sm acts">
        <LinkButton onPress={() => setEditing(true)} aria-label={`Change the days of ${other}`}>
          Change the days
        </LinkButton>
        <LinkButton
          onPress={() => remove.mutate({ spellId: spell.spellId })}
          aria-label={`Remove the spell of ${other}`}
        >
          Remove
        </LinkButton>
      </p>
      {editing ? (
        <DaysDialog
          title={other}
          act="Save the days"
          days={spell}
          error={save.isError ? save.error : undefined}
          isPending={save.isPending}
          onSave={(days) => save.mutate({ spellId: spell.spellId, ...days })}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </div>
  );
}

/** Adds somebody to a role or team (`of`), or a role or team to somebody (`by`). */
export function AddSpell(props: { of: PersonRow; by?: never } | { of?: never; by: PersonRow }) {
  const trpc = useTRPC();
  const [adding, setAdding] = useState(false);
  const [otherId, setOtherId] = useState<string | null>(null);
  const add = useMutation(
    trpc.people.addSpell.mutationOptions({
      onSuccess: () => {
        say('Added.');
        setAdding(false);
        setOtherId(null);
      },
    }),
  );
  const { of, by } = props;
  const act = by ? 'Add a role or team' : of?.kind === 'role' ? 'Say who holds it' : 'Add a member';
  return (
    <>
      <Button small onPress={() => setAdding(true)}>
        {act}
      </Button>
      {adding ? (
        <DaysDialog
          title={by ? by.name : (of?.name ?? '')}
          act={act}
          days={{ from: null, until: null }}
          needs={otherId === null ? 'Choose who or what is meant.' : null}
          error={add.isError ? add.error : undefined}
          isPending={add.isPending}
          onSave={(days) => {
            if (otherId === null) return;
            const ends = by ? { ofId: otherId, personId: by.id } : { ofId: of?.id ?? '', personId: otherId };
            add.mutate({ ...ends, ...days });
          }}
          onClose={() => setAdding(false)}
        >
          <PersonChoice
            label={by ? 'Role, team or organisation' : 'Who'}
            value={otherId}
            onChange={setOtherId}
            only={(person) =>
              by
                ? person.kind !== 'person' && person.id !== by.id
                : person.id !== of?.id && (of?.kind === 'role' ? person.kind !== 'role' : true)
            }
          />
        </DaysDialog>
      ) : null}
    </>
  );
}

/** From which day until which, as people write them. */
function DaysDialog(props: {
  title: string;
  act: string;
  days: Days;
  /** What is still to be said before it can be saved. */
  needs?: string | null;
  error: unknown;
  isPending: boolean;
  onSave: (days: Days) => void;
  onClose: () => void;
  children?: React.ReactNode;
}) {
  const today = useToday();
  const [from, setFrom] = useState(props.days.from ? formatDay(props.days.from) : '');
  const [until, setUntil] = useState(props.days.until ? formatDay(props.days.until) : '');
  const [tried, setTried] = useState(false);
  const [first, last] = [typedDay(from), typedDay(until)];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (first === undefined || last === undefined || props.needs) return;
    props.onSave({ from: first, until: last });
  };
  return (
    <Dialog title={props.title} isOpen onClose={props.onClose}>
      <form className="form" onSubmit={submit}>
        {props.children}
        {tried && props.needs ? <p role="alert">{props.needs}</p> : null}
        <Field
          label="From"
          value={from}
          onChange={setFrom}
          help="The first day; leave it empty where nobody knows."
          wrong={tried && first === undefined ? noDay(from, today) : null}
        />
        <Field
          label="Until"
          value={until}
          onChange={setUntil}
          help="The last day; empty while it lasts."
          wrong={tried && last === undefined ? noDay(until, today) : null}
        />
        {props.error === undefined ? null : <Problem title="The days were not saved." error={props.error} />}
        <div className="acts">
          <Button look="quiet" onPress={props.onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" isPending={props.isPending}>
            {props.act}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
