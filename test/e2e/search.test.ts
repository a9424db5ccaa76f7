import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goTo, goToMore, openExampleOffice } from './support/example.ts';
import { shootBoth } from './support/look.ts';

afterAll(closeBrowser);

describe('the search', () => {
  it('opens with Ctrl K, finds words of an action, marks them, and Enter goes there', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      const row = await page.locator('[data-row] .what').first().innerText();
      const word = row.split(/\W+/).reduce((a, b) => (b.length > a.length ? b : a));
      await page.keyboard.press('Control+k');
      await page.keyboard.type(word);
      const marked = async () => (await page.locator('mark').first().innerText()).toLowerCase();
      await expect.poll(marked).toContain(word.slice(0, 5).toLowerCase());
      await expectSound(office);
      await shootBoth(page, 'search');
      await page.keyboard.press('Enter');
      await page.waitForURL(/#\/(plans|kpis|meetings|settings)/);
      expect(await page.getByRole('dialog').count()).toBe(0);
    } finally {
      await office.close();
    }
  });

  it('leads to the glossary, where the term that was looked for is marked', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await goToMore(office, 'Settings');
      await page
        .getByRole('navigation', { name: 'Parts of Settings' })
        .getByRole('link', { name: 'Glossary' })
        .click();
      const term = await page.getByRole('rowheader').last().innerText();
      await expectSound(office);
      await shootBoth(page, 'glossary');
      await page.keyboard.press('Control+k');
      await page.keyboard.type(term);
      await page.getByRole('group', { name: 'Glossary' }).getByRole('option').first().click();
      const marked = page.locator('tr[aria-current]');
      await marked.waitFor();
      expect(await marked.getByRole('rowheader').innerText()).toBe(term);
    } finally {
      await office.close();
    }
  });

  it('leads to rounds, to who was asked in one, to snapshots, and to what went out', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    const find = async (words: string, group: string) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(words);
      await page.getByRole('group', { name: group, exact: true }).getByRole('option').first().click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    const marked = page.locator('tr[aria-current]');
    try {
      await find('half year', 'Update rounds');
      await page.getByRole('heading', { level: 1, name: /Half year to September 2010/ }).waitFor();
      await find('gwen', 'Asked in a round');
      await page.getByRole('heading', { level: 2, name: 'Gwen Marsh' }).waitFor();
      await find('june board', 'Snapshots');
      await expect.poll(() => marked.innerText()).toContain('June board');
      await find('partnership board', 'Circulation lists');
      await expect.poll(() => marked.innerText()).toContain('11 recipients');
      await find('marian.okafor quarterly', 'What went out');
      await expect.poll(() => marked.innerText()).toContain('Quarterly review, Early Years Delivery Plan');
      await expectSound(office);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('gwen');
      await page.getByRole('group', { name: 'Asked in a round' }).waitFor();
      await expectSound(office);
      await shootBoth(page, 'search-rounds');
    } finally {
      await office.close();
    }
  });

  it('runs commands, and says so where nothing is found', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('zzqx');
      await page.getByText('Nothing in the register holds “zzqx”.').waitFor();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('show the history');
      await page.getByRole('option', { name: 'Show the history' }).click();
      await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
    } finally {
      await office.close();
    }
  });
});

describe('the search, by keyboard alone,', () => {
  it('offers the word that was meant, and what one can do in the plan that is open', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await goTo(office, 'Plans');
      await page.locator('.plan-list .hit').first().click();
      await page.getByRole('grid').waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('childern');
      await page.getByRole('option', { name: 'children', selected: true }).waitFor();
      await expectSound(office);
      await shootBoth(page, 'search-meant');
      await page.keyboard.press('Enter');
      await page.locator('mark').first().waitFor();
      expect(await page.getByRole('combobox').inputValue()).toBe('children');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('add a plan');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByLabel('Title').waitFor();
    } finally {
      await office.close();
    }
  });
});
