import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '#core/imports/imports.ts';
import { exportRegister } from '#core/register/export.ts';
import { sha256 } from '#core/snapshots/hash.ts';
import type { ListFields } from '#shared/contract/circulation.ts';
import { ImportOptions } from '#shared/contract/imports.ts';
import { RegisterJson } from '#shared/contract/register.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { sampleReportOffice } from '../reports/sample-report.ts';

const bytesOf = (file: { base64: string }) => Buffer.from(file.base64, 'base64');
const seesAll = { notes: true, names: true, confidential: true };

const board: ListFields = {
  name: 'Board',
  recipients: [
    { personId: null, address: 'chair@harbour.example', field: 'to' },
    { personId: null, address: 'clerk@harbour.example', field: 'bcc' },
  ],
  sees: { notes: false, names: false, confidential: false },
  eachLead: false,
  papers: [
    { report: 'exceptions', format: 'html' },
    { report: 'exceptions', format: 'docx' },
  ],
  subject: 'Papers for the board',
  words: 'Dear all,\n\nThe papers are attached.',
};

describe('circulation', () => {
  let office: Office;
  let sample: Awaited<ReturnType<typeof sampleReportOffice>>;
  beforeEach(async () => {
    office = await openOffice();
    sample = await sampleReportOffice(office);
  });
  afterEach(() => office.close());

  const add = async (fields: Partial<ListFields> = {}) =>
    (await office.caller.circulation.add({ ...board, ...fields })).listId;
  const lists = () => office.caller.circulation.lists();
  const draft = async (listId: string, more: { planId?: string } = {}) =>
    office.caller.circulation.draft({ listId, snapshotId: sample.october.id, ...more });
  const personNamed = async (name: string) => {
    const person = (await office.caller.people.list()).find((one) => one.name === name);
    if (!person) throw new Error(`nobody is called ${name}`);
    return person;
  };
  const giveAddress = async (name: string, email: string | null) => {
    const { id, kind, initials, role } = await personNamed(name);
    await office.caller.people.edit({ personId: id, kind, name, initials, role, email });
    return id;
  };

  it('keeps lists: added, changed and taken out, each undone and done again', async () => {
    const listId = await add();
    const [added] = await lists();
    expect(added).toMatchObject({ ...board, id: listId, sentAt: null });
    await office.caller.circulation.edit({ ...board, listId, name: 'The board', words: null });
    expect(await lists()).toMatchObject([{ name: 'The board', words: null }]);
    expect(await office.caller.circulation.remove({ listId })).toEqual({
      removed: '“The board” with 2 recipients',
    });
    expect(await lists()).toEqual([]);
    await office.caller.history.undo();
    expect(await lists()).toMatchObject([{ name: 'The board', recipients: [{}, {}] }]);
    await office.caller.history.undo();
    expect(await lists()).toMatchObject([{ name: 'Board', words: board.words }]);
    await office.caller.history.undo();
    expect(await lists()).toEqual([]);
    await office.caller.history.redo();
    expect(await lists()).toEqual([added]);
  });

  it('refuses a second list of a name, what is no address, and anybody twice', async () => {
    await add();
    expect(await refusalOf(add({ name: 'board' }))).toMatchObject({ code: 'not-possible' });
    const of = (address: string) => ({ personId: null, address, field: 'to' as const });
    for (const address of ['the board', 'a@b@c', 'a@b, c@d', 'x@y\r\nBcc: all@evil.example', '<a@b>'])
      expect(await refusalOf(add({ name: 'Other', recipients: [of(address)] }))).toMatchObject({
        code: 'wrong-use',
      });
    expect(
      await refusalOf(add({ name: 'Other', recipients: [of('A@b.example'), of('a@B.example')] })),
    ).toMatchObject({ code: 'not-possible' });
  });

  it('follows somebody on a list who is merged into another', async () => {
    const personId = await giveAddress('Ruth Adeyemi', 'ruth@harbour.example');
    await add({ recipients: [{ personId, address: null, field: 'to' }] });
    const { personId: keepId } = await office.caller.people.add({
      kind: 'person',
      name: 'Ruth Adeyemi-Cole',
      initials: null,
      role: null,
      email: null,
    });
    await office.caller.people.merge({ keepId, otherId: personId });
    expect((await lists())[0]?.recipients).toMatchObject([
      { personId: keepId, name: 'Ruth Adeyemi-Cole', addresses: ['ruth@harbour.example'] },
    ]);
  });

  it('tells before it goes what is left out, with counts', async () => {
    const all = await office.caller.circulation.check({ sees: seesAll });
    expect(all).toMatchObject({ comments: 0, people: 0, places: 0, items: 0, actions: 0 });
    const told = await office.caller.circulation.check({ sees: board.sees, planId: sample.planId });
    expect(told.people).toBeGreaterThan(0);
    expect(told.places).toBeGreaterThan(0);
    const frozen = await office.caller.circulation.check({
      sees: board.sees,
      snapshotId: sample.october.id,
    });
    expect(frozen.places).toBeGreaterThanOrEqual(told.places);
  });

  it('drafts an e-mail with what the list gets, without what it may not see, and notes it', async () => {
    const listId = await add();
    const made = await draft(listId);
    const [only] = made.drafts;
    expect(made.without).toEqual([]);
    expect(only).toMatchObject({ to: ['chair@harbour.example'], bcc: ['clerk@harbour.example'] });
    expect(only?.size).toBe(bytesOf(made.file).length);
    const mail = await PostalMime.parse(bytesOf(made.file));
    expect(mail).toMatchObject({ subject: board.subject });
    expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
    expect(mail.text).toMatch(/^Exception report[\s\S]*Dear all,[\s\S]*The papers are attached\./);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(only?.attached.map(({ name }) => name));
    const [html] = mail.attachments;
    const page = Buffer.from(html?.content as ArrayBuffer).toString('utf8');
    expect(page).not.toMatch(/Adeyemi/);
    const [sent] = await office.caller.circulation.sent();
    expect(sent).toMatchObject({
      listName: 'Board',
      sees: board.sees,
      recipients: ['chair@harbour.example', 'clerk@harbour.example'],
      snapshot: { id: sample.october.id },
      newer: null,
      draft: { sha256: sha256(bytesOf(made.file)) },
    });
    expect(sent?.files.map(({ sha256: sum }) => sum)).toEqual(
      mail.attachments.map(({ content }) => sha256(Buffer.from(content as ArrayBuffer))),
    );
    expect((await lists())[0]?.sentAt).toBe(sent?.at);
  });

  it('gives the same report by hand as the list gets, where it is saved for it', async () => {
    const listId = await add({ papers: [{ report: 'plan', format: 'html' }] });
    const made = await draft(listId, { planId: sample.planId });
    const mail = await PostalMime.parse(bytesOf(made.file));
    const wish = {
      snapshotId: sample.october.id,
      report: 'plan',
      planId: sample.planId,
      format: 'html',
    } as const;
    const saved = await office.caller.reports.make({ ...wish, sees: board.sees });
    expect(Buffer.from(mail.attachments[0]?.content as ArrayBuffer)).toEqual(bytesOf(saved));
    const whole = await office.caller.reports.make(wish);
    expect(bytesOf(whole).toString()).toMatch(/Adeyemi/);
    expect(bytesOf(saved).toString()).not.toMatch(/Adeyemi/);
  });

  it('drafts one e-mail a lead with their own list, and tells who has no address', async () => {
    await giveAddress('Ruth Adeyemi', 'ruth@harbour.example');
    const listId = await add({
      name: 'Leads',
      recipients: [],
      sees: seesAll,
      eachLead: true,
      papers: [
        { report: 'lead-list', format: 'html' },
        { report: 'exceptions', format: 'html' },
      ],
      subject: null,
    });
    await office.caller.plans.addActions({
      planId: sample.planId,
      sectionId: sample.first,
      afterActionId: null,
      rows: [{ ref: '1.3', text: 'Ring every family', leads: 'Nell Okoro' }],
    });
    const { id: snapshotId } = await office.caller.snapshots.take({ name: 'Two leads' });
    const draftAll = () => office.caller.circulation.draft({ listId, snapshotId });
    const leads = await office.caller.reports.leads({ snapshotId });
    expect(leads.length).toBeGreaterThan(1);
    const made = await draftAll();
    expect(made.drafts).toHaveLength(1);
    expect(made.drafts[0]).toMatchObject({ to: ['ruth@harbour.example'] });
    expect(made.drafts[0]?.attached).toHaveLength(2);
    expect(made.without.toSorted()).toEqual(
      leads
        .map(({ name }) => name)
        .filter((name) => name !== 'Ruth Adeyemi')
        .toSorted(),
    );
    for (const { name } of leads.filter((one) => one.name !== 'Ruth Adeyemi'))
      await giveAddress(name, 'others@harbour.example');
    const all = await draftAll();
    expect(all.drafts).toHaveLength(leads.length);
    const files = Object.values(unzipSync(bytesOf(all.file)));
    expect(files).toHaveLength(leads.length);
    for (const file of files) {
      const mail = await PostalMime.parse(file);
      expect(mail.attachments.map(({ filename }) => filename)).toEqual([
        expect.stringMatching(/^Lead’s list, /),
        expect.stringMatching(/^Exception report/),
      ]);
    }
    expect(await office.caller.circulation.sent()).toHaveLength(1 + leads.length);
  });

  it('makes no draft for nobody', async () => {
    const listId = await add({ recipients: [] });
    expect(await refusalOf(draft(listId))).toMatchObject({ code: 'nothing-found' });
    expect(await office.caller.circulation.sent()).toEqual([]);
  });

  describe('“Which version have you got?”', () => {
    const find = (o: { sha256?: string; file?: { name: string; base64: string } }) =>
      office.caller.circulation.find(o);

    it('is answered from the file, its check sum, the draft, and since when a newer one went out', async () => {
      const listId = await add();
      const first = await draft(listId);
      const mail = await PostalMime.parse(bytesOf(first.file));
      const attached = Buffer.from(mail.attachments[1]?.content as ArrayBuffer);
      const asFile = { name: 'renamed by them.docx', base64: attached.toString('base64') };
      expect((await find({ file: asFile })).found).toMatchObject([
        { by: 'file', name: mail.attachments[1]?.filename, newer: null, snapshot: { id: sample.october.id } },
      ]);
      expect((await find({ sha256: sha256(attached).toUpperCase() })).found).toHaveLength(1);
      expect((await find({ file: { name: 'x.eml', base64: first.file.base64 } })).found).toMatchObject([
        { by: 'draft' },
      ]);
      await office.caller.plans.create({ title: 'Another plan', kind: 'action plan', period: '2011-12' });
      const later = await office.caller.snapshots.take({ name: 'November' });
      await office.caller.circulation.draft({ listId, snapshotId: later.id });
      expect((await find({ file: asFile })).found).toMatchObject([
        { newer: { snapshot: { name: 'November' } } },
      ]);
      expect((await office.caller.circulation.sent()).map(({ newer }) => newer?.snapshot.name)).toEqual([
        undefined,
        'November',
      ]);
    });

    it('is answered for a file that was changed or saved by hand, by the snapshot that it names', async () => {
      for (const format of ['html', 'docx', 'xlsx'] as const) {
        const saved = await office.caller.reports.make({
          snapshotId: sample.october.id,
          report: 'exceptions',
          planId: null,
          format,
        });
        const bytes = bytesOf(saved);
        const changed = format === 'html' ? Buffer.concat([bytes, Buffer.from('<!-- x -->')]) : bytes;
        const found = await find({ file: { name: saved.name, base64: changed.toString('base64') } });
        expect(found.found, format).toMatchObject([
          { by: 'named-inside', circulation: null, snapshot: { id: sample.october.id } },
        ]);
      }
      const { hash } = sample.october;
      const printed = `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)}`;
      expect((await find({ sha256: printed })).found).toMatchObject([{ by: 'snapshot' }]);
    });

    it('says so where it is none of ours, and asks for a real check sum', async () => {
      const bytes = readFileSync(import.meta.filename);
      expect(await find({ file: { name: 'x.ts', base64: bytes.toString('base64') } })).toEqual({
        sha256: sha256(bytes),
        found: [],
      });
      expect((await find({ sha256: 'ab'.repeat(32) })).found).toEqual([]);
      expect(await refusalOf(find({ sha256: 'version 2' }))).toMatchObject({ code: 'wrong-use' });
      const broken = { name: 'x.docx', base64: Buffer.from('no zip').toString('base64') };
      expect(await refusalOf(find({ file: broken }))).toMatchObject({ code: 'file-damaged' });
    });
  });

  it('comes back the same from the register as JSON', async () => {
    const personId = await giveAddress('Ruth Adeyemi', 'ruth@harbour.example');
    const listId = await add({
      recipients: [...board.recipients, { personId, address: null, field: 'bcc' }],
    });
    await draft(listId);
    const first = exportRegister(office.register);
    expect(RegisterJson.parse(first)).toEqual(first);
    expect([first.circulationLists?.length, first.circulations?.length]).toEqual([1, 1]);
    const other = await openOffice();
    await importFiles(
      other.app,
      [{ name: 'register.json', bytes: Buffer.from(JSON.stringify(first)) }],
      ImportOptions.parse({}),
    );
    expect(exportRegister(other.register)).toEqual(first);
    await other.close();
  });

  it('is no part of what a snapshot freezes: reports are made of that, and addresses go into none', async () => {
    await add();
    const { id } = await office.caller.snapshots.take({ name: 'With a list' });
    const made = exportRegister(office.register).snapshots.find((one) => one.id === id);
    expect(JSON.stringify(made?.content)).not.toMatch(/chair@harbour/);
  });
});
