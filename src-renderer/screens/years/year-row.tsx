import { memo } from 'react';
import type { KeyEntry } from '#shared/contract/register.ts';
import type { YearProposal } from '#shared/contract/years.ts';
import { Status } from '../../components/status.tsx';
import { type Draft, kinds } from './year-draft.ts';
import { type WordsProps, YearWords } from './year-words.tsx';

type Listed = YearProposal['actions'][number];

export type RowProps = Omit<WordsProps, 'name'> & {
  readonly action: Listed;
  readonly planKey: readonly KeyEntry[];
  readonly newRefs: readonly string[];
  readonly passed: boolean;
  readonly marked: boolean;
  readonly open: boolean;
  readonly onKind: (id: string, kind: Draft['kind']) => void;
  readonly onMark: (id: string) => void;
};

/** What is heard of a row: its reference and words, and the way it goes. */
export function nameOfRow(action: Pick<Listed, 'ref' | 'text'>, kind: Draft['kind']): string {
  const way = kinds.find((one) => one.kind === kind)?.name ?? '';
  return `${way}: ${[action.ref, action.text].filter(Boolean).join(' ')}`;
}

/** One action with its way into the new year, and below it the words that this way asks for. */
export const YearRow = memo(function YearRow(props: RowProps) {
  const { action, draft, planKey, newRefs, passed, marked, open, onKind, onMark } = props;
  const ends = draft.kind === 'closed' || draft.kind === 'dropped';
  const renumbered = newRefs.length > 0 && (newRefs.length > 1 || newRefs[0] !== action.ref);
  return (
    <li className={`yr-row${ends ? ' ends' : ''}${marked ? ' marked' : ''}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: a row of a list that is reached by arrows and answers to letters */}
      <div
        role="group"
        className="yr-line"
        data-row={action.id}
        tabIndex={-1}
        aria-label={`${nameOfRow(action, draft.kind)}${marked ? ', marked' : ''}`}
      >
        <input
          type="checkbox"
          className="yr-mark"
          tabIndex={-1}
          checked={marked}
          onChange={() => onMark(action.id)}
          aria-label={`Mark ${action.ref ?? action.text}`}
        />
        <span className="yr-ways">
          {kinds.map(({ kind, letter, name }) => (
            <button
              key={kind}
              type="button"
              tabIndex={-1}
              className={kind === draft.kind ? 'on' : undefined}
              aria-pressed={kind === draft.kind}
              aria-label={name}
              title={`${name} (${letter})`}
              onClick={() => onKind(action.id, kind)}
            >
              {kind === draft.kind ? name : letter}
            </button>
          ))}
        </span>
        <span className="yr-ref">
          {action.ref}
          {renumbered && !ends ? <span className="rd">becomes {newRefs.join(', ')}</span> : null}
        </span>
        <span className="yr-text">
          {action.text}
          {action.leads ? <span className="rd">{action.leads}</span> : null}
        </span>
        <span>
          {action.status ? (
            <Status status={action.status} planKey={planKey} />
          ) : (
            <span className="q">No status yet</span>
          )}
        </span>
        <span>
          {action.timescale?.text}
          {passed && !ends ? <span className="rd">Has passed: needs a new date</span> : null}
        </span>
      </div>
      <YearWords {...props} name={action.ref ?? action.text} open={open} />
    </li>
  );
});
