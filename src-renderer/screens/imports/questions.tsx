import { type KeyboardEvent, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { FileView, Question } from '#shared/contract/imports.ts';
import { Button, IconButton, LinkButton } from '../../components/button.tsx';
import { count } from '../../format/words.ts';
import { Side } from './change-sides.tsx';
import { alikeGroups, familyOf, sameForAll } from './question-families.ts';
import type { Spot } from './sheet-desk.tsx';
import type { Correct } from './use-import.ts';

/** Choices that stand better in two columns than in one long one. */
const manyChoices = 5;

/** What the file leaves open, one at a time. The reading goes on with the choice marked until another is made. */
export function Questions(props: {
  questions: readonly Question[];
  spots: FileView['spots'];
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
  const family = familyOf(question, props.questions);
  const further = family.length - alike.length;
  const answerAll = () => {
    const answers = sameForAll(question, family, props.fileAt);
    if (answers.length > 0) props.onCorrect(answers);
  };
  const spotOf = (id: string) => props.spots.find((one) => one.questionId === id);
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
      <fieldset
        className="ask-one"
        aria-label="This question"
        onKeyDown={(event: KeyboardEvent) => {
          if (event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== 'a') return;
          if (further > 0) answerAll();
        }}
      >
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
          {question.compare ? (
            <dl className="both">
              <dt>Register now</dt>
              <dd>
                <Side {...question.compare} side="before" />
              </dd>
              <dt>This file</dt>
              <dd>
                <Side {...question.compare} side="after" />
              </dd>
            </dl>
          ) : null}
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
        {further > 0 ? (
          <p className="alike">
            <Button small onPress={answerAll} aria-keyshortcuts="A">
              The same for all {family.length} like it <span className="kbd">A</span>
            </Button>
          </p>
        ) : null}
      </fieldset>
      {placed.length > 0 ? (
        <p className="sm q2 shows">
          Show{' '}
          {placed.slice(0, 4).map((one) => {
            const spot = spotOf(one.id);
            return spot ? (
              <LinkButton key={one.id} onPress={() => props.onShow(spot)}>
                {one.where}
              </LinkButton>
            ) : (
              <span key={one.id}>{one.where} </span>
            );
          })}
          {placed.length > 4 ? ` and ${placed.length - 4} more` : ''}
          {alike.length > 1 ? `. One answer settles all ${alike.length}.` : ''}
        </p>
      ) : null}
      <p className="sm q2 nx">
        {next ? `Next: ${next.text} ` : ''}
        {question.about === 'timescale' ? 'The words themselves are kept, whichever it is. ' : ''}
        {count(props.questions.filter((one) => one.answered).length, 'answer')} given.
      </p>
    </section>
  );
}
