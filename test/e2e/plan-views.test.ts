import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { actionsOf, activeCell, goTo, inPlan, press, undos, wordsOf } from './plans-office.ts';
import { officeWithPlan } from './plans-support.ts';
import { closeBrowser } from './support/chromium.ts';
import { axeFindings, shootBoth } from './support/look.ts';
import { openOffice } from './support/office.ts';

afterAll(closeBrowser);

const heads = (page: Page) =>
  page
    .getByRole('columnheader')
    .allInnerTexts()
    .then((all) => all.slice(1));
const foot = (page: Page) => page.locator('.foot').innerText();
const refsShown = (page: Page) => page.locator('[role=gridcell][data-c="0"]').allInnerTexts();
const view = async (page: Page, name: string) => {
  await page.getByRole('button', { name: 'View', exact: true }).press('Enter');
  await page.getByRole('menu').getByText(name, { exact: true }).click();
};
const columnAct = async (page: Page, name: string) => {
  await press(page, 'Alt+ArrowUp');
  await page.getByRole('menuitem', { name, exact: true }).click();
};

describe('several ranges', () => {
  it('are chosen with Ctrl and a click or Shift F8, filled, emptied and copied, each act one Undo', () =>
    inPlan(async (o) => {
      const before = await wordsOf(o);
      await goTo(o.page, 0, 7);
      await press(o.page, 'Shift+ArrowDown', 'Shift+F8', 'ArrowDown', 'ArrowDown', 'Shift+ArrowDown');
      await expect.poll(() => foot(o.page)).toContain('4 cells in 4 rows');
      await press(o.page, 'Escape');
      await expect.poll(() => foot(o.page)).not.toContain('cells');
      const cell = (r: number) => o.page.locator(`[data-r="${r}"][data-c="7"]`);
      await cell(0).click();
      await cell(2).click({ modifiers: ['Control'] });
      await cell(4).click({ modifiers: ['Control'] });
      await expect.poll(() => foot(o.page)).toContain('3 cells in 3 rows');
      expect(await o.page.locator('[role=gridcell][aria-selected=true]').count()).toBe(3);
      await o.page.keyboard.type('Seen in November');
      await press(o.page, 'Control+Enter');
      await expect.poll(async () => (await actionsOf(o))[4]?.comment).toBe('Seen in November');
      expect((await actionsOf(o)).map(({ comment }) => comment === 'Seen in November')).toEqual([
        true,
        false,
        true,
        false,
        true,
        false,
        false,
      ]);
      await press(o.page, 'Delete');
      await expect.poll(async () => (await actionsOf(o))[4]?.comment).toBeNull();
      // Both acts are called alike, so what the cell says tells when each is undone.
      await press(o.page, 'Control+z');
      await expect.poll(async () => (await actionsOf(o))[4]?.comment).toBe('Seen in November');
      await press(o.page, 'Control+z');
      await expect.poll(async () => (await actionsOf(o))[4]?.comment).toBeNull();
      expect(await wordsOf(o)).toEqual(before);
    }));

  it('are copied where they are a table together, and said why where they are not', () =>
    inPlan(async (o) => {
      const copied = () =>
        o.page.evaluate(() => {
          const data = new DataTransfer();
          document.activeElement?.dispatchEvent(
            new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
          );
          return data.getData('text/plain');
        });
      const at = (r: number, c: number) => o.page.locator(`[data-r="${r}"][data-c="${c}"]`);
      await at(0, 0).click();
      await at(2, 0).click({ modifiers: ['Control'] });
      expect(await copied()).toBe('1.1 (i)\r\n1.1 (iii)\r\n');
      await at(3, 3).click({ modifiers: ['Control'] });
      expect(await copied()).toBe('');
      await expect.poll(() => foot(o.page)).toContain('cannot be copied together');
    }));

  it('take the day with Ctrl ; and fill to the right with Ctrl R', () =>
    inPlan(async (o) => {
      await goTo(o.page, 3, 7);
      await press(o.page, 'Control+;');
      await press(o.page, 'Enter');
      await expect.poll(async () => (await actionsOf(o))[3]?.comment).toBe('24 November 2014');
      await press(o.page, 'ArrowUp', 'Shift+ArrowRight', 'Control+r');
      await expect.poll(async () => (await actionsOf(o))[3]?.resources).toBe('24 November 2014');
    }));
});

describe('the ways to look at a plan', () => {
  it('are sorted, moved, hidden and frozen from the column’s menu, and there again after a restart', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'looks-'));
    const first = await openOffice({ dataDir });
    let planId = '';
    try {
      const { page } = first;
      planId = (await officeWithPlan(first.app)).planId;
      await page.goto(`${first.host.origin}/#/plans/${planId}`);
      await page.reload();
      await page.getByRole('grid').waitFor();
      await goTo(page, 0, 3);
      await columnAct(page, 'Earliest first');
      const timescale = page.getByRole('columnheader', { name: /^Timescale/ });
      expect(await timescale.getAttribute('aria-sort')).toBe('ascending');
      // The head answers at once, the rows follow.
      await expect
        .poll(async () => (await refsShown(page)).filter(Boolean))
        .toEqual(['1.1 (ii)', '1.1 (iii)', '1.1 (i)', '1.1 (iv)', '1.2 (ii)', '1.2 (i)', '2.1']);
      await press(page, 'Alt+Shift+ArrowDown');
      await expect.poll(() => foot(page)).toContain('Rows are moved in reading order');
      await columnAct(page, 'Move left');
      await columnAct(page, 'Keep up to Timescale in view');
      await goTo(page, 0, 7);
      await columnAct(page, 'Hide Comment');
      await expect
        .poll(async () => (await heads(page)).slice(0, 4))
        .toEqual(['Ref', 'Action', 'Timescale↑', 'Leads']);
      expect(await heads(page)).not.toContain('Comment');
      await expect
        .poll(async () => (await callerOf(first.app).choices.get({ name: `plan:${planId}` })) ?? '')
        .toContain('"hidden":["comment"]');
      expect(first.complaints).toEqual([]);
    } finally {
      await first.close();
    }
    const again = await openOffice({ dataDir });
    try {
      const { page } = again;
      await callerOf(again.app).register.open({ id: 'Harbour.register' });
      await page.goto(`${again.host.origin}/#/plans/${planId}`);
      await page.reload();
      await page.getByRole('grid').waitFor();
      expect((await heads(page)).slice(0, 4)).toEqual(['Ref', 'Action', 'Timescale↑', 'Leads']);
      expect(await heads(page)).not.toContain('Comment');
      await page.getByRole('button', { name: 'View', exact: true }).press('Enter');
      await page.getByRole('menuitem', { name: 'Columns' }).click();
      const dialog = page.getByRole('dialog', { name: 'Columns' });
      const comment = dialog.getByRole('checkbox', { name: 'Comment' });
      await comment.press('Space');
      await comment.press('Alt+ArrowUp');
      await shootBoth(page, 'plan-columns');
      expect(await axeFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Done' }).click();
      expect((await heads(page)).indexOf('Comment')).toBe((await heads(page)).indexOf('Measures') - 1);
    } finally {
      await again.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  it('have a leads’ view, where an action stands under each lead and is written once', () =>
    inPlan(async (o) => {
      await view(o.page, 'Leads’ view');
      await o.page
        .getByRole('row', { name: /Hester Vane/ })
        .first()
        .waitFor();
      const groups = o.page.locator('.g-group .g-title b');
      await expect
        .poll(async () => (await groups.allInnerTexts()).slice(0, 2))
        .toEqual(['Hester Vane', 'Idris Bell']);
      expect((await refsShown(o.page)).filter((ref) => ref === '1.1 (i)').length).toBe(2);
      await goTo(o.page, 0, 7);
      await o.page.keyboard.type('Once');
      await press(o.page, 'Enter');
      await expect.poll(async () => (await actionsOf(o))[0]?.comment).toBe('Once');
      await shootBoth(o.page, 'plan-leads');
      expect(await axeFindings(o.page)).toEqual([]);
    }));

  it('narrow by the values of a column, count what is left, and are saved by name', () =>
    inPlan(async (o) => {
      await goTo(o.page, 0, 4);
      await columnAct(o.page, 'Choose by values');
      const dialog = o.page.getByRole('dialog', { name: 'Status: which values' });
      await dialog.getByRole('button', { name: 'Untick all' }).click();
      await dialog.getByRole('checkbox', { name: 'On track' }).check();
      expect(await axeFindings(o.page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Show these' }).click();
      await expect.poll(() => o.page.locator('.g-filter-count').innerText()).toBe('2 of 7 actions');
      const summary = o.page.getByRole('list', { name: 'How the actions stand' });
      expect((await summary.innerText()).replace(/\s+/g, ' ')).toBe('2 On track');
      await view(o.page, 'Save or delete a view');
      await o.page.getByLabel('Name', { exact: true }).fill('Going well');
      await press(o.page, 'Enter');
      await o.page.getByRole('button', { name: 'Show all' }).click();
      await expect.poll(async () => (await summary.innerText()).replace(/\s+/g, ' ')).toContain('1 Complete');
      await view(o.page, 'Going well');
      await expect.poll(() => o.page.locator('.g-filter-count').innerText()).toBe('2 of 7 actions');
    }));

  it('begin to filter with Ctrl F', () =>
    inPlan(async (o) => {
      await o.page.getByRole('grid').focus();
      await press(o.page, 'Control+f');
      await expect
        .poll(() => o.page.evaluate(() => document.activeElement?.getAttribute('placeholder')))
        .toBe('Filter by words');
      await o.page.keyboard.type('midwives');
      await expect.poll(() => o.page.locator('.g-filter-count').innerText()).toBe('1 of 7 actions');
    }));
});

describe('rows and sections', () => {
  it('are changed several at once, with before and after shown, as one act', () =>
    inPlan(async (o) => {
      const before = await wordsOf(o);
      await goTo(o.page, 1, 2);
      await press(o.page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+Shift+e');
      const dialog = o.page.getByRole('dialog', { name: 'Change 3 actions' });
      await dialog.getByLabel('New words').fill('Mara Quill');
      expect((await dialog.getByRole('row').nth(1).innerText()).split('\t')).toEqual([
        '1.1 (ii)',
        'Idris Bell',
        'Mara Quill',
      ]);
      await shootBoth(o.page, 'plan-bulk');
      expect(await axeFindings(o.page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Change 3 cells' }).click();
      await expect.poll(async () => (await actionsOf(o))[3]?.leads[0]?.text).toBe('Mara Quill');
      const undo = await undos(o);
      await press(o.page, 'Control+z');
      await expect.poll(() => undos(o)).not.toBe(undo);
      expect(await wordsOf(o)).toEqual(before);
    }));

  it('are added above, copied and moved by keyboard over the end of their section', () =>
    inPlan(async (o) => {
      await goTo(o.page, 0, 1);
      await press(o.page, 'Control+Shift+d');
      await expect.poll(async () => (await actionsOf(o)).length).toBe(8);
      const copy = (await actionsOf(o))[1];
      expect(copy).toMatchObject({ ref: null, status: null, measures: [{ text: '100 families a term' }] });
      await goTo(o.page, 4, 1);
      await press(o.page, 'Alt+Shift+ArrowDown');
      await expect
        .poll(async () => (await actionsOf(o)).map(({ ref }) => ref).slice(3, 6))
        .toEqual(['1.1 (iii)', '1.1 (iv)', '1.2 (i)']);
      const moved = (await actionsOf(o))[4];
      expect(moved?.sectionId).toBe((await actionsOf(o))[5]?.sectionId);
      await expect.poll(async () => (await activeCell(o.page)).words).toContain('Weekend story walks');
      await press(o.page, 'Shift+F10');
      await o.page.getByRole('menuitem', { name: 'Add an action above' }).click();
      await o.page.getByRole('textbox', { name: 'Action' }).waitFor();
      await o.page.keyboard.type('Before the walks');
      await press(o.page, 'Enter');
      await expect.poll(async () => (await actionsOf(o))[4]?.text).toBe('Before the walks');
    }));

  it('are moved with the outline by keyboard, and renumbered with a preview', () =>
    inPlan(async (o) => {
      const tree = o.page.getByRole('tree', { name: 'Sections' });
      const item = tree.getByRole('treeitem', { name: /Every setting good/ });
      await item.focus();
      await press(o.page, 'Alt+ArrowUp');
      await expect.poll(() => foot(o.page)).toContain('Moved: 2 Every setting good or better');
      await expect
        .poll(async () => await tree.getByRole('treeitem').first().innerText())
        .toContain('Every setting');
      expect(await item.evaluate((one) => document.activeElement === one)).toBe(true);
      await o.page.getByRole('button', { name: 'Renumber', exact: true }).click();
      const dialog = o.page.getByRole('dialog', { name: 'Renumber the references' });
      await shootBoth(o.page, 'plan-renumber');
      expect(await axeFindings(o.page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Renumber 11 references' }).click();
      await expect
        .poll(async () => (await actionsOf(o)).map(({ ref }) => ref))
        .toEqual(['1.1', '2.1 (i)', '2.1 (ii)', '2.1 (iii)', '2.1 (iv)', '2.2 (i)', '2.2 (ii)']);
      await item.focus();
      await press(o.page, 'Alt+ArrowRight');
      await expect.poll(() => foot(o.page)).toContain('no section before it');
    }));
});
