import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../office.ts';

let office: Office;
let meetingId = '';
beforeAll(async () => {
  office = await openOffice();
  await office.caller.people.add({
    kind: 'person',
    name: 'Jean Whitlock',
    initials: 'JW',
    role: null,
    email: null,
  });
  ({ meetingId } = await office.caller.meetings.plan({ bodyId: null, title: 'Board', on: '2010-10-21' }));
});
afterAll(() => office.close());

describe('the words of a resolution', () => {
  it.each([
    ['That the report be noted.', 'notes'],
    ['That the plan for 2010-11 be agreed.', 'decision'],
    ['That J Whitlock agree the opening hours by 31 January 2011.', 'action'],
    // Nobody of the register is named, or no time: what is agreed, and nobody’s to do.
    ['That the centres agree the opening hours by 31 January 2011.', 'decision'],
    ['That J Whitlock be thanked.', 'decision'],
  ])('%s: %s', async (text, kind) => {
    expect((await office.caller.resolutions.read({ meetingId, text })).kind).toBe(kind);
  });
});
