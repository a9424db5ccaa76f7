import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goTo, openExampleOffice, said, screenReady } from './support/example.ts';
import { shootBoth } from './support/look.ts';
import type { Office } from './support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openExampleOffice();
});
afterAll(async () => {
  await office.close();
  await closeBrowser();
});

const show = async (address: string) => {
  await office.page.evaluate((to) => {
    location.hash = to;
  }, address);
  await screenReady(office);
};
const meetingIn = async (state: string) => {
  const list = await callerOf(office.app).meetings.list();
  return list.find((one) => one.state === state && one.resolutions > 0)?.id ?? '';
};

describe('the list of meetings', () => {
  it('shows those ahead and those held, says what each lacks, and narrows as one types and chooses', async () => {
    const { page } = office;
    await goTo(office, 'Meetings');
    const held = page.getByRole('region', { name: 'Held' });
    await held.waitFor();
    await page.getByRole('region', { name: 'Ahead' }).waitFor();
    expect(await held.innerText()).toMatch(/Not confirmed yet|No minutes after \d+ days/);
    await expectSound(office);
    await shootBoth(page, 'meetings');
    const rows = page.locator('.ml-row');
    const all = await rows.count();
    await page.getByRole('searchbox', { name: 'Filter the meetings' }).fill('workforce');
    await expect.poll(() => rows.count()).toBeLessThan(all);
    expect(await rows.allInnerTexts()).toEqual(
      expect.not.arrayContaining([expect.stringContaining('Partnership board')]),
    );
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /State/ }).press('Enter');
    await page.getByRole('option', { name: 'Minutes confirmed' }).press('Enter');
    await expect
      .poll(async () => (await rows.allInnerTexts()).every((row) => row.includes('confirmed')))
      .toBe(true);
  });
});

describe('a meeting ahead', () => {
  it('is called off with the reason, keeps its agenda, and is planned again', async () => {
    const { page } = office;
    const list = await callerOf(office.app).meetings.list();
    const id = list.find((one) => one.state === 'planned' && one.items > 0)?.id ?? '';
    await show(`#/meetings/${id}`);
    await page.getByRole('button', { name: 'When and where' }).press('Enter');
    const dialogue = page.getByRole('dialog', { name: 'When and where' });
    await dialogue.getByRole('button', { name: 'Call the meeting off' }).press('Enter');
    await dialogue.getByRole('textbox', { name: 'Why it is called off' }).fill('Snow');
    await dialogue.getByRole('button', { name: 'Call the meeting off' }).press('Enter');
    await page.getByText('Cancelled: Snow').waitFor();
    await expectSound(office);
    await page.getByRole('button', { name: 'Plan it again' }).press('Enter');
    await page.locator('.ma-item').first().waitFor();
  });
});

describe('minutes', () => {
  it('mark what is confidential, and say before a file goes to the public what it leaves out', async () => {
    const { page } = office;
    const id = await meetingIn('draft-minutes');
    await show(`#/meetings/${id}?as=minutes`);
    await page
      .getByRole('button', { name: /^Mark as confidential: That the report be noted/ })
      .press('Enter');
    await page.locator('.mm-res .mt-conf').waitFor();
    await page.getByRole('button', { name: 'Save as a file' }).press('Enter');
    const dialogue = page.getByRole('dialog', { name: 'Save as a file' });
    await dialogue.getByRole('radio', { name: /^The public/ }).press('Space');
    await dialogue.getByText('1 part left out of what the public gets:').waitFor();
    await dialogue.getByText(/^Resolution 27\/10 \(1\)$/).waitFor();
    await expectSound(office);
    await shootBoth(page, 'meeting-files');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+Enter');
    expect((await download).suggestedFilename()).toMatch(/\.docx$/);
    await dialogue.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Make public again/ }).press('Enter');
    await page.locator('.mm-res .mt-conf').waitFor({ state: 'detached' });
  });

  it('once confirmed take no word more; what was wrong is recorded beside them', async () => {
    const { page } = office;
    await show(`#/meetings/${await meetingIn('confirmed')}`);
    await page.getByText(/^Confirmed.*Nothing here changes any more/).waitFor();
    expect(await page.locator('main textarea, main .mm-marked button').count()).toBe(0);
    await page.getByRole('button', { name: 'Record a correction' }).press('Enter');
    const dialogue = page.getByRole('dialog', { name: 'Record a correction' });
    await page.keyboard.type('Item 2 should say eighteen actions.');
    await page.keyboard.press('Control+Enter');
    await dialogue.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Corrections' }).waitFor();
    await page.getByText('Item 2 should say eighteen actions.').waitFor();
    expect(await said(office)).toMatch(/correction is recorded/);
    await expectSound(office);
  });
});

describe('at the meeting', () => {
  it('notes progress against an action by its key: a dated update that bears the meeting', async () => {
    const { page } = office;
    const caller = callerOf(office.app);
    const id = await meetingIn('held');
    const view = await caller.meetings.get({ meetingId: id });
    const { actions } = await caller.plans.get({ planId: (await caller.plans.list())[0]?.id ?? '' });
    const action = actions[0];
    const item = view.items[0];
    await caller.agenda.editItem({
      itemId: item?.id ?? '',
      links: [
        {
          text: 'the first action',
          planId: null,
          sectionId: null,
          actionId: action?.id ?? '',
          kpiId: null,
          resolutionId: null,
        },
      ],
    });
    await page.reload();
    await show(`#/meetings/${id}?as=holding&item=${item?.id}`);
    await page.getByRole('heading', { name: 'About this item' }).waitFor();
    await page.locator('[data-tell]').first().waitFor();
    await page.keyboard.press('Alt+p');
    await page.getByRole('textbox', { name: 'What was said' }).waitFor();
    await page.keyboard.type('All of it is in hand.');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await caller.plans.action({ actionId: action?.id ?? '' })).progress[0])
      .toMatchObject({ text: 'All of it is in hand.', meetingId: id, on: view.meeting.heldOn });
    await page.getByText('Noted here: All of it is in hand.').waitFor();
    await expectSound(office);
  });
});

describe('what became of it', () => {
  it('is said by hand where nothing tells it, and taken back by Undo', async () => {
    const { page } = office;
    await show('#/meetings/resolutions?show=open');
    const row = page.locator('.mr-row').filter({ hasText: 'named solicitor' });
    await row.getByRole('button', { name: /^Say how it stands/ }).press('Enter');
    await row.getByRole('textbox', { name: 'In words' }).fill('The PCT named one on 1 October.');
    await page.keyboard.press('Enter');
    await row.waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('Control+z');
    await row.waitFor();
    await page.getByText(/\d+ done, \d+ open\./).press('Enter');
    await page.getByRole('columnheader', { name: 'Days, half of them within' }).waitFor();
    await expectSound(office);
  });

  it('is a report owed: added, given, and owed again one stretch on', async () => {
    const { page } = office;
    await show('#/meetings/reports');
    await page.getByRole('button', { name: 'Add a report' }).first().press('Enter');
    const dialogue = page.getByRole('dialog', { name: 'Add a report' });
    await page.keyboard.type('Places taken in each cluster');
    await page.keyboard.press('Tab');
    await page.keyboard.type('quarterly');
    await page.keyboard.press('Tab');
    await page.keyboard.type('30 September 2010');
    await page.keyboard.press('Control+Enter');
    await dialogue.waitFor({ state: 'detached' });
    const row = page.locator('.mr-owed').filter({ hasText: 'Places taken in each cluster' });
    await row.getByText('12 days late').waitFor();
    await row.getByRole('button', { name: /^It was given/ }).press('Enter');
    await row.getByRole('textbox', { name: 'In words' }).fill('Sent round');
    await page.keyboard.press('Enter');
    await row.getByText('By 30 December 2010').waitFor();
    await row.getByText(/Given 12 October 2010.*Sent round/).waitFor();
    await expectSound(office);
    await shootBoth(page, 'reports-owed');
  });

  it('and who came stands in a grid that arrows go through', async () => {
    const { page } = office;
    await show('#/meetings/attendance');
    const grid = page.getByRole('grid', { name: /^Attendance of/ });
    await grid.getByRole('gridcell', { name: 'Marian Okafor' }).waitFor();
    await grid.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByText(/^\d+ of \d+ meetings\.$/).waitFor();
    await page.keyboard.press('Control+End');
    await expectSound(office);
    await shootBoth(page, 'attendance');
    await page.getByRole('button', { name: /Board or group/ }).press('Enter');
    await page.getByRole('option', { name: 'Workforce group' }).press('Enter');
    await page.getByRole('grid', { name: 'Attendance of Workforce group' }).waitFor();
  });
});
