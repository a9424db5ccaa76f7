import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '#db/queries/register-json.ts';
import { writeRegister } from '#db/queries/register-write.ts';
import type { RegisterJson } from '#shared/contract/register.ts';
import { type Office, openOffice } from '../office.ts';
import { type Board, sampleBoard } from './board.ts';

/** A body with ten years of twelve meetings is worked with as quickly as a new one. */

const id = (n: number) => `0194e000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const record = (n: number) => ({ id: id(n), source: null });

/** Ten years: each meeting with twelve people, eight items and five resolutions, two of them tracked. */
function tenYears(content: RegisterJson, board: Board): RegisterJson {
  const all = structuredClone(content);
  const names = Array.from({ length: 12 }, (_, at) => `Member ${at}`);
  const [body] = all.bodies;
  if (body)
    body.members = names.map((name) => ({ name, personId: null, role: null, from: null, until: null }));
  let n = 0;
  for (let month = 0; month < 120; month += 1) {
    const year = 2001 + Math.floor(month / 12);
    const heldOn = `${year}-${String(1 + (month % 12)).padStart(2, '0')}-14`;
    const meetingId = id(++n);
    const [title, minuteRef] = [`Board ${month}`, `${month}/${String(year).slice(2)}`];
    const blank = { place: null, minuteRef: null, furtherTo: null };
    all.meetings.push({
      id: meetingId,
      source: null,
      bodyId: board.bodyId,
      title,
      heldOn,
      ...blank,
      state: 'draft-minutes',
    });
    names.forEach((name, at) => {
      const state = (['present', 'apologies', 'absent'] as const)[(at + month) % 3] ?? 'present';
      all.attendance.push({ ...record(++n), meetingId, name, personId: null, state, substituteFor: null });
    });
    for (let at = 0; at < 8; at += 1) {
      const item = {
        ...record(++n),
        meetingId,
        number: String(at + 1),
        title: `Item ${at}`,
        text: 'Words',
        points: [],
      };
      all.agendaItems.push(at === 0 ? { ...item, minuteRef } : item);
      if (at > 4) continue;
      const actionId = at < 2 ? (board.plan.actions[at] ?? null) : null;
      const kind = at < 2 ? ('action' as const) : ('notes' as const);
      all.resolutions.push({
        ...record(++n),
        meetingId,
        agendaItemId: item.id,
        number: '(1)',
        text: 'That it be done',
        kind,
        actionId,
      });
    }
  }
  return all;
}

let office: Office;
let board: Board;
beforeAll(async () => {
  const first = await openOffice();
  board = await sampleBoard(first);
  const content = { ...readContent(first.register.db), snapshots: [], imports: [], tray: [] };
  await first.close();
  office = await openOffice();
  office.register.act({ kind: 'edit', label: 'Ten years' }, (tx) =>
    writeRegister(tx, tenYears(content, board)),
  );
}, 60_000);
afterAll(() => office.close());

/** The quickest of several: what the machine does beside is not what is measured. */
async function quickest(call: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 7; run += 1) {
    const began = performance.now();
    await call();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

describe('ten years of twelve meetings', () => {
  const { caller } = { caller: () => office.caller };
  const year = () => ({ bodyId: board.bodyId, from: '2010-01-01', to: '2010-12-31' });
  const asked: [string, () => Promise<unknown>][] = [
    ['the list of meetings', () => caller().meetings.list()],
    ['the list of bodies', () => caller().bodies.list()],
    ['one body', () => caller().bodies.get({ bodyId: board.bodyId })],
    ['the register of resolutions', () => caller().resolutions.list({ bodyId: board.bodyId })],
    ['the pace of decisions', () => caller().resolutions.pace({ bodyId: board.bodyId })],
    ['the attendance of a year', () => caller().bodies.attendance(year())],
    ['the attendance of ten years', () => caller().bodies.attendance({ ...year(), from: '2001-01-01' })],
    ['one meeting', () => caller().meetings.get({ meetingId: board.meetingId })],
    ['the proposal of an agenda', () => caller().agenda.proposal({ meetingId: board.meetingId })],
  ];
  it.each(asked)('are asked for %s in under 50 ms', async (name, call) => {
    const took = await quickest(call);
    if (process.env.SAY_TIMES) console.log(`${name}: ${took.toFixed(1)} ms`);
    // Three times the limit: the machines that run this are shared, and a slow rule shows as more than that.
    expect(took).toBeLessThan(150);
  });

  it('have all their resolutions and everybody’s attendance', async () => {
    expect(await office.caller.resolutions.list({ bodyId: board.bodyId })).toHaveLength(600);
    const grid = await office.caller.bodies.attendance(year());
    expect([grid.meetings.length, grid.people.length]).toEqual([12, 12]);
    expect(grid.share).toBeCloseTo(33.3, 0);
  });
});
