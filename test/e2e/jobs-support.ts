import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import { statusChoices } from '../../src-renderer/screens/plans/status-letters.ts';
import { reconciliation } from './import-support.ts';
import type { CloseFacts, FileFacts, YearFacts } from './support/calc.ts';
import { said, screenReady } from './support/example.ts';
import { type Hands, handsOn, type Tally } from './support/hands.ts';
import type { Office } from './support/office.ts';

export type Paper = { readonly name: string; readonly bytes: Uint8Array };
/** What a job took by keyboard, the seconds this machine needed for it, and what it was about. */
export type Done<T> = Tally & { machine: number; facts: T };

export const registerOf = ({ app }: Office) => exportRegister(app.openedRegister());
const planOf = (office: Office) => {
  const [plan] = registerOf(office).plans;
  if (!plan) throw new Error('no plan was brought in');
  return plan;
};
const headed = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

async function timed<T>(office: Office, job: (hands: Hands) => Promise<T>): Promise<Done<T>> {
  const hands = handsOn(office.page);
  const begun = performance.now();
  const facts = await job(hands);
  const machine = Math.round((performance.now() - begun) / 100) / 10;
  return { ...hands.tally(), machine, facts };
}

/** J1, from Home: last year's file becomes a plan of the register, open on the screen. */
export function bringIn(office: Office, paper: Paper): Promise<Done<FileFacts>> {
  const { page } = office;
  return timed(office, async (hands) => {
    await hands.command('import');
    await headed(page, 'Import');
    // The palette has gone once what is behind it can be reached again.
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    hands.think();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), hands.press('Control+Enter')]);
    hands.inSystemDialogue(paper.name);
    const mimeType = 'application/octet-stream';
    await chooser.setFiles({ name: paper.name, mimeType, buffer: Buffer.from(paper.bytes) });
    await page.locator('.rec .rec-words').waitFor();
    // Sheets with a table; a document counts as one, which flatters Calc.
    const tables = Math.max(1, await page.getByRole('tab', { name: /cells/ }).count());
    const questions = await page.locator('.qs').getByRole('radiogroup').count();
    // Each question is read; the reading goes on with the choice that is marked. And what was lost is looked at.
    hands.think(questions + 1);
    expect((await reconciliation(page)).lost).toBe(0);
    hands.think();
    await hands.press('Control+Enter');
    await page.getByRole('link', { name: 'Open the plan' }).waitFor();
    await hands.press('Control+Enter');
    await page.getByRole('grid').waitFor();
    const { actions, measures, sections } = registerOf(office);
    expect(actions.length).toBeGreaterThan(5);
    return {
      name: paper.name,
      isWord: paper.name.endsWith('.docx'),
      tables,
      sections: sections.length,
      timescales: actions.filter((one) => one.timescale).length,
      statuses: actions.filter((one) => one.status).length,
      moreMeasures: measures.length - new Set(measures.map((one) => one.actionId)).size,
      questions,
    };
  });
}

/** The active cell to a row and a column of the plan's grid, from wherever the focus is. */
async function toCell(page: Page, hands: Hands, row: number, column: string): Promise<void> {
  const heads = await page.getByRole('columnheader').allInnerTexts();
  const at = heads.slice(1).findIndex((head) => head.startsWith(column));
  await hands.until('F6', '[role="grid"]');
  await hands.press('Control+Home', ...Array<string>(row).fill('ArrowDown'));
  await hands.press(...Array<string>(at).fill('ArrowRight'));
}

const done = 'Done and part of daily work';
const late = 'Not begun: the post is vacant';

/** J7, from Home: last figures and statuses, the report of the year as it stood, and what goes on. */
export function closeYear(office: Office, figure: string): Promise<Done<CloseFacts & { carried: string }>> {
  const { page } = office;
  return timed(office, async (hands) => {
    const { kpis } = registerOf(office);
    const plan = planOf(office);
    if (kpis.length > 0) {
      await hands.command('go to kpis');
      await headed(page, 'KPIs');
      await page.locator('[data-region] a.hit').first().waitFor();
      await hands.until('F6', 'a.hit');
      await hands.press('Enter');
      await page.getByRole('grid').waitFor();
      await hands.until('F6', '[role="grid"]');
      const heads = await page.getByRole('columnheader').allInnerTexts();
      const actual = heads.findIndex((head) => head.startsWith('Actual'));
      hands.think(2);
      // Above the periods stands an empty row for the next one.
      await hands.press('Control+Home', 'ArrowDown', ...Array<string>(actual).fill('ArrowRight'));
      await hands.type(figure);
      await hands.press('Enter');
      await expect
        .poll(() => registerOf(office).kpiValues.some((one) => one.role === 'actual' && one.text === figure))
        .toBe(true);
    }
    await hands.command('go to plans');
    await headed(page, 'Plans');
    await page.locator('.plan-list .hit').first().waitFor();
    await hands.until('F6', '.plan-list .hit');
    await hands.press('Enter');
    await page.getByRole('grid').waitFor();
    const letters = new Map(statusChoices(plan.key).map((one) => [one.state, one.letter.toLowerCase()]));
    const updatesBefore = registerOf(office).progress.length;
    hands.think();
    await toCell(page, hands, 0, 'Status');
    await hands.press('Shift+ArrowDown');
    await hands.type(letters.get('complete') ?? 'c');
    await hands.press('Tab');
    await hands.type(done);
    await hands.press('Control+Enter');
    await expect.poll(() => registerOf(office).progress.length).toBe(updatesBefore + 2);
    hands.think();
    await hands.press('ArrowDown', 'ArrowDown');
    await hands.type(letters.get('off-track') ?? 'o');
    await hands.press('Tab');
    await hands.type(late);
    await hands.press('Enter');
    await expect.poll(() => registerOf(office).progress.length).toBe(updatesBefore + 3);
    const states = registerOf(office)
      .actions.slice(0, 3)
      .map((one) => one.status?.state);
    expect(states).toEqual(['complete', 'complete', 'off-track']);
    await hands.command('report');
    await headed(page, 'Reports');
    await screenReady(office);
    hands.think();
    const [report] = await Promise.all([page.waitForEvent('download'), hands.press('Control+Enter')]);
    expect(report.suggestedFilename()).toMatch(/\.html$/);
    await expect.poll(() => registerOf(office).snapshots.length).toBe(1);
    await hands.command('go to plans');
    await headed(page, 'Plans');
    await page.locator('.plan-list .hit').first().waitFor();
    await hands.until('F6', '.plan-list .hit');
    await hands.press('Enter');
    await page.getByRole('grid').waitFor();
    await hands.command('roll');
    await page.locator('.yr-numbers').waitFor();
    hands.think();
    const carried = await page.locator('.yr-numbers').innerText();
    expect(carried).toMatch(/carried.*closed/);
    const updates = [
      { words: done, rows: 2 },
      { words: late, rows: 1 },
    ];
    const figures = kpis.length > 0 ? [figure] : [];
    return { updates, figures, states: 7, carried };
  });
}

/** J2, on the screen that rolls forward: two dropped, one split, two merged, the rest as proposed; then made. */
export function rollForward(office: Office): Promise<Done<YearFacts>> {
  const { page } = office;
  const dropped = ['The trust does it from now on', 'Nobody came to it twice running'];
  const split = 'The second half, with the hubs';
  const merged = 'Both of them, in one round of visits';
  return timed(office, async (hands) => {
    const old = planOf(office);
    const row = '[data-row]';
    await hands.until('F6', row);
    const further = (n: number) => hands.press(...Array<string>(n).fill('ArrowDown'));
    await hands.press('End', 'Home');
    await further(3);
    for (const reason of dropped) {
      hands.think();
      await hands.press('d');
      await hands.type(reason);
      await hands.press('Escape', 'ArrowDown');
    }
    hands.think();
    await hands.press('s', 'Tab');
    await hands.type(split);
    await hands.press('Escape', 'ArrowDown');
    hands.think();
    await hands.press('m', 'ArrowDown', 'm', 'Enter', 'Control+a');
    await hands.type(merged);
    await hands.press('Escape');
    hands.think();
    const title = await page.getByRole('textbox', { name: 'Title of the new plan' }).inputValue();
    await hands.press('Control+Enter');
    await headed(page, title);
    await page.getByRole('grid').waitFor();
    expect(await said(office)).toContain('1 split into 2, 2 merged into 1');
    const after = registerOf(office);
    const next = after.plans.find((one) => one.continuesPlanId === old.id);
    expect(next?.title).toBe(title);
    const made = after.actions.filter((one) => one.planId === next?.id);
    expect(made.map((one) => one.text)).toEqual(expect.arrayContaining([split, merged]));
    const oldRefs = new Map(
      after.actions.filter((one) => one.planId === old.id).map((one) => [one.text, one.ref]),
    );
    const renumbered = made.filter((one) => one.ref !== (oldRefs.get(one.text) ?? one.ref)).length;
    return { dropped, split: [split], merged: [merged], renumbered, name: title };
  });
}
