import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { actionsOf, goTo, inPlan, type PlanOffice, press } from './plans-office.ts';
import { closeBrowser } from './support/chromium.ts';
import { axeFindings, shootBoth } from './support/look.ts';

afterAll(closeBrowser);

/** A strategy with three priorities, a duty, a term and a funding stream beside the plan that is open. */
async function besides(o: PlanOffice): Promise<void> {
  const caller = callerOf(o.app);
  const { planId } = await caller.plans.create({
    title: 'Children’s plan 2014-17',
    kind: 'strategy',
    period: null,
  });
  for (const [ref, title] of [
    ['CSD1', 'Families are heard'],
    ['CSD2', 'Homes are safe'],
    ['CSD8', 'Places are near'],
  ] as const) {
    await caller.plans.addSection({
      planId,
      parentId: null,
      afterSectionId: null,
      kind: 'priority',
      ref,
      title,
    });
  }
  await caller.duties.add({
    text: 'Secure enough places',
    basis: 'Childcare Act 2006, section 6',
    inForce: null,
  });
  await caller.duties.add({ text: 'Give advice to parents', basis: null, inForce: 'From 1 April 2008' });
  const [action] = await actionsOf(o);
  await caller.glossary.add({
    term: (action?.text ?? '').split(' ')[0] ?? '',
    meaning: 'What it means here',
  });
  await o.page.reload();
  await o.page.getByRole('grid').waitFor();
}

/** Puts the active cell into the column of that title. */
async function toColumn({ page }: PlanOffice, title: string): Promise<void> {
  await goTo(page, 0, 0);
  for (let n = 0; n < 20; n += 1) {
    const at = await page.locator('.g-bar-name').innerText();
    if (at.includes(title)) return;
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`no column ${title}`);
}

describe('links', () => {
  it('are typed by code, suggested as one types, and lead to as many sections; what leads nowhere is said', async () => {
    await inPlan(async (o) => {
      const { page } = o;
      await besides(o);
      await toColumn(o, 'Links');
      await page.keyboard.type('csd1');
      await page.getByRole('listbox', { name: 'Links: choices' }).getByText('Families are heard').waitFor();
      await press(page, 'Alt+ArrowDown', 'Enter');
      await page.keyboard.type(',2 and 9');
      await page.getByText('CSD2: Homes are safe, Children’s plan 2014-17').waitFor();
      await page.getByText('CSD9: leads nowhere yet').waitFor();
      await shootBoth(page, 'links-typed');
      await page.keyboard.press('Enter');
      await page.getByText('CSD9 leads nowhere yet').first().waitFor();
      const links = async () =>
        (await actionsOf(o)).flatMap((action) => action.links.map((link) => link.code));
      await expect.poll(links).toEqual(['CSD1', 'CSD2', 'CSD9']);
      await press(page, 'ArrowUp');
      const drawer = page.getByRole('complementary', { name: 'This action' });
      await drawer.getByRole('link', { name: 'CSD1', exact: true }).waitFor();
      expect(await axeFindings(page)).toEqual([]);

      // The drawer changes them too, by the same keys.
      await drawer.getByRole('button', { name: 'Change the links' }).focus();
      await page.keyboard.press('Enter');
      await press(page, 'Control+a');
      await page.keyboard.type('CSD8');
      await press(page, 'Enter');
      await expect.poll(links).toEqual([undefined]);
      await drawer.getByRole('link', { name: 'CSD8' }).waitFor();
      await shootBoth(page, 'links-drawer');
      await drawer.getByRole('link', { name: 'CSD8' }).press('Enter');
      await page.getByRole('heading', { name: 'Children’s plan 2014-17' }).waitFor();
    });
  });

  it('say with a section what points to it', async () => {
    await inPlan(async (o) => {
      await besides(o);
      const [action] = await actionsOf(o);
      await callerOf(o.app).plans.setCells({
        planId: o.planId,
        edits: [{ actionId: action?.id ?? '', field: 'links', text: 'CSD8' }],
      });
      const other = (await callerOf(o.app).plans.list()).find((plan) => plan.id !== o.planId);
      const { sections } = await callerOf(o.app).plans.get({ planId: other?.id ?? '' });
      expect(
        await callerOf(o.app).links.pointingTo({ kind: 'section', id: sections[2]?.id ?? '' }),
      ).toMatchObject({ links: [{ actionId: action?.id, words: 'CSD8' }] });
    });
  });
});

describe('measures in the drawer', () => {
  it('are added, ticked when met and changed by keyboard', async () => {
    await inPlan(async (o) => {
      const { page } = o;
      await goTo(page, 0, 0);
      const drawer = page.getByRole('complementary', { name: 'This action' });
      await drawer.getByRole('button', { name: 'Add a measure' }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type('Ten families a week');
      await page.keyboard.press('Enter');
      const met = drawer.getByRole('checkbox', { name: /Ten families a week/ });
      await met.waitFor();
      await page.keyboard.press('Escape');
      await met.focus();
      await page.keyboard.press('Space');
      await drawer.getByText(/Met on/).waitFor();
      await drawer.getByRole('button', { name: 'Change the measure Ten families a week' }).focus();
      await page.keyboard.press('Enter');
      await press(page, 'Control+a');
      await page.keyboard.type('Twelve families a week');
      expect(await axeFindings(page)).toEqual([]);
      await drawer.getByRole('button', { name: 'Save the measure' }).press('Enter');
      await drawer.getByRole('checkbox', { name: /Twelve families a week/, checked: true }).waitFor();
    });
  });
});

describe('duties', () => {
  it('stand with what answers them, those that nothing answers first, and are found by Ctrl K', async () => {
    await inPlan(async (o) => {
      const { page } = o;
      await besides(o);
      await press(page, 'Control+k');
      await page.locator('[role=combobox]:focus').waitFor();
      await page.keyboard.type('Secure enough');
      await page.getByRole('option', { name: /Secure enough places/ }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Duties', level: 1 }).waitFor();
      await page.getByRole('button', { name: 'Add what answers it: Secure enough places' }).press('Enter');
      const [action] = await actionsOf(o);
      await page.keyboard.type((action?.text ?? '').split(' ').slice(0, 2).join(' '));
      const found = page.getByRole('option', { name: new RegExp(`^${action?.ref?.replace(/[()]/g, '.')}`) });
      await found.waitFor();
      await press(page, 'ArrowDown');
      await page.locator('[role=option][data-focused]').waitFor();
      await press(page, 'Enter');
      await page.getByRole('heading', { name: 'Answered' }).waitFor();
      await page.getByText('1 that nothing answers').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await shootBoth(page, 'duties');
      await page.goto(`${o.host.origin}/#/home`);
      await page.getByRole('link', { name: /duty that nothing answers/ }).waitFor();
    });
  });
});

describe('the glossary', () => {
  it('explains a term where it stands, on focus, and is edited in Settings', async () => {
    await inPlan(async (o) => {
      const { page } = o;
      await besides(o);
      await goTo(page, 0, 1);
      const drawer = page.getByRole('complementary', { name: 'This action' });
      const term = drawer.locator('.term').first();
      await term.focus();
      // A tooltip is told where the focus came by keyboard.
      await press(page, 'Shift+Tab', 'Tab');
      await page.getByRole('tooltip', { name: 'What it means here' }).waitFor();
      expect(await term.getAttribute('aria-describedby')).toBeTruthy();
      await shootBoth(page, 'term');
      await press(page, 'Escape');
      expect(await axeFindings(page)).toEqual([]);
      await page.goto(`${o.host.origin}/#/settings?part=words`);
      await page.getByRole('button', { name: 'Add a term' }).press('Enter');
      await page.keyboard.type('EYFS');
      await page.keyboard.press('Tab');
      await page.keyboard.type('What every setting must do');
      await page.getByRole('button', { name: 'Add the term' }).press('Enter');
      await page.getByRole('rowheader', { name: 'EYFS' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await shootBoth(page, 'glossary');
    });
  });
});

describe('funding streams', () => {
  it('are made of words that resources name, and show what they pay for', async () => {
    await inPlan(async (o) => {
      const { page } = o;
      const [action] = await actionsOf(o);
      await callerOf(o.app).plans.setCells({
        planId: o.planId,
        edits: [{ actionId: action?.id ?? '', field: 'resources', text: 'SSG' }],
      });
      await page.goto(`${o.host.origin}/#/settings?part=streams`);
      await page.getByRole('button', { name: 'Make it a stream: “SSG”' }).press('Enter');
      await page.getByRole('button', { name: 'Add the stream' }).press('Enter');
      await page.getByRole('button', { name: '1 action of 1 plan' }).press('Enter');
      await page.getByRole('link', { name: new RegExp((action?.text ?? '').slice(0, 12)) }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await shootBoth(page, 'streams');
    });
  });
});
