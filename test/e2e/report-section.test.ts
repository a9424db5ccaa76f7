import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goTo, openExampleOffice } from './support/example.ts';

afterAll(closeBrowser);

it('makes a KPI book of one section of a plan', async () => {
  const office = await openExampleOffice();
  const { page } = office;
  try {
    await goTo(office, 'Reports');
    await page.getByText('KPI book', { exact: true }).click();
    expect(await page.getByText('Section or outcome').count()).toBe(0);
    await page.getByRole('button', { name: /Plan$/ }).click();
    await page.getByRole('option', { name: 'Early Years Delivery Plan 2010-11' }).click();
    await page.getByRole('button', { name: /Section or outcome/ }).click();
    await page.getByRole('option', { name: /^4\.1 Two, three/ }).click();
    await expectSound(office);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the report' }).click(),
    ]);
    const html = readFileSync(await download.path(), 'utf8');
    expect(html).toContain('Eligible two-year-olds taking up a funded place');
    expect(html).not.toContain('Attendance at the partnership board');
  } finally {
    await office.close();
  }
});
