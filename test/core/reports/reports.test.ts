import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { sampleReportOffice } from './sample-report.ts';

const bytesOf = (file: { base64: string }) => Buffer.from(file.base64, 'base64');

describe('reports', () => {
  let office: Office;
  let sample: Awaited<ReturnType<typeof sampleReportOffice>>;
  beforeEach(async () => {
    office = await openOffice();
    sample = await sampleReportOffice(office);
  });
  afterEach(() => office.close());

  const make = (
    report: 'plan' | 'exceptions',
    format: 'html' | 'xlsx' | 'docx' | 'csv' | 'pdf',
    planId: string | null = sample.planId,
  ) => office.caller.reports.make({ snapshotId: sample.october.id, report, planId, format });

  it('tells the whole plan in one HTML file that runs and fetches nothing', async () => {
    const file = await make('plan', 'html');
    const html = bytesOf(file).toString('utf8');
    expect(file.name).toMatch(/^Harbour Early Years Plan, 2010-11, \d{4}-\d\d-\d\d\.html$/);
    for (const words of [
      'Families know where to turn',
      'Print one leaflet for all four centres',
      'Leaflet in two languages',
      'Printed &amp; delivered to all four &lt;centres&gt;',
      'As 2.1',
      'Families who found help within a week',
      'Advice line log',
    ]) {
      expect(html).toContain(words);
    }
    expect(html).toContain('lang="en-GB"');
    expect(html).not.toMatch(/<script|src="|href="http|url\(/i);
  });

  it('is byte for byte the same when made again after the register has moved on', async () => {
    const formats = ['html', 'xlsx', 'docx', 'csv'] as const;
    const made = () => Promise.all(formats.map(async (format) => (await make('plan', format)).base64));
    const before = await made();
    await office.caller.plans.setCells({
      planId: sample.planId,
      edits: [{ actionId: sample.toys, field: 'text', text: 'Buy nothing' }],
    });
    // A year later by the machine's own clock, which a library may look at though nothing of ours does.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 366 * 86_400_000 });
    try {
      expect(await made()).toEqual(before);
    } finally {
      vi.useRealTimers();
    }
  });

  it('tells exceptions with how they stood in the snapshot before', async () => {
    const html = bytesOf(await make('exceptions', 'html', null)).toString('utf8');
    expect(html).toContain('Off track, 1 of 1');
    expect(html).toContain('June board');
    expect(html).toContain('The contractor withdrew');
    // Complete already in June: no highlight of October.
    expect(html).toContain('No action was completed since June board.');
    expect(html).not.toContain('Print one leaflet');
  });

  it('writes a workbook that another library reads: title in A1, frozen heading, words beside colour, no formula', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytesOf(await make('plan', 'xlsx')) as unknown as ArrayBuffer);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['Report', 'Actions', 'KPIs', 'Updates']);
    const cover = workbook.getWorksheet('Report');
    expect(cover?.getCell('A1').text).toBe('Harbour Early Years Plan');
    const actions = workbook.getWorksheet('Actions');
    const head = actions?.getRow(4).values as string[];
    expect(head).toContain('Action');
    expect(actions?.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
    expect(actions?.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true });
    let texts = '';
    actions?.eachRow((row) => {
      row.eachCell((cell) => {
        expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
        texts += `${cell.text}\n`;
      });
    });
    expect(texts).toContain('◆ Off track');
    expect(texts).toContain('The contractor withdrew; "=1+1" is what the quote said');
  });

  it('makes an e-mail draft whose attachments come back identical, and notes who got it', async () => {
    const draft = await office.caller.reports.draft({
      snapshotId: sample.october.id,
      planId: sample.planId,
      reports: [
        { report: 'exceptions', format: 'html' },
        { report: 'plan', format: 'xlsx' },
      ],
      to: ['board@harbour.example'],
      bcc: ['leads@harbour.example'],
      subject: 'Papers for Tūesday\r\nBcc: everyone@evil.example',
    });
    const raw = bytesOf(draft);
    expect(raw.toString('latin1')).toMatch(/^X-Unsent: 1\r\n/);
    expect(raw.toString('latin1')).not.toMatch(/[^\r]\n/);
    const mail = await PostalMime.parse(raw);
    expect(mail.subject).toBe('Papers for Tūesday Bcc: everyone@evil.example');
    expect(mail.from).toBeUndefined();
    expect(mail.bcc?.map((one) => one.address)).toEqual(['leads@harbour.example']);
    const report = await make('exceptions', 'html');
    expect(mail.attachments.map((one) => one.filename)).toContain(report.name);
    const html = mail.attachments.find((one) => one.filename === report.name);
    expect(Buffer.from(html?.content as ArrayBuffer).equals(bytesOf(report))).toBe(true);
    const [latest] = await office.caller.snapshots.list();
    expect(latest?.circulatedAt).not.toBeNull();
  });

  it('takes a snapshot first where none is chosen', async () => {
    const before = await office.caller.snapshots.list();
    await office.caller.reports.make({
      snapshotId: null,
      report: 'exceptions',
      planId: null,
      format: 'html',
    });
    expect(await office.caller.snapshots.list()).toHaveLength(before.length + 1);
  });

  it('gives the tables of a report as a zip of CSV files, or the one that is named', async () => {
    const all = await make('plan', 'csv');
    expect(all).toMatchObject({ mime: 'application/zip' });
    expect(Object.keys(unzipSync(bytesOf(all)))).toEqual(['1 Actions.csv', '2 KPIs.csv', '3 Updates.csv']);
    const wish = {
      snapshotId: sample.october.id,
      report: 'plan',
      planId: sample.planId,
      format: 'csv',
    } as const;
    const one = await office.caller.reports.make({ ...wish, table: 'kpis' });
    expect(one.name).toMatch(/, KPIs, .*\.csv$/);
    expect(bytesOf(one).toString('utf8')).toContain('HB 1 Families who found help within a week');
    expect(await refusalOf(office.caller.reports.make({ ...wish, table: 'Wishes' }))).toMatchObject({
      code: 'nothing-found',
      message: expect.stringContaining('“Actions”, “KPIs” and “Updates”'),
    });
  });

  it('says what to do instead where the host cannot print', async () => {
    expect(await refusalOf(make('plan', 'pdf'))).toMatchObject({
      code: 'not-possible',
      message: expect.stringContaining('Save as PDF'),
    });
  });

  it('says so where the plan is not in the snapshot', async () => {
    const { planId } = await office.caller.plans.create({ title: 'Later', kind: 'plan', period: null });
    expect(await refusalOf(make('plan', 'html', planId))).toMatchObject({ code: 'not-found' });
  });
});
