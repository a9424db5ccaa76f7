import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { wireErrorOf } from '../../../client/errors.ts';
import { type Inputs, useTRPC, useTRPCClient } from '../../../client/trpc.ts';
import { say } from '../../../shell/foot.tsx';

/** A meeting with everything that its screens show. */
export function useMeeting(meetingId: string) {
  const trpc = useTRPC();
  return useQuery(trpc.meetings.get.queryOptions({ meetingId }));
}

type ItemPatch = Omit<Inputs['agenda']['editItem'], 'itemId'>;
type ResolutionPatch = Omit<Inputs['resolutions']['edit'], 'resolutionId'>;

/**
 * What is written of a meeting. One write goes out after another, in the order in which they were typed; each promise
 * ends once the meeting has been read anew, so that what is shown next is what was written.
 */
export function useMeetingActs(meetingId: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  return useMemo(() => {
    const write = async <T>(run: () => Promise<T>): Promise<T> => {
      const done = queue.current.then(run);
      // A write that was refused holds up none after it; whoever asked for it is told.
      queue.current = done.catch(() => undefined);
      const result = await done;
      const key = trpc.meetings.get.queryKey({ meetingId });
      const fresh = cache.invalidateQueries({ queryKey: key });
      void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey !== key });
      await fresh;
      return result;
    };
    return {
      write,
      edit: (patch: Omit<Inputs['meetings']['edit'], 'meetingId'>) =>
        write(() => client.meetings.edit.mutate({ meetingId, ...patch })),
      editItem: (itemId: string, patch: ItemPatch) =>
        write(() => client.agenda.editItem.mutate({ itemId, ...patch })),
      addItem: (item: Omit<Inputs['agenda']['addItem'], 'meetingId'>) =>
        write(() => client.agenda.addItem.mutate({ meetingId, ...item })),
      moveItem: (itemId: string, afterItemId: string | null) =>
        write(() => client.agenda.moveItem.mutate({ itemId, afterItemId })),
      removeItem: (itemId: string) => write(() => client.agenda.removeItem.mutate({ itemId })),
      attend: (one: Omit<Inputs['minutes']['attend'], 'meetingId'>) =>
        write(() => client.minutes.attend.mutate({ meetingId, ...one })),
      removeAttendance: (attendanceId: string) =>
        write(() => client.minutes.removeAttendance.mutate({ attendanceId })),
      addResolution: (resolution: Inputs['resolutions']['add']) =>
        write(() => client.resolutions.add.mutate(resolution)),
      editResolution: (resolutionId: string, patch: ResolutionPatch) =>
        write(() => client.resolutions.edit.mutate({ resolutionId, ...patch })),
      removeResolution: (resolutionId: string) =>
        write(() => client.resolutions.remove.mutate({ resolutionId })),
      track: (input: Inputs['resolutions']['track']) => write(() => client.resolutions.track.mutate(input)),
      linkAction: (resolutionId: string, actionId: string | null) =>
        write(() => client.resolutions.linkAction.mutate({ resolutionId, actionId })),
      cancel: (why: string | null) => write(() => client.meetings.cancel.mutate({ meetingId, why })),
      restore: () => write(() => client.meetings.restore.mutate({ meetingId })),
      circulate: (input: Omit<Inputs['minutes']['circulate'], 'meetingId'>) =>
        write(() => client.minutes.circulate.mutate({ meetingId, ...input })),
      confirm: (input: Omit<Inputs['minutes']['confirm'], 'meetingId'>) =>
        write(() => client.minutes.confirm.mutate({ meetingId, ...input })),
      correct: (input: Omit<Inputs['minutes']['recordCorrection'], 'meetingId'>) =>
        write(() => client.minutes.recordCorrection.mutate({ meetingId, ...input })),
      begin: () => write(() => client.minutes.begin.mutate({ meetingId, as: 'present' })),
      close: (closedTime: string | null) =>
        write(() => client.minutes.close.mutate({ meetingId, closedTime })),
    };
  }, [cache, client, trpc, meetingId]);
}
export type MeetingActs = ReturnType<typeof useMeetingActs>;

/** For an act that has no field to keep its words in: a refusal is said at the foot of the window. */
export function orSay(writing: Promise<unknown>): void {
  writing.catch((error: unknown) => say(wireErrorOf(error).message));
}
