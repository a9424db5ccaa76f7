import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countLost } from '#core/imports/apply/count-lost.ts';
import type { ImportPlan } from '#core/imports/plan/plan-types.ts';
import { sessionOf } from '#core/imports/sessions.ts';
import { updateRow } from '#db/rows.ts';
import * as schema from '#db/schema/index.ts';
import { type Office, openOffice } from '../../office.ts';

const csv = [
  'Ref,Action,Lead,Timescale,Comment',
  '1.1,Open a toy library at Saltmarsh,Ruth Adeyemi,By March 2011,Café agrees',
  '1.2,Train ten childminders,RA,Ongoing,',
  '1.3,Paint the hall,TP,30 June 2011,Quote: £420',
].join('\n');

describe('the reconciliation of an import', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  const start = () =>
    office.caller.imports.start({
      jobId: 'job',
      files: [{ name: 'plan.csv', base64: Buffer.from(csv).toString('base64') }],
      options: {},
    });

  it('finds every cell of the source in what is written', async () => {
    const { sessionId } = await start();
    const { files } = await office.caller.imports.bringIn({ sessionId, jobId: 'bring' });
    expect(files[0]?.reconciliation).toEqual({ cells: 19, placed: 19, tray: 0, lost: 0 });
    const [listed] = await office.caller.imports.list();
    expect(listed?.files[0]?.reconciliation.lost).toBe(0);
  });

  it('counts as lost what a fault of the plan would leave out, and keeps the count', async () => {
    const { sessionId } = await start();
    const { plan } = sessionOf(office.app, sessionId);
    const [library] = plan.rows.actions;
    if (!library) throw new Error('no action was planned');
    library.text = 'Open a library';
    library.comment = null;
    const { files } = await office.caller.imports.bringIn({ sessionId, jobId: 'bring' });
    expect(files[0]?.reconciliation).toEqual({ cells: 19, placed: 17, tray: 0, lost: 2 });
    const [listed] = await office.caller.imports.list();
    expect(listed?.files[0]?.reconciliation.lost).toBe(2);
  });

  it('finds what the register holds already, brought in a second time: nothing is added and nothing lost', async () => {
    const first = await start();
    await office.caller.imports.bringIn({ sessionId: first.sessionId, jobId: 'bring' });
    const again = await start();
    const { files, added, updated } = await office.caller.imports.bringIn({
      sessionId: again.sessionId,
      jobId: 'bring again',
    });
    expect(added).toEqual({});
    expect(updated).toEqual({});
    expect(files[0]?.reconciliation.lost).toBe(0);
  });

  it('does not take for lost what somebody has changed since the same file was brought in', async () => {
    const first = await start();
    await office.caller.imports.bringIn({ sessionId: first.sessionId, jobId: 'bring' });
    const again = await start();
    const { register, plan } = sessionOf(office.app, again.sessionId);
    const changed = plan.matched.find((row) => row.table === 'actions');
    register.act({ kind: 'edit', label: 'Wording' }, (tx) => {
      updateRow(tx, schema.actions, changed?.id ?? '', { text: 'Open two toy libraries' });
    });
    const later = await start();
    const counted = await countLost(register.db, sessionOf(office.app, later.sessionId));
    expect([...counted.values()].map((one) => one.lost)).toEqual([0]);
  });

  describe('of a plan whose words come again elsewhere', () => {
    const rows = [
      ['Key', '', '', '', '', ''],
      ['Red', 'Delayed - work is late', '', '', '', ''],
      ['', '', '', '', '', ''],
      ['Action', 'Lead', 'By when', 'Status', 'Budget code', 'Progress'],
      [
        'Mend the harbour steps¹',
        'Ruth Adeyemi, Tom Price',
        'May 2011',
        'Delayed',
        'Harbour',
        '• Stone chosen\n• Mason asked',
      ],
      ['Paint the lamp posts', 'Tom Price', 'June 2011', 'Delayed', 'Streets', '1 May 2011: Paint chosen'],
      ['Plant the square', 'Ruth Adeyemi', 'May 2011', 'Complete', 'Streets', 'Mason asked'],
    ];
    const quoted = rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
    let sessionId = '';
    beforeEach(async () => {
      ({ sessionId } = await office.caller.imports.start({
        jobId: 'job',
        files: [{ name: 'steps.csv', base64: Buffer.from(quoted).toString('base64') }],
        options: {},
      }));
    });
    /** Each fault is done to a copy of the one plan; the copies' rows keep where they were read from. */
    const lostAfter = async (tamper: (plan: ImportPlan) => void) => {
      const session = sessionOf(office.app, sessionId);
      const copies = Object.entries(session.plan.rows).map(([name, list]) => [
        name,
        list.map((row) => ({ ...row })),
      ]);
      const plan: ImportPlan = { ...session.plan, rows: Object.fromEntries(copies) };
      tamper(plan);
      const counted = await countLost(session.register.db, { ...session, plan });
      return [...counted.values()][0]?.lost;
    };
    const actionOf = (plan: ImportPlan, words: string) => {
      const found = plan.rows.actions.find((row) => row.text.includes(words));
      if (!found) throw new Error(`no action “${words}” was planned`);
      return found;
    };

    const faults: [string, (plan: ImportPlan) => void][] = [
      [
        'a status, though the key and another row say it too',
        (plan) => {
          for (const row of [actionOf(plan, 'lamp posts'), ...plan.rows.progress])
            if (
              'statusLabel' in row &&
              row.statusLabel === 'Delayed' &&
              (row.id === actionOf(plan, 'lamp posts').id ||
                ('actionId' in row && row.actionId === actionOf(plan, 'lamp posts').id))
            )
              row.statusLabel = null;
        },
      ],
      [
        'a detail that another action has as well',
        (plan) => {
          Object.assign(actionOf(plan, 'lamp posts'), { details: [], resources: null });
        },
      ],
      [
        'a lead who leads another action too',
        (plan) => {
          const { id } = actionOf(plan, 'harbour steps');
          plan.rows.leads = plan.rows.leads.filter((row) => row.actionId !== id || row.text !== 'Tom Price');
        },
      ],
      [
        'a timescale that another action has as well',
        (plan) => {
          actionOf(plan, 'Plant').timescaleText = null;
        },
      ],
      [
        'a bullet that another cell says word for word',
        (plan) => {
          const { id } = actionOf(plan, 'harbour steps');
          for (const row of plan.rows.progress)
            if (row.actionId === id) row.text = row.text.replace(/.*Mason asked/, '');
        },
      ],
      [
        'a note under its date',
        (plan) => {
          const { id } = actionOf(plan, 'lamp posts');
          plan.rows.progress = plan.rows.progress.filter((row) => row.actionId !== id || row.on === null);
        },
      ],
      [
        'a footnote mark',
        (plan) => {
          const row = actionOf(plan, 'harbour steps');
          row.text = row.text.replace('¹', '');
        },
      ],
      [
        'where a record was read from',
        (plan) => {
          for (const row of [...plan.rows.actions, ...plan.rows.progress]) row.sourceCells = {};
        },
      ],
    ];

    it('counts each fault of the plan, and none where there is none', async () => {
      expect(await lostAfter(() => undefined)).toBe(0);
      for (const [what, tamper] of faults) expect.soft(await lostAfter(tamper), what).toBeGreaterThan(0);
    });

    it('says before anything is written what it says afterwards', async () => {
      const preview = await office.caller.imports.preview({ sessionId });
      const { files } = await office.caller.imports.bringIn({ sessionId, jobId: 'bring' });
      expect(files[0]?.reconciliation).toEqual(preview.files[0]?.reconciliation);
    });
  });
});
