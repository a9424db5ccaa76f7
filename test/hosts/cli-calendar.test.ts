import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, run } from './command-line.ts';

let folder: string;
let register: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cli-calendar-'));
  register = join(folder, 'example.register');
  expect((await run('example', '--register', register)).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const calendar = (...argv: string[]) =>
  run('calendar', '--register', register, '--out', join(folder, 'out'), '--json', ...argv);
type Result = { meetings: number; withoutDay: number; files: { path: string; name: string }[] };

describe('calendar, from the command line', () => {
  it('writes the year of all groups as one file that another program reads', async () => {
    const ran = await calendar('--from', '2010-04-01', '--to', '2011-03-31');
    expect(ran.status, ran.out).toBe(0);
    const { meetings, files } = jsonOf<Result>(ran);
    expect(meetings).toBe(12);
    const text = readFileSync(files[0]?.path ?? '', 'utf8');
    const events = new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent');
    const own = events.filter((one) => !String(one.getFirstPropertyValue('uid')).startsWith('papers-'));
    expect(own).toHaveLength(12);
  });

  it('refuses what it cannot mean: another word for an id, no folder, nothing to write', async () => {
    expect((await calendar('--body', 'the board')).status).toBe(2);
    expect((await run('calendar', '--register', register)).status).toBe(2);
    const none = await calendar('--from', '1999-01-01', '--to', '1999-12-31');
    expect(none.status).toBe(3);
    expect(none.out).toContain('no meetings here');
  });
});
