import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '#core/imports/imports.ts';
import { appRouter } from '#core/router.ts';
import { readRegister } from '#db/queries/register-json.ts';
import { ImportOptions } from '#shared/contract/imports.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type Board, holdMeeting, sampleBoard } from './board.ts';
import { fittingInput } from './fitting-input.ts';

/** Whatever anybody calls, the words of confirmed minutes stay: they change by a recorded correction only. */

let office: Office;
let board: Board;
let ids: { itemId: string; resolutionId: string; actionId: string };
beforeEach(async () => {
  office = await openOffice();
  board = await sampleBoard(office);
  ids = await holdMeeting(office, board);
  await office.caller.minutes.confirm({ meetingId: board.meetingId, on: '2010-12-09', atMeetingId: null });
});
afterEach(() => office.close());

/** The minutes as they print: without what became of what was resolved, and who a name is. */
function minutes() {
  const all = readRegister(office.register.db);
  const own = <T extends { meetingId: string }>(list: readonly T[]) =>
    list.filter(({ meetingId }) => meetingId === board.meetingId);
  return structuredClone({
    meeting: all.meetings.find(({ id }) => id === board.meetingId),
    attendance: own(all.attendance).map(({ personId: _, ...one }) => one),
    items: own(all.agendaItems),
    resolutions: own(all.resolutions).map(
      ({ actionId: _, state: __, doneOn: ___, doneWords: ____, supersededById: _____, leads, ...one }) => ({
        ...one,
        leads: leads?.map(({ text }) => text),
      }),
    ),
  });
}

/** A page of these lines. */
const page = (name: string, lines: readonly string[]) => ({
  name,
  bytes: new TextEncoder().encode(
    `<html><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`,
  ),
});

type Call = (input: unknown) => Promise<unknown>;

describe('confirmed minutes', () => {
  it('are changed by no mutation of the router, whatever of theirs it is given', async () => {
    const before = minutes();
    const { meetingId, bodyId, plan, members } = board;
    const view = await office.caller.meetings.get({ meetingId });
    const { meetingId: other } = await office.caller.meetings.plan({ bodyId, on: '2011-02-01' });
    const attendanceId = view.attendance[0]?.id ?? '';
    const personId = (await office.caller.people.list())[0]?.id ?? '';
    const [snapshot] = [await office.caller.snapshots.take({ name: 'Before' })];
    const { itemId, resolutionId, actionId } = ids;
    const known: Record<string, readonly unknown[]> = {
      ...{ meetingId: [meetingId], bodyId: [bodyId], itemId: [itemId], resolutionId: [resolutionId] },
      ...{ actionId: [actionId], planId: [plan.planId], attendanceId: [attendanceId], memberId: members },
      ...{ personId: [personId], keepId: [personId], atMeetingId: [other], snapshotId: [snapshot?.id] },
      ...{
        afterItemId: [null],
        afterResolutionId: [null],
        sectionId: [plan.first],
        state: ['absent', 'planned', 'done'],
      },
      ...{ confidential: [true], minuteRef: ['9/99'], number: ['(9)'], as: ['absent'] },
    };
    const others = ['Other words', '2011-03-01', '09:15', 7, true, null, meetingId, 'x', []];
    const procedures = appRouter._def.procedures as unknown as Record<
      string,
      { _def: { type: string; inputs: readonly unknown[] } }
    >;
    const told: Record<string, string> = {};
    for (const [path, { _def }] of Object.entries(procedures)) {
      if (_def.type !== 'mutation') continue;
      // Undo of the confirmation itself is told of below; opening another register leaves this one alone.
      if (/^(?:history\.|register\.|backups\.|jobs\.)/.test(path)) continue;
      // A person's name is the one thing that the law may have out of them (docs/decisions/0186): test/core/people/held.test.ts.
      if (path === 'people.removeName') continue;
      const [area = '', name = ''] = path.split('.');
      const call = (office.caller as unknown as Record<string, Record<string, Call>>)[area]?.[name];
      const input = _def.inputs[0] === undefined ? undefined : fittingInput(_def.inputs[0], known, others);
      const revision = async () => (await office.caller.register.state()).open?.revision;
      const was = await revision();
      told[path] =
        (await call?.(input).then(
          () => 'done',
          (error: { code?: string }) => error.code ?? 'no code',
        )) ?? 'none';
      expect(told[path], path).not.toBe('fault');
      expect(minutes(), path).toEqual(before);
      // The next is asked of the register as it was, unless what was done stands for ever.
      if ((await revision()) !== was && !/^(?:snapshots|reports|rounds)\./.test(path))
        await office.caller.history.undo();
    }
    expect(Object.keys(told).length).toBeGreaterThan(80);
    // Most were asked in a form that they understand: it is not their input that hindered them.
    const understood = Object.entries(told).filter(([, code]) => code !== 'wrong-use');
    expect(understood.length, JSON.stringify(told, null, 1)).toBeGreaterThan(80);
    const minuted = understood.filter(([path]) => /^(?:meetings|agenda|minutes|resolutions)\./.test(path));
    expect(minuted.length, JSON.stringify(told, null, 1)).toBeGreaterThan(25);
  }, 60_000);

  it('refuse with a sentence that says what to do, and write nothing at all', async () => {
    const { itemId, resolutionId } = ids;
    const { meetingId } = board;
    const { revision } = (await office.caller.register.state()).open ?? {};
    const refusals = [
      office.caller.meetings.edit({ meetingId, title: 'Other' }),
      office.caller.meetings.remove({ meetingId }),
      office.caller.agenda.editItem({ itemId, text: 'Other' }),
      office.caller.agenda.removeItem({ itemId }),
      office.caller.agenda.addItem({ meetingId, title: 'More' }),
      office.caller.resolutions.edit({ resolutionId, text: 'Other' }),
      office.caller.resolutions.add({ itemId, text: 'More' }),
      office.caller.resolutions.remove({ resolutionId }),
      office.caller.minutes.attend({ meetingId, attendanceId: null, name: 'X', state: 'present' }),
      office.caller.minutes.circulate({ meetingId, on: null, commentsBy: null }),
      office.caller.minutes.confirm({ meetingId, on: '2011-01-01', atMeetingId: null }),
    ];
    for (const call of refusals) {
      expect(await refusalOf(call)).toEqual({
        code: 'not-possible',
        message:
          'The minutes of “Harbour partnership board” of 14 October 2010 are confirmed and stay as they are. Record a correction of them instead.',
      });
    }
    expect((await office.caller.register.state()).open?.revision).toBe(revision);
  });

  it('are corrected by a record of the correction, which stands too', async () => {
    const before = minutes();
    const { meetingId } = board;
    const { meetingId: other } = await office.caller.meetings.plan({
      bodyId: board.bodyId,
      on: '2011-02-01',
    });
    await office.caller.minutes.recordCorrection({
      meetingId,
      atMeetingId: other,
      itemId: ids.itemId,
      on: '2011-02-01',
      text: 'For “short” read “long”.',
    });
    expect(minutes()).toEqual(before);
    expect((await office.caller.meetings.get({ meetingId })).corrections).toMatchObject([
      { text: 'For “short” read “long”.', at: 'Harbour partnership board' },
    ]);
  });

  it('let go on what became of their resolutions: an action told of, linked, settled or removed', async () => {
    const before = minutes();
    const { resolutionId, actionId } = ids;
    await office.caller.resolutions.settle({
      resolutionId,
      state: 'done',
      on: '2010-12-01',
      words: 'Printed',
      supersededById: null,
    });
    await office.caller.plans.removeActions({ actionIds: [actionId] });
    expect(minutes()).toEqual(before);
    const [shown] = await office.caller.resolutions.list({ bodyId: board.bodyId });
    expect(shown).toMatchObject({ because: 'Done on 1 December 2010: Printed', days: 48, action: null });
  });

  it('are a draft again by Undo while nothing was done since, and not from the middle of the history', async () => {
    const [confirmation] = await office.caller.history.list({ limit: 1 });
    await office.caller.settings.set({ partnership: 'Harbour' });
    const past = await refusalOf(office.caller.history.undoAct({ id: confirmation?.id ?? '' }));
    expect(past.message).toMatch(/are confirmed and stay as they are/);
    await office.caller.history.undo();
    await office.caller.history.undo();
    expect((await office.caller.meetings.get({ meetingId: board.meetingId })).stage).toBe('draft');
    await office.caller.history.redo();
    expect((await office.caller.meetings.get({ meetingId: board.meetingId })).stage).toBe('confirmed');
  });

  it('stay as they are when a file with other words for the same meeting is brought in, which is refused', async () => {
    const before = minutes();
    const lines = [
      'Minutes of the Harbour partnership board',
      'Held on 14 October 2010 in the Lantern room',
      'Present: Nia Rowe, Ola Brand',
      '1. Leaflet',
      'Something quite different was said here.',
      'RESOLVED (1) That nothing be done.',
    ];
    const brought = importFiles(office.app, [page('minutes.html', lines)], ImportOptions.parse({}));
    expect((await refusalOf(brought)).message).toMatch(/are confirmed and stay as they are/);
    expect(minutes()).toEqual(before);
  });

  it('do not hinder that their own file is brought in again', async () => {
    const lines = ['Minutes of the Quay forum', 'Held on 3 June 2010', '1. Ropes', 'New ropes were shown.'];
    const file = page('quay.html', [...lines, 'RESOLVED (1) That Nia Rowe buy two ropes by July 2010.']);
    await importFiles(office.app, [file], ImportOptions.parse({}));
    const quay = (await office.caller.meetings.list()).find(({ id }) => id !== board.meetingId);
    const meetingId = quay?.id ?? '';
    await office.caller.minutes.confirm({ meetingId, on: '2010-09-01', atMeetingId: null });
    const before = await office.caller.meetings.get({ meetingId });
    await importFiles(office.app, [file], ImportOptions.parse({}));
    const after = await office.caller.meetings.get({ meetingId });
    expect(after.items.map(({ text }) => text)).toEqual(before.items.map(({ text }) => text));
    expect(after.resolutions.length).toBe(before.resolutions.length);
  });
});
