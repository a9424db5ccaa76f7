import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, openExampleOffice, screenReady } from './support/example.ts';

afterAll(closeBrowser);

const screens = [
  '#/home',
  '#/plans',
  '#/plans/$plan',
  '#/plans/$plan/next-year',
  '#/checks',
  '#/people',
  '#/kpis',
  '#/kpis/$kpi',
  '#/meetings',
  '#/bodies',
  '#/bodies/$body',
  '#/bodies/year',
  '#/bodies/reporting',
  '#/reports',
  '#/snapshots',
  '#/import',
  '#/history',
  '#/settings?part=keys',
];

/** A window of 1366 x 768 at that zoom. */
const zooms = [
  ['200', { width: 683, height: 384 }],
  ['400', { width: 342, height: 192 }],
] as const;

describe('the main screens', () => {
  it.each(zooms)(
    'stay whole at %s per cent: nothing sideways but a grid, nothing lost',
    async (_, viewport) => {
      const office = await openExampleOffice({ viewport });
      const { page } = office;
      try {
        const caller = callerOf(office.app);
        const plan = (await caller.plans.list())[0]?.id ?? '';
        const body = (await caller.bodies.list())[1]?.id ?? '';
        const kpi = (await caller.kpis.list({}))[0]?.id ?? '';
        for (const address of screens) {
          await page.evaluate(
            (to) => {
              location.hash = to;
            },
            address.replace('$plan', plan).replace('$kpi', kpi).replace('$body', body),
          );
          await screenReady(office);
          const sideways = () =>
            page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          await expect.poll(sideways, { message: `${address} scrolls sideways` }).toBeLessThanOrEqual(0);
          // Words that are cut off at the right, with no box round them that scrolls, are lost.
          const lost = await page.evaluate(() => {
            const wide = document.documentElement.clientWidth;
            const scrolls = (one: Element | null): boolean =>
              one !== null &&
              (['auto', 'scroll'].includes(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
            return [...document.querySelectorAll('main h1, main h2, main p, main button, main a, main label')]
              .filter(
                (one) => one.getClientRects().length > 0 && one.getBoundingClientRect().right > wide + 1,
              )
              .filter((one) => !scrolls(one.parentElement) && !one.closest('.vh'))
              .map((one) => `${one.tagName} ${one.textContent?.slice(0, 60)}`);
          });
          expect(lost, address).toEqual([]);
          await expectSound(office);
        }
      } finally {
        await office.close();
      }
    },
  );
});
