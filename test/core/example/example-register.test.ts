import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleRegister, exampleToday } from '#core/example/example-register.ts';
import { inChangeSet } from '#db/change-log.ts';
import { openRegister } from '#db/open.ts';
import { readCirculation } from '#db/queries/register-circulation.ts';
import { readContent } from '#db/queries/register-json.ts';
import { readReportWords } from '#db/queries/register-report-words.ts';
import { writeRegister } from '#db/queries/register-write.ts';
import { RegisterJson } from '#shared/contract/register.ts';
import { differencesBetween } from '#shared/domain/differences.ts';
import { kpiPeriods, latestPeriod } from '#shared/domain/kpi-standing.ts';
import { openOffice } from '../office.ts';

const example = exampleRegister();
const planTitled = (title: string) => example.plans.find((plan) => plan.title === title);

describe('the example register', () => {
  it('is a register by its own contract, and the same every time', () => {
    expect(RegisterJson.safeParse(example).error).toBeUndefined();
    expect(exampleRegister()).toEqual(example);
  });

  it('holds what the issue promises', () => {
    expect(example.plans).toHaveLength(5);
    expect(example.actions).toHaveLength(120);
    expect(example.kpis).toHaveLength(36);
    expect(example.meetings).toHaveLength(12);
    expect(example.snapshots).toHaveLength(2);
    const years = new Set(
      example.kpiValues.filter(({ role }) => role === 'actual').map(({ period }) => period.end?.slice(0, 4)),
    );
    expect(years.size).toBeGreaterThanOrEqual(3);
  });

  it('has a KPI of every kind, worked out as the register works it out', async () => {
    const of = (ref: string) => {
      const { id } = example.kpis.find((kpi) => kpi.ref === ref) ?? { id: '' };
      return example.kpiValues.filter(({ kpiId, role }) => kpiId === id && role === 'actual');
    };
    expect(of('FM 33').map(({ text }) => text)).toEqual([
      '13.9%',
      '11.4%',
      '14.6%',
      '10.5%',
      '15.9%',
      '6.4%',
      '8.6%',
      '13.1%',
    ]);
    expect(of('FM 34').map(({ text, note }) => [text, note])).toEqual([
      ['83.3%', '10 of 12 present at 1 meeting.'],
      ['83.3%', '10 of 12 present at 1 meeting.'],
    ]);
    expect(example.kpiChanges).toMatchObject([{ breaks: true, on: '2010-04-01' }]);
    expect(example.kpiJudgements).toMatchObject([{ state: 'at-risk' }]);
    const office = await openOffice();
    try {
      inChangeSet(
        office.register.db,
        { id: 'x', at: '2010-10-12T09:00:00.000Z', kind: 'example', label: 'Example' },
        (tx) => writeRegister(tx, example),
      );
      const [top] = example.kpis.filter(({ ref }) => ref === 'FM 31');
      const before = example.kpiValues.find(({ kpiId, text }) => kpiId === top?.id && text === '5');
      // The same figure typed anew works out the same share; another one another.
      const type = (text: string) =>
        office.caller.kpis.setValues({
          edits: [{ kpiId: top?.id ?? '', role: 'actual', period: before?.period.label ?? '', text }],
        });
      expect((await type('9')).recalculated).toHaveLength(1);
      expect((await type('5')).recalculated).toHaveLength(1);
      const share = await office.caller.kpis.get({ kpiId: of('FM 33')[0]?.kpiId ?? '' });
      expect(share.periods.find(({ period }) => period.label === before?.period.label)?.actual?.text).toBe(
        '13.9%',
      );
    } finally {
      await office.close();
    }
  });

  it('gives each record an id of its own and refers only to what is there', () => {
    const lists = Object.values(example).filter(Array.isArray).flat() as { id: string }[];
    const ids = new Set(lists.map(({ id }) => id));
    expect(ids.size).toBe(lists.length);
    const referred: (string | null)[] = [
      ...example.plans.flatMap((plan) => [plan.parentPlanId, plan.continuesPlanId]),
      ...example.sections.flatMap((section) => [section.planId, section.parentId]),
      ...example.actions.flatMap((action) => [action.planId, action.sectionId, action.continuesActionId]),
      ...example.actions.flatMap((a) =>
        a.links.flatMap((link) => [link.planId, link.sectionId, link.actionId]),
      ),
      ...example.measures.flatMap((measure) => [measure.actionId, measure.kpiId]),
      ...example.progress.flatMap((update) => [update.actionId, update.kpiId]),
      ...example.kpis.flatMap((kpi) => [kpi.planId, kpi.sectionId]),
      ...example.resolutions.flatMap((resolution) => [resolution.agendaItemId, resolution.actionId]),
      ...example.bodies.map((body) => body.reportsToId),
    ];
    expect(referred.filter((id) => id !== null && !ids.has(id))).toEqual([]);
  });

  it('repeats no sentence and leaves nobody unknown', () => {
    const texts = example.actions.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    const leads = [
      ...example.actions.flatMap((action) => action.leads),
      ...example.sections.flatMap((section) => section.leads),
      ...example.measures.flatMap((measure) => measure.leads),
      ...example.kpis.flatMap((kpi) => kpi.owners),
    ];
    expect(leads.filter(({ personId }) => personId === null).map(({ text }) => text)).toEqual([]);
    expect(example.progress.filter(({ by }) => by !== null && by.length < 4)).toEqual([]);
  });

  it('stands as the pictures show it', () => {
    const plan = planTitled('Early Years Delivery Plan 2010-11');
    const counts: Record<string, number> = {};
    for (const { planId, status } of example.actions) {
      if (planId !== plan?.id) continue;
      const state = status?.state ?? 'not-started';
      counts[state] = (counts[state] ?? 0) + 1;
    }
    expect(counts).toEqual({
      complete: 11,
      'on-track': 22,
      'not-started': 10,
      'at-risk': 9,
      'off-track': 4,
      closed: 2,
    });
    const offTrack = example.kpis.filter((kpi) => {
      const periods = kpiPeriods(
        kpi,
        example.kpiValues.filter((value) => value.kpiId === kpi.id),
        { judgements: (example.kpiJudgements ?? []).filter(({ kpiId }) => kpiId === kpi.id) },
      );
      return latestPeriod(periods)?.state === 'off-track';
    });
    expect(offTrack.map(({ ref }) => ref)).toEqual(['FM 12', 'FM 20', 'FM 21']);
  });

  it('has every shade of date that officers write, read as they mean it', () => {
    const kinds = new Set(example.actions.map(({ timescale }) => timescale?.kind));
    for (const kind of ['by', 'from', 'during', 'ongoing', 'recurring', 'done', 'unknown']) {
      expect(kinds).toContain(kind);
    }
    const form = example.actions.find(
      ({ ref, planId }) =>
        ref === '2.1 (iii)' && planId === planTitled('Early Years Delivery Plan 2010-11')?.id,
    );
    expect(form?.timescale).toMatchObject({ end: '2010-12-17', revisedFrom: { end: '2010-03-31' } });
    const follower = example.actions.find(({ text }) => text === 'As 2.1 (iii)');
    expect(follower?.links[0]).toMatchObject({ kind: 'same-as', actionId: form?.id });
    expect(follower?.timescale).toMatchObject({ text: 'As 2.1 (iii)', end: '2010-12-17' });
  });

  it('tells no update and no meeting held from after its day', () => {
    expect(example.progress.filter(({ on }) => on === null || on > exampleToday)).toEqual([]);
    const held = example.meetings.filter(({ state }) =>
      ['held', 'draft-minutes', 'confirmed'].includes(state),
    );
    expect(held.filter(({ heldOn }) => heldOn === null || heldOn > exampleToday)).toEqual([]);
  });

  it('has changed since June in words, dates, leads, statuses and targets', () => {
    const june = example.snapshots.find(({ name }) => name === 'June board');
    if (!june) throw new Error('no June snapshot');
    const differences = differencesBetween(june.content, example);
    const kinds = new Set(differences.map(({ kind }) => kind));
    for (const kind of [
      'added',
      're-worded',
      're-dated',
      're-assigned',
      'status-changed',
      'target-changed',
    ]) {
      expect(kinds).toContain(kind);
    }
  });

  it('is written into a register and read back the same', () => {
    const folder = mkdtempSync(join(tmpdir(), 'example-'));
    let serial = 0;
    const open = openRegister(join(folder, 'example.register'), {
      now: () => '2010-10-12T08:00:00.000Z',
      newId: () => {
        serial += 1;
        return `01890000-0000-7000-8000-${String(serial).padStart(12, '0')}`;
      },
      backupsDir: join(folder, 'backups'),
      programVersion: '0.0.0',
      create: true,
    });
    try {
      inChangeSet(
        open.db,
        {
          id: '01890000-0000-7000-8000-aaaaaaaaaaaa',
          at: '2010-10-12T08:00:00.000Z',
          kind: 'example',
          label: 'Example',
        },
        (tx) => writeRegister(tx, example),
      );
      const { snapshots: _s, imports: _i, tray: _t, ...whole } = example;
      const { circulationLists, circulations, reportWords, reportTemplates, ...content } = whole;
      expect(readContent(open.db)).toEqual(content);
      expect(readCirculation(open.db)).toEqual({ circulationLists, circulations });
      expect(readReportWords(open.db).reportTemplates).toEqual(reportTemplates);
      expect(new Set(readReportWords(open.db).reportWords)).toEqual(new Set(reportWords));
    } finally {
      open.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
