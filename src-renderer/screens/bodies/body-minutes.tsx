import { useMutation } from '@tanstack/react-query';
import type { Body } from '#shared/contract/meeting-records.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Select } from '../../components/select.tsx';
import { say } from '../../shell/foot.tsx';
import type { BodyPage } from './body-screen.tsx';
import { linesOf } from './body-words.ts';
import { KeptField } from './kept-field.tsx';
import { useBodyEdit } from './use-body-edit.ts';

type Numbering = NonNullable<Body['numbering']>;
type Resolving = NonNullable<Body['resolving']>;

const counts = [
  { id: 'body', text: 'on for ever' },
  { id: 'calendar-year', text: 'anew each calendar year' },
  { id: 'financial-year', text: 'anew each financial year' },
  { id: 'academic-year', text: 'anew each academic year' },
] as const;
const resolutionCounts = [
  { id: 'item', text: 'anew in each item' },
  { id: 'meeting', text: 'anew at each meeting' },
  ...counts,
] as const;

/** How its minutes and resolutions are numbered, and what stands on every agenda. */
export function BodyMinutes({ page }: { page: BodyPage }) {
  const { body, nextMinute, resolutionSample } = page;
  const trpc = useTRPC();
  const edit = useBodyEdit(body.id);
  const standing = useMutation(
    trpc.bodies.setStandingItems.mutationOptions({ onSuccess: () => say('Saved.') }),
  );
  const tell = (error: unknown) => say(wireErrorOf(error).message);
  const numbering: Numbering | null = body.numbering ?? null;
  const resolving: Resolving | null = body.resolving ?? null;
  const items = body.standingItems ?? [];
  return (
    <div className="bd-fields">
      <KeptField
        label="Minute numbers"
        value={numbering?.pattern ?? ''}
        help={
          nextMinute
            ? `The next minute is ${nextMinute}. {n} is the number, {yy} the year.`
            : '{n} is the number and {yy} the year: “{n}/{yy}” gives 41/14. Empty where minutes have none.'
        }
        onKeep={(pattern) =>
          edit({
            numbering:
              pattern === ''
                ? null
                : { pattern, counts: numbering?.counts ?? 'financial-year', of: numbering?.of ?? 'item' },
          })
        }
      />
      {numbering ? (
        <Select
          label="Minutes are counted"
          value={numbering.counts}
          choices={counts}
          onChange={(by) => {
            edit({ numbering: { ...numbering, counts: by } }).catch(tell);
          }}
        />
      ) : null}
      {numbering ? (
        <Select
          label="A number for"
          value={numbering.of}
          choices={[
            { id: 'item', text: 'each item' },
            { id: 'meeting', text: 'each meeting' },
          ]}
          onChange={(of) => {
            edit({ numbering: { ...numbering, of } }).catch(tell);
          }}
        />
      ) : null}
      <KeptField
        label="Words of a resolution"
        value={resolving?.words ?? ''}
        help={`Its resolutions look like this: ${resolutionSample}`}
        onKeep={(words) =>
          edit({ resolving: words === '' ? null : { words, counts: resolving?.counts ?? 'item' } })
        }
      />
      {resolving ? (
        <Select
          label="Resolutions are counted"
          value={resolving.counts}
          choices={resolutionCounts}
          onChange={(by) => {
            edit({ resolving: { ...resolving, counts: by } }).catch(tell);
          }}
        />
      ) : null}
      <KeptField
        label="Standing items, one a line"
        lines={4}
        value={items.map(({ title }) => title).join('\n')}
        help="What is on every agenda, in its order."
        onKeep={(words) =>
          standing.mutateAsync({
            bodyId: body.id,
            // What is known of an item stays with its title.
            items: linesOf(words).map(
              (title) =>
                items.find((item) => item.title === title) ?? {
                  title,
                  kind: null,
                  plannedMinutes: null,
                  officer: null,
                },
            ),
          })
        }
      />
    </div>
  );
}
