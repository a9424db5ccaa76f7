import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { chooseFiles, colouredPlan } from './import-support.ts';
import { spoken, spokenFaults } from './support/aria.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, openExampleOffice, screenReady } from './support/example.ts';
import type { Office } from './support/office.ts';

let office: Office;
const ids = {
  plan: '',
  action: '',
  kpi: '',
  meeting: '',
  item: '',
  planned: '',
  confirmed: '',
  body: '',
  person: '',
  snapshot: '',
};

beforeAll(async () => {
  office = await openExampleOffice();
  const caller = callerOf(office.app);
  const [plan] = await caller.plans.list();
  ids.plan = plan?.id ?? '';
  ids.action = (await caller.plans.get({ planId: ids.plan })).actions[1]?.id ?? '';
  ids.kpi = (await caller.kpis.list({}))[0]?.id ?? '';
  const meetings = await caller.meetings.list();
  ids.meeting = meetings.find((one) => one.items > 0 && one.resolutions > 0)?.id ?? '';
  ids.item = (await caller.meetings.get({ meetingId: ids.meeting })).items[0]?.id ?? '';
  ids.planned = meetings.find((one) => one.items > 0 && one.state === 'planned')?.id ?? '';
  ids.confirmed = meetings.find((one) => one.state === 'confirmed')?.id ?? '';
  ids.body = (await caller.bodies.list()).find(({ name }) => name === 'Partnership board')?.id ?? '';
  ids.person = (await caller.people.list()).find((one) => one.kind === 'person')?.id ?? '';
  await caller.plans.setCells({
    planId: ids.plan,
    edits: [{ actionId: ids.action, field: 'comment', text: 'Rooms are booked' }],
  });
  ids.snapshot = (await caller.snapshots.list())[0]?.id ?? '';
});
afterAll(async () => {
  await office.close();
  await closeBrowser();
});

/**
 * axe, what axe does not see, and the page as it is spoken against the one that was looked through. Where a screen was
 * changed on purpose, `vitest run --project e2e test/e2e/accessibility.test.ts -u` writes it anew: read what differs.
 */
async function expectSpoken(name: string, part = office.page.locator('body')): Promise<void> {
  await expectSound(office);
  expect(await spokenFaults(office.page)).toEqual([]);
  await expect(await spoken(part)).toMatchFileSnapshot(`snapshots/${name}.aria.yml`);
}

async function show(address: string): Promise<void> {
  const { page } = office;
  // What one screen complained of is not the fault of the next.
  office.complaints.length = 0;
  await page.keyboard.press('Escape');
  const filled = address.replace(/\$(\w+)/g, (_, one: keyof typeof ids) => ids[one]);
  await page.evaluate((to) => {
    location.hash = to;
  }, filled);
  await screenReady(office);
}

/** Every screen: its name, its address, and what must be there before it is looked at. */
const screens: readonly (readonly [name: string, address: string, ready: string])[] = [
  ['home', '#/home', '[data-row]'],
  ['plans', '#/plans', '.plan-list .hit'],
  ['plan', '#/plans/$plan', '[role=gridcell]'],
  ['plan-action', '#/plans/$plan?action=$action', 'aside h2, aside h3'],
  ['next-year', '#/plans/$plan/next-year', '.yr-line'],
  ['checks', '#/checks', '.ck-row'],
  ['people', '#/people', 'main table, main [data-row]'],
  ['lead', '#/people/$person', 'h1'],
  ['kpis', '#/kpis', 'a.hit'],
  ['kpi', '#/kpis/$kpi', '[role=gridcell]'],
  ['kpi-figures', '#/kpis/figures?every=quarter', '[role=gridcell]'],
  ['kpi-due', '#/kpis/due', 'main h2'],
  ['kpi-small-charts', '#/kpis?as=multiples', '.sml-name'],
  ['meetings', '#/meetings', 'main a[href*="/meetings/"]'],
  ['meeting', '#/meetings/$meeting', 'main ol, main ul, main table'],
  ['meeting-agenda', '#/meetings/$planned', '.ma-item'],
  ['meeting-attendance', '#/meetings/$meeting?as=holding&item=attendance', '.mh-roster'],
  ['meeting-item', '#/meetings/$meeting?as=holding&item=$item', '.mh-res'],
  ['meeting-minutes', '#/meetings/$meeting?as=minutes', '.mm-item'],
  ['meeting-confirmed', '#/meetings/$confirmed', '.mm-fixed'],
  ['resolutions', '#/meetings/resolutions', '.mr-row'],
  ['matters-arising', '#/meetings/arising', '.mr-matter'],
  ['reports-owed', '#/meetings/reports', '.mr-owed, .empty'],
  ['attendance', '#/meetings/attendance', '[role=gridcell]'],
  ['bodies', '#/bodies', 'main table'],
  ['body', '#/bodies/$body', 'main h3'],
  ['meeting-year', '#/bodies/year', 'main table'],
  ['reporting-lines', '#/bodies/reporting', 'main table'],
  ['updates', '#/updates', 'main table'],
  ['reports', '#/reports', '[role=radiogroup]'],
  ['circulation', '#/circulation', '.ci-drop'],
  ['snapshots', '#/snapshots', 'main tr'],
  ['differences', '#/snapshots/changes?from=$snapshot', 'h1'],
  ['import', '#/import', '.dropzone'],
  ['tray', '#/import?tray=all', 'h1'],
  ['history', '#/history', '[data-row]'],
  ['bin', '#/history/bin', 'h1'],
  ['settings-partnership', '#/settings?part=partnership', 'form'],
  ['settings-outcomes', '#/settings?part=outcomes', 'main h2'],
  ['settings-keys', '#/settings?part=keys', 'main table'],
  ['settings-words', '#/settings?part=words', 'main table'],
  ['settings-backups', '#/settings?part=backups', 'main h2'],
  ['settings-looks', '#/settings?part=looks', '[role=radiogroup]'],
];

describe('every screen', () => {
  it.each(screens)(
    '%s: axe finds nothing, and it is spoken as it was looked through',
    async (name, to, ready) => {
      await show(to);
      await office.page.locator(ready).first().waitFor();
      await screenReady(office);
      await expectSpoken(name);
    },
  );
});

/** Every dialogue: its name, the screen it stands on, and the way to it. */
const dialogues: readonly (readonly [name: string, address: string, open: () => Promise<void>])[] = [
  ['palette', '#/home', () => office.page.keyboard.press('Control+k')],
  ['add-plan', '#/plans', () => press('Add a plan')],
  ['add-section', '#/plans/$plan', () => press('Add section')],
  ['this-plan', '#/plans/$plan', () => press('This plan')],
  ['renumber', '#/plans/$plan', () => press('Renumber')],
  ['columns', '#/plans/$plan', () => fromMenu('View', 'Columns')],
  ['save-view', '#/plans/$plan', () => fromMenu('View', 'Save or delete a view')],
  ['bulk', '#/plans/$plan', () => onCell('Control+Shift+e')],
  ['row-menu', '#/plans/$plan', () => onCell('Shift+F10')],
  ['column-menu', '#/plans/$plan', () => onCell('Alt+ArrowUp')],
  ['open-round', '#/updates', () => press('Open a round')],
  ['propose-year', '#/bodies/$body', () => press('Propose a year')],
  ['member', '#/bodies/$body', () => press('Add a member')],
  ['closure', '#/bodies/year', () => fromMenu('Holidays', 'Add days on which nobody meets')],
  ['reporting-line', '#/bodies/reporting', () => press('Add a line')],
  ['circulation-list', '#/circulation', () => press('Add a list')],
  ['take-snapshot', '#/snapshots', () => press('Take a snapshot')],
  ['plan-meeting', '#/meetings', () => press('Plan a meeting')],
  ['meeting-files', '#/meetings/$meeting?as=minutes', () => press('Save as a file')],
  ['confirm-minutes', '#/meetings/$meeting?as=minutes', () => press('Confirm the minutes')],
  ['correct-minutes', '#/meetings/$confirmed', () => press('Record a correction')],
  ['report-owed', '#/meetings/reports', () => press('Add a report')],
  ['kpi-definition', '#/kpis/$kpi', () => press('Definition')],
  ['more', '#/home', () => press('More')],
];

async function press(button: string): Promise<void> {
  await office.page.getByRole('button', { name: button, exact: true }).first().press('Enter');
}
async function fromMenu(button: string, item: string): Promise<void> {
  await press(button);
  await office.page.getByRole('menuitem', { name: item }).press('Enter');
}
async function onCell(key: string): Promise<void> {
  const { page } = office;
  await page.getByRole('gridcell').first().waitFor();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press(key);
}

describe('every dialogue', () => {
  it.each(dialogues)('%s: is named, sound, takes the focus and gives it back', async (name, to, open) => {
    const { page } = office;
    await show('#/import');
    await show(to);
    await open();
    const front = page.locator('[role=dialog], [role=menu]').last();
    await front.waitFor();
    await page.waitForLoadState('networkidle');
    await expect.poll(() => front.evaluate((one) => one.contains(document.activeElement))).toBe(true);
    // Behind it nothing is read or reached.
    expect(
      await page.evaluate(() => document.querySelector('h1')?.closest('[inert], [aria-hidden=true]') != null),
    ).toBe(true);
    await expectSpoken(`dialogue-${name}`, front);
    await page.keyboard.press('Escape');
    await front.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });

  it('import-review: the file as read is sound and spoken as it was looked through', async () => {
    await show('#/import');
    await chooseFiles(office.page, await colouredPlan());
    await office.page.locator('.rec .rec-words').waitFor();
    await expectSpoken('import-review');
    await office.page.getByRole('button', { name: /^Bring in \d+ actions/ }).press('Enter');
    await office.page.getByRole('button', { name: 'Undo the import' }).waitFor();
    await screenReady(office);
    await expectSpoken('import-done');
  });
});
