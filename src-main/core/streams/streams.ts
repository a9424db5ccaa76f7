import type { z } from 'zod';
import type { ReadDb } from '#db/handles.ts';
import { lastPosition } from '#db/queries/plans-order.ts';
import { removeStreamRows } from '#db/queries/plans-remove.ts';
import { fundingStreamsIn } from '#db/queries/register-linked.ts';
import { fundedActions } from '#db/queries/streams.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { fundingStreams } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { FundingStream } from '#shared/contract/linked.ts';
import type { streamsContract } from '#shared/contract/streams.ts';
import { streamReader } from '#shared/domain/streams.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { step } from '../plans/positions.ts';

type Listed = z.output<(typeof streamsContract)['list']['output']>;
type Paid = z.output<(typeof streamsContract)['pays']['output']>;

/** How many of the words that name no stream are offered. */
const offered = 12;

/** The streams with how much each pays for, and what resources say that names none yet. */
export function readStreams(db: ReadDb): Listed {
  const streams = fundingStreamsIn(db);
  const read = streamReader(streams);
  const paid = new Map<string, { actions: number; plans: Set<string> }>();
  const unnamed = new Map<string, number>();
  for (const { planId, resources, linked } of fundedActions(db)) {
    const named = new Set([...read(resources), ...linked]);
    const words = resources?.replace(/\s+/g, ' ').trim() ?? '';
    if (named.size === 0 && words.length <= 80) unnamed.set(words, (unnamed.get(words) ?? 0) + 1);
    for (const id of named) {
      const sum = paid.get(id) ?? { actions: 0, plans: new Set() };
      sum.actions += 1;
      sum.plans.add(planId);
      paid.set(id, sum);
    }
  }
  return {
    streams: streams.map(({ id, name, also, note }) => {
      const sum = paid.get(id);
      return { id, name, also, note, actions: sum?.actions ?? 0, plans: sum?.plans.size ?? 0 };
    }),
    unnamed: [...unnamed]
      .map(([words, actions]) => ({ words, actions }))
      .sort((a, b) => b.actions - a.actions)
      .slice(0, offered),
  };
}

/** What a stream pays for: actions whose resources name it, or that are linked with it. Throws `not-found`. */
export function paidBy(db: ReadDb, streamId: string): Paid {
  const streams = fundingStreamsIn(db);
  if (!streams.some(({ id }) => id === streamId)) throw noStream();
  const read = streamReader(streams);
  return fundedActions(db).flatMap(({ id, linked, ...action }) =>
    linked.includes(streamId) || read(action.resources).includes(streamId)
      ? [{ actionId: id, ...action }]
      : [],
  );
}

export type NewStream = Pick<FundingStream, 'name' | 'also' | 'note'>;

export function addStream({ app, register }: Doing, o: NewStream): string {
  refuseTwice(register.db, o, null);
  const id = app.options.newId();
  register.act({ kind: 'edit', label: `Funding stream ${o.name} added` }, (tx) =>
    insertRow(tx, fundingStreams, {
      id,
      position: lastPosition(tx, 'fundingStreams') + step,
      name: o.name,
      also: [...new Set(o.also)],
      note: o.note || null,
    }),
  );
  return id;
}

export type StreamPatch = {
  streamId: string;
  name?: string | undefined;
  also?: string[] | undefined;
  note?: string | null | undefined;
};

export function editStream({ register }: Doing, { streamId, name, also, note }: StreamPatch): void {
  const stream = fundingStreamsIn(register.db).find(({ id }) => id === streamId);
  if (!stream) throw noStream();
  refuseTwice(register.db, { name: name ?? stream.name, also: also ?? stream.also }, streamId);
  register.act({ kind: 'edit', label: `Funding stream ${name ?? stream.name}` }, (tx) =>
    updateRow(tx, fundingStreams, streamId, {
      ...(name !== undefined && { name }),
      ...(also !== undefined && { also: [...new Set(also)] }),
      ...(note !== undefined && { note: note || null }),
    }),
  );
}

export function removeStream({ register }: Doing, streamId: string): void {
  const stream = fundingStreamsIn(register.db).find(({ id }) => id === streamId);
  if (!stream) throw noStream();
  register.act({ kind: 'edit', label: `Deletion of the funding stream ${stream.name}` }, (tx) =>
    removeStreamRows(tx, [streamId]),
  );
}

/** One name for two streams would count every action twice. */
function refuseTwice(db: ReadDb, o: Pick<NewStream, 'name' | 'also'>, own: string | null): void {
  const fold = (text: string) => text.trim().toLocaleLowerCase('en-GB');
  const wanted = new Set([o.name, ...o.also].map(fold));
  const other = fundingStreamsIn(db).find(
    ({ id, name, also }) => id !== own && [name, ...also].some((one) => wanted.has(fold(one))),
  );
  if (!other) return;
  throw new AppError(
    'wrong-use',
    `“${other.name}” is written like that already. Give this stream another name, or add the spelling there.`,
  );
}

const noStream = () =>
  new AppError('not-found', 'This funding stream is no longer in the register. Look at the list again.');
