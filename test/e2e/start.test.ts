import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, openEmptyOffice } from './support/example.ts';
import { axeFindings, shootBoth } from './support/look.ts';
import { openOffice } from './support/office.ts';

afterAll(closeBrowser);

describe('the start screen', () => {
  it('opens by the link, offers the three ways to begin, and asks nothing of any network', async () => {
    const office = await openOffice();
    try {
      await office.page.getByRole('heading', { level: 1 }).waitFor();
      expect(new URL(office.page.url()).hash).not.toContain('token');
      const buttons = await office.page.getByRole('button').allInnerTexts();
      expect(buttons.join('\n')).toMatch(/example/i);
      expect(await axeFindings(office.page)).toEqual([]);
      expect(office.complaints).toEqual([]);
      expect(office.strayRequests).toEqual([]);
    } finally {
      await office.close();
    }
  });

  it('stays open over a reload, and turns a used link away', async () => {
    const office = await openOffice();
    try {
      const link = office.host.newLink();
      await office.page.getByRole('heading', { level: 1 }).waitFor();
      await office.page.reload();
      await office.page.getByRole('heading', { level: 1 }).waitFor();
      const state = await office.page.evaluate(async () => (await fetch('/rpc/register.state')).status);
      expect(state).toBe(200);

      const elsewhere = await office.page.context().browser()?.newContext();
      const token = new URL(link).hash.slice('#token='.length);
      const first = await elsewhere?.newPage();
      await first?.goto(office.host.origin);
      const exchange = (value: string) =>
        fetch('/session', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ token: value }),
        }).then((answer) => answer.status);
      expect(await first?.evaluate(exchange, token)).toBe(204);
      expect(await first?.evaluate(exchange, token)).toBe(401);
      await elsewhere?.close();
    } finally {
      await office.close();
    }
  });

  it('begins an empty register, and offers it again after it was closed', async () => {
    const office = await openEmptyOffice('Holme Valley Early Years Board');
    const { page } = office;
    try {
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Open another register' }).click();
      const again = page.getByRole('button', { name: /Holme Valley Early Years Board/ });
      await again.waitFor();
      await expectSound(office);
      await shootBoth(page, 'start');
      await again.click();
      await page.getByRole('navigation', { name: 'Main' }).waitFor();
    } finally {
      await office.close();
    }
  });

  it('asks for a name before it makes a register', async () => {
    const office = await openOffice();
    const { page } = office;
    try {
      await page.getByRole('button', { name: 'Begin an empty register' }).click();
      await page.getByRole('button', { name: 'Make the register' }).click();
      await page.getByText('The register needs a name.').waitFor();
      await expectSound(office);
    } finally {
      await office.close();
    }
  });
});
