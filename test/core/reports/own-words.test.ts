import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { importFiles } from '#core/imports/imports.ts';
import { exportRegister } from '#core/register/export.ts';
import { ImportOptions } from '#shared/contract/imports.ts';
import { usualLayout } from '#shared/contract/report-records.ts';
import type { reportsContract } from '#shared/contract/reports.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { sampleReportOffice } from './sample-report.ts';

const bytesOf = (file: { base64: string }) => Buffer.from(file.base64, 'base64');
const textOf = (file: { base64: string }) => bytesOf(file).toString('utf8');
type Wish<P extends keyof typeof reportsContract> = z.input<(typeof reportsContract)[P]['input']>;
const seesAll = { notes: true, names: true, confidential: true };

describe('words of the office’s own', () => {
  let office: Office;
  let sample: Awaited<ReturnType<typeof sampleReportOffice>>;
  beforeEach(async () => {
    office = await openOffice();
    sample = await sampleReportOffice(office);
  });
  afterEach(() => office.close());

  const exceptions = (snapshotId: string | null) => ({
    report: 'exceptions' as const,
    snapshotId,
    planId: sample.planId,
  });
  type Placed = Wish<'writeWords'>['words'][number];
  const placed = (place: string, text: string, more: Partial<Placed> = {}): Placed => ({
    place,
    recordId: null,
    text,
    internal: false,
    ...more,
  });
  const write = (snapshotId: string | null, ...words: Placed[]) =>
    office.caller.reports.writeWords({ ...exceptions(snapshotId), words });
  const make = (snapshotId: string | null, more: Partial<Wish<'make'>> = {}) =>
    office.caller.reports.make({ ...exceptions(snapshotId), format: 'html', ...more });
  const places = async (snapshotId: string | null) => {
    const { places: all } = await office.caller.reports.preview(exceptions(snapshotId));
    return all.filter(({ own, from }) => own !== null || from !== null);
  };

  it('stand at their places in every form, lists as lists, and in the e-mail that carries the report', async () => {
    const { october, fence } = sample;
    await write(
      october.id,
      placed('foreword', 'Dear members,\n- two <good> things\n- one that is not'),
      placed('before:risks', 'Look at these first.'),
      placed('at', 'We met the contractor.', { recordId: fence }),
      placed('closing', 'Thank you all.'),
      placed('mail', 'The board meets on Thursday.\n* bring the papers'),
    );
    const html = textOf(await make(october.id));
    const own =
      '<div class="own"><p>Dear members,</p><ul><li>two &lt;good&gt; things</li><li>one that is not</li></ul></div>';
    expect(html).toContain(own);
    expect(html.indexOf('Look at these first.')).toBeLessThan(html.indexOf('>Risks</h2>'));
    expect(html.indexOf('Look at these first.')).toBeGreaterThan(html.indexOf('The contractor withdrew'));
    expect(html.indexOf('We met the contractor.')).toBeLessThan(html.indexOf('The contractor withdrew'));
    expect(html.indexOf('Thank you all.')).toBeGreaterThan(html.indexOf('>Risks</h2>'));
    expect(html).not.toContain('The board meets on Thursday.');

    const parts = unzipSync(bytesOf(await make(october.id, { format: 'docx' })));
    const document = Buffer.from(parts['word/document.xml'] ?? []).toString('utf8');
    expect(document).toMatch(/<w:pStyle w:val="OfficeWords"\/>(?:(?!<\/w:p>).)*Dear members,/);
    expect(document).toMatch(/<w:numPr>(?:(?!<\/w:p>).)*two &lt;good&gt; things/);

    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytesOf(await make(october.id, { format: 'xlsx' })) as unknown as ArrayBuffer);
    const cover: string[] = [];
    book.worksheets[0]?.eachRow((row) => row.eachCell((cell) => cover.push(cell.text)));
    expect(cover).toContain('Dear members,\n• two <good> things\n• one that is not');

    const eml = await office.caller.reports.draft({
      snapshotId: october.id,
      planId: sample.planId,
      reports: [{ report: 'exceptions', format: 'html' }],
    });
    const mail = await PostalMime.parse(bytesOf(eml));
    expect(mail.text).toContain('The board meets on Thursday.\n\n• bring the papers');
    expect(mail.html).toContain('The board meets on Thursday.');
  });

  it('stand under the action in the table of a plan, and give a section a heading of its own', async () => {
    const wish = { report: 'plan' as const, snapshotId: sample.october.id, planId: sample.planId };
    const words = [
      placed('at', 'Said of the fence.', { recordId: sample.fence }),
      placed('at', 'Said of the section.', { recordId: sample.first }),
    ];
    await office.caller.reports.writeWords({ ...wish, words });
    const html = textOf(await office.caller.reports.make({ ...wish, format: 'html' }));
    expect(html).toMatch(/<th scope="row">(?:(?!<\/th>).)*<span class="ow">Said of the fence\.<\/span>/);
    expect(html).toMatch(/<h3 id="h\d+">[^<]*<\/h3>\n<div class="own"><p>Said of the section\.<\/p><\/div>/);
  });

  it('go with the snapshot that is taken to report them, and are offered again next time until kept or cleared', async () => {
    await write(null, placed('foreword', 'Of this quarter.'), placed('closing', 'Until next time.'));
    const first = await make(null);
    expect(textOf(first)).toContain('Of this quarter.');
    expect(await places(null)).toMatchObject([
      { place: 'foreword', own: null, from: { text: 'Of this quarter.', name: 'Report of 12 October 2010' } },
      { place: 'closing', own: null, from: { takenOn: '2010-10-12' } },
    ]);
    // What waits to be kept is in no report: last quarter's words never go out unread.
    const { id: snapshotId } = await office.caller.snapshots.take({ name: 'Later' });
    expect(textOf(await make(snapshotId))).not.toContain('Of this quarter.');
    await write(snapshotId, placed('foreword', 'Of this quarter.'), placed('closing', ''));
    const made = textOf(await make(snapshotId));
    expect(made).toContain('Of this quarter.');
    expect(made).not.toContain('Until next time.');
    expect(await places(null)).toMatchObject([{ place: 'foreword', from: { name: 'Later' } }]);
  });

  it('are one act to undo and do again, found by search, and counted where nothing changes', async () => {
    const { october } = sample;
    await write(october.id, placed('foreword', 'A remarkable spring.'), placed('closing', 'Goodbye.'));
    expect(await write(october.id, placed('foreword', ' A remarkable spring. '))).toEqual({ written: 0 });
    const [hit] = await office.caller.search.find({ text: 'remarkable' });
    expect(hit).toMatchObject({ kind: 'report-words' });
    expect(await office.caller.reports.placeOfWords({ id: hit?.id ?? '' })).toMatchObject({
      report: 'exceptions',
      ofId: sample.planId,
      snapshotId: october.id,
      place: 'foreword',
    });
    await office.caller.history.undo();
    expect(await places(october.id)).toEqual([]);
    expect(await office.caller.search.find({ text: 'remarkable' })).toEqual([]);
    await office.caller.history.redo();
    expect(await places(october.id)).toHaveLength(2);
  });

  it('keep to what those may see who get them: names go, and internal words with internal notes', async () => {
    const { october } = sample;
    const { id } = (await office.caller.people.list())[0] ?? { id: '' };
    const person = (await office.caller.people.list()).find((one) => one.id === id);
    await write(
      october.id,
      placed('foreword', `${person?.name} has done well.`),
      placed('closing', 'Between ourselves.', { internal: true }),
    );
    const all = textOf(await make(october.id));
    expect(all).toContain(`${person?.name} has done well.`);
    expect(all).toContain('Between ourselves.');
    const outside = textOf(await make(october.id, { sees: { ...seesAll, names: false, notes: false } }));
    expect(outside).toContain('has done well.');
    expect(outside).not.toContain(person?.name ?? 'nobody');
    expect(outside).not.toContain('Between ourselves.');
    expect(textOf(await make(october.id, { audience: 'public' }))).not.toContain('Between ourselves.');
  });

  it('are kept with what went out: the same file is made again after they were changed', async () => {
    const { october } = sample;
    await write(october.id, placed('foreword', 'As it went out.'));
    const layout = (await office.caller.reports.preview(exceptions(october.id))).parts.map(({ id }) => ({
      id,
      shown: id !== 'kpis',
    }));
    const formats = ['html', 'docx', 'xlsx'] as const;
    await office.caller.reports.draft({
      snapshotId: october.id,
      planId: sample.planId,
      reports: formats.map((format) => ({ report: 'exceptions' as const, format })),
      layout: {
        parts: layout.toReversed(),
        withoutColumns: ['Leads'],
        states: null,
        paper: { size: 'A3', orientation: 'sideways' },
        cover: { ownPage: true, contents: false, logo: true },
      },
    });
    await write(october.id, placed('foreword', 'Changed since.'));
    const [sent] = await office.caller.circulation.sent();
    for (const { name } of sent?.files ?? []) {
      const again = await office.caller.reports.again({ circulationId: sent?.id ?? '', name });
      expect([name, again.same]).toEqual([name, true]);
      if (name.endsWith('html')) expect(textOf(again.file)).toContain('As it went out.');
    }
    expect(sent?.files).toHaveLength(3);
    expect(
      await refusalOf(office.caller.reports.again({ circulationId: sent?.id ?? '', name: 'x' })),
    ).toMatchObject({
      code: 'not-found',
    });
  });

  it('come back the same from the register as JSON, with templates and the look', async () => {
    await write(sample.october.id, placed('foreword', 'Of October.'));
    await write(null, placed('foreword', 'Of the next.', { internal: true }));
    await office.caller.settings.set({
      look: { logo: null, colour: '#00543c', second: null, confidentiality: 'For partners only' },
    });
    const choices = {
      planId: sample.planId,
      sectionId: null,
      leadId: null,
      listId: null,
      formats: ['docx' as const],
      layout: usualLayout,
      words: [placed('foreword', 'Dear members,')],
    };
    await office.caller.reports.saveTemplate({
      templateId: null,
      name: 'Board',
      report: 'exceptions',
      usual: true,
      choices,
    });
    const whole = exportRegister(office.register);
    expect(whole.reportWords).toHaveLength(2);
    const other = await openOffice();
    try {
      await importFiles(
        other.app,
        [{ name: 'register.json', bytes: Buffer.from(JSON.stringify(whole)) }],
        ImportOptions.parse({}),
      );
      const again = exportRegister(other.register);
      expect(again.reportWords).toEqual(whole.reportWords);
      expect(again.reportTemplates).toEqual(whole.reportTemplates);
      expect(again.settings.look).toEqual(whole.settings.look);
    } finally {
      await other.close();
    }
  });
});
