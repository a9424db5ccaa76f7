import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usualLayout } from '#shared/contract/report-records.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { sampleReportOffice } from './sample-report.ts';

describe('templates of reports', () => {
  let office: Office;
  let sample: Awaited<ReturnType<typeof sampleReportOffice>>;
  beforeEach(async () => {
    office = await openOffice();
    sample = await sampleReportOffice(office);
  });
  afterEach(() => office.close());

  const choices = (layout: Partial<typeof usualLayout> = {}) => ({
    planId: sample.planId,
    sectionId: null,
    leadId: null,
    listId: null,
    formats: ['html' as const],
    layout: { ...usualLayout, ...layout },
    words: [],
  });
  const save = async (name: string, more: { templateId?: string; usual?: boolean; layout?: object } = {}) =>
    (
      await office.caller.reports.saveTemplate({
        templateId: more.templateId ?? null,
        name,
        report: 'plan',
        usual: more.usual ?? false,
        choices: choices(more.layout),
      })
    ).templateId;
  const templates = () => office.caller.reports.templates();

  it('are saved, renamed, copied and removed, one of a kind usual, each undone and done again', async () => {
    const board = await save('Board', { usual: true });
    const members = await save('Members', { usual: true });
    expect(await templates()).toMatchObject([
      { id: board, name: 'Board', usual: false },
      { id: members, usual: true },
    ]);
    expect(await refusalOf(save('  board '))).toMatchObject({ code: 'not-possible' });
    await save('The board', { templateId: board });
    expect((await templates())[0]).toMatchObject({ id: board, name: 'The board' });
    expect(await office.caller.reports.removeTemplate({ templateId: board })).toEqual({
      removed: '“The board”',
    });
    expect(await refusalOf(office.caller.reports.removeTemplate({ templateId: board }))).toMatchObject({
      code: 'not-found',
    });
    await office.caller.history.undo();
    expect(await templates()).toHaveLength(2);
    for (const _ of ['rename', 'second', 'first']) await office.caller.history.undo();
    expect(await templates()).toEqual([]);
    for (const _ of ['first', 'second']) await office.caller.history.redo();
    expect(await templates()).toMatchObject([{ usual: false }, { usual: true }]);
  });

  it('lay a report out: parts moved and left out, columns and rows too, and what is left out is told', async () => {
    const { parts } = await office.caller.reports.preview({
      report: 'plan',
      snapshotId: sample.october.id,
      planId: sample.planId,
    });
    const order = ['kpis', 'actions'].map((id) => ({ id, shown: true }));
    const templateId = await save('KPIs first', {
      layout: {
        parts: [...order, { id: 'summary', shown: false }],
        withoutColumns: ['Leads'],
        states: ['off-track'],
      },
    });
    const file = await office.caller.reports.make({
      snapshotId: sample.october.id,
      report: 'plan',
      planId: sample.planId,
      format: 'html',
      templateId,
    });
    const html = Buffer.from(file.base64, 'base64').toString('utf8');
    expect(parts.map(({ id }) => id)).toContain('kpis');
    expect(html.indexOf('>KPIs</h2>')).toBeLessThan(html.indexOf('>Actions</h2>'));
    expect(html).not.toContain('<dt>Summary</dt>');
    expect(html).not.toContain('>Leads</th>');
    expect(html).toMatch(
      /<dt>Shown<\/dt><dd>In tables only what is “off track”: \d+ other rows? left out; without the columns Leads\.<\/dd>/,
    );
    expect(html).toContain('The contractor withdrew');
    expect(html).not.toContain('Printed &amp; delivered');
  });

  it('are named by the papers of a list, and leave them when they are removed', async () => {
    const templateId = await save('Board', { layout: { parts: [{ id: 'kpis', shown: false }] } });
    await office.caller.circulation.add({
      name: 'Board',
      recipients: [{ personId: null, address: 'chair@harbour.example', field: 'to' }],
      sees: { notes: true, names: true, confidential: true },
      eachLead: false,
      papers: [{ report: 'plan', format: 'html', templateId }],
      subject: null,
      words: null,
    });
    const [list] = await office.caller.circulation.lists();
    await office.caller.circulation.draft({
      listId: list?.id ?? '',
      snapshotId: sample.october.id,
      planId: sample.planId,
    });
    const [sent] = await office.caller.circulation.sent();
    expect(sent?.files[0]?.recipe?.layout?.parts).toEqual([{ id: 'kpis', shown: false }]);
    await office.caller.reports.removeTemplate({ templateId });
    expect((await office.caller.circulation.lists())[0]?.papers).toEqual([
      { report: 'plan', format: 'html' },
    ]);
    await office.caller.history.undo();
    expect((await office.caller.circulation.lists())[0]?.papers).toMatchObject([{ templateId }]);
  });

  it('offer their words where none are written, and keep them where the report has none', async () => {
    const wish = { report: 'plan' as const, snapshotId: null, planId: sample.planId };
    await office.caller.reports.writeWords({
      ...wish,
      words: [{ place: 'foreword', recordId: null, text: 'Dear members,', internal: false }],
    });
    const { templateId } = await office.caller.reports.saveTemplate({
      templateId: null,
      name: 'Board',
      report: 'plan',
      usual: false,
      choices: choices(),
      wordsOf: wish,
    });
    await office.caller.history.undo();
    await office.caller.history.undo();
    await office.caller.history.redo();
    await office.caller.history.redo();
    expect((await templates())[0]?.choices.words).toMatchObject([{ text: 'Dear members,' }]);
    const { places } = await office.caller.reports.preview({
      ...wish,
      snapshotId: sample.october.id,
      templateId,
    });
    expect(places.find(({ place }) => place === 'foreword')).toMatchObject({
      own: null,
      from: { text: 'Dear members,', name: 'Board', takenOn: null },
    });
  });
});
