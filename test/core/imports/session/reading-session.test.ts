import { afterEach, describe, expect, it } from 'vitest';
import { unpackDrafts } from '#core/imports/recognise/drafts-wire.ts';
import type { RecogniseOptions } from '#core/imports/recognise/types.ts';
import type { ReadingProgress } from '#core/imports/session/protocol.ts';
import {
  prepareReading,
  type ReadingSession,
  type StartReading,
  startReading,
  stopWaiting,
} from '#core/imports/session/reading-session.ts';
import { blankBomb, emptyStyledRows, oleFile } from '#test/fixtures/bad-files.ts';
import { largeWorkbook } from '#test/fixtures/large-workbook.ts';
import { rawWorkbook, rowsXml } from '#test/fixtures/raw-workbook.ts';
import { refusalOf } from '#test/fixtures/refusal.ts';

const options: RecogniseOptions = {
  fileName: 'plan.xlsx',
  year: null,
  yearStartMonth: 4,
  legend: {},
  corrections: [],
  profiles: [],
};

const open: ReadingSession[] = [];
async function start(bytes: Uint8Array, more: Partial<StartReading> = {}): Promise<ReadingSession> {
  const session = await startReading({ name: 'plan.xlsx', bytes, options, ...more });
  open.push(session);
  return session;
}
afterEach(async () => {
  for (const session of open.splice(0)) await session.close();
});

const plan = (): Uint8Array =>
  rawWorkbook({
    sheets: [
      {
        name: 'Plan',
        xml: rowsXml([
          ['Ref', 'Action', 'Who is leading', 'By when', 'Status'],
          ['1.1', 'Open a toy library in the north', 'AB', 'March 2027', 'On track'],
          ['1.2', 'Train ten childminders', 'CD', 'June 2027', 'Complete'],
          ['1.3', 'Publish the family guide', 'AB / CD', 'Ongoing', 'At risk'],
        ]),
      },
    ],
  });

let made: Uint8Array | null = null;
const big = (): Uint8Array => {
  made ??= largeWorkbook(8_000, 12);
  return made;
};

/** Workers of this process that still hold it open. */
const running = (): number =>
  process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;

describe('a reading session', () => {
  it('reads and recognises a file, shows its rows and keeps the caller’s bytes', async () => {
    const bytes = plan();
    const before = bytes.slice();
    const steps: ReadingProgress[] = [];
    const session = await start(bytes, { onProgress: (step) => steps.push(step) });
    expect(bytes).toEqual(before);
    expect(session.format).toBe('xlsx');
    const { tables, reconciliation, drafts } = session.recognition();
    expect(tables.map((table) => table.kind)).toEqual(['actions']);
    expect(reconciliation).toMatchObject({ cells: 20, lost: 0 });
    expect(unpackDrafts(drafts).actions).toHaveLength(3);
    expect(steps).toEqual([{ step: 'read', sheet: 'Plan', done: 0, of: 1 }, { step: 'recognise' }]);
    const picture = await session.picture(0, 1, 2);
    expect(picture).toMatchObject({ firstRow: 1, rowCount: 2, columnCount: 5 });
    expect(picture.cells.filter((cell) => cell.row === 1).map((cell) => cell.text)).toEqual([
      '1.1',
      'Open a toy library in the north',
      'AB',
      'March 2027',
      'On track',
    ]);
    expect(new Set(picture.cells.map((cell) => cell.fate))).toEqual(new Set(['placed']));
    expect((await session.picture(0, 900, 10)).cells).toEqual([]);
    expect((await refusalOf(session.picture(7, 0, 1))).code).toBe('not-found');
  });

  it('recognises again with corrections, without reading the file again', async () => {
    const session = await start(plan());
    const table = session.recognition().tables[0];
    const again = await session.redo({
      ...options,
      corrections: [
        {
          kind: 'column',
          file: 0,
          tableId: table?.id ?? '',
          column: 2,
          field: 'resources',
          role: null,
          period: null,
        },
      ],
    });
    expect(again.tables[0]?.columns[2]?.field).toBe('resources');
    expect(session.recognition()).toBe(again);
  });

  it('says of each refused file what the reader says, and is gone', async () => {
    const before = running();
    expect((await refusalOf(start(blankBomb()))).code).toBe('file-hostile');
    expect((await refusalOf(start(oleFile('EncryptedPackage')))).code).toBe('file-encrypted');
    expect((await refusalOf(start(new Uint8Array()))).code).toBe('file-empty');
    expect(running()).toBe(before);
  });

  it('ends a file that takes longer than it may', async () => {
    const before = performance.now();
    const error = await refusalOf(start(big(), { limits: { timeMs: 120 } }));
    expect(error.code).toBe('file-timeout');
    expect(error.message).toMatch(/took longer than 1 second and was stopped/);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('ends a file that takes more memory than it may, and the program goes on', async () => {
    const error = await refusalOf(start(big(), { limits: { heapMegabytes: 10 } }));
    expect(error.code).toBe('file-too-large');
    expect(error.message).toMatch(/more memory/);
    expect((await start(plan())).format).toBe('xlsx');
  });

  it('can be cancelled before it begins, while it reads and after', async () => {
    const gone = AbortSignal.abort();
    expect((await refusalOf(start(plan(), { signal: gone }))).code).toBe('cancelled');
    const stop = new AbortController();
    const reading = start(big(), { signal: stop.signal, onProgress: () => stop.abort() });
    expect((await refusalOf(reading)).code).toBe('cancelled');
    const session = await start(plan());
    await session.close();
    expect((await refusalOf(session.picture(0, 0, 1))).code).toBe('cancelled');
  });

  it('is a fault in words when the worker breaks', async () => {
    const broken = new URL(
      `data:text/javascript,${encodeURIComponent('throw new Error("broken on purpose")')}`,
    );
    const error = await refusalOf(start(plan(), { workerUrl: broken }));
    expect(error.code).toBe('fault');
    expect(error.message).not.toMatch(/broken on purpose/);
    expect(String((error.cause as Error).message)).toMatch(/broken on purpose/);
    const quiet = new URL(`data:text/javascript,${encodeURIComponent('process.exit(0)')}`);
    expect((await refusalOf(start(plan(), { workerUrl: quiet }))).code).toBe('fault');
  });

  it('takes the worker that was prepared, once, and lets an unused one go', async () => {
    prepareReading();
    expect((await start(plan())).format).toBe('xlsx');
    expect((await start(plan())).format).toBe('xlsx');
    prepareReading({ workerUrl: new URL('data:text/javascript,throw new Error()') });
    expect((await start(plan())).format).toBe('xlsx');
    prepareReading();
    stopWaiting();
    expect((await start(plan())).format).toBe('xlsx');
  });

  it('leaves the program small after some hundred thousand styled rows', async () => {
    const bytes = emptyStyledRows(300_000);
    const before = process.memoryUsage.rss();
    const session = await start(bytes);
    expect(session.recognition().sheets[0]).toMatchObject({ rows: 1 });
    await session.close();
    expect(process.memoryUsage.rss() - before).toBeLessThan(400 * 1024 * 1024);
  });
});
