import { afterAll, describe, expect, it } from 'vitest';
import { seedFile } from '#test/fixtures/seeds/seeds.ts';
import { workPlan } from './import-support.ts';
import { bringIn, closeYear, type Done, type Paper, registerOf, rollForward } from './jobs-support.ts';
import { type CalcStep, calcBringIn, calcCloseYear, calcRollForward, calcTally } from './support/calc.ts';
import { closeBrowser } from './support/chromium.ts';
import { openEmptyOffice } from './support/example.ts';

afterAll(closeBrowser);

/** The job takes fewer keys and less time than the same in Calc; MEASURE=1 prints both as a row of a table. */
function compare<T>(job: string, of: string, took: Done<T>, steps: (facts: T) => CalcStep[]): void {
  const calc = calcTally(steps(took.facts));
  if (process.env.MEASURE === '1') {
    const own = `${took.keys} keys, ${took.seconds} s (+ ${took.machine} s)`;
    console.log(`| ${job} | ${of} | ${own} | ${calc.keys} keys, ${calc.seconds} s |`);
  }
  expect(took.keys).toBeLessThan(calc.keys);
  expect(took.seconds).toBeLessThan(calc.seconds);
}

async function throughTheYear(paper: Paper): Promise<void> {
  const office = await openEmptyOffice('Ashmere Early Years Partnership');
  try {
    const brought = await bringIn(office, paper);
    compare('J1', paper.name, brought, calcBringIn);
    expect(brought.keys).toBeLessThan(20 + paper.name.length);
    await office.page.keyboard.press('Control+k');
    await office.page.keyboard.type('go to home');
    await office.page.keyboard.press('Enter');
    await office.page.getByRole('heading', { level: 1, name: /2014/ }).waitFor();
    const before = registerOf(office).actions.length;
    const closed = await closeYear(office, '62');
    compare('J7', paper.name, closed, calcCloseYear);
    expect(closed.facts.carried).toContain(`${before} actions`);
    compare('J2', paper.name, await rollForward(office), calcRollForward);
    expect(office.complaints).toEqual([]);
    expect(office.strayRequests).toEqual([]);
  } finally {
    await office.close();
  }
}

describe('the jobs of the year, by keyboard alone,', () => {
  it('take fewer keys and less time than in Calc, on a work plan of an invented partnership', async () => {
    const { name, buffer } = await workPlan();
    await throughTheYear({ name, bytes: buffer });
  });

  for (const name of ['000.xlsx', '001.docx', '002.docx', '003.docx']) {
    const seed = seedFile(name);
    it.skipIf(seed === null)(
      `take fewer keys and less time than in Calc, on ${name} of the seeds${seed === null ? ' (not here: left out)' : ''}`,
      async () => {
        if (seed !== null) await throughTheYear(seed);
      },
    );
  }
});
