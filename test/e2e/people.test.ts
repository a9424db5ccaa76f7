import { afterAll, describe, expect, it } from 'vitest';
import { type Caller, callerOf } from '#core/router.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goTo, openExampleOffice, said, screenReady } from './support/example.ts';
import { shootBoth } from './support/look.ts';
import type { Office } from './support/office.ts';

afterAll(closeBrowser);

const today = '2010-10-12';

async function idOf(caller: Caller, name: string): Promise<string> {
  const found = (await caller.people.list()).find((person) => person.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found.id;
}

/** To a screen by the commands, by keyboard alone. */
async function byCommand({ page }: Office, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

/** Chooses in a box that is found by typing. */
async function choose({ page }: Office, label: string, words: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true });
  await box.focus();
  await page.keyboard.type(words);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

describe('people', () => {
  it('finds a lead as one types, opens the page by keyboard, and gives an address', async () => {
    const office = await openExampleOffice({ today });
    const { page } = office;
    try {
      await byCommand(office, 'go to people');
      await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
      await screenReady(office);
      await expectSound(office);
      await shootBoth(page, 'people');
      await page.getByLabel('Filter the people').focus();
      await page.keyboard.type('whitlock');
      await page.getByRole('link', { name: 'Jean Whitlock' }).waitFor();
      expect(await page.locator('.people-list tbody tr').count()).toBe(1);
      await page.getByRole('link', { name: 'Jean Whitlock' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Jean Whitlock' }).waitFor();
      await screenReady(office);
      await expectSound(office);
      await shootBoth(page, 'lead');
      await page.getByRole('button', { name: 'Edit' }).focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('E-mail').fill('not an address');
      await dialog.getByText('An address holds an @').waitFor();
      await dialog.getByLabel('E-mail').fill('jw@fenmoor.example');
      await expectSound(office);
      await page.keyboard.press('Enter');
      await page.getByText('Person, Health visiting lead, jw@fenmoor.example').waitFor();
    } finally {
      await office.close();
    }
  });

  it('hands a leaver over with the numbers first, posts too, and Undo gives all back', async () => {
    const office = await openExampleOffice({ today });
    const { page } = office;
    const caller = callerOf(office.app);
    try {
      const jean = await idOf(caller, 'Jean Whitlock');
      const { personId: ofId } = await caller.people.add({
        name: 'Head of Service',
        kind: 'role',
        initials: null,
        role: null,
        email: null,
      });
      await caller.people.addSpell({ ofId, personId: jean, from: '2010-04-01', until: null });
      const before = await caller.people.page({ personId: jean });
      expect(before.load.openActions).toBeGreaterThan(2);
      await page.reload();
      await screenReady(office);
      await byCommand(office, 'go to people');
      await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
      await page.getByRole('link', { name: 'Jean Whitlock' }).first().focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Hand over' }).focus();
      await page.keyboard.press('Enter');
      await choose(office, 'Who takes over', 'gwen');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Takes over as Head of Service').waitFor();
      expect(await dialog.getByRole('status').innerText()).toMatch(/open actions?.*kept in the history/);
      await expectSound(office);
      await shootBoth(page, 'hand-over');
      await dialog.getByRole('button', { name: 'Hand over' }).focus();
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      expect(await said(office)).toMatch(
        /^Hand-over from Jean Whitlock to Gwen Marsh from 12 October 2010: \d+ open action/,
      );
      const after = await caller.people.page({ personId: jean });
      expect([after.load.openActions, after.person.retiredOn]).toEqual([0, today]);
      expect(after.plans.flatMap(({ led }) => led).length).toBeGreaterThan(0);
      await page.keyboard.press('Control+z');
      await page.getByText(/^Undone: Hand-over from Jean Whitlock to Gwen Marsh/).waitFor();
      expect(await caller.people.page({ personId: jean })).toEqual(before);
    } finally {
      await office.close();
    }
  });

  it('merges two spellings after showing what changes, and keeps apart who is two', async () => {
    const office = await openExampleOffice({ today });
    const { page } = office;
    const caller = callerOf(office.app);
    try {
      const add = (name: string) =>
        caller.people.add({ name, kind: 'person', initials: null, role: null, email: null });
      const { personId } = await add('J. Whitlock');
      await add('Priya Nandi');
      await add('P. Nandi');
      const [plan] = await caller.plans.list();
      const planId = plan?.id ?? '';
      const action = (await caller.plans.get({ planId })).actions[0]?.id ?? '';
      await caller.plans.setCells({
        planId,
        edits: [{ actionId: action, field: 'leads', text: 'J. Whitlock' }],
      });
      await page.reload();
      await screenReady(office);
      await goTo(office, 'People');
      await page.getByRole('link', { name: /May be one/ }).focus();
      await page.keyboard.press('Enter');
      const pair = page.getByRole('region', { name: 'Jean Whitlock and J. Whitlock' });
      await pair.getByText('1 action of “J. Whitlock” would be Jean Whitlock’s.').waitFor();
      await expectSound(office);
      await shootBoth(page, 'may-be-one');
      await pair.getByRole('button', { name: 'Merge into Jean Whitlock' }).focus();
      await page.keyboard.press('Enter');
      await pair.waitFor({ state: 'detached' });
      expect(await said(office)).toBe('Merge of J. Whitlock into Jean Whitlock.');
      const [lead] = (await caller.plans.action({ actionId: action })).action.leads;
      const jean = await idOf(caller, 'Jean Whitlock');
      expect([lead?.text, lead?.personId]).toEqual(['J. Whitlock', jean]);
      await page.getByRole('button', { name: 'They are two' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('Nobody looks like somebody else.').waitFor();
      await expectSound(office);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('J. Whitlock');
      await page
        .getByRole('option', { name: /Jean Whitlock/ })
        .first()
        .waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await page.getByText(/^Undone: Merge of J. Whitlock/).waitFor();
      expect(await idOf(caller, 'J. Whitlock')).toBe(personId);
    } finally {
      await office.close();
    }
  });

  it('gives what nobody leads to somebody, many at once, and opens the card of a chip', async () => {
    const office = await openExampleOffice({ today });
    const { page } = office;
    const caller = callerOf(office.app);
    try {
      const [plan] = await caller.plans.list();
      const planId = plan?.id ?? '';
      const { actions } = await caller.plans.get({ planId });
      const open = actions.filter(({ status }) => status?.state !== 'complete').slice(0, 3);
      await caller.plans.setCells({
        planId,
        edits: open.map(({ id }) => ({ actionId: id, field: 'leads' as const, text: '' })),
      });
      await page.reload();
      await screenReady(office);
      await goTo(office, 'People');
      await page.getByRole('link', { name: /No lead yet/ }).focus();
      await page.keyboard.press('Enter');
      const group = page.getByRole('region', { name: plan?.title ?? '' });
      await group.getByRole('checkbox', { name: /^All/ }).focus();
      await page.keyboard.press('Space');
      await choose(office, 'Who is to lead them', 'owen');
      await expectSound(office);
      await shootBoth(page, 'no-lead');
      await page.getByRole('button', { name: /^Give \d+ to Owen Sutter/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByText(/^Owen Sutter leads \d+ more\./).waitFor();
      const first = open[0];
      expect((await caller.plans.action({ actionId: first?.id ?? '' })).action.leads[0]?.text).toBe(
        'Owen Sutter',
      );
      await page.goto(`${page.url().split('#')[0]}#/plans/${planId}?action=${first?.id}`);
      await page.getByRole('heading', { level: 1, name: plan?.title ?? '' }).waitFor();
      await screenReady(office);
      await page
        .getByRole('complementary')
        .getByRole('button', { name: /Owen Sutter/ })
        .press('Enter');
      const card = page.getByRole('dialog');
      await card.getByText(/open action/).waitFor();
      await expectSound(office);
      await shootBoth(page, 'lead-card');
      await card.getByRole('link', { name: /^All that is theirs/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Owen Sutter' }).waitFor();
    } finally {
      await office.close();
    }
  });

  it('says who holds a role and since when', async () => {
    const office = await openExampleOffice({ today });
    const { page } = office;
    const caller = callerOf(office.app);
    try {
      const personId = await idOf(caller, 'Outreach worker');
      await page.goto(`${page.url().split('#')[0]}#/people/${personId}`);
      await page.getByRole('button', { name: 'Say who holds it' }).focus();
      await page.keyboard.press('Enter');
      await choose(office, 'Who', 'uma');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('From').fill('31 February 2010');
      await dialog.getByRole('button', { name: 'Say who holds it' }).click();
      await dialog.getByText('is not one day').waitFor();
      await dialog.getByLabel('From').fill('1 April 2010');
      await page.keyboard.press('Enter');
      await page.getByText('now, from 1 April 2010').waitFor();
      await expectSound(office);
      await shootBoth(page, 'role');
      expect((await caller.people.page({ personId })).person.holders).toMatchObject([{ from: '2010-04-01' }]);
    } finally {
      await office.close();
    }
  });
});
