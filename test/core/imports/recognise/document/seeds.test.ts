import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leadsOf, readPlanFile } from '#test/fixtures/plans/read-plan.ts';
import { seedFile } from '#test/fixtures/seeds/seeds.ts';

/** The files that a public document is there as: as it was found, and as its text makes it. */
function filesOf(seed: string, example: string | null): { name: string; bytes: Uint8Array }[] {
  const made = seedFile(`${seed}.docx`);
  const path = example === null ? null : join(process.cwd(), '../shared/examples', example);
  const found = path !== null && existsSync(path) ? [{ name: example ?? '', bytes: readFileSync(path) }] : [];
  return [...(made ? [{ name: made.name, bytes: made.bytes }] : []), ...found];
}

const outcomes = filesOf('001', 'seed-001-bristol.docx');
const inspection = filesOf('003', 'seed-003-coventry.docx');
const commitments = filesOf('002', null);
const workPlan = filesOf('000', null);
if (outcomes.length === 0) console.warn('The seed documents are not here: their tests are left out.');

describe.runIf(outcomes.length > 0)('a duty plan of six priorities', () => {
  it.each(outcomes)('gives all its records in $name', ({ name, bytes }) => {
    const { made, reconciliation } = readPlanFile(bytes, name);
    expect(reconciliation).toMatchObject({ tray: 0, lost: 0 });
    expect(made.plans).toHaveLength(1);
    expect(made.plans[0]?.period?.label).toBe('2009-10');
    expect(made.sections.map((section) => section.kind)).toEqual(new Array(6).fill('priority'));
    expect(made.sections.map((section) => section.bullets.length)).toEqual([4, 3, 3, 4, 2, 4]);
    expect(made.sections.map((section) => leadsOf(section))).toEqual([
      ['Service Manager, Early Years'],
      ['Service Manager, Early Years'],
      ['Service Manager, School leadership and governance'],
      ['Service Manager, Learning Partnerships'],
      ['Service Manager, Early Years'],
      ['Service Manager, Learning Partnerships'],
    ]);
    const by = (list: readonly { section: number | null }[]) =>
      made.sections.map((_, at) => list.filter((one) => one.section === at).length);
    expect(by(made.actions)).toEqual([6, 8, 5, 6, 3, 4]);
    expect(by(made.kpis)).toEqual([8, 6, 5, 6, 4, 2]);
    expect(made.actions.filter((action) => action.leads.length === 0)).toHaveLength(2);
    expect(made.actions.filter((action) => action.timescale === null)).toHaveLength(1);
  });

  it.each(outcomes)('keeps figures, and words where figures stand, in $name', ({ name, bytes }) => {
    const { made } = readPlanFile(bytes, name);
    const values = (kpi: number) =>
      made.kpiValues
        .filter((value) => value.kpi === kpi)
        .map((value) => [value.role, value.number, value.text]);
    expect(values(0)).toEqual([
      ['baseline', 47.4, '47.4'],
      ['target', 52, '52'],
      ['target', 53, '53'],
    ]);
    const words = made.kpiValues.filter((value) => value.number === null).map((value) => value.text);
    expect(words).toContain('Sept 10');
    expect(words.filter((text) => /^LA Target\s20\d\d$/.test(text))).toHaveLength(3);
  });

  it.each(outcomes)('knows duties, terms and the body in $name', ({ name, bytes }) => {
    const { made } = readPlanFile(bytes, name);
    expect(made.duties).toHaveLength(8);
    expect(made.duties.map((duty) => duty.inForceFrom?.start).filter(Boolean)).toEqual([
      '2008-04-01',
      '2008-09-01',
      '2007-04-01',
    ]);
    expect(new Set(made.duties.map((duty) => duty.basis))).toEqual(new Set(['Childcare Act 2006']));
    expect(made.glossary).toHaveLength(8);
    expect(made.bodies).toHaveLength(1);
    expect(made.bodies[0]?.purpose?.split('\n')).toHaveLength(4);
    expect(made.bodies[0]?.role?.split('\n')).toHaveLength(4);
    expect(made.bodies[0]?.cycle?.split('\n')).toHaveLength(6);
  });
});

describe.runIf(inspection.length > 0)('an inspection action plan', () => {
  it.each(inspection)('gives recommendations, actions and what it is of in $name', ({ name, bytes }) => {
    const { made, reconciliation } = readPlanFile(bytes, name);
    expect(reconciliation).toMatchObject({ tray: 0, lost: 0 });
    expect(made.sections.map((section) => section.ref)).toEqual(['1.0', '2.0', '3.0', '4.0', '5.0', '6.0']);
    expect(made.sections.map((_, at) => made.actions.filter((one) => one.section === at).length)).toEqual([
      9, 3, 4, 2, 5, 1,
    ]);
    const subject = made.plans[0]?.subject ?? '';
    expect(subject).toMatch(/^\S.* Cluster; .*; inspected 5 ?th Nov 2013; Requires Improvement$/);
    expect(new Set(made.actions.map((action) => action.reviewOn))).toEqual(new Set([null, '2014-11-24']));
    const noted = made.actions.filter((one) => one.details.some((detail) => /^Footnote/.test(detail.label)));
    expect(noted).toHaveLength(1);
    const third = made.progress.find((one) => one.status?.label === 'Some Progress made');
    expect(third?.text).toMatch(/^Development of/);
  });
});

describe.runIf(commitments.length > 0)('a strategy cut into pages', () => {
  it.each(commitments)('gives its commitments under their chapters in $name', ({ name, bytes }) => {
    const { made, reconciliation, tables } = readPlanFile(bytes, name);
    expect(reconciliation).toMatchObject({ tray: 0, lost: 0 });
    expect(made.actions).toHaveLength(41);
    expect(made.sections.map((section) => [section.kind, section.ref])).toEqual([
      ['chapter', '2'],
      ['chapter', '3'],
      ['chapter', '4'],
      ['chapter', '5'],
    ]);
    expect(made.sections.map((_, at) => made.actions.filter((one) => one.section === at).length)).toEqual([
      16, 5, 11, 9,
    ]);
    expect(made.plans[0]?.preamble).toMatch(/^N\.B\./);
    expect(tables).toHaveLength(3);
    expect(made.actions.flatMap((one) => one.links).filter((link) => link.kind === 'same-as')).toHaveLength(
      2,
    );
    expect(made.actions.filter((one) => one.timescale?.ongoing).length).toBeGreaterThan(15);
    expect(made.actions.find((one) => one.ref === '2.4 (i)')?.leads[0]?.note).toMatch(/^but will move/);
  });
});

describe.runIf(workPlan.length > 0)('a work plan with a key and targets by year', () => {
  it.each(workPlan)('is one plan of all of it in $name', ({ name, bytes }) => {
    const { made, reconciliation } = readPlanFile(bytes, name);
    expect(reconciliation).toMatchObject({ tray: 0, lost: 0 });
    expect(made.plans).toHaveLength(1);
    expect(made.plans[0]).toMatchObject({ period: { label: '2009-10' }, kind: 'work plan' });
    expect(made.plans[0]?.key.map((entry) => entry.label)).toEqual(['Green', 'Orange', 'Red']);
    expect(made.kpis).toHaveLength(6);
    expect(made.kpiValues).toHaveLength(18);
  });
});
