import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usualLayout } from '#shared/contract/report-records.ts';
import { openOffice } from '../core/office.ts';
import { samplePlan } from '../core/sample-plan.ts';
import { jsonOf, run } from './command-line.ts';

describe('a report by a template, from the command line', () => {
  let folder: string;
  let register: string;
  beforeEach(async () => {
    const office = await openOffice();
    folder = office.folder;
    register = join(folder, 'data', 'Office.register');
    const core = office.caller;
    const { planId } = await samplePlan(office);
    await core.reports.saveTemplate({
      templateId: null,
      name: 'Board',
      report: 'plan',
      usual: true,
      choices: {
        planId,
        sectionId: null,
        leadId: null,
        listId: null,
        formats: ['html'],
        layout: { ...usualLayout, parts: [{ id: 'summary', shown: false }] },
        words: [],
      },
    });
    const words = [{ place: 'foreword', recordId: null, text: 'Dear members,', internal: false }];
    await core.reports.writeWords({ report: 'plan', snapshotId: null, planId, words });
    await office.app.close();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('takes plan, form and layout from it, and the words that wait for the next report', async () => {
    const out = join(folder, 'out');
    const ran = await run(
      'report',
      'plan',
      '--register',
      register,
      '--template',
      'board',
      '--out',
      out,
      '--json',
    );
    expect(ran).toMatchObject({ status: 0 });
    const [name = ''] = readdirSync(out);
    expect(name).toMatch(/^Harbour Early Years Plan.*\.html$/);
    const html = readFileSync(join(out, name), 'utf8');
    expect(html).toContain('<p>Dear members,</p>');
    expect(html).not.toContain('<dt>Summary</dt>');
  });

  it('refuses a name that no template of this report has, and takes no snapshot for it', async () => {
    const ran = await run(
      'report',
      'plan',
      '--register',
      register,
      '--template',
      'Members',
      '--out',
      folder,
      '--json',
    );
    expect(ran.status).toBe(3);
    expect(jsonOf<{ error: { message: string } }>(ran).error.message).toBe(
      'There is no template “Members” for the plan. There is “Board”.',
    );
    expect(jsonOf(await run('snapshot', 'list', '--register', register, '--json'))).toEqual([]);
  });
});
