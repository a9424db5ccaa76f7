import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import type { KeyEntry } from '#shared/contract/register.ts';
import { faultInKey } from '#shared/domain/status-keys.ts';
import { type Outputs, useTRPC } from '../../client/trpc.ts';
import { LinkButton } from '../../components/button.tsx';
import { Problem } from '../../components/notices.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { count, listWords } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { KeyPreview } from './key-preview.tsx';
import { KeyRow } from './key-row.tsx';
import { swapped, withAnother } from './key-rules.ts';
import { SaveOrNot } from './partnership.tsx';

/** A key as it is edited: several words may stand for one state; the shape stays with the state. */
export function KeyForm(props: {
  planId: string | null;
  saved: readonly KeyEntry[];
  /** Whether it is this plan's own key, or what holds without one. */
  own: boolean;
  used: Outputs['keys']['get']['used'];
}) {
  const { planId, saved, own, used } = props;
  const trpc = useTRPC();
  const draft = useDraft<readonly KeyEntry[]>(saved);
  const save = useMutation(
    trpc.keys.set.mutationOptions({
      onSuccess: (_, { entries }) => {
        draft.reset();
        say(entries.length > 0 ? 'Key saved.' : 'The key is the usual one again.');
      },
    }),
  );
  const key = draft.value;
  const wrong = faultInKey(key);
  const change = (at: number, entry: KeyEntry) => draft.set(key.map((old, i) => (i === at ? entry : old)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong === null) save.mutate({ planId, entries: [...key] });
  };
  return (
    <form className="form" onSubmit={submit}>
      <p className="q2">
        {own
          ? 'The shape stays with the state; the words, the colours and what they mean are printed on every report.'
          : planId === null
            ? 'The usual key holds. What you change here holds for every plan without a key of its own.'
            : 'This plan has no key of its own: what you change here becomes its own.'}{' '}
        What was said before keeps the word and the colour that it was given.
      </p>
      <table className="keys stack">
        <thead>
          <tr>
            <th>Looks</th>
            <th>Word</th>
            <th>Colour</th>
            <th>What it means</th>
            <th>
              <span className="vh">Order</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {key.map((entry, at) => (
            <KeyRow
              // A word is its place while it is typed.
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity while the words change
              key={at}
              entry={entry}
              onChange={(changed) => change(at, changed)}
              onUp={at === 0 ? null : () => draft.set(swapped(key, at, at - 1))}
              onDown={at === key.length - 1 ? null : () => draft.set(swapped(key, at, at + 1))}
              onRemove={
                key.filter((other) => other.state === entry.state).length > 1
                  ? () => draft.set(key.filter((_, i) => i !== at))
                  : null
              }
              onAnother={() => draft.set(withAnother(key, at))}
            />
          ))}
        </tbody>
      </table>
      <KeyPreview entries={key} />
      <Leaving used={used} entries={key} />
      {wrong && draft.changed ? <Problem>{wrong}</Problem> : null}
      {save.isError ? <Problem title="The key was not saved." error={save.error} /> : null}
      <SaveOrNot changed={draft.changed} isSaving={save.isPending} onReset={draft.reset} what="the key" />
      {own && !draft.changed ? (
        <LinkButton onPress={() => save.mutate({ planId, entries: [] })}>
          {planId === null ? 'Go back to the usual key' : 'Take the key of plans without one'}
        </LinkButton>
      ) : null}
    </form>
  );
}

/** Words under which actions stand today and that the key no longer has: they stay until the next update. */
function Leaving(props: { used: Outputs['keys']['get']['used']; entries: readonly KeyEntry[] }) {
  const has = new Set(props.entries.map(({ label }) => label.trim().toLocaleLowerCase('en-GB')));
  const left = props.used.filter(({ label }) => !has.has(label.trim().toLocaleLowerCase('en-GB')));
  if (left.length === 0) return null;
  return (
    <p className="q2">
      {listWords(left.map(({ label, actions }) => `“${label}” (${count(actions, 'action')})`))} stay as they
      were given, until the next update of each says otherwise.
    </p>
  );
}
