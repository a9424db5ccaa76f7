import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { actionsOf, activeCell, goTo, inPlan, paste, press, undos, wordsOf } from './plans-office.ts';
import { closeBrowser } from './support/chromium.ts';
import { axeFindings, shootBoth } from './support/look.ts';

afterAll(closeBrowser);

describe('the plan’s grid', () => {
  it('has nothing for axe to find, light or dark', () =>
    inPlan(async (o) => {
      await o.page.getByRole('treeitem').first().waitFor();
      await o.page
        .getByRole('complementary', { name: 'This action' })
        .getByRole('heading', { name: 'Where it came from' })
        .waitFor();
      await shootBoth(o.page, 'plan');
      expect(await axeFindings(o.page)).toEqual([]);
      await o.page.emulateMedia({ colorScheme: 'dark' });
      expect(await axeFindings(o.page)).toEqual([]);
    }));

  it('takes five cells typed by keyboard, and Undo and Redo go through all of them', () =>
    inPlan(async (o) => {
      const before = await wordsOf(o);
      await goTo(o.page, 1, 1);
      await o.page.keyboard.type('Print the groups map in five languages');
      await press(o.page, 'Tab');
      await o.page.keyboard.type('Mar');
      await press(o.page, 'Tab');
      await o.page.keyboard.type('Spring term 2015');
      await press(o.page, 'Enter');
      expect(await activeCell(o.page)).toMatchObject({ focused: true, row: 2, col: 1 });
      await press(o.page, 'F2');
      await o.page.keyboard.type(' and health visitors');
      await press(o.page, 'Alt+Enter');
      await o.page.keyboard.type('by letter');
      await press(o.page, 'Enter');
      await o.page.keyboard.type('Story walks');
      await press(o.page, 'ArrowDown');
      const expectation = [
        [1, 'text', 'Print the groups map in five languages'],
        [2, 'text', 'Agree one referral route with midwives and health visitors\nby letter'],
        [3, 'text', 'Story walks'],
      ] as const;
      await expect.poll(async () => (await actionsOf(o))[3]?.text).toBe('Story walks');
      const after = await actionsOf(o);
      for (const [row, field, words] of expectation) expect(after[row]?.[field]).toBe(words);
      expect(after[1]?.leads.map((lead) => lead.text)).toEqual(['Mara Quill']);
      expect(after[1]?.timescale).toMatchObject({ text: 'Spring term 2015', kind: 'by' });

      const typed = await wordsOf(o);
      for (let times = 0; times < 5; times += 1) {
        const undo = await undos(o);
        await press(o.page, 'Control+z');
        await expect.poll(() => undos(o)).not.toBe(undo);
      }
      expect(await wordsOf(o)).toEqual(before);
      await expect
        .poll(() => o.page.getByRole('gridcell', { name: 'Story walks', exact: true }).count())
        .toBe(0);
      expect((await activeCell(o.page)).focused).toBe(true);
      for (let times = 0; times < 5; times += 1) {
        const undo = await undos(o);
        await press(o.page, 'Control+y');
        await expect.poll(() => undos(o)).not.toBe(undo);
      }
      expect(await wordsOf(o)).toEqual(typed);
    }));

  it('takes a block of 3 by 4 from Excel as one act, line breaks and quotes as they stand', () =>
    inPlan(async (o) => {
      const before = await wordsOf(o);
      await goTo(o.page, 0, 0);
      await paste(
        o.page,
        'A1\tFirst action\tIdris Bell\tBy May 2015\r\nA2\t"Two lines\nwith ""quotes"""\tMara Quill\tOngoing\r\nA3\tThird\tHester Vane\t\r\n',
      );
      await expect.poll(async () => (await actionsOf(o))[2]?.ref).toBe('A3');
      const after = await actionsOf(o);
      expect(after[1]?.text).toBe('Two lines\nwith "quotes"');
      expect(after[2]?.timescale).toBeNull();
      expect(after).toHaveLength(before.length);
      await expect.poll(() => o.page.locator('.foot').innerText()).toContain('12 cells in 3 rows');
      const undo = await undos(o);
      await press(o.page, 'Control+z');
      await expect.poll(() => undos(o)).not.toBe(undo);
      expect(await wordsOf(o)).toEqual(before);
    }));

  it('adds the rows of a block that goes beyond the last, in the same act', () =>
    inPlan(async (o) => {
      const before = await wordsOf(o);
      await goTo(o.page, 6, 0);
      await paste(o.page, '2.1\tKept\r\n2.2\tNew one\r\n2.3\tNew two\r\n');
      await expect.poll(async () => (await actionsOf(o)).length).toBe(before.length + 2);
      expect((await actionsOf(o)).slice(6).map((action) => [action.ref, action.text])).toEqual([
        ['2.1', 'Kept'],
        ['2.2', 'New one'],
        ['2.3', 'New two'],
      ]);
      // The words typed stand in the blank row until the row itself is there.
      const arrived = o.page.getByRole('gridcell', { name: 'New two', exact: true });
      await expect.poll(() => arrived.count()).toBe(1);
      const undo = await undos(o);
      await press(o.page, 'Control+z');
      await expect.poll(() => undos(o)).not.toBe(undo);
      expect(await wordsOf(o)).toEqual(before);
    }));

  it('copies what it pastes: a block comes back cell for cell', () =>
    inPlan(async (o) => {
      await goTo(o.page, 0, 1);
      await press(o.page, 'Shift+ArrowDown', 'Shift+ArrowRight');
      const copied = await o.page.evaluate(() => {
        const data = new DataTransfer();
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
        );
        return { text: data.getData('text/plain'), html: data.getData('text/html') };
      });
      const rows = await actionsOf(o);
      expect(copied.text).toBe(
        `${rows[0]?.text}\t"Hester Vane\nOutreach team"\r\n${rows[1]?.text}\tIdris Bell\r\n`,
      );
      expect(copied.html).toMatch(/<td[^>]*>Hester Vane<br/);
    }));

  it('goes from the blank row to the row that came of it, so that a whole row is typed in one run', () =>
    inPlan(async (o) => {
      await goTo(o.page, 7, 0);
      expect((await activeCell(o.page)).row).toBe(7);
      await o.page.keyboard.type('2.2');
      await press(o.page, 'Tab');
      await o.page.keyboard.type('Share what the best settings do');
      await press(o.page, 'Tab');
      await o.page.keyboard.type('Quality team');
      await press(o.page, 'Enter');
      await expect.poll(async () => (await actionsOf(o))[7]?.leads[0]?.text).toBe('Quality team');
      expect((await actionsOf(o))[7]).toMatchObject({ ref: '2.2', text: 'Share what the best settings do' });
      expect(await actionsOf(o)).toHaveLength(8);
      expect(await activeCell(o.page)).toMatchObject({ focused: true, row: 8, col: 0 });
    }));

  it('keeps the words of a cell it cannot take, with the reason under them', () =>
    inPlan(async (o) => {
      await goTo(o.page, 0, 4);
      await paste(o.page, 'Sideways');
      await o.page
        .getByRole('grid')
        .getByText(/is not in this plan's key/)
        .waitFor();
      expect((await activeCell(o.page)).words).toContain('Sideways');
      expect((await actionsOf(o))[0]?.status?.label).toBe('On track');
      expect(await axeFindings(o.page)).toEqual([]);
    }));
});

describe('the update editor', () => {
  it('changes one status by its letter, with what happened, the day and who said it', () =>
    inPlan(async (o) => {
      await goTo(o.page, 3, 4);
      await o.page.keyboard.type('o');
      await press(o.page, 'Tab');
      await o.page.keyboard.type('Nobody has booked the hall');
      await shootBoth(o.page, 'plan-status');
      await press(o.page, 'Enter');
      await expect.poll(async () => (await actionsOf(o))[3]?.status?.state).toBe('off-track');
      expect((await actionsOf(o))[3]?.lastUpdate).toEqual({
        on: '2014-11-24',
        text: 'Nobody has booked the hall',
        by: 'Idris Bell',
      });
      expect(await activeCell(o.page)).toMatchObject({ focused: true, row: 4, col: 4 });
    }));

  it('changes all of the range with Ctrl Enter, and none with Esc', () =>
    inPlan(async (o) => {
      const before = await wordsOf(o);
      await goTo(o.page, 3, 4);
      await press(o.page, 'Shift+ArrowDown', 'Shift+ArrowDown');
      await o.page.keyboard.type('r');
      await press(o.page, 'Escape');
      expect(await wordsOf(o)).toEqual(before);
      expect((await activeCell(o.page)).focused).toBe(true);
      await o.page.keyboard.type('r');
      await press(o.page, 'Control+Enter');
      await expect.poll(async () => (await actionsOf(o))[5]?.status?.state).toBe('at-risk');
      expect((await actionsOf(o)).slice(3, 6).map((action) => action.status?.state)).toEqual([
        'at-risk',
        'at-risk',
        'at-risk',
      ]);
      await expect.poll(() => o.page.locator('.foot').innerText()).toContain('3 cells: 3 at risk');
    }));
});

describe('round the grid', () => {
  it('filters as one types, by state and by lead, and says how many are shown', () =>
    inPlan(async (o) => {
      const { page } = o;
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('searchbox').fill('midwives');
      await expect.poll(() => page.getByRole('rowheader').count()).toBeGreaterThan(0);
      await page.getByText('1 of 7 actions').waitFor();
      await page.getByRole('searchbox').fill('');
      await page.getByRole('button', { name: 'At risk' }).click();
      await page.getByText('1 of 7 actions').waitFor();
      await page.getByRole('gridcell', { name: /Print the map/ }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Show all' }).click();
      await expect.poll(() => page.getByRole('gridcell', { name: /Weekend story walks/ }).count()).toBe(1);
    }));

  it('shows everything of the active action in the drawer, which follows the rows', () =>
    inPlan(async (o) => {
      const drawer = o.page.getByRole('complementary', { name: 'This action' });
      await goTo(o.page, 4, 1);
      await drawer.getByRole('heading', { name: 'A trained champion in every nursery' }).waitFor();
      await drawer.getByText('Half of them childminders').waitFor();
      await drawer.getByText('Workforce fund, £12,000').waitFor();
      await drawer.getByRole('button', { name: 'Next action' }).click();
      await drawer.getByRole('heading', { name: 'As 1.1 (iii)' }).waitFor();
      await drawer.getByRole('button', { name: 'Previous action' }).click();
      await drawer.getByText('Half of them childminders').waitFor();
    }));

  it('asks which reading of a doubtful date is meant, and settles it', () =>
    inPlan(async (o) => {
      expect((await actionsOf(o))[5]?.timescale?.ambiguous).toBe(true);
      await o.page.locator('[data-ask="timescale"]').first().click();
      const menu = o.page.getByRole('menu');
      await menu.waitFor();
      const readings = await menu.getByRole('menuitem').allInnerTexts();
      expect(readings.length).toBeGreaterThanOrEqual(3);
      await menu.getByRole('menuitem').first().click();
      await expect.poll(async () => (await actionsOf(o))[5]?.timescale?.ambiguous).toBe(false);
      await expect.poll(async () => (await activeCell(o.page)).focused).toBe(true);
    }));

  it('adds, moves and deletes rows by keyboard, each one act that Undo takes back', () =>
    inPlan(async (o) => {
      const before = await wordsOf(o);
      await goTo(o.page, 0, 1);
      await press(o.page, 'Alt+Shift+ArrowDown');
      await expect.poll(async () => (await actionsOf(o))[0]?.ref).toBe('1.1 (ii)');
      await press(o.page, 'Control+z');
      await expect.poll(() => wordsOf(o)).toEqual(before);
      await goTo(o.page, 2, 1);
      // The drawer has asked for the row before it goes: else its question comes after the answer to the deletion.
      const drawer = o.page.getByRole('complementary', { name: 'This action' });
      await drawer.getByRole('heading', { name: 'Agree one referral route with midwives' }).waitFor();
      await drawer.getByRole('heading', { name: 'Where it came from' }).waitFor();
      await press(o.page, 'Control+Delete');
      await expect.poll(async () => (await actionsOf(o)).length).toBe(6);
      await press(o.page, 'Control+z');
      await expect.poll(() => wordsOf(o)).toEqual(before);
      await goTo(o.page, 0, 1);
      await press(o.page, 'Control+Shift+Enter');
      await o.page.locator('.g-edit textarea').waitFor();
      await o.page.keyboard.type('Ask families what the desk should offer');
      await press(o.page, 'Enter');
      await expect
        .poll(async () => (await actionsOf(o))[1]?.text)
        .toBe('Ask families what the desk should offer');
    }));

  it('adds a section from the head and brings it up in grid and outline', () =>
    inPlan(async (o) => {
      await o.page.getByRole('button', { name: 'Add section' }).click();
      const dialog = o.page.getByRole('dialog');
      await dialog.getByLabel('Title').fill('Staff who stay');
      await dialog.getByRole('button', { name: 'Add the section' }).click();
      await o.page.getByRole('treeitem', { name: /Staff who stay/ }).waitFor();
      await expect
        .poll(async () => (await callerOf(o.app).plans.get({ planId: o.planId })).sections.length)
        .toBe(5);
    }));
});
