import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { goTo, type PlanOffice, press, undos } from './plans-office.ts';
import { officeWithManyActions } from './plans-support.ts';
import { closeBrowser } from './support/chromium.ts';
import { openOffice } from './support/office.ts';

afterAll(closeBrowser);

/**
 * A plan of more rows and sections than are drawn: what is sent as columns, made once, grouped once and drawn again
 * only where it changed must say at every moment what the register says.
 */
describe('a long plan', () => {
  it('shows its last row, its counts and its groups as the register has them, before and after an act and its Undo', async () => {
    const office = await openOffice();
    const { page } = office;
    try {
      const { planId } = await officeWithManyActions(office.app, 600);
      const o: PlanOffice = { ...office, planId };
      const call = callerOf(office.app);
      await page.goto(`${office.host.origin}/#/plans/${planId}`);
      await page.reload();
      await page.getByRole('grid').waitFor();
      const foot = () => page.locator('.foot').innerText();
      const outlined = (name: RegExp) => page.getByRole('treeitem', { name }).innerText();
      const first = /Priority 1:/;
      const second = /Priority 2:/;
      await page.getByRole('treeitem', { name: second }).waitFor();
      const [before, beside] = [await outlined(first), await outlined(second)];
      const { actions } = await call.plans.get({ planId });
      const offTrack = (list: typeof actions) =>
        list.filter((one) => one.status?.state === 'off-track').length;
      expect(before).toContain(String(offTrack(actions.slice(0, 50))));

      // The first action of the first section is at risk: from then on it is off track.
      await goTo(page, 0, 4);
      await expect.poll(foot).toContain('Row 2 of 612');
      await page.keyboard.type('Off track');
      await press(page, 'Enter');
      await expect
        .poll(async () => (await call.plans.get({ planId })).actions[0]?.status?.state)
        .toBe('off-track');
      await expect.poll(() => outlined(first)).toContain(String(offTrack(actions.slice(0, 50)) + 1));
      expect(await outlined(second)).toBe(beside);
      const act = await undos(o);

      // By status, the view goes with the row to its new state, whose head counts it.
      await page.getByRole('button', { name: 'View', exact: true }).press('Enter');
      await page.getByRole('menuitemradio', { name: 'Status' }).press('Enter');
      const moved = offTrack(actions) + 1;
      await expect
        .poll(() => page.getByRole('row').getByText(`${moved} actions`, { exact: true }).count())
        .toBe(1);
      await page.getByRole('button', { name: 'View', exact: true }).press('Enter');
      await page.getByRole('menuitemradio', { name: 'Sections' }).press('Enter');

      // Undo asks the whole plan again; what did not change stays as it was drawn.
      await page.getByRole('grid').focus();
      await press(page, 'Control+z');
      await expect.poll(() => undos(o)).not.toBe(act);
      await expect.poll(() => outlined(first)).toBe(before);
      expect(await outlined(second)).toBe(beside);

      await press(page, 'Control+End');
      const last = actions.at(-1);
      await expect
        .poll(() => page.getByRole('gridcell', { name: last?.ref ?? '', exact: true }).count())
        .toBe(1);
      expect(office.complaints).toEqual([]);
    } finally {
      await office.close();
    }
  });
});
