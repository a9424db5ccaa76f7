import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds against WCAG 2.2 AA and good practice: one line each, empty when there is nothing. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${violation.help} at ${node.target.join(' ')}, ${node.html.slice(0, 200)}`,
    ),
  );
}

const pictures = join(import.meta.dirname, '..', '..', '..', 'docs', 'pictures');

/** With PICTURES=1 in the environment, a picture of the page as docs/pictures/NAME.png; nothing otherwise. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES !== '1') return;
  mkdirSync(pictures, { recursive: true });
  // A heading that took the focus on arrival is not to look like something to press.
  await page.evaluate((temporary) => {
    if (document.activeElement instanceof HTMLHeadingElement) document.activeElement.blur();
    // Nor is the test's temporary folder to stand where the officer has a stick.
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const [before = '', after] = text.nodeValue?.split(temporary) ?? [];
      if (after !== undefined) text.nodeValue = `${before}E:\\${after.replace(/^[^/]*\//, '')}`;
    }
  }, `${tmpdir()}/`);
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

/** The same screen light and dark, as NAME.png and NAME-dark.png. */
export async function shootBoth(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await shoot(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}
