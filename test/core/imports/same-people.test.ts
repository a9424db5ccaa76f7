import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import { type Office, openOffice } from '#test/core/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const plan = `Sandhaven Work Plan 2011-12

Ref,Action,Lead,By when
1,Open the parents’ room,Nell Ashworth,May 2011
2,Train volunteers in first aid,N. Ashworth,June 2011
3,Survey the new estate,"Ashworth, Nell",July 2011
4,Print a leaflet,Colm Hewitt,August 2011
`;

async function start() {
  const preview = await office.caller.imports.start({
    jobId: 'read',
    files: [{ name: 'sandhaven.csv', base64: Buffer.from(plan).toString('base64') }],
  });
  const question = preview.files[0]?.questions.find(({ about }) => about === 'lead');
  if (!question) throw new Error('nobody asked whether they are one person');
  return { sessionId: preview.sessionId, question };
}

async function peopleAfter(sessionId: string): Promise<{ names: string[]; leads: (string | null)[][] }> {
  await office.caller.imports.bringIn({ sessionId, jobId: 'apply' });
  const register = exportRegister(office.register);
  return {
    names: register.people.map(({ name }) => name),
    leads: register.actions.map(({ leads }) => leads.map(({ text }) => text)),
  };
}

describe('one person in several forms', () => {
  it('is asked about, and stays apart until the officer says so', async () => {
    const { sessionId, question } = await start();
    expect(question.text).toBe('Are Nell Ashworth, N. Ashworth and Ashworth, Nell the same person?');
    expect(question.taken).toBe('different');
    const { names } = await peopleAfter(sessionId);
    expect(names).toEqual(['Nell Ashworth', 'N. Ashworth', 'Ashworth, Nell', 'Colm Hewitt']);
  });

  it('becomes one in the register when the officer says so, every lead worded as it was', async () => {
    const { sessionId, question } = await start();
    await office.caller.imports.correct({
      sessionId,
      corrections: [{ kind: 'answer', file: 0, questionId: question.id, choice: 'same' }],
    });
    const { names, leads } = await peopleAfter(sessionId);
    expect(names).toEqual(['Nell Ashworth', 'Colm Hewitt']);
    expect(leads).toEqual([['Nell Ashworth'], ['N. Ashworth'], ['Ashworth, Nell'], ['Colm Hewitt']]);
  });
});
