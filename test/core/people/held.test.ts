import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkRegister } from '#db/integrity.ts';
import type { Doubt } from '#shared/domain/person-words.ts';
import { idsFrom, type Office, openOffice, refusalOf } from '../office.ts';
import { holdAndConfirm, namedEverywhere, textsOfFile } from './held-support.ts';

const first = 'Zzyxander';
const last = 'Queltharp';
const name = `${first} ${last}`;
const named = new RegExp(`${first}|${last}`, 'i');

/** The register in which they are named everywhere, made once, and opened by each test as a copy of its own. */
let folder = '';
let personId = '';
let meetingId = '';
beforeAll(async () => {
  const office = await openOffice();
  ({ personId, meetingId } = await namedEverywhere(office, name));
  await office.app.close();
  folder = mkdtempSync(join(tmpdir(), 'held-'));
  cpSync(office.register.path, join(folder, 'Named.register'));
  await office.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function openCopy(): Promise<Office> {
  const office = await openOffice({ newId: idsFrom(1_000_000) });
  const path = join(office.folder, 'data', 'Named.register');
  cpSync(join(folder, 'Named.register'), path);
  const register = await office.app.openPath(path);
  return { ...office, register };
}

/** Every byte of the register and of what stands beside it. */
function bytesOf({ register }: Office): string {
  return ['', '-wal']
    .map((tail) => {
      const bytes = readFileSync(`${register.path}${tail}`);
      return `${bytes.toString('latin1')}${bytes.toString('utf16le')}`;
    })
    .join('\n');
}

describe('what is held on a person', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openCopy();
  });
  afterEach(() => office.close());

  it('counts what points to them, what names them and what may', async () => {
    const held = await office.caller.people.held({ personId });
    expect(held.person.name).toBe(name);
    expect(Object.fromEntries(held.pointing.map(({ what, rows }) => [what, rows]))).toMatchObject({
      lead: 2,
      'other spelling': 2,
      attendance: 1,
    });
    expect(held.now).toBeGreaterThan(8);
    expect(held.history).toBeGreaterThan(held.now);
    expect(held.doubtful.map(({ doubt, words }) => [doubt, words])).toEqual([
      ['surname', [last]],
      ['forename', [first]],
      ['initials', ['ZQ']],
    ]);
    expect(held.files).toMatchObject([{ name: 'Return.csv', read: true }]);
    expect(held.snapshots).toMatchObject([{ name: 'June board', circulatedAt: null }]);
    expect(held.instead).toBe('Former officer');
  });

  it('is a file with every text of the register that holds the name', async () => {
    const file = await office.caller.people.heldFile({ personId, format: 'html' });
    expect(file.name).toBe('What is held on a person, 2010-10-12.html');
    const html = Buffer.from(file.base64, 'base64').toString('utf8');
    const told = html
      .replace(/<(?:br|\/p|p)[^>]*>/g, ' ')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replace(/\s+/g, ' ');
    const texts = textsOfFile(office.register.db.raw).filter(
      (text) => text.includes(first) || text.includes(last),
    );
    expect(texts.length).toBeGreaterThan(30);
    for (const text of texts) expect(told).toContain(text.replace(/\s+/g, ' ').trim());
    expect(told).toContain('Return.csv');
    expect(told).toContain('June board');
  });

  it('is written in every form that the office asks for', async () => {
    for (const format of ['docx', 'xlsx', 'csv'] as const) {
      const file = await office.caller.people.heldFile({ personId, format });
      expect(Buffer.from(file.base64, 'base64').length).toBeGreaterThan(1_000);
      expect(file.name).not.toContain(last);
    }
  });

  it('is asked of people only', async () => {
    const { personId: roleId } = await office.caller.people.add({
      name: 'Head of Housing',
      kind: 'role',
      initials: null,
      role: null,
      email: null,
    });
    expect(await refusalOf(office.caller.people.held({ personId: roleId }))).toMatchObject({
      code: 'not-possible',
    });
  });
});

describe('taking a name out', () => {
  let office: Office;
  const parts: Doubt[] = ['surname', 'forename', 'initials'];
  const nothing: Doubt[] = [];
  const all = { instead: 'Former officer', keepRole: true, also: nothing, files: true };
  beforeEach(async () => {
    office = await openCopy();
  });
  afterEach(() => office.close());

  it('leaves no byte of it in the file, but in what was frozen', async () => {
    const { raw } = office.register.db;
    expect(bytesOf(office)).toContain(name);
    await office.caller.people.removeName({ personId, ...all, also: parts });
    // Snapshots are the one place: without them the file holds nothing of it.
    const [snapshot] = await office.caller.snapshots.list();
    expect(raw.prepare('SELECT content FROM snapshots').pluck().get()).toContain(name);
    raw.exec('DROP TRIGGER keep_snapshots_update');
    raw.prepare(`UPDATE snapshots SET content = '{}' WHERE id = ?`).run(snapshot?.id);
    raw.exec('VACUUM');
    raw.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = bytesOf(office).toLowerCase();
    for (const word of [first, last, 'zz.q@council.example']) expect(bytes).not.toContain(word.toLowerCase());
  });

  it('takes nothing else: the register is sound, and every link stays', async () => {
    const before = await office.caller.people.held({ personId });
    const done = await office.caller.people.removeName({ personId, ...all });
    expect(done).toMatchObject({ filesGone: 1, swept: true });
    expect(done.cells).toBeGreaterThan(20);
    expect(checkRegister(office.register.db)).toEqual([]);
    const after = await office.caller.people.held({ personId });
    expect(after.pointing).toEqual(before.pointing);
    expect([after.now, after.history, after.files]).toMatchObject([
      expect.any(Number),
      expect.any(Number),
      [],
    ]);
    const page = await office.caller.people.page({ personId });
    expect(page.person).toMatchObject({
      name: 'Former officer',
      initials: null,
      email: null,
      role: 'Housing lead',
      retiredOn: '2010-10-12',
    });
    expect(page.plans.flatMap(({ led }) => led.map(({ said }) => said))).toContain('Former officer');
  });

  it('leaves snapshots true to their hash, and the history readable', async () => {
    await office.caller.people.removeName({ personId, ...all, also: parts });
    const [snapshot] = await office.caller.snapshots.list();
    expect(await office.caller.snapshots.compare({ a: snapshot?.id ?? '', b: 'now' })).not.toEqual([]);
    const history = await office.caller.history.list({ limit: 200 });
    expect(history[0]).toMatchObject({ kind: 'privacy', undoable: false });
    expect(JSON.stringify(history)).not.toContain(last);
    for (const act of history) {
      const read = await office.caller.history.act({ id: act.id });
      expect(JSON.stringify(read)).not.toContain(last);
    }
    const edited = history.find(({ label }) => label === 'Details of former officer');
    expect(edited).toBeDefined();
  });

  it('finds nobody by the name any more, and by what stands instead everything', async () => {
    await office.caller.people.removeName({ personId, ...all, also: parts });
    expect(await office.caller.search.find({ text: last })).toEqual([]);
    const found = await office.caller.search.find({ text: 'former officer' });
    expect(new Set(found.map(({ kind }) => kind))).toEqual(
      new Set(['person', 'action', 'agenda-item', 'meeting']),
    );
  });

  it('changes minutes that are confirmed in nothing but the name', async () => {
    await holdAndConfirm(office, meetingId);
    await office.caller.people.removeName({ personId, ...all });
    const minutes = await office.caller.meetings.get({ meetingId });
    expect(minutes.meeting.state).toBe('confirmed');
    expect(minutes.items[0]?.text).toBe('Former officer told the board. All agreed with former officer.');
  });

  it('can be undone by no one, and what was done before it can, without the name', async () => {
    await office.caller.people.removeName({ personId, ...all, also: parts });
    let steps = 0;
    while ((await office.caller.register.state()).open?.undo) {
      await office.caller.history.undo();
      steps += 1;
      expect(textsOfFile(office.register.db.raw).join('\n')).not.toMatch(named);
    }
    expect(steps).toBeGreaterThan(5);
    expect(JSON.stringify(await office.caller.people.list())).not.toContain(last);
    while ((await office.caller.register.state()).open?.redo) await office.caller.history.redo();
    expect(checkRegister(office.register.db)).toEqual([]);
    const [act] = (await office.caller.history.list({ limit: 500 })).filter(({ kind }) => kind === 'privacy');
    const standing = await office.caller.history.standing({ id: act?.id ?? '' });
    expect(JSON.stringify(standing)).toMatch(/nowhere in the register any more/);
  });

  it('is preceded by a backup that is kept beside the rotation', async () => {
    await office.caller.people.removeName({ personId, ...all });
    expect(office.app.backups.list(office.register)[0]).toMatchObject({
      reason: 'before-removal',
      verdict: 'good',
    });
  });

  it('numbers those who follow, and takes no words that name them again', async () => {
    await office.caller.people.removeName({ personId, ...all });
    const other = await office.caller.people.add({
      name: 'Ruth Adeyemi',
      kind: 'person',
      initials: null,
      role: null,
      email: null,
    });
    expect((await office.caller.people.held(other)).instead).toBe('Former officer 2');
    const asked = { personId: other.personId, ...all, instead: 'R. Adeyemi' };
    expect(await refusalOf(office.caller.people.removeName(asked))).toMatchObject({ code: 'not-possible' });
    expect((await office.caller.people.list()).map((one) => one.name)).toContain('Ruth Adeyemi');
  });

  it('leaves what is in doubt, unless it is told that this is meant', async () => {
    const text = async () => {
      const [plan] = await office.caller.plans.list();
      return (await office.caller.plans.get({ planId: plan?.id ?? '' })).actions.map((one) => one.text);
    };
    await office.caller.people.removeName({ personId, ...all });
    expect((await text()).join()).toContain(`${last} Street`);
  });
});
