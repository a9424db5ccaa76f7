import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeAgenda } from '#core/reports/compose/agenda-report.ts';
import { indexContent } from '#core/reports/compose/content-index.ts';
import { composeMinutes } from '#core/reports/compose/minutes-report.ts';
import type { ReportDocument } from '#core/reports/document.ts';
import { csvTables, writeCsv } from '#core/reports/write/csv.ts';
import { writeDocx } from '#core/reports/write/docx.ts';
import { writeHtml } from '#core/reports/write/html.ts';
import { writeXlsx } from '#core/reports/write/xlsx.ts';
import type { AgendaItem, Resolution } from '#shared/contract/meeting-records.ts';
import type { RegisterContent } from '#shared/contract/register.ts';
import { publicContent } from '#shared/domain/public-content.ts';
import { registers } from '#test/db/register-arbitrary.ts';
import { type Board, holdMeeting, sampleBoard } from '../meetings/board.ts';
import { type Office, openOffice } from '../office.ts';

/** What is marked confidential is in no file for the public, wherever in the record it stands. */

const secret = 'ZQXSECRET';
const idOf = (n: number) => `0194d000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const due = (text: string): NonNullable<Resolution['due']> => ({
  text,
  kind: 'by',
  start: null,
  end: null,
  precision: null,
  ongoing: false,
  recurrence: null,
  revisedFrom: null,
  ambiguous: false,
});
const nowhere = { planId: null, sectionId: null, actionId: null, kpiId: null, resolutionId: null };

/** The content with secrets in all that can be marked, and in all that comes of it alone. */
function withSecrets(content: RegisterContent): RegisterContent {
  const wholly = new Set(content.agendaItems.filter((_, at) => at % 2 === 1).map(({ id }) => id));
  const [plan] = content.plans;
  let made = 0;
  const actions = [...content.actions];
  const owedReports = [...(content.owedReports ?? [])];
  const reportDeliveries = [...(content.reportDeliveries ?? [])];
  const progress = [...content.progress];
  const measures = [...content.measures];
  const resolutions = content.resolutions.map((one, at): Resolution => {
    const hidden = wholly.has(one.agendaItemId ?? '') || at % 2 === 0;
    const { confidential: _, ...open } = one;
    if (!hidden) return open;
    const actionId = plan ? idOf(++made) : null;
    if (plan && actionId) {
      actions.push({
        id: actionId,
        source: null,
        planId: plan.id,
        sectionId: null,
        ref: null,
        text: secret,
        bullets: [secret],
        leads: [],
        timescale: due(secret),
        status: { state: 'on-track', label: secret },
        resources: secret,
        comment: secret,
        details: [],
        links: [],
        reviewOn: null,
        continuesActionId: null,
      });
      progress.push({
        id: idOf(++made),
        source: null,
        actionId,
        kpiId: null,
        on: null,
        status: null,
        text: secret,
        by: secret,
        evidence: secret,
        meetingId: one.meetingId,
      });
      measures.push({ id: idOf(++made), source: null, actionId, text: secret, leads: [], kpiId: null });
    }
    const owedId = idOf(++made);
    owedReports.push({
      id: owedId,
      source: null,
      resolutionId: one.id,
      title: secret,
      toBodyId: content.bodies[0]?.id ?? null,
      every: secret,
      nextOn: '2010-01-01',
      officer: { text: secret, personId: null },
    });
    reportDeliveries.push({
      id: idOf(++made),
      source: null,
      owedReportId: owedId,
      meetingId: one.meetingId,
      on: '2010-01-01',
      words: secret,
    });
    return {
      ...open,
      text: secret,
      number: secret,
      doneWords: secret,
      actionId,
      leads: [{ text: secret, personId: null, role: null, note: secret }],
      due: due(secret),
      ...(wholly.has(one.agendaItemId ?? '') ? {} : { confidential: true as const }),
    };
  });
  const hiddenIds = resolutions.filter(({ text }) => text === secret);
  const agendaItems = content.agendaItems.map((item): AgendaItem => {
    const { confidential: _, ...open } = item;
    const told = hiddenIds.map(({ id }) => ({ ...nowhere, text: secret, resolutionId: id }));
    const links = [...(item.links ?? []), ...told];
    if (wholly.has(item.id)) {
      return {
        ...open,
        title: secret,
        text: secret,
        points: [{ heading: secret, text: secret }],
        officer: { text: secret, personId: null },
        furtherTo: secret,
        papers: [{ title: secret, where: secret, report: null, snapshotId: null }],
        links: [...links, { ...nowhere, text: secret }],
        confidential: true,
      };
    }
    return {
      ...open,
      points: [
        ...item.points.map(({ confidential: __, ...point }) => point),
        { heading: secret, text: secret, kind: 'question', confidential: true },
      ],
      papers: [{ title: secret, where: secret, report: null, snapshotId: null, confidential: true }],
      ...(links.length > 0 && { links }),
    };
  });
  const minuteCorrections = [
    ...(content.minuteCorrections ?? []).map((one) =>
      one.confidential || wholly.has(one.agendaItemId ?? '') ? { ...one, text: secret } : one,
    ),
  ];
  return {
    ...content,
    actions,
    progress,
    measures,
    resolutions,
    agendaItems,
    ...(owedReports.length > 0 && { owedReports }),
    ...(reportDeliveries.length > 0 && { reportDeliveries }),
    ...(minuteCorrections.length > 0 && { minuteCorrections }),
  };
}

const contents = registers
  .filter(({ meetings, agendaItems }) => meetings.length > 0 && agendaItems.length > 0)
  .map(({ snapshots: _, imports: __, tray: ___, ...content }) => withSecrets(content));
const front = { snapshotName: 'Test', takenAt: '2010-10-14T09:10:00.000Z', hash: 'ab'.repeat(32) };
const partsOf = (zip: Uint8Array) =>
  Object.values(unzipSync(zip))
    .map((part) => new TextDecoder().decode(part))
    .join('\n');

async function everyFile(report: ReportDocument): Promise<string[]> {
  return [
    writeHtml(report),
    partsOf(await writeDocx(report)),
    partsOf(await writeXlsx(report)),
    ...csvTables(report).map(({ table }) => new TextDecoder().decode(writeCsv(table))),
    report.summary.join('\n'),
  ];
}

describe('the public version of any meeting', () => {
  it('holds no marked word in any form of file, nor does the content it is made of', async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (content) => {
        const { content: open, leftOut } = publicContent(content);
        expect(JSON.stringify(open)).not.toContain(secret);
        const index = indexContent(open);
        for (const meeting of open.meetings) {
          for (const compose of [composeMinutes, composeAgenda]) {
            const report = compose(index, front, meeting, leftOut);
            for (const file of await everyFile(report)) expect(file.includes(secret)).toBe(false);
          }
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('is the whole content where nothing is marked, and the full version tells what is', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const clear: RegisterContent = { ...content, agendaItems: [], resolutions: [] };
        const { minuteCorrections: _, ...rest } = clear;
        expect(publicContent(rest as RegisterContent).content).toEqual(rest);
        const index = indexContent(content);
        const told = content.meetings.map((meeting) =>
          writeHtml(composeMinutes(index, front, meeting, null)),
        );
        expect(told.join('\n')).toContain(secret);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

describe('minutes for the public, as they are made', () => {
  let office: Office;
  let board: Board;
  const printed: string[] = [];
  beforeEach(async () => {
    office = await openOffice({
      ports: {
        log: () => {},
        printPdf: async (html) => {
          printed.push(html);
          return new TextEncoder().encode(`%PDF-1.4\n${html}`);
        },
      },
    });
    board = await sampleBoard(office);
    const { itemId } = await holdMeeting(office, board);
    await office.caller.agenda.editItem({
      itemId,
      points: [
        { heading: '', text: 'Open word' },
        { heading: '', text: `${secret} point`, confidential: true },
      ],
    });
    await office.caller.resolutions.add({ itemId, text: `That ${secret} be paid`, confidential: true });
  });
  afterEach(() => office.close());

  it('say how much was left out where it was, on paper, in a workbook and in a mail', async () => {
    const wish = { snapshotId: null, planId: null, report: 'minutes' as const, audience: 'public' as const };
    const { meetingId } = board;
    for (const format of ['html', 'docx', 'xlsx', 'pdf', 'csv'] as const) {
      const { base64, name } = await office.caller.reports.make({ ...wish, meetingId, format });
      const bytes = Buffer.from(base64, 'base64');
      const text = bytes.subarray(0, 2).toString() === 'PK' ? partsOf(bytes) : bytes.toString('utf8');
      expect(text.includes(secret), name).toBe(false);
      if (format === 'html') expect(text).toContain('2 confidential parts of this item left out.');
    }
    expect(printed.join('\n')).not.toContain(secret);
    const snapshot = await office.caller.snapshots.take({ name: 'For all' });
    const mail = await office.caller.reports.draft({
      snapshotId: snapshot.id,
      planId: null,
      meetingId,
      audience: 'public',
      reports: [{ report: 'minutes', format: 'html' }],
    });
    const raw = Buffer.from(mail.base64, 'base64').toString('utf8');
    const attached = [...raw.matchAll(/(?:^[A-Za-z0-9+/=]{20,}\r?\n)+/gm)].map(([part]) =>
      Buffer.from(part, 'base64').toString('utf8'),
    );
    expect(attached.join('\n')).toContain('Open word');
    expect([raw, ...attached].join('\n')).not.toContain(secret);
    const whole = await office.caller.reports.make({
      ...wish,
      meetingId,
      format: 'html',
      audience: 'members',
    });
    const all = Buffer.from(whole.base64, 'base64').toString('utf8');
    expect(all).toContain(`${secret} point`);
    expect(all).toContain('Confidential: holds parts that are not for the public');
  });
});
