import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { Question } from '#shared/contract/imports.ts';
import { IconButton, LinkButton } from '../../components/button.tsx';
import type { Spot } from './sheet-desk.tsx';
import type { Correct } from './use-import.ts';

/** What the file leaves open, one at a time. The reading goes on with the choice marked until another is made. */
export function Questions(props: {
  questions: readonly Question[];
  fileAt: number;
  onCorrect: Correct;
  onShow: (spot: Spot) => void;
}) {
  const { questions } = props;
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, questions.length - 1);
  const question = questions[at];
  if (!question) {
    return (
      <section className="qs">
        <h2>Questions</h2>
        <p className="q2">None: everything in the file reads one way.</p>
      </section>
    );
  }
  const alike = questions.filter((one) => one.about === question.about && one.text === question.text);
  const next = questions[at + 1];
  return (
    <section className="qs">
      <h2>
        Questions
        <span className="cnt">
          {at + 1} of {questions.length}
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
        className="qq"
        value={question.taken}
        onChange={(choice) =>
          props.onCorrect(
            alike.map((one) => ({ kind: 'answer', file: props.fileAt, questionId: one.id, choice })),
          )
        }
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
      <p className="sm q2 nx">
        <LinkButton onPress={() => props.onShow({ where: question.where, questionId: question.id })}>
          Show {question.where}
        </LinkButton>
        {alike.length > 1 ? ` Answers ${alike.length} alike at once.` : ''}
        {next ? ` Next: ${next.text}` : ''} Unanswered values keep their words.
      </p>
    </section>
  );
}
