import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, openExampleOffice, said, screenReady } from './support/example.ts';
import { handsOn } from './support/hands.ts';
import { shootBoth } from './support/look.ts';
import { slowness } from './support/patience.ts';

afterAll(closeBrowser);

/** The day in which the example lives: its board meets on another. */
const day = '2010-10-12';

/** A meeting is long: planned, built, held, minuted, confirmed, and the next one built. */
const wholeMeetingMs = 400_000 * slowness;

describe('a meeting from its agenda to what became of it', () => {
  it(
    'is planned, built, held, minuted and confirmed by keyboard alone; the next one asks what became of it',
    async () => {
      const office = await openExampleOffice();
      const { page } = office;
      const hands = handsOn(page);
      const caller = callerOf(office.app);
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      const ink = async (name: RegExp) => {
        await page.getByRole('button', { name }).and(page.locator('.btn.p')).waitFor();
        await hands.press('Control+Enter');
      };
      const planMeeting = async (on: string) => {
        await hands.command('Plan a meeting');
        await page.getByRole('dialog', { name: 'Plan a meeting' }).waitFor();
        await hands.until('Tab', 'input[role=combobox]');
        await hands.type('Partnership bo');
        await page.getByRole('option', { name: 'Partnership board' }).waitFor();
        await hands.press('ArrowDown', 'Enter', 'Tab', 'Tab');
        await hands.type(on);
        await hands.press('Tab');
        await hands.type('2pm');
        await hands.press('Control+Enter');
        await page.getByRole('heading', { level: 1, name: 'Partnership board' }).waitFor();
        await screenReady(office);
      };
      try {
        // Planned, and its agenda built from what is due.
        await planMeeting('12 October 2010');
        await page.getByText('This agenda is empty.').waitFor();
        await page.getByRole('button', { name: /^Add \d+ items?$/ }).waitFor();
        await expectSound(office);
        await ink(/^Add \d+ items?$/);
        const items = page.locator('.ma-item');
        await expect.poll(() => items.count()).toBeGreaterThan(2);
        const meeting = (await caller.meetings.list()).find(({ heldOn }) => heldOn === day);
        const meetingId = meeting?.id ?? '';
        const titles = async () => (await caller.meetings.get({ meetingId })).items.map(({ title }) => title);
        const before = await titles();

        // An item of one's own, moved up by Alt and the arrow, with its length.
        await hands.until('F6', '[data-region=Agenda]');
        await page.keyboard.press('Control+End');
        for (let n = 0; n < 200 && !(await focused()).startsWith('Next item'); n += 1)
          await hands.press('Tab');
        await hands.type('Winter opening');
        await hands.press('Enter');
        await expect.poll(titles).toEqual([...before, 'Winter opening']);
        await expect.poll(() => items.count()).toBe(before.length + 1);
        for (let n = 0; n < 6 && !(await focused()).endsWith(', title'); n += 1)
          await hands.press('Shift+Tab');
        expect(await focused()).toBe(`Item ${before.length + 1}, title`);
        await hands.press('Alt+ArrowUp');
        await expect.poll(async () => (await titles()).indexOf('Winter opening')).toBe(before.length - 1);
        await expect.poll(focused).toBe(`Item ${before.length}, title`);
        await hands.press('Tab', 'Tab');
        await hands.type('15');
        await hands.press('Enter');
        await expect
          .poll(async () => (await caller.meetings.get({ meetingId })).items.at(-2)?.plannedMinutes)
          .toBe(15);

        // Held: one member sent apologies, one sent somebody.
        await ink(/^Begin the meeting$/);
        await page.getByRole('heading', { name: 'Attendance and apologies' }).waitFor();
        await screenReady(office);
        await expectSound(office);
        await hands.until('F6', '[data-region=Item]');
        await page.locator('.mh-roster [data-row]').first().waitFor();
        await hands.until('Tab', '.mh-roster [data-row]');
        await hands.press('ArrowDown', 'a');
        await expect
          .poll(
            async () =>
              (await caller.meetings.get({ meetingId })).attendance.filter((one) => one.state === 'apologies')
                .length,
          )
          .toBe(1);
        await hands.press('s');
        await hands.type('Lena Vance');
        await hands.press('Enter');
        await expect
          .poll(async () =>
            (await caller.meetings.get({ meetingId })).attendance.some(
              (one) => one.name === 'Lena Vance' && one.substituteFor !== null && one.state === 'present',
            ),
          )
          .toBe(true);
        await shootBoth(page, 'meeting-attendance');

        // To the item of one's own: what was said, a point under a heading, a question and its answer.
        for (let n = 0; n < before.length; n += 1) await hands.press('Alt+ArrowDown');
        const title = page.getByRole('textbox', { name: 'Title of the item' });
        await expect.poll(() => title.inputValue()).toBe('Winter opening');
        await hands.until('F6', '[data-region=Item]');
        await hands.until('Tab', '[aria-label=Discussion]');
        await hands.type('Further to Minute 27/10, the board heard how the centres had opened.');
        await hands.press('Enter');
        await hands.type('Strengths:');
        await hands.press('Enter');
        await hands.type('Every centre opened on Saturdays.');
        await hands.press('Enter');
        await hands.type('Q: who pays for the heating?');
        await hands.press('Enter');
        const item = async () =>
          (await caller.meetings.get({ meetingId })).items.find((one) => one.title === 'Winter opening');
        await expect
          .poll(async () => (await item())?.points)
          .toEqual([
            { heading: 'Strengths', text: 'Every centre opened on Saturdays.' },
            { heading: 'Strengths', text: 'Who pays for the heating?', kind: 'question' },
          ]);
        await page.getByRole('link', { name: '27/10', exact: true }).first().waitFor();

        // Three things resolved: one is noted, one an action, one a report again and again.
        await hands.press('Control+r');
        await hands.type('That the report be noted.');
        await hands.press('Enter');
        const resolved = async () => (await caller.meetings.get({ meetingId })).resolutions;
        await expect
          .poll(async () => (await resolved()).map(({ resolution }) => resolution.kind))
          .toEqual(['notes']);
        await hands.press('Control+r');
        await hands.type('That J Whitlock agree the opening hours with the centres by 31 January 2011.');
        const track = page.getByRole('region', { name: 'What it will be tracked as' });
        await track.getByText('Will be tracked as').waitFor();
        await track.getByText('31 January 2011').first().waitFor();
        await expectSound(office);
        await shootBoth(page, 'meeting-resolution');
        await hands.press('Control+Enter');
        await expect.poll(async () => (await resolved()).length).toBe(2);
        await hands.press('Control+r');
        await hands.type('That T Pellow bring a progress report on the winter opening each quarter.');
        await track.getByRole('textbox', { name: 'How often' }).waitFor();
        await hands.press('Control+Enter');
        await expect.poll(async () => (await resolved()).length).toBe(3);
        const [, action, report] = await resolved();
        expect(action?.action?.text).toMatch(/opening hours/i);
        expect(action?.action?.end).toBe('2011-01-31');
        expect(report?.reports[0]?.title).toMatch(/winter opening/i);
        expect(report?.reports[0]?.every).not.toBe('');
        await screenReady(office);
        await expectSound(office);
        await shootBoth(page, 'meeting');

        // A slip is taken back from within the line, and brought back.
        await hands.press('Control+z');
        await expect.poll(async () => (await resolved()).length).toBe(2);
        await hands.press('Control+y');
        await expect.poll(async () => (await resolved()).length).toBe(3);

        // Closed, circulated, confirmed: then nothing changes any more.
        await hands.press('Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowDown');
        await ink(/^Close the meeting$/);
        await ink(/^Circulate for comment$/);
        await page.getByRole('dialog', { name: 'Circulate for comment' }).waitFor();
        await ink(/^Mark as out for comment$/);
        await page.getByText(/^Out for comment since/).waitFor();
        await ink(/^Confirm the minutes$/);
        const dialogue = page.getByRole('dialog', { name: 'Confirm the minutes' });
        await dialogue.getByText(/3 resolutions \(2 tracked\)/).waitFor();
        await expectSound(office);
        await shootBoth(page, 'meeting-confirm');
        await hands.press('Control+Enter');
        await page.getByText(/^Confirmed on 12 October 2010/).waitFor();
        expect(await said(office)).toMatch(/confirmed/);
        expect(await page.locator('.mm-minutes textarea, .mm-minutes .mm-marked button').count()).toBe(0);
        await expectSound(office);
        await shootBoth(page, 'meeting-minutes');

        // The next meeting asks for it; the action stands in its plan, the report among those owed.
        await planMeeting('19 January 2011');
        await page.getByRole('button', { name: /^Add \d+ items?$/ }).waitFor();
        const proposed = page.locator('.ma-proposal');
        expect(await proposed.innerText()).toMatch(/opening hours/i);
        await shootBoth(page, 'meeting-agenda');
        await ink(/^Add \d+ items?$/);
        await expect.poll(() => items.count()).toBeGreaterThan(2);
        const next = (await caller.meetings.list()).find(({ heldOn }) => heldOn === '2011-01-19');
        const view = await caller.meetings.get({ meetingId: next?.id ?? '' });
        expect(view.arising.map(({ text }) => text).join('\n')).toMatch(/opening hours/);
        const arisingItem = view.items.find(({ kind }) => kind === 'matters-arising');
        expect(`${arisingItem?.text} ${arisingItem?.links?.map(({ text }) => text).join(' ')}`).toMatch(/\d/);
        const plan = await caller.plans.get({ planId: action?.action?.planId ?? '' });
        expect(plan.actions.some(({ id }) => id === action?.action?.actionId)).toBe(true);
        await hands.command('Show what was resolved');
        await page.getByRole('heading', { level: 1, name: 'Resolutions' }).waitFor();
        await page
          .getByText(/agree the opening hours/)
          .first()
          .waitFor();
        await screenReady(office);
        await expectSound(office);
        await shootBoth(page, 'resolutions');
        await hands.command('Show the reports owed');
        await page.getByRole('heading', { level: 1, name: 'Reports owed' }).waitFor();
        await page
          .getByText(/winter opening/i)
          .first()
          .waitFor();
        await expectSound(office);
      } finally {
        await office.close();
      }
    },
    wholeMeetingMs,
  );
});
