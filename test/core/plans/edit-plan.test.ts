import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cellText } from '#shared/contract/cells.ts';
import { type EditableField, editableFields } from '#shared/contract/plans.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

describe('plans.setCells', () => {
  let office: Office;
  let plan: SamplePlan;
  beforeEach(async () => {
    office = await openOffice();
    plan = await samplePlan(office);
  });
  afterEach(() => office.close());

  const type = (actionId: string, field: EditableField, text: string) =>
    office.caller.plans.setCells({ planId: plan.planId, edits: [{ actionId, field, text }] });
  const history = () => office.caller.history.list({ limit: 500 });

  it('keeps the words of a timescale beside what they mean', async () => {
    const { actions } = await type(plan.actions[2], 'timescale', 'December 2010');
    expect(actions[0]?.timescale).toMatchObject({ text: 'December 2010', end: '2010-12-31' });
  });

  it('keeps words that mean no time, and clears a timescale that is emptied', async () => {
    const kept = await type(plan.actions[2], 'timescale', 'when the funding is known');
    expect(kept.actions[0]?.timescale).toMatchObject({ text: 'when the funding is known', end: null });
    const cleared = await type(plan.actions[2], 'timescale', '');
    expect(cleared.actions[0]?.timescale).toBeNull();
  });

  it('finds a lead by name or initials and makes a person of one not yet known', async () => {
    const { actions } = await type(plan.actions[2], 'leads', 'Ruth Adeyemi, Buildings team');
    const people = await office.caller.people.list();
    expect(people.map(({ name, kind }) => [name, kind])).toEqual([
      ['Buildings team', 'team'],
      ['Ruth Adeyemi', 'person'],
    ]);
    expect(actions[0]?.leads.map((lead) => lead.personId)).toEqual([people[1]?.id, people[0]?.id]);
    const view = await office.caller.plans.get({ planId: plan.planId });
    // "RA" was typed into 1.2 when only the full name was known.
    expect(view.actions[1]?.leads[0]?.personId).toBe(people[1]?.id);
  });

  it('writes a dated update for a status, in the words of the key', async () => {
    const { actions } = await type(plan.actions[0], 'status', 'At risk');
    expect(actions[0]?.status).toEqual({ state: 'at-risk', label: 'At risk' });
    const { progress } = await office.caller.plans.action({ actionId: plan.actions[0] });
    expect(progress).toMatchObject([{ on: '2010-10-12', status: { state: 'at-risk' }, text: '', by: null }]);
  });

  it('makes one update of a status and what happened, typed side by side', async () => {
    const edits = [
      { actionId: plan.actions[0], field: 'lastUpdate' as const, text: 'Printer let us down' },
      { actionId: plan.actions[0], field: 'status' as const, text: 'Off track' },
    ];
    const { actions } = await office.caller.plans.setCells({ planId: plan.planId, edits });
    expect(actions[0]).toMatchObject({
      status: { state: 'off-track' },
      lastUpdate: { on: '2010-10-12', text: 'Printer let us down' },
    });
    expect((await office.caller.plans.action({ actionId: plan.actions[0] })).progress).toHaveLength(1);
  });

  it('refuses a word that the key does not have, says which it has, and writes the other cells', async () => {
    const edits = [
      { actionId: plan.actions[0], field: 'status' as const, text: 'Purple' },
      { actionId: plan.actions[0], field: 'comment' as const, text: 'Ask again in May' },
    ];
    const { actions, refused, label } = await office.caller.plans.setCells({ planId: plan.planId, edits });
    expect(refused).toEqual([
      {
        actionId: plan.actions[0],
        field: 'status',
        message: expect.stringMatching(/“Purple”.*Not started, .*Complete.* and Closed\./),
      },
    ]);
    expect(actions[0]).toMatchObject({ status: null, comment: 'Ask again in May' });
    expect(label).toBe('Comment of 1.1');
  });

  it.each([
    ['status', '', 'not rubbed out'],
    ['lastUpdate', '', 'Past updates are kept'],
    ['text', '', 'keeps its words'],
    ['reviewOn', 'some time in spring', 'is not one day'],
  ] as const)('refuses %s typed as "%s"', async (field, text, words) => {
    const [actionId] = plan.actions;
    await type(actionId, 'status', 'On track  Draft shown to parents');
    const before = (await history()).length;
    const { refused } = await type(actionId, field, text);
    expect(refused).toMatchObject([{ field, message: expect.stringContaining(words) }]);
    expect(await history()).toHaveLength(before);
  });

  it('reads a review day as people write it', async () => {
    const { actions } = await type(plan.actions[0], 'reviewOn', '24 November 2010');
    expect(actions[0]?.reviewOn).toBe('2010-11-24');
  });

  it('keeps one measure a line, and the identity of a measure that is re-worded', async () => {
    const before = (await office.caller.plans.action({ actionId: plan.actions[0] })).measures;
    const { actions } = await type(
      plan.actions[0],
      'measures',
      'Leaflet in every centre\n• Leaflet in three languages\nOn the website',
    );
    const after = actions[0]?.measures ?? [];
    expect(after.map(({ text }) => text)).toEqual([
      'Leaflet in every centre',
      'Leaflet in three languages',
      'On the website',
    ]);
    expect(after.slice(0, 2).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('finds the row that a link says is the same, and the section that a reference names', async () => {
    const { actions } = await type(plan.actions[1], 'links', 'As 2.2\n1\nChildren’s charter');
    expect(actions[0]?.links).toEqual([
      { text: 'As 2.2', kind: 'same-as', planId: null, sectionId: null, actionId: plan.actions[3] },
      { text: '1', kind: 'priority', planId: null, sectionId: plan.first, actionId: null },
      { text: 'Children’s charter', kind: 'other', planId: null, sectionId: null, actionId: null },
    ]);
    const { sameAs } = await office.caller.plans.action({ actionId: plan.actions[1] });
    expect(sameAs).toEqual([{ ref: '2.2', text: 'Buy outdoor toys' }]);
  });

  it('reads bullets out of the words of an action', async () => {
    const { actions } = await type(plan.actions[0], 'text', 'Print:\n• leaflets\n- posters');
    expect(actions[0]).toMatchObject({ text: 'Print:', bullets: ['leaflets', 'posters'] });
  });

  it('writes nothing where a cell is given back as it stands', async () => {
    await type(plan.actions[0], 'status', 'On track  Draft shown to parents');
    const before = await history();
    const [row] = (await office.caller.plans.get({ planId: plan.planId })).actions;
    const edits = editableFields.map((field) => ({
      actionId: plan.actions[0],
      field,
      text: row ? cellText(row, field) : '',
    }));
    const { refused, label } = await office.caller.plans.setCells({ planId: plan.planId, edits });
    expect(refused).toEqual([]);
    expect(await history()).toEqual(before);
    expect(label).toBe(before[0]?.label);
  });

  it('takes a block of 3 rows by 4 columns as one act with one Undo', async () => {
    const before = (await history()).length;
    const fields = ['timescale', 'resources', 'comment', 'status'] as const;
    const rows = plan.actions.slice(0, 3);
    const edits = rows.flatMap((actionId, row) =>
      fields.map((field) => ({
        actionId,
        field,
        text:
          field === 'status' ? 'On track' : field === 'timescale' ? `${row + 1} May 2011` : `${field} ${row}`,
      })),
    );
    const result = await office.caller.plans.setCells({ planId: plan.planId, edits });
    expect(result.label).toBe('12 cells in Harbour Early Years Plan');
    expect(result.actions.map((action) => action.id)).toEqual(rows);
    expect(await history()).toHaveLength(before + 1);
    const undone = await office.caller.history.undo();
    expect(undone.label).toBe(result.label);
    const [row] = (await office.caller.plans.get({ planId: plan.planId })).actions;
    expect(row).toMatchObject({ resources: null, status: null, timescale: { text: 'By 30 September 2010' } });
  });

  it('adds the rows that a block brings with it in the same act', async () => {
    const result = await office.caller.plans.setCells({
      planId: plan.planId,
      edits: [{ actionId: plan.actions[3], field: 'comment', text: 'Ordered' }],
      added: [
        { sectionId: plan.second, afterActionId: plan.actions[3], rows: [{ text: 'Paint the hall' }, {}] },
      ],
    });
    expect(result.label).toBe('1 cell and 2 actions added to Harbour Early Years Plan');
    const { actions } = await office.caller.plans.get({ planId: plan.planId });
    expect(actions.map(({ text }) => text).slice(3)).toEqual(['Buy outdoor toys', 'Paint the hall', '']);
  });

  it('tells of a row that is gone without giving up the others', async () => {
    await office.caller.plans.removeActions({ actionIds: [plan.actions[0]] });
    const { refused, actions } = await office.caller.plans.setCells({
      planId: plan.planId,
      edits: [
        { actionId: plan.actions[0], field: 'comment', text: 'a' },
        { actionId: plan.actions[1], field: 'comment', text: 'b' },
      ],
    });
    expect(refused).toMatchObject([{ actionId: plan.actions[0] }]);
    expect(actions).toMatchObject([{ comment: 'b' }]);
  });

  it('refuses a plan that is gone', async () => {
    await office.caller.plans.remove({ planId: plan.planId });
    expect(await refusalOf(type(plan.actions[0], 'comment', 'x'))).toMatchObject({ code: 'not-found' });
  });
});
