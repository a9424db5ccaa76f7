import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeChanges } from '#core/reports/compose/changes-report.ts';
import { indexContent } from '#core/reports/compose/content-index.ts';
import { composeLeadList } from '#core/reports/compose/lead-list.ts';
import { composeQuarterlyReview } from '#core/reports/compose/quarterly-review.ts';
import type { Block, ReportDocument } from '#core/reports/document.ts';
import { openSnapshot } from '#core/snapshots/snapshots.ts';
import { type Office, openOffice, refusalOf } from '#test/core/office.ts';
import { type SamplePlan, samplePlan } from '#test/core/sample-plan.ts';

/** What has changed, a lead's list and the quarterly review, composed of snapshots of a real register. */

let office: Office;
let plan: SamplePlan;
beforeEach(async () => {
  office = await openOffice();
  plan = await samplePlan(office);
});
afterEach(() => office.close());

async function take(name: string) {
  const { id } = await office.caller.snapshots.take({ name });
  const { takenAt, hash, content } = openSnapshot(office.register.db, id);
  return { name, index: indexContent(content), front: { snapshotName: name, takenAt, hash } };
}

type Table = Extract<Block, { kind: 'table' }>;
const tables = (report: ReportDocument): Table[] =>
  report.blocks.filter((block): block is Table => block.kind === 'table');
/** The rows of a table as their words; a group's row is its title alone. */
const rowsOf = (table: Table | undefined): string[][] =>
  (table?.rows ?? []).map((row) =>
    row.kind === 'group'
      ? [row.title]
      : row.cells.map(({ pieces }) =>
          pieces
            .map((piece) =>
              piece.kind === 'words'
                ? piece.runs.map(({ text, change }) => (change ? `[${change}:${text}]` : text)).join('')
                : piece.kind === 'status'
                  ? piece.mark.label
                  : piece.items.join('; '),
            )
            .join(' | '),
        ),
  );

describe('the report of what has changed', () => {
  it('tells each change once, by plan and section, with the words marked that came and went', async () => {
    const before = await take('June');
    const [first, second, third] = plan.actions;
    await office.caller.plans.setCells({
      planId: plan.planId,
      added: [],
      edits: [
        { actionId: first, field: 'text', text: 'Print one leaflet for all five centres' },
        { actionId: third, field: 'timescale', text: 'June 2011' },
      ],
    });
    await office.caller.plans.addProgress({
      actionIds: [second],
      state: 'off-track',
      text: 'No operator',
      on: null,
      by: 'Ruth Adeyemi',
    });
    const now = await take('September');
    const report = composeChanges(now.index, now.front, null, before);
    expect(report.subtitle).toBe('All plans, since June');
    expect(rowsOf(tables(report)[0])).toEqual([
      ['Harbour Early Years Plan'],
      ['Families know where to turn'],
      [
        '1.1',
        'Re-worded',
        'Print one leaflet for all five centres',
        'Print one leaflet for all [gone:four] centres',
        'Print one leaflet for all [new:five] centres',
      ],
      [
        '1.2',
        'Status changed',
        'Open the advice line on Saturdays',
        '',
        'Off track | “No operator”, Ruth Adeyemi, 12 October 2010',
      ],
      ['Rooms fit for play'],
      ['2.1', 'Re-dated', 'Mend the garden fence', 'March 2011', 'June 2011'],
    ]);
  });

  it('says that there is nothing to compare with, and that nothing has changed', async () => {
    const one = await take('June');
    expect(composeChanges(one.index, one.front, null, null).summary[0]).toContain('no earlier snapshot');
    expect(composeChanges(one.index, one.front, null, one).summary).toEqual([
      'Nothing has changed since June.',
    ]);
  });
});

describe('a lead’s list', () => {
  it('holds what is theirs, overdue first, and leaves out what is not', async () => {
    const people = await office.caller.people.list();
    const ruth = people.find(({ name }) => name === 'Ruth Adeyemi')?.id ?? '';
    const now = await take('October');
    const report = composeLeadList(now.index, now.front, ruth);
    const text = JSON.stringify(report.blocks);
    expect(text).toContain('Print one leaflet');
    expect(text).not.toContain('Mend the garden fence');
    const [overdue] = tables(report);
    expect(overdue?.caption).toBe('Overdue: 1 action');
    expect(rowsOf(overdue)[0]?.join(' ')).toContain('12 days late');
  });

  it('is told through the role that somebody holds', async () => {
    const { personId: role } = await office.caller.people.add({
      name: 'Fences officer',
      kind: 'role',
      initials: null,
      role: null,
      email: null,
    });
    const { personId: holder } = await office.caller.people.add({
      name: 'Sam Wick',
      kind: 'person',
      initials: null,
      role: null,
      email: null,
    });
    await office.caller.plans.setCells({
      planId: plan.planId,
      added: [],
      edits: [{ actionId: plan.actions[2], field: 'leads', text: 'Fences officer' }],
    });
    const nobody = await take('Before');
    expect(JSON.stringify(composeLeadList(nobody.index, nobody.front, holder).blocks)).not.toContain('fence');
    await office.caller.people.addSpell({ ofId: role, personId: holder, from: null, until: null });
    const now = await take('After');
    expect(JSON.stringify(composeLeadList(now.index, now.front, holder).blocks)).toContain(
      'Mend the garden fence',
    );
  });

  it('refuses who is not in the snapshot', async () => {
    const now = await take('October');
    expect(() => composeLeadList(now.index, now.front, 'nobody')).toThrow(/not in the snapshot “October”/);
    expect(
      (
        await refusalOf(
          office.caller.reports.make({ snapshotId: null, report: 'lead-list', planId: null, format: 'html' }),
        )
      ).message,
    ).toContain('of one lead');
  });
});

describe('the quarterly review', () => {
  it('says what is good, what is not and what was learnt, each on its page', async () => {
    const [first, second, third] = plan.actions;
    const write = (
      actionId: string,
      state: 'complete' | 'at-risk' | 'on-track' | 'off-track',
      text: string,
    ) => office.caller.plans.addProgress({ actionIds: [actionId], state, text, on: null, by: null });
    await write(second, 'at-risk', 'One operator ill');
    const before = await take('June');
    await write(first, 'complete', 'In all four');
    await write(second, 'on-track', 'Operator back');
    await write(third, 'off-track', 'No money for wood');
    const now = await take('September');
    const report = composeQuarterlyReview(now.index, now.front, null, before);
    const pages = report.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 2 ? [[block.text, block.newPage]] : [],
    );
    // A sentence alone is given no page.
    expect(pages).toEqual([
      ['What is good', true],
      ['What is not, and what will be done', true],
      ['How we improve', false],
    ]);
    const captions = tables(report).map(({ caption }) => caption);
    expect(captions).toEqual(
      expect.arrayContaining([
        'Actions by state, and as they stood in June',
        'Completed since June: 1 action',
        'On track again since June: 1 action',
        'Actions off track: 1 action',
      ]),
    );
    const counts = rowsOf(tables(report)[0])[0];
    expect(counts).toEqual([
      'Harbour Early Years Plan',
      '1 | was 0',
      '1 | was 0',
      '1 | was 3',
      '0 | was 1',
      '1 | was 0',
      '4',
    ]);
  });
});
