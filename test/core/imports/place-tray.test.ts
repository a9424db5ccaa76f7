import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import type { TrayPlace } from '#shared/contract/tray.ts';
import { type Office, openOffice, refusalOf } from '#test/core/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const register = () => exportRegister(office.register);

/** A plan in the register, and a tray of three pieces of another file that no table was found in. */
async function withTray() {
  const files = [
    ['plan.csv', 'Ref,Objective,Action,Lead\n1.1,Play,Open the shed,NB\n1.2,Play,Paint it,TR\n'],
    ['notes.csv', 'zzz,17\n\n\n\n\n\nLAC: looked-after child\n'],
  ];
  for (const [name = '', text = ''] of files) {
    const { sessionId } = await office.caller.imports.start({
      jobId: name,
      files: [{ name, base64: Buffer.from(text).toString('base64') }],
    });
    await office.caller.imports.bringIn({ sessionId, jobId: `apply ${name}` });
  }
  const tray = await office.caller.imports.tray({});
  expect(tray.length).toBeGreaterThan(0);
  return tray;
}

async function place(as: TrayPlace, at: string | null, pieces = 1) {
  const tray = await office.caller.imports.tray({});
  const ids = tray.filter((piece) => piece.state === 'open').map((piece) => piece.id);
  return office.caller.tray.place({ ids: ids.slice(0, pieces), as, at });
}

describe('placing pieces of the tray', () => {
  it('finds the record by what is typed of it', async () => {
    await withTray();
    const found = await office.caller.tray.targets({ of: 'action', looked: 'paint' });
    expect(found).toMatchObject([{ ref: '1.2', text: 'Paint it' }]);
    expect(await office.caller.tray.targets({ of: 'action', looked: '100%' })).toEqual([]);
    expect(await office.caller.tray.targets({ of: 'section' })).toMatchObject([{ text: 'Play' }]);
  });

  it('makes of a piece what the officer says, with the cell it came from, and Undo takes it back', async () => {
    const [piece] = await withTray();
    const before = register();
    const plan = before.plans[0]?.id ?? null;
    const action = before.actions[0]?.id ?? null;
    const section = before.sections[0]?.id ?? null;
    const text = piece?.text ?? '';
    const cases: [TrayPlace, string | null, (now: ReturnType<typeof register>) => unknown][] = [
      ['comment', action, (now) => now.actions[0]?.comment === text],
      [
        'progress',
        action,
        (now) => now.progress.some((one) => one.text === text && one.source?.where === piece?.where),
      ],
      [
        'measure',
        action,
        (now) => now.measures.some((one) => one.text === text && one.source?.file === piece?.file),
      ],
      [
        'action',
        plan,
        (now) => now.actions.some((one) => one.text === text && one.source?.where === piece?.where),
      ],
      ['kpi', plan, (now) => now.kpis.some((one) => one.name === text && one.source !== null)],
      ['bullet', section, (now) => now.sections[0]?.bullets.length],
      ['preamble', plan, (now) => now.plans[0]?.preamble?.includes(text)],
      ['glossary', null, (now) => now.glossary.length === before.glossary.length + 1],
      ['duty', null, (now) => now.duties.some((one) => one.text === text && one.source !== null)],
    ];
    for (const [as, at, holds] of cases) {
      await place(as, at);
      expect([as, Boolean(holds(register()))]).toEqual([as, true]);
      expect(register().tray.find((one) => one.id === piece?.id)?.state).toBe('placed');
      await office.caller.history.undo();
      expect(register()).toEqual(before);
    }
  });

  it('adds several pieces to the same words, in order', async () => {
    const pieces = await withTray();
    const action = register().actions[0]?.id ?? null;
    await place('comment', action, pieces.length);
    expect(register().actions[0]?.comment?.split('\n')).toEqual(
      pieces.flatMap((piece) => piece.text.split('\n')),
    );
  });

  it('refuses a record that is gone, a missing one, and a piece that is placed', async () => {
    const [piece] = await withTray();
    const action = register().actions[0]?.id ?? null;
    expect(await refusalOf(place('comment', null))).toMatchObject({ code: 'not-found' });
    expect(await refusalOf(place('bullet', action))).toMatchObject({ code: 'not-found' });
    await place('comment', action);
    expect(
      await refusalOf(office.caller.tray.place({ ids: [piece?.id ?? ''], as: 'duty', at: null })),
    ).toMatchObject({ code: 'not-possible' });
    expect(
      await refusalOf(office.caller.imports.settleTray({ ids: [piece?.id ?? ''], as: 'open' })),
    ).toMatchObject({ code: 'not-found' });
  });
});
