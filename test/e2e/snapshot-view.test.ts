import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goTo, openExampleOffice, screenReady } from './support/example.ts';
import { shootBoth } from './support/look.ts';
import type { Office } from './support/office.ts';

afterAll(closeBrowser);

const patience = 600_000;

/** Opens the example's June board from the list of snapshots, by keyboard. */
async function lookAtJune(office: Office): Promise<string> {
  const { page } = office;
  await goTo(office, 'Snapshots');
  await page.getByRole('link', { name: 'Open June board' }).focus();
  await page.keyboard.press('Enter');
  await band(office).waitFor();
  await screenReady(office);
  return page.url().replace(/\/home.*/, '');
}

const band = ({ page }: Office) => page.getByRole('region', { name: 'The snapshot you are looking at' });

const revisionOf = (office: Office): unknown =>
  office.app.openedRegister().db.raw.prepare('SELECT revision FROM change_head').pluck().get();

/** The addresses of the plans, KPIs and so on that a list leads to. */
async function ledTo(office: Office, list: string, to: RegExp): Promise<string[]> {
  await office.page.goto(list);
  await screenReady(office);
  const links = office.page.locator('main a[href]');
  await expect.poll(async () => (await hrefs(links)).some((one) => to.test(one))).toBe(true);
  return (await hrefs(links)).flatMap((one) => to.exec(one)?.[0] ?? []);
}
const hrefs = (links: ReturnType<Office['page']['locator']>): Promise<string[]> =>
  links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));

describe('A snapshot that is looked at', () => {
  it(
    'is opened by keyboard in the same screens, as at its day, and takes no typing',
    async () => {
      const office = await openExampleOffice();
      const { page } = office;
      try {
        const before = revisionOf(office);
        const base = await lookAtJune(office);
        expect(await band(office).innerText()).toMatch(/Snapshot “June board”, as at 30 June 2010/);
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Wednesday 30 June 2010');
        await expectSound(office);
        await shootBoth(page, 'snapshot-home');

        const nav = page.getByRole('navigation', { name: 'Main' });
        await nav.getByRole('link', { name: 'Plans' }).press('Enter');
        await screenReady(office);
        await page.getByRole('link', { name: 'Early Years Delivery Plan 2010-11' }).first().press('Enter');
        const grid = page.getByRole('grid');
        await grid.waitFor();
        expect(page.url()).toContain(`${base}/plans/`);
        await grid.focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.type('Something else');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Delete');
        await page.keyboard.press('Control+Shift+Enter');
        await page.keyboard.press('Control+Delete');
        await page.keyboard.press('Control+z');
        await page.getByText('This is a snapshot: nothing in it can be changed.').first().waitFor();
        expect(await page.getByText('Something else').count()).toBe(0);
        await expectSound(office);
        await shootBoth(page, 'snapshot-plan');

        await page.keyboard.press('Control+k');
        await page.keyboard.type('toy library');
        const found = page.getByRole('option', { name: /toy library/i }).first();
        await found.waitFor();
        expect(await page.getByRole('option', { name: /Take a snapshot|Undo/ }).count()).toBe(0);
        await page.keyboard.press('Escape');

        await band(office).getByRole('link', { name: 'What has changed since' }).press('Enter');
        await page.getByRole('heading', { name: 'What has changed since June board' }).waitFor();
        expect(await band(office).count()).toBe(0);
        await page.goBack();
        await band(office).waitFor();
        await band(office).getByRole('link', { name: 'Back to the register' }).press('Enter');
        await page.getByRole('heading', { level: 1, name: 'Snapshots' }).waitFor();
        expect(revisionOf(office)).toBe(before);
      } finally {
        await office.close();
      }
    },
    patience,
  );

  it(
    'offers nothing that writes, on any screen, and leads to the register for what it does not hold',
    async () => {
      const office = await openExampleOffice();
      const { page } = office;
      const refused: string[] = [];
      page.on('response', (response) => {
        if (response.request().method() === 'POST' && response.status() >= 400) refused.push(response.url());
      });
      try {
        const before = revisionOf(office);
        const base = await lookAtJune(office);
        const one = async (list: string, to: RegExp) => (await ledTo(office, base + list, to))[0] ?? '';
        const id = '[0-9a-f-]{36}';
        const meeting = await one('/meetings', RegExp(`/meetings/${id}`));
        const screens = [
          '/plans',
          await one('/plans', RegExp(`/plans/${id}`)),
          '/kpis',
          await one('/kpis', RegExp(`/kpis/${id}`)),
          '/kpis/due',
          '/people',
          await one('/people', RegExp(`/people/${id}`)),
          '/duties',
          '/meetings',
          `${meeting}?as=agenda`,
          `${meeting}?as=minutes`,
          '/meetings/resolutions',
          '/meetings/arising',
          '/meetings/reports',
          '/bodies',
          await one('/bodies', RegExp(`/bodies/${id}`)),
          '/bodies/reporting',
        ];
        for (const screen of screens) {
          const here = base + screen;
          await page.goto(here);
          await screenReady(office);
          const buttons = page.locator('main button:visible');
          for (let at = 0; at < Math.min(await buttons.count(), 12); at += 1) {
            await buttons
              .nth(at)
              .click({ force: true, timeout: 2_000 })
              .catch(() => undefined);
            await page.keyboard.press('Escape');
            await page.keyboard.press('Escape');
            if (!page.url().startsWith(here)) await page.goto(here);
          }
          expect({ screen, refused }).toEqual({ screen, refused: [] });
        }
        for (const screen of ['/import', '/updates', '/settings', '/checks', '/snapshots']) {
          await page.goto(base + screen);
          await page.getByRole('heading', { level: 1, name: 'Not in a snapshot' }).waitFor();
        }
        await expectSound(office);
        expect(revisionOf(office)).toBe(before);
      } finally {
        await office.close();
      }
    },
    patience,
  );

  it(
    'stands beside the register in another window, and its reports are made of it',
    async () => {
      const office = await openExampleOffice();
      const { page } = office;
      try {
        const base = await lookAtJune(office);
        const other = await office.context.newPage();
        await other.goto(page.url().replace(/#.*/, '#/plans'));
        await other.getByRole('heading', { level: 1, name: 'Plans' }).waitFor();
        expect(await other.getByText('as at 30 June 2010').count()).toBe(0);
        await page.goto(`${base}/reports`);
        await page.getByRole('heading', { level: 1, name: 'Reports' }).waitFor();
        await page
          .getByRole('button', { name: /June board/ })
          .first()
          .waitFor();
        expect(page.url()).not.toContain('as-at');

        await page.goto(`${base.replace(/[^/]+$/, '')}01290000-0000-7000-8000-00000000ffff/home`);
        await page.getByText('There is no such snapshot in this register.').waitFor();
        await page.getByRole('link', { name: 'Back to the register' }).click();
        await page.getByRole('heading', { level: 1, name: 'Snapshots' }).waitFor();
      } finally {
        await office.close();
      }
    },
    patience,
  );
});
