import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { RoundProposal } from '#shared/contract/rounds.ts';
import { isDay } from '#shared/domain/dates.ts';
import { readTimescale } from '#shared/domain/timescales.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Check } from '../../components/choices.tsx';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { formatDay } from '../../format/days.ts';
import { count, listWords } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { heldWords } from './round-words.ts';

/** Asks for name, day and plans, and tells the numbers before anything is made. */
export function OpenRound({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const [name, setName] = useState<string | null>(null);
  const [due, setDue] = useState<string | null>(null);
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const day = due === null ? null : dayIn(due);
  const proposal = useQuery(
    trpc.rounds.propose.queryOptions({ dueOn: day }, { placeholderData: keepPreviousData }),
  );
  const open = useMutation(
    trpc.rounds.open.mutationOptions({
      onSuccess: ({ roundId }) => {
        say('Round opened. Save the drafts to send it.');
        onClose();
        void navigate({ to: '/updates/$roundId', params: { roundId } });
      },
    }),
  );
  const told = proposal.data;
  const words = (name ?? told?.name ?? '').trim();
  const dueWords = due ?? (told ? formatDay(told.dueOn) : '');
  const dueOn = due === null ? (told?.dueOn ?? null) : day;
  const wrongDay =
    due !== null && due.trim() !== '' && day === null ? 'Write a day, such as 24 November 2014.' : null;
  const leads = told?.leads.filter(({ personId }) => !without.has(personId)) ?? [];
  return (
    <FormDialog
      title="Open an update round"
      save={`Open the round for ${count(leads.length, 'lead')}`}
      isSaving={open.isPending}
      onClose={onClose}
      onSave={() => {
        if (!words || wrongDay || !told || leads.length === 0) return;
        open.mutate({ name: words, dueOn, without: [...without] });
      }}
      failed={open.isError ? { title: 'The round was not opened.', error: open.error } : null}
    >
      <Field
        label="Name"
        value={name ?? told?.name ?? ''}
        onChange={setName}
        autoFocus
        help="What the updates are of, such as “July to September 2010”."
        wrong={told && !words ? 'A round needs a name.' : null}
      />
      <Field label="Due back" value={dueWords} onChange={setDue} wrong={wrongDay} />
      {proposal.isError ? <Problem title="The numbers could not be shown." error={proposal.error} /> : null}
      {told ? (
        <Numbers told={told} without={without} onWithout={setWithout} />
      ) : proposal.isPending ? (
        <Working what="Looking whose is what" />
      ) : null}
    </FormDialog>
  );
}

function Numbers(props: {
  told: RoundProposal;
  without: ReadonlySet<string>;
  onWithout: (ids: ReadonlySet<string>) => void;
}) {
  const { told, without, onWithout } = props;
  const leads = told.leads.filter(({ personId }) => !without.has(personId));
  const mute = leads.filter(({ addresses }) => addresses.length === 0);
  const turn = (id: string, isIn: boolean) => {
    const next = new Set(without);
    if (isIn) next.delete(id);
    else next.add(id);
    onWithout(next);
  };
  return (
    <div className="rd-numbers">
      <p>
        <b>{count(leads.length, 'lead')}</b>, {count(told.actions, 'open action')} and{' '}
        {count(told.figures, 'figure')} that {told.figures === 1 ? 'is' : 'are'} due.
      </p>
      {mute.length > 0 ? (
        <p>
          {count(mute.length, 'lead')} without an e-mail address: {listWords(mute.map(({ name }) => name))}.
          Their drafts open without an addressee.
        </p>
      ) : null}
      {told.unasked.length > 0 ? (
        <p>
          Nobody is asked about {count(told.unasked.length, 'row')}, which{' '}
          {told.unasked.length === 1 ? 'has' : 'have'} no lead whom the register knows:{' '}
          {told.unasked
            .slice(0, 5)
            .map(({ ref, text }) => ref ?? text)
            .join(', ')}
          {told.unasked.length > 5 ? ` and ${told.unasked.length - 5} more` : ''}.
        </p>
      ) : null}
      <fieldset className="rd-who">
        <legend className="label">Who gets a form</legend>
        {told.leads.map((lead) => (
          <Check
            key={lead.personId}
            isSelected={!without.has(lead.personId)}
            onChange={(isIn) => turn(lead.personId, isIn)}
          >
            {lead.name} <span className="q2">{heldWords(lead)}</span>
          </Check>
        ))}
      </fieldset>
    </div>
  );
}

/** A day as typed; null where it is none. */
function dayIn(text: string): string | null {
  const words = text.trim();
  if (isDay(words)) return words;
  const read = readTimescale(words, {});
  return read.precision === 'day' && !read.ambiguous ? (read.end ?? read.start) : null;
}
