import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goToMore, openExampleOffice, screenReady } from './support/example.ts';
import { shootBoth } from './support/look.ts';
import { type Office, openOffice } from './support/office.ts';

afterAll(closeBrowser);

async function toBackups(office: Office): Promise<void> {
  await goToMore(office, 'Settings');
  await office.page
    .getByRole('navigation', { name: 'Parts of Settings' })
    .getByRole('link', { name: 'Backups' })
    .click();
  await office.page.getByRole('heading', { name: 'Second place' }).waitFor();
}

describe('what keeps the work safe', () => {
  it('a second place is chosen, vanishes and is caught up with; all of it is told in words', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    const stick = join(outside, 'STICK');
    mkdirSync(stick);
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await toBackups(office);
      await page.getByRole('button', { name: 'Make a backup now' }).click();
      await page.getByText('Backup made, opened and checked.').waitFor();
      await page.getByRole('button', { name: 'Choose a second place' }).click();
      await page.getByLabel('Folder of the second place').fill(stick);
      await page.getByRole('button', { name: 'Use this folder' }).click();
      await page.getByText('All backups of late are there too, checked.').waitFor();
      expect(readdirSync(stick).some((name) => name.endsWith('.register'))).toBe(true);
      const copy = page.getByRole('row').filter({ hasText: 'Second place' }).first();
      await copy.getByText('Checked').waitFor();
      await copy.getByRole('link', { name: / in the second place$/ }).waitFor();
      await expectSound(office);
      await shootBoth(page, 'backups');
      renameSync(stick, `${stick} out`);
      await page.getByRole('button', { name: 'Copy now' }).click();
      await page.getByText(/is not connected\. Your work and the backups on this machine are safe/).waitFor();
      await copy.getByText('Not there at the moment').waitFor();
      expect(await copy.getByRole('link').count()).toBe(0);
      await page.getByRole('row').filter({ hasText: 'by hand' }).first().getByText('Checked').waitFor();
      renameSync(`${stick} out`, stick);
      await page.getByRole('button', { name: 'Copy now' }).click();
      await page.getByText('All backups of late are there too, checked.').waitFor();
      await copy.getByRole('button', { name: /^Restore the backup of .* in the second place$/ }).click();
      await page.getByRole('button', { name: 'Restore beside the present register' }).click();
      await page.getByText(/It is restored as/).waitFor();
    } finally {
      await office.close();
      rmSync(outside, { recursive: true, force: true });
    }
  });

  it('a backup is opened beside the register, and one plan is brought back from it', async () => {
    const office = await openExampleOffice();
    const { page, app } = office;
    try {
      const register = app.openedRegister();
      const made = await app.backups.make(register, 'by-hand');
      const caller = callerOf(app);
      const plans = await caller.plans.list();
      const victim = plans.find(({ title }) => /Delivery Plan/.test(title)) ?? plans[0];
      await caller.plans.remove({ planId: victim?.id ?? '' });
      await page.reload();
      await toBackups(office);
      await page
        .getByRole('link', { name: /^Compare the backup of/ })
        .first()
        .click();
      await page.getByRole('heading', { level: 1, name: /^Backup of / }).waitFor();
      await page.getByText(', no longer in the register').waitFor();
      await screenReady(office);
      await expectSound(office);
      await shootBoth(page, 'restore');
      await page.getByRole('button', { name: `Bring back ${victim?.title}` }).click();
      await page.getByText(/come back, 0 records get their earlier content/).waitFor();
      await page.getByRole('button', { name: 'Bring back this plan' }).click();
      await page.getByRole('heading', { level: 1, name: victim?.title ?? '' }).waitFor();
      expect((await caller.plans.list()).map(({ id }) => id)).toContain(victim?.id);
      expect(made.verdict).toBe('good');
    } finally {
      await office.close();
    }
  });

  it('a register is saved for another laptop, and opened there once it is checked', async () => {
    const office = await openExampleOffice();
    const sent = mkdtempSync(join(tmpdir(), 'sent-'));
    const path = join(sent, 'Example.moved-register');
    try {
      await toBackups(office);
      const download = office.page.waitForEvent('download');
      await office.page.getByRole('button', { name: 'Save for another laptop' }).click();
      await (await download).saveAs(path);
      expect(readFileSync(path).length).toBeGreaterThan(10_000);
    } finally {
      await office.close();
    }
    const other = await openOffice();
    try {
      const chosen = other.page.waitForEvent('filechooser');
      await other.page.getByRole('button', { name: 'Open a backup or a moved register' }).click();
      await (await chosen).setFiles(path);
      await other.page.getByText(/It is what was sent, byte for byte/).waitFor();
      await expectSound(other);
      await other.page.getByRole('button', { name: 'Open it here' }).click();
      await other.page.getByRole('navigation', { name: 'Main' }).waitFor();
      await expect.poll(() => other.app.register?.name).toBe('Example');
    } finally {
      await other.close();
      rmSync(sent, { recursive: true, force: true });
    }
  });
});
