import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goTo, goToMore, openExampleOffice, said, screenReady } from './support/example.ts';
import { shootBoth } from './support/look.ts';

afterAll(closeBrowser);

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="60"><rect width="60" height="60" fill="#00543c"/><circle cx="30" cy="30" r="16" fill="#fff"/><text x="72" y="40" font-size="30" font-weight="600" fill="#00543c">Fenmoor</text></svg>';

async function downloadOf(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await download.path(), 'utf8');
}

/** The words of the preview, which stands in a tree of its own. */
const previewed = (page: Page) => page.getByRole('region', { name: 'Preview of the report' });

describe('Words and layout of a report', () => {
  it('are written by keyboard beside the report, kept as a template, and offered again next time', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await goTo(office, 'Reports');
      await page.getByRole('radio', { name: /Quarterly review/ }).check({ force: true });
      await page.getByRole('button', { name: 'Write words and lay out' }).press('Enter');
      await page.getByRole('heading', { level: 1, name: /Words and layout/ }).waitFor();
      await previewed(page).getByText('What is good').first().waitFor();
      const place = page.getByRole('combobox', { name: 'Add words at' });
      await place.focus();
      await page.keyboard.type('After the');
      await page.getByRole('option', { name: 'After the cover' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const foreword = page.getByRole('textbox', { name: 'Words: After the cover' });
      await foreword.waitFor();
      await foreword.focus();
      await page.keyboard.type('Dear members,\n- the advice line is busy\n- the play area is late');
      await page.keyboard.press('Tab');
      // The field after it offers the other places at once.
      await page.getByRole('option', { name: 'At the end' }).waitFor();
      await page.keyboard.press('Escape');
      await previewed(page).getByText('the advice line is busy').waitFor();
      await expect.poll(() => said(office)).toBe('Your words are saved.');
      await page.getByText(/^Written on \d+ \w+ \d{4}\.$/).waitFor();
      await shootBoth(page, 'report-words');
      await expectSound(office);

      await page.getByRole('button', { name: 'Up: What is not, and what will be done' }).press('Enter');
      await page.getByRole('checkbox', { name: 'Actions by state' }).press('Space');
      await previewed(page).getByText('Actions by state').first().waitFor({ state: 'detached' });
      await expectSound(office);
      await page.getByRole('button', { name: 'Back to the report' }).press('Enter');
      await page.getByText('Laid out by your own choice').waitFor();

      await page.getByRole('button', { name: 'Save the choices as a template' }).press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('Board');
      await shootBoth(page, 'report-template');
      await expectSound(office);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Save or rename “Board”' }).waitFor();
      await page.getByRole('button', { name: 'Save or rename “Board”' }).scrollIntoViewIfNeeded();
      await shootBoth(page, 'reports-template');
      await expectSound(office);

      const html = await downloadOf(page, () =>
        page.getByRole('button', { name: 'Save the report' }).click(),
      );
      expect(html).toContain('<li>the advice line is busy</li>');
      expect(html.indexOf('>What is not, and what will be done</h2>')).toBeLessThan(
        html.indexOf('>What is good</h2>'),
      );

      await page
        .getByRole('button', { name: /^Snapshot|Snapshot$/ })
        .first()
        .click();
      await page.getByRole('option', { name: /Register now/ }).click();
      await page.getByRole('button', { name: 'Write words and lay out' }).press('Enter');
      await page.getByText(/From last time, Report of .*, taken on/).waitFor();
      await shootBoth(page, 'report-words-last-time');
      await expectSound(office);
      await page.getByRole('button', { name: 'Keep the words: After the cover' }).press('Enter');
      await previewed(page).getByText('the advice line is busy').waitFor();
    } finally {
      await office.close();
    }
  });

  it('stand under the office’s logo and colours, which are asked for with enough contrast', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await goToMore(office, 'Settings');
      await page.getByRole('link', { name: 'How reports look' }).press('Enter');
      await screenReady(office);
      // The example's own is taken off first.
      await page.getByRole('button', { name: 'Go without' }).press('Enter');
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Choose a logo' }).click(),
      ]);
      await chooser.setFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(logo) });
      await page.getByRole('textbox', { name: 'What the logo shows' }).waitFor();
      const colour = page.getByRole('textbox', { name: 'Colour of rules and titles' });
      await colour.fill('#ffcc00');
      await page.getByText(/too pale for titles on white paper/).waitFor();
      expect(await page.getByRole('button', { name: 'Save the look' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Take #907300' }).press('Enter');
      expect(await colour.inputValue()).toBe('#907300');
      await colour.fill('#00543c');
      await page
        .getByRole('textbox', { name: 'Line of confidentiality' })
        .fill('Official: for partners only');
      await shootBoth(page, 'settings-report-look');
      await expectSound(office);
      await page.getByRole('button', { name: 'Save the look' }).press('Enter');
      await expect.poll(() => said(office)).toMatch(/^Saved\./);

      await goTo(office, 'Reports');
      const html = await downloadOf(page, () =>
        page.getByRole('button', { name: 'Save the report' }).click(),
      );
      expect(html).toContain('alt="Logo of ');
      expect(html).toContain('--office:#00543c');
      expect(html).toContain('<p class="cf">Official: for partners only</p>');
    } finally {
      await office.close();
    }
  });
});
