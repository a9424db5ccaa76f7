import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/chromium.ts';
import { axeFindings } from './support/look.ts';
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
});
