import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sessionOf } from '#core/imports/sessions.ts';
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
});
