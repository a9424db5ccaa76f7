import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DutyAnswerShown, DutyView } from '#shared/contract/duties.ts';
import { useTRPC } from '../../client/trpc.ts';
import { LinkButton } from '../../components/button.tsx';
import { Problem } from '../../components/notices.tsx';
import { Status } from '../../components/status.tsx';
import { say } from '../../shell/foot.tsx';
import { AnswerBox } from './answer-box.tsx';

// One function for all time, so that the row is brought into view once and not at every letter typed.
const intoView = (row: HTMLElement | null) => row?.scrollIntoView({ block: 'center' });

/** One duty: its words, its basis, since when it is in force, and what answers it. */
export function DutyRow(props: { duty: DutyView; isLooked: boolean; onEdit: () => void }) {
  const { duty, isLooked } = props;
  const trpc = useTRPC();
  const [adding, setAdding] = useState(false);
  const answer = useMutation(
    trpc.duties.answer.mutationOptions({
      onSuccess: () => {
        setAdding(false);
        say('Answer added.');
      },
    }),
  );
  const facts = [duty.basis, duty.inForceFrom ? `in force ${lower(duty.inForceFrom.text)}` : null, duty.plan];
  return (
    <li className="duty" aria-current={isLooked ? 'true' : undefined} ref={isLooked ? intoView : undefined}>
      <div>
        <p className="duty-words">{duty.text}</p>
        <p className="sm q2">{facts.filter(Boolean).join(', ')}</p>
      </div>
      <div>
        {duty.answers.length > 0 ? (
          <ul className="duty-answers">
            {duty.answers.map((one) => (
              <Answer key={`${one.kind} ${one.recordId}`} duty={duty} answer={one} />
            ))}
          </ul>
        ) : null}
        {adding ? (
          <AnswerBox
            label={`What answers ${duty.text}`}
            onChoose={(chosen) =>
              answer.mutate({ dutyId: duty.id, kind: chosen.kind, recordId: chosen.recordId })
            }
            onClose={() => setAdding(false)}
          />
        ) : (
          <p className="duty-acts">
            <LinkButton onPress={() => setAdding(true)} aria-label={`Add what answers it: ${duty.text}`}>
              Add what answers it
            </LinkButton>
            <LinkButton onPress={props.onEdit} aria-label={`Change the duty ${duty.text}`}>
              Change
            </LinkButton>
          </p>
        )}
        {answer.isError ? <Problem title="The answer was not added." error={answer.error} /> : null}
      </div>
    </li>
  );
}

const lower = (words: string): string => words.charAt(0).toLocaleLowerCase('en-GB') + words.slice(1);

function Answer({ duty, answer }: { duty: DutyView; answer: DutyAnswerShown }) {
  const trpc = useTRPC();
  const remove = useMutation(
    trpc.duties.unanswer.mutationOptions({ onSuccess: () => say('Answer taken out. Undo brings it back.') }),
  );
  const name = [answer.ref, answer.text].filter(Boolean).join(' ');
  const what = { action: null, section: 'a part of', kpi: 'a KPI of' }[answer.kind];
  return (
    <li>
      <AnswerLink answer={answer} name={name} />
      <p className="sm q2">
        {answer.status ? (
          <>
            <Status status={answer.status} />{' '}
          </>
        ) : null}
        {[what, answer.plan].filter(Boolean).join(' ')}
        {answer.said === 'link' ? ', by its links' : ''}{' '}
        <LinkButton
          aria-label={`Take out ${name}`}
          onPress={() => remove.mutate({ dutyId: duty.id, kind: answer.kind, recordId: answer.recordId })}
        >
          Take out
        </LinkButton>
      </p>
      {remove.isError ? <Problem error={remove.error} /> : null}
    </li>
  );
}

function AnswerLink({ answer, name }: { answer: DutyAnswerShown; name: string }) {
  if (answer.kind === 'kpi') {
    return (
      <Link to="/kpis/$kpiId" params={{ kpiId: answer.recordId }} className="hit">
        {name}
      </Link>
    );
  }
  return (
    <Link
      to="/plans/$planId"
      params={{ planId: answer.planId ?? '' }}
      search={answer.kind === 'action' ? { action: answer.recordId } : { section: answer.recordId }}
      className="hit"
    >
      {name}
    </Link>
  );
}
