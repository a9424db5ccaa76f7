import type { YearProposal } from '#shared/contract/years.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { type Draft, mergedWords, wordsOf } from './year-draft.ts';

type Listed = YearProposal['actions'][number];

export type WordsProps = {
  /** How the action is called in the labels of its fields. */
  readonly name: string;
  readonly action: Listed;
  readonly draft: Draft;
  /** What it is merged with, itself included, in reading order. */
  readonly members: readonly Listed[];
  readonly fault: string | null;
  /** Whether what is not asked for is shown too: the reason of a closed one, a change of what is measured. */
  readonly open: boolean;
  readonly onEdit: (id: string, patch: Partial<Draft>) => void;
};

/** The words that the way of an action asks for, in place below it. */
export function YearWords(props: WordsProps) {
  const { name, action, draft, members, fault, open, onEdit } = props;
  const change = (patch: Partial<Draft>) => onEdit(action.id, patch);
  if (draft.kind === 'merged' && members[0]?.id !== action.id) {
    const first = members[0];
    return first ? (
      <p className="yr-words rd">Merged into what {first.ref ?? `“${first.text}”`} becomes.</p>
    ) : null;
  }
  const ends = draft.kind === 'closed' || draft.kind === 'dropped';
  const showsMeasured = !ends && (open || draft.measured !== '' || draft.kind !== 'carried');
  const showsReason = draft.kind === 'dropped' || (draft.kind === 'closed' && open);
  const asks = draft.kind === 'reworded' || draft.kind === 'split' || draft.kind === 'merged';
  if (!asks && !showsMeasured && !showsReason) return null;
  return (
    <div className="yr-words" data-words={action.id}>
      {draft.kind === 'reworded' || draft.kind === 'merged' ? (
        <Field
          label={
            draft.kind === 'merged' ? `Words of the merger of ${namesOf(members)}` : `New words of ${name}`
          }
          lines={3}
          value={draft.text ?? (draft.kind === 'merged' ? mergedWords(members) : wordsOf(action))}
          onChange={(text) => change({ text })}
          wrong={draft.kind === 'reworded' && draft.text === null ? null : fault}
          help={
            draft.kind === 'merged' && members.length < 2
              ? 'Press m on the rows it is merged with.'
              : 'The first line is the action, lines below it are its bullets.'
          }
        />
      ) : null}
      {draft.kind === 'split' ? (
        <>
          {draft.parts.map((part, at) => (
            <Field
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity than their place
              key={at}
              label={`Part ${at + 1} of ${name}`}
              lines={2}
              value={part}
              onChange={(text) =>
                change({ parts: draft.parts.map((one, place) => (place === at ? text : one)) })
              }
              wrong={at === draft.parts.length - 1 ? fault : null}
            />
          ))}
          <span className="acts">
            <Button small onPress={() => change({ parts: [...draft.parts, ''] })}>
              Add a part
            </Button>
            {draft.parts.length > 2 ? (
              <Button small look="quiet" onPress={() => change({ parts: draft.parts.slice(0, -1) })}>
                Take the last part away
              </Button>
            ) : null}
          </span>
        </>
      ) : null}
      {showsReason ? (
        <Field
          label={draft.kind === 'dropped' ? `Why ${name} is dropped` : `Why ${name} is closed`}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          wrong={draft.kind === 'dropped' ? fault : null}
        />
      ) : null}
      {showsMeasured ? (
        <Field
          label="What is measured has changed"
          value={draft.measured}
          onChange={(measured) => change({ measured })}
          help={
            action.measures.length > 0
              ? `Measured now: ${action.measures.join('; ')}. Leave empty where it stays so.`
              : 'Leave empty where it has not. What you write is told in the next report.'
          }
        />
      ) : null}
    </div>
  );
}

const namesOf = (members: readonly Listed[]): string =>
  members.map(({ ref, text }) => ref ?? `“${text.slice(0, 30)}”`).join(', ');
