import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { composeChanges } from '#core/reports/compose/changes-report.ts';
import { type ContentIndex, indexContent } from '#core/reports/compose/content-index.ts';
import { composeExceptions } from '#core/reports/compose/exception-report.ts';
import { composeKpiBook } from '#core/reports/compose/kpi-book.ts';
import { composeLeadList } from '#core/reports/compose/lead-list.ts';
import { composeMinutes } from '#core/reports/compose/minutes-report.ts';
import { composePlan } from '#core/reports/compose/plan-report.ts';
import { composeQuarterlyReview } from '#core/reports/compose/quarterly-review.ts';
import type { ReportDocument } from '#core/reports/document.ts';
import { csvTables, writeCsv } from '#core/reports/write/csv.ts';
import { writeDocx } from '#core/reports/write/docx.ts';
import { writeEml } from '#core/reports/write/eml.ts';
import { writeHtml } from '#core/reports/write/html.ts';
import { writeXlsx } from '#core/reports/write/xlsx.ts';
import { type RegisterContent, valueRoles } from '#shared/contract/register.ts';
import { forAudience, namingOf, seesAll } from '#shared/domain/audience.ts';
import { registers } from '#test/db/register-arbitrary.ts';
import { withAll } from '#test/db/whole-arbitrary.ts';

/** Names that no other word of a generated register can be, as people write them. */
const spellings = [
  'Jean Whitlockova',
  'J. Whitlockova',
  'Mrs Whitlockova',
  'TOM PELLOWSKI',
  'Pellowski, Tom',
];
const names = /whitlockova|pellowski/i;
const secret = 'INTERNALWORDS';
const closed =
  /^(?:id|.*Id|state|kind|start|end|precision|on|.*On|from|until|polarity|format|version|symbol|.*Time|recurrence|check|basis|formula|calculated|frequency|year\w+|unitKind|toleranceBy|counts|papersUnit|entered(?:At)|replacedAt|colour|shape|pattern|of)$/;

/** Names in every field that a person can write in, and words that are not for all in the notes. */
function infested(content: RegisterContent, from: number): RegisterContent {
  let at = from;
  const infest = (held: unknown, key: string): unknown => {
    if (typeof held === 'string') {
      if (key === 'comment') return secret;
      if (/^\d{4}-\d\d-\d\d|^\d\d:\d\d$/.test(held)) return held;
      if (closed.test(key) || (valueRoles as readonly string[]).includes(held)) return held;
      at += 1;
      const name = spellings[at % spellings.length] ?? '';
      return /^(?:by|enteredBy|name|chair|clerk|substituteFor)$/.test(key) ? name : `${held} ${name}`;
    }
    if (Array.isArray(held)) return held.map((one) => infest(one, key));
    if (held === null || typeof held !== 'object') return held;
    return Object.fromEntries(Object.entries(held).map(([name, one]) => [name, infest(one, name)]));
  };
  const { people, settings, format, ...rest } = content;
  const known = ['Jean Whitlockova', 'Tom Pellowski'];
  return {
    ...(infest(rest, '') as RegisterContent),
    format,
    settings,
    people: people.map((person, index) => ({
      ...person,
      kind: 'person' as const,
      name: known[index % 2] ?? '',
      role: index % 2 === 0 ? 'Head of Early Years' : null,
    })),
    acceptances: content.acceptances?.map((one) => ({ ...one, reason: secret })),
  };
}

const infestedRegisters = fc
  .tuple(withAll(registers as never) as fc.Arbitrary<RegisterContent>, fc.nat(100))
  .filter(([register]) => register.plans.length > 0 && register.people.length > 1)
  .map(([register, from]) => {
    const {
      snapshots: _,
      imports: __,
      tray: ___,
      ...content
    } = register as RegisterContent & {
      snapshots?: unknown;
      imports?: unknown;
      tray?: unknown;
    };
    return infested(content, from);
  });

const front = { snapshotName: 'June', takenAt: '2010-06-30T09:00:00.000Z', hash: 'ab'.repeat(32) };

function reportsOf(index: ContentIndex, before: ContentIndex): ReportDocument[] {
  const earlier = { name: 'March', index: before };
  const { plans, people, meetings } = index.content;
  return [
    ...plans.slice(0, 2).map((plan) => composePlan(index, front, plan, earlier)),
    composeExceptions(index, front, null, earlier),
    composeQuarterlyReview(index, front, null, earlier),
    composeKpiBook(index, front, null, null),
    composeChanges(index, front, null, earlier),
    ...people.slice(0, 1).map(({ id }) => composeLeadList(index, front, id)),
    ...meetings.slice(0, 1).map((meeting) => composeMinutes(index, front, meeting, null)),
  ];
}

function seen(content: RegisterContent): ReportDocument[] {
  const sees = { ...seesAll, names: false, notes: false };
  const earlier = { ...content, actions: content.actions.slice(1) };
  const naming = namingOf([content, earlier], '2010-06-30');
  const indexOf = (one: RegisterContent) =>
    indexContent(forAudience(one, sees, naming).content, { hidesChecks: true });
  return reportsOf(indexOf(content), indexOf(earlier));
}

const expectNothing = (text: string) => {
  expect(text).not.toMatch(names);
  expect(text).not.toContain(secret);
};

describe('what a list may not see', () => {
  it('is in no web page, table or e-mail of any report', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(infestedRegisters, async (content) => {
        for (const report of seen(content)) {
          const html = writeHtml(report);
          told += html.length;
          expectNothing(html);
          for (const { name, table } of csvTables(report))
            expectNothing(`${name} ${Buffer.from(writeCsv(table)).toString('utf8')}`);
          const mail = await PostalMime.parse(
            Buffer.from(
              await writeEml({
                to: [],
                bcc: [],
                subject: report.title,
                report,
                files: [],
                at: front.takenAt,
                messageId: 'x',
              }),
            ),
          );
          expectNothing(`${mail.subject} ${mail.html} ${mail.text}`);
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(told).toBeGreaterThan(10_000);
  });

  it('is in no part of a workbook or Word document', async () => {
    await fc.assert(
      fc.asyncProperty(infestedRegisters, async (content) => {
        for (const report of seen(content)) {
          const bytes = await writeXlsx(report);
          const book = new ExcelJS.Workbook();
          await book.xlsx.load(bytes as unknown as ArrayBuffer);
          for (const file of [bytes, await writeDocx(report)]) {
            for (const [name, part] of Object.entries(unzipSync(file))) {
              if (/\.(?:xml|rels)$/.test(name))
                expectNothing(
                  Buffer.from(part)
                    .toString('utf8')
                    .replace(/<[^>]*>/g, ''),
                );
            }
          }
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('is there for those who may see it, so that the test above can fail', () => {
    fc.assert(
      fc.property(infestedRegisters, (content) => {
        const index = indexContent(content);
        const text = reportsOf(index, index).map(writeHtml).join('');
        expect(text).toMatch(names);
        if (content.actions.some(({ comment }) => comment)) expect(text).toContain(secret);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });

  it('changes nothing but words: who sees all gets the same content', () => {
    fc.assert(
      fc.property(infestedRegisters, (content) => {
        expect(forAudience(content, seesAll, null).content).toBe(content);
        const named = { ...seesAll, names: false };
        const told = forAudience(content, named, namingOf([content], '2010-06-30')).content;
        expect(told.actions.map(({ id, status, timescale }) => [id, status?.state, timescale?.end])).toEqual(
          content.actions.map(({ id, status, timescale }) => [id, status?.state, timescale?.end]),
        );
      }),
      { numRuns: 10 },
    );
  });
});
