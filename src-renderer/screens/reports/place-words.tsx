import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { MarkedPlace } from '#shared/contract/reports.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Check } from '../../components/choices.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { formatDay } from '../../format/days.ts';
import { say } from '../../shell/foot.tsx';
import type { WordsWish } from './report-choices.ts';

/** One marked place: its words, written on leaving the field; or those of last time, to keep or to clear. */
export function PlaceWords({
  place,
  wish,
  isNew,
}: {
  place: MarkedPlace;
  wish: WordsWish;
  /** Just added by the officer: the field is ready to be written in. */
  isNew: boolean;
}) {
  const trpc = useTRPC();
  const write = useMutation(trpc.reports.writeWords.mutationOptions());
  const [draft, setDraft] = useState<string | null>(null);
  const { own, from } = place;
  const put = (text: string, internal: boolean, told: string) =>
    write
      .mutateAsync({
        ...wish,
        words: [{ place: place.place, recordId: place.recordId, text, internal }],
      })
      .then(() => {
        setDraft(null);
        say(told);
      })
      .catch(() => undefined);
  const save = () => {
    const text = (draft ?? '').trim();
    if (draft === null || text === (own?.text ?? '')) return;
    void put(text, own?.internal ?? false, text === '' ? 'Cleared.' : 'Your words are saved.');
  };
  return (
    <section className="own-place" aria-label={place.name}>
      <h3>{place.name}</h3>
      {place.shown ? null : <p className="sm">This report leaves the part out, and the words with it.</p>}
      {from ? (
        <div className="from-last">
          <p className="sm">
            From last time, {from.name}
            {from.takenOn ? `, taken on ${formatDay(from.takenOn)}` : ''}. In no report until you keep it.
          </p>
          <blockquote>{from.text}</blockquote>
          <div className="acts">
            <Button
              isPending={write.isPending}
              aria-label={`Keep the words: ${place.name}`}
              onPress={() =>
                void put(from.text, from.internal, 'Kept. Change the words where they no longer fit.')
              }
            >
              Keep
            </Button>
            <Button
              look="quiet"
              aria-label={`Clear the words: ${place.name}`}
              onPress={() => void put('', from.internal, 'Cleared for this report.')}
            >
              Clear
            </Button>
          </div>
        </div>
      ) : null}
      {from ? null : (
        <>
          <Field
            label={`Words: ${place.name}`}
            value={draft ?? own?.text ?? ''}
            onChange={setDraft}
            onBlur={save}
            lines={5}
            autoFocus={isNew}
            help={
              draft !== null && draft.trim() !== (own?.text ?? '')
                ? 'Saved when you leave the field.'
                : own && own.text !== ''
                  ? `Written on ${formatDay(own.writtenOn)}.`
                  : 'Each line is a paragraph; begin a line with “- ” for a list.'
            }
          />
          {own && own.text !== '' ? (
            <Check
              isSelected={own.internal}
              onChange={(internal) =>
                void put(
                  own.text,
                  internal,
                  internal ? 'For those inside only.' : 'For all who get the report.',
                )
              }
            >
              Internal{' '}
              <span className="sm q">only for those who see internal notes and what is confidential</span>
            </Check>
          ) : null}
        </>
      )}
      {write.isError ? <Problem title="The words were not saved." error={write.error} /> : null}
    </section>
  );
}
