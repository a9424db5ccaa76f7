import { expect } from 'vitest';
import { axeFindings } from './look.ts';
import { type Office, type OfficeOptions, openOffice } from './office.ts';

/** An office with the example register open on Home, as the officer opens it: by the button. */
export async function openExampleOffice(o: OfficeOptions = {}): Promise<Office> {
  const office = await openOffice(o);
  await office.page.getByRole('button', { name: 'Open the example register' }).click();
  await office.page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 60_000 });
  await screenReady(office);
  return office;
}

/** An office with an empty register of that name open on Home. */
export async function openEmptyOffice(name: string, o: OfficeOptions = {}): Promise<Office> {
  const office = await openOffice(o);
  await office.page.getByRole('button', { name: 'Begin an empty register' }).click();
  await office.page.getByLabel('Name of the partnership').fill(name);
  await office.page.getByRole('button', { name: 'Make the register' }).click();
  await office.page.getByRole('navigation', { name: 'Main' }).waitFor();
  await screenReady(office);
  return office;
}

/** To a section by the top bar. */
export async function goTo(office: Office, section: string): Promise<void> {
  await office.page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: section, exact: true })
    .click();
  await screenReady(office);
}

/** To History or Settings by the menu. */
export async function goToMore(office: Office, item: string): Promise<void> {
  await office.page.getByRole('button', { name: 'More' }).click();
  await office.page.getByRole('menuitem', { name: item }).click();
  await screenReady(office);
}

/** The screen has its title and no request under way. */
export async function screenReady({ page }: Office): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  // Nothing is to look hovered in a picture.
  await page.mouse.move(4, 4);
}

/** What holds on every screen: axe finds nothing, nothing went wrong unseen, nothing left the machine. */
export async function expectSound(office: Office): Promise<void> {
  expect(await axeFindings(office.page)).toEqual([]);
  expect(office.complaints).toEqual([]);
  expect(office.strayRequests).toEqual([]);
}

/** What the foot bar says last: "Undone: …". */
export function said({ page }: Office): Promise<string> {
  return page.locator('footer [role="status"]').innerText();
}
