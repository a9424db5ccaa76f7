import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '#core/imports/imports.ts';
import { ImportOptions } from '#shared/contract/imports.ts';
import { comparable } from '#shared/domain/similarity.ts';
import { seedFile, seedPaper } from '../../fixtures/seeds/seeds.ts';
import { type Office, openOffice } from '../office.ts';

/** Minutes that were brought in say, printed again, all that their source says. */

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function printedWords(report: 'minutes' | 'agenda' = 'minutes'): Promise<string> {
  const [meeting] = await office.caller.meetings.list();
  const { base64 } = await office.caller.reports.make({
    snapshotId: null,
    planId: null,
    report,
    meetingId: meeting?.id ?? null,
    format: 'html',
  });
  const html = Buffer.from(base64, 'base64').toString('utf8');
  const body = html.slice(html.indexOf('<body'));
  return comparable(
    body
      .replace(/<[^>]+>/g, ' ')
      .replace(/&amp;/g, '&')
      .replace(/&#39;|&apos;/g, '’')
      .replace(/&(?:quot|lt|gt|nbsp);/g, ' '),
  );
}

/** The lines of the source that the printed minutes do not say, whole. */
const missing = (printed: string, lines: readonly string[]) =>
  lines.filter((line) => comparable(line) !== '' && !printed.includes(comparable(line)));

/** Invented minutes of the same shape: a report considered, lists, questions, and three resolutions. */
const invented = [
  'Agenda item',
  'Reading rooms - progress',
  'Report of the Head of Libraries',
  'Minutes:',
  'Further to Minute 12/13, the Cabinet Member for Learning considered a report of the Head of Libraries on the reading rooms. The report identified the following areas of strength:-',
  '• Warm rooms',
  '• Patient volunteers',
  'The following were identified as areas for development:-',
  '• Opening hours',
  'The Cabinet Member questioned officers on aspects of the report, particularly in relation to:-',
  '• The price of lamps',
  '• Where the old chairs went',
  'RESOLVED that the Cabinet Member for Learning:-',
  '(1) Notes the progress made',
  '(2) Requests officers to ask for the price of lamps',
  '(3) Requests further progress reports on a quarterly basis',
];

describe('minutes printed again', () => {
  it('say all that invented minutes of the usual shape say, each list below what announces it', async () => {
    const html = `<html><body>${invented.map((line) => `<p>${line}</p>`).join('')}</body></html>`;
    await importFiles(
      office.app,
      [{ name: 'minutes.html', bytes: new TextEncoder().encode(html) }],
      ImportOptions.parse({}),
    );
    const printed = await printedWords();
    expect(missing(printed, invented)).toEqual([]);
    const order = ['areas of strength', 'patient volunteers', 'areas for development', 'opening hours'];
    const places = order.map((words) => printed.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    // The agenda of a meeting that is over tells what was on it, not what was said there.
    const agenda = await printedWords('agenda');
    expect(agenda).toContain('reading rooms progress');
    expect(agenda).not.toContain('patient volunteers');
    expect(agenda).not.toContain('considered a report');
  });

  const seed = seedFile('004.docx');
  it.skipIf(seed === null)(
    `say all that seed 004 says${seed === null ? ' (it is not here)' : ''}`,
    async () => {
      await importFiles(
        office.app,
        [{ name: 'minutes.docx', bytes: seed?.bytes ?? new Uint8Array() }],
        ImportOptions.parse({}),
      );
      const lines = (seedPaper('004', 'word')?.blocks ?? []).flatMap((block) =>
        block.kind === 'list' ? block.items : 'text' in block ? [String(block.text)] : [],
      );
      expect(lines.length).toBeGreaterThan(20);
      expect(
        missing(
          await printedWords(),
          lines.map((line) => line.replace(/^Minutes:$/, '')),
        ),
      ).toEqual([]);
      const [meeting] = await office.caller.meetings.list();
      const view = await office.caller.meetings.get({ meetingId: meeting?.id ?? '' });
      const points = (heading: string) =>
        view.items[0]?.points.filter((point) => point.heading === heading).length;
      expect(view.items).toHaveLength(1);
      expect(view.body?.name).toMatch(/Cabinet Member/);
      expect(
        ['Areas of strength', 'Areas for development', 'Improvement actions', 'Questions raised'].map(points),
      ).toEqual([6, 3, 6, 4]);
      expect(view.resolutions.map(({ resolution }) => resolution.kind)).toEqual([
        'notes',
        'action',
        'report',
      ]);
      expect(view.references[0]?.ref).toBe('41/14');
    },
  );
});
