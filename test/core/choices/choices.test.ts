import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '#core/app.ts';
import { callerOf } from '#core/router.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';

describe('what a viewer chose', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());
  const file = () => join(office.folder, 'data', 'choices.json');

  it('is there after a restart, and is no act of the register', async () => {
    const before = await office.caller.register.state();
    expect(await office.caller.choices.get({ name: 'plan:a' })).toBeNull();
    await office.caller.choices.set({ name: 'plan:a', value: '{"columns":[]}' });
    await office.caller.choices.set({ name: 'plan:b', value: '2' });
    expect((await office.caller.register.state()).open?.undo).toBe(before.open?.undo);
    const again = createApp(office.app.options);
    expect(await callerOf(again).choices.get({ name: 'plan:a' })).toBe('{"columns":[]}');
    await again.close();
  });

  it('is as none where its file was spoilt, which is logged and mended by the next choice', async () => {
    writeFileSync(file(), '{"plan:a": "1"');
    expect(await office.caller.choices.get({ name: 'plan:a' })).toBeNull();
    expect(office.log.map(({ what }) => what)).toContain('choices of the viewer');
    await office.caller.choices.set({ name: 'plan:a', value: '3' });
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ 'plan:a': '3' });
  });

  it('has a plain name, and does not grow without end', async () => {
    expect(await refusalOf(office.caller.choices.set({ name: '../x', value: '' }))).toMatchObject({
      code: 'wrong-use',
    });
    for (let n = 0; n < 502; n += 1) await office.caller.choices.set({ name: `plan:${n}`, value: `${n}` });
    expect(await office.caller.choices.get({ name: 'plan:0' })).toBeNull();
    expect(await office.caller.choices.get({ name: 'plan:501' })).toBe('501');
  });
});
