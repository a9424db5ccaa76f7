import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { MarkedPlace } from '#shared/contract/reports.ts';
import { placeKey } from '#shared/domain/own-words.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Group } from '../../components/group.tsx';
import { Problem } from '../../components/notices.tsx';
import { ComboBox } from '../../components/select.tsx';
import { count } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { PlaceWords } from './place-words.tsx';
import type { Preview, WordsWish } from './report-choices.ts';

/** Words of the office's own at marked places: those that are there, those of last time, and any place to add. */
export function OwnWordsForm({ preview, wish }: { preview: Preview; wish: WordsWish }) {
  const trpc = useTRPC();
  const write = useMutation(trpc.reports.writeWords.mutationOptions());
  const [added, setAdded] = useState<readonly string[]>([]);
  const { places, records } = preview;
  const known = new Set(places.map(placeKey));
  const atRecords = records
    .map(
      ({ id, name }): MarkedPlace => ({
        place: 'at',
        recordId: id,
        name,
        own: null,
        from: null,
        shown: true,
      }),
    )
    .filter((one) => !known.has(placeKey(one)));
  const all = [...places, ...atRecords];
  const isTold = ({ own, from }: MarkedPlace) => from !== null || (own !== null && own.text !== '');
  const isOpen = (one: MarkedPlace) => isTold(one) || added.includes(placeKey(one));
  const open = all.filter(isOpen);
  const waiting = places.flatMap(({ place, recordId, from }) =>
    from ? [{ place, recordId, text: from.text, internal: from.internal }] : [],
  );
  const settle = (keep: boolean) =>
    void write
      .mutateAsync({ ...wish, words: waiting.map((one) => (keep ? one : { ...one, text: '' })) })
      .then(({ written }) => say(`${count(written, 'place')} ${keep ? 'kept' : 'cleared'}.`))
      .catch(() => undefined);
  return (
    <Group name="Words of your own" note="set apart by a rule from what the register tells">
      {open.length === 0 ? (
        <p className="q2">
          None yet. Choose a place: a foreword, closing words, or beside what they are about.
        </p>
      ) : null}
      {waiting.length > 1 ? (
        <div className="acts">
          <Button isPending={write.isPending} onPress={() => settle(true)}>
            Keep all {waiting.length} of last time
          </Button>
          <Button look="quiet" onPress={() => settle(false)}>
            Clear all {waiting.length}
          </Button>
        </div>
      ) : null}
      {write.isError ? <Problem title="The words were not saved." error={write.error} /> : null}
      {open.map((one) => (
        <PlaceWords
          key={placeKey(one)}
          place={one}
          wish={wish}
          isNew={added.at(-1) === placeKey(one) && !isTold(one)}
        />
      ))}
      <ComboBox
        key={open.length}
        label="Add words at"
        choices={all.filter((one) => !isOpen(one)).map((one) => ({ id: placeKey(one), text: one.name }))}
        value={null}
        onChange={(key) => {
          if (key !== null) setAdded([...added, key]);
        }}
      />
    </Group>
  );
}
