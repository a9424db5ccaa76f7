import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { Question } from '#shared/contract/imports.ts';
import { IconButton, LinkButton } from '../../components/button.tsx';
import type { Spot } from './sheet-desk.tsx';
import type { Correct } from './use-import.ts';

/** Choices that stand better in two columns than in one long one. */
const manyChoices = 5;

/** What the file leaves open, one at a time. The reading goes on with the choice marked until another is made. */
export function Questions(props: {
  questions: readonly Question[];
  fileAt: number;
  onCorrect: Correct;
  /** An answer is on its way through the reading: it shows as given meanwhile. */
  isCorrecting: boolean;
  onShow: (spot: Spot) => void;
}) {
  const groups = alikeGroups(props.questions);
  const [chosen, setChosen] = useState(0);
  const [given, setGiven] = useState<{ id: string; choice: string } | null>(null);
  const at = Math.min(chosen, groups.length - 1);
  const alike = groups[at];
  const question = alike?.[0];
  if (!alike || !question) {
    return (
      <section className="qs">
        <h2>Questions</h2>
        <p className="q2">None: everything in the file reads one way.</p>
      </section>
    );
  }
  const next = groups[at + 1]?.[0];
  const placed = alike.filter((one) => one.where !== '');
  return (
    <section className="qs">
      <h2>
        Questions
        <span className="cnt">
          {at + 1} of {groups.length}
          <IconButton
            icon="left"
            label="Previous question"
            isDisabled={at === 0}
            onPress={() => setChosen(at - 1)}
          />
          <IconButton
            icon="right"
            label="Next question"
            isDisabled={!next}
            onPress={() => setChosen(at + 1)}
          />
        </span>
      </h2>
      <RadioGroup
        key={question.id}
        className={question.choices.length > manyChoices ? 'qq many' : 'qq'}
        value={props.isCorrecting && given?.id === question.id ? given.choice : question.taken}
        onChange={(choice) => {
          setGiven({ id: question.id, choice });
          props.onCorrect(
            alike.map((one) => ({ kind: 'answer', file: props.fileAt, questionId: one.id, choice })),
          );
        }}
      >
        <Label>{question.text}</Label>
        {question.choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className="rad">
            <i aria-hidden="true" />
            <span>
              <b>{choice.label}</b>
              {choice.detail ? <small>{choice.detail}</small> : null}
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {placed.length > 0 ? (
        <p className="sm q2 shows">
          Show{' '}
          {placed.slice(0, 4).map((one) => (
            <LinkButton key={one.id} onPress={() => props.onShow({ where: one.where, questionId: one.id })}>
              {one.where}
            </LinkButton>
          ))}
          {placed.length > 4 ? ` and ${placed.length - 4} more` : ''}
          {alike.length > 1 ? `. One answer settles all ${alike.length}.` : ''}
        </p>
      ) : null}
      <p className="sm q2 nx">
        {next ? `Next: ${next.text} ` : ''}
        {question.about === 'timescale' ? 'The words themselves are kept, whichever it is.' : ''}
      </p>
    </section>
  );
}

/** Questions that read the same are one to the officer, and one answer settles all of them. */
function alikeGroups(questions: readonly Question[]): Question[][] {
  const said = (one: Question) => JSON.stringify([one.about, one.text, one.choices, one.taken]);
  return [...Map.groupBy(questions, said).values()];
}
