import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { App } from '#core/app.ts';
import { callerOf } from '#core/router.ts';
import { officeWithKpis } from './kpis-support.ts';
import { goTo, press } from './plans-office.ts';
import { officeWithPlan } from './plans-support.ts';
import { closeBrowser } from './support/chromium.ts';
import { axeFindings, shootBoth } from './support/look.ts';
import { type Office, openOffice } from './support/office.ts';

afterAll(closeBrowser);

async function inFigures<T>(
  make: (app: App) => Promise<T>,
  path: (made: T) => string,
  run: (o: Office & { made: T }) => Promise<void>,
): Promise<void> {
  const office = await openOffice();
  try {
    const made = await make(office.app);
    await office.page.goto(`${office.host.origin}/#/${path(made)}`);
    await office.page.reload();
    await office.page.getByRole('grid').waitFor();
    await run({ ...office, made });
    expect(office.complaints).toEqual([]);
    expect(office.strayRequests).toEqual([]);
  } finally {
    await office.close();
  }
}

/** What the browser does when Ctrl+V is pressed on the active cell, with these words on the clipboard. */
const pasteAs = (page: Page, held: Readonly<Record<string, string>>) =>
  page.getByRole('grid').evaluate((grid, words) => {
    const clipboardData = new DataTransfer();
    for (const [kind, text] of Object.entries(words)) clipboardData.setData(kind, text);
    grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, held);
/** A block as Excel puts it on the clipboard. */
const paste = (page: Page, block: readonly (readonly string[])[]) =>
  pasteAs(page, { 'text/plain': `${block.map((row) => row.join('\t')).join('\r\n')}\r\n` });

/** A block as LibreOffice Calc puts it on the clipboard: a page of its own making, and the same as text. */
const fromLibreOffice = (block: readonly (readonly string[])[]) => ({
  'text/html': `<!DOCTYPE html>

<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<title></title>
	<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
	<style type="text/css">
		body,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"Liberation Sans"; font-size:x-small }
		comment { display:none;  }
	</style>
</head>

<body>
<table cellspacing="0" border="0">
	<colgroup span="12" width="85"></colgroup>
${block
  .map(
    (row) => `	<tr>
${row.map((text, col) => `		<td${col === 0 ? ' height="17"' : ''} ${cellOf(text)}</td>`).join('\n')}
	</tr>`,
  )
  .join('\n')}
</table>
<!-- ************************************************************************** -->
</body>

</html>
`,
  'text/plain': `${block.map((row) => row.join('\t')).join('\n')}\n`,
});
function cellOf(text: string): string {
  if (text === '') return 'align="left"><br>';
  const percent = /^([\d.]+)%$/.exec(text);
  if (percent) return `align="right" sdval="${Number(percent[1]) / 100}" sdnum="2057;0;0.00%">${text}`;
  const number = text.replaceAll(',', '');
  if (/^[\d.]+$/.test(number)) return `align="right" sdval="${number}" sdnum="2057;0;#,##0">${text}`;
  return `align="left">${text}`;
}

async function fortyKpis(app: App): Promise<{ planId: string; ids: string[] }> {
  const { planId } = await officeWithPlan(app);
  const call = callerOf(app);
  const ids: string[] = [];
  for (let n = 1; n <= 40; n += 1) {
    const { kpiId } = await call.kpis.add({
      planId,
      sectionId: null,
      name: `Visits by team ${n}`,
      ref: `V ${n}`,
      unit: 'number',
      polarity: 'up',
      frequency: 'month',
    });
    ids.push(kpiId);
  }
  return { planId, ids };
}

const actuals = async (app: App, kpiId: string) =>
  (await callerOf(app).kpis.get({ kpiId })).periods.flatMap(({ period, actual }) =>
    actual ? [[period.label, actual.text]] : [],
  );

describe('the grid of figures', () => {
  it('takes figures as a workbook does: typed, replaced, corrected, emptied and taken back', () =>
    inFigures(
      officeWithKpis,
      () => 'kpis/figures?every=quarter',
      async ({ page, app, made }) => {
        expect(await axeFindings(page)).toEqual([]);
        const typed = async () => {
          const all = await actuals(app, made.kpiId);
          return all.find(([label]) => label === 'October to December 2014')?.[1];
        };
        await goTo(page, 0, 8);
        await page.keyboard.type('61.7');
        await press(page, 'Enter');
        await expect.poll(typed).toBe('61.7');
        await press(page, 'ArrowUp', 'F2');
        await page.locator('.g-edit textarea').waitFor();
        await press(page, 'End', 'Backspace');
        await page.keyboard.type('9%');
        await press(page, 'Tab');
        await expect.poll(typed).toBe('61.9%');
        const [, second] = await actuals(app, made.kpiId).then((all) => all.at(-1) ?? []);
        expect(second).toBe('61.9%');
        await shootBoth(page, 'kpi-figures');
        await press(page, 'Control+z');
        await expect.poll(typed).toBe('61.7');
        await expect.poll(() => page.getByRole('gridcell', { name: '61.7', exact: true }).count()).toBe(1);
        await press(page, 'ArrowLeft', 'Delete');
        await expect.poll(typed).toBe(undefined);
      },
    ));

  it('takes a block of 40 KPIs by 12 months from a workbook in one act, and Ctrl Z takes all of it back', () =>
    inFigures(
      fortyKpis,
      () => 'kpis/figures',
      async ({ page, app, made }) => {
        const block = made.ids.map((_, row) =>
          Array.from({ length: 12 }, (_, col) => (row === 3 && col === 4 ? 'c' : `${row * 100 + col}`)),
        );
        await goTo(page, 0, 2);
        await paste(page, block);
        const last = made.ids.at(-1) ?? '';
        await expect.poll(async () => (await actuals(app, last)).length).toBe(12);
        expect(await actuals(app, last)).toEqual(
          [
            'April 2013',
            'May 2013',
            'June 2013',
            'July 2013',
            'August 2013',
            'September 2013',
            'October 2013',
            'November 2013',
            'December 2013',
            'January 2014',
            'February 2014',
            'March 2014',
          ].map((label, col) => [label, `${3_900 + col}`]),
        );
        expect((await actuals(app, made.ids[3] ?? ''))[4]).toEqual(['August 2013', 'c']);
        await page.getByText(/480 cells, 479 with a figure, sum/).waitFor();
        await press(page, 'Control+z');
        await expect.poll(async () => (await actuals(app, last)).length).toBe(0);
        for (const id of made.ids) expect(await actuals(app, id)).toEqual([]);
      },
    ));

  for (const kinds of [['text/html', 'text/plain'], ['text/html']] as const) {
    it(`takes 40 KPIs by 12 months from LibreOffice’s clipboard as ${kinds.join(' and ')}`, () =>
      inFigures(
        fortyKpis,
        () => 'kpis/figures',
        async ({ page, app, made }) => {
          const words = ['42.50%', '1,204', '[c]', '', '£1,200', '12.5 (p)'];
          const block = made.ids.map((_, row) =>
            Array.from({ length: 12 }, (_, col) => (row < 2 ? (words[col % 6] ?? '') : `${row * 100 + col}`)),
          );
          const held = fromLibreOffice(block);
          await goTo(page, 0, 2);
          await pasteAs(page, Object.fromEntries(kinds.map((kind) => [kind, held[kind]])));
          await expect.poll(async () => (await actuals(app, made.ids.at(-1) ?? '')).length).toBe(12);
          for (const [row, id] of made.ids.entries()) {
            expect((await actuals(app, id)).map(([, text]) => text)).toEqual(
              (block[row] ?? []).filter((text) => text !== ''),
            );
          }
          const first = await callerOf(app).kpis.get({ kpiId: made.ids[0] ?? '' });
          expect(first.periods.slice(0, 3).map(({ actual }) => [actual?.number, actual?.symbol])).toEqual([
            [42.5, null],
            [1204, null],
            [null, 'c'],
          ]);
          await press(page, 'Control+z');
          await expect.poll(async () => (await actuals(app, made.ids.at(-1) ?? '')).length).toBe(0);
        },
      ));
  }

  it('keeps a refused figure in its cell, with the sentence why under it', () =>
    inFigures(
      fortyKpis,
      () => 'kpis/figures',
      async ({ page, app, made }) => {
        await callerOf(app).kpis.remove({ kpiId: made.ids[0] ?? '' });
        await goTo(page, 0, 2);
        await page.keyboard.type('12');
        await press(page, 'Enter');
        const cell = page.locator('[aria-invalid=true]');
        await cell.waitFor();
        expect(await cell.innerText()).toMatch(/^12\s+This KPI is no longer in the register\.$/);
        await page
          .getByText('1 figure was not taken. The words are kept, with the reason under them.')
          .waitFor();
      },
    ));

  it('leaves a KPI that is worked out to its formula, and says so', () =>
    inFigures(
      async (app) => {
        const made = await fortyKpis(app);
        const [first = '', second = ''] = made.ids;
        await callerOf(app).kpis.edit({ kpiId: second, formula: 'V 1 * 2' });
        return { ...made, first, second };
      },
      () => 'kpis/figures',
      async ({ page, app, made }) => {
        await goTo(page, 1, 2);
        await page.keyboard.type('5');
        await page.getByText('Worked out by its formula').first().waitFor();
        expect(await actuals(app, made.second)).toEqual([]);
        await goTo(page, 0, 2);
        await page.keyboard.type('21');
        await press(page, 'Enter');
        await page.getByRole('gridcell', { name: '42', exact: true }).waitFor();
        expect(await actuals(app, made.second)).toEqual([['April 2013', '42']]);
      },
    ));

  it('draws ten years of months by the columns in view, and keeps the active cell', () =>
    inFigures(
      fortyKpis,
      () => 'kpis/figures?every=month&years=10',
      async ({ page, app, made }) => {
        await goTo(page, 0, 2);
        await press(page, 'End');
        await expect.poll(() => page.getByRole('columnheader', { name: 'Mar 2015' }).count()).toBe(1);
        const drawn = await page.locator('[role=row][aria-rowindex="2"] [role=gridcell]').count();
        expect(drawn).toBeLessThan(50);
        await page.keyboard.type('7');
        await press(page, 'Enter');
        await expect.poll(() => actuals(app, made.ids[0] ?? '')).toEqual([['March 2015', '7']]);
      },
    ));

  it('filters as one types and goes from the row to its page', () =>
    inFigures(
      officeWithKpis,
      () => 'kpis/figures?every=quarter&role=target',
      async ({ page }) => {
        await page.getByRole('searchbox').fill('story');
        await page.getByRole('gridcell', { name: 'Story time members under five' }).waitFor();
        await expect.poll(() => page.locator('[role=row][data-row-id]').count()).toBe(1);
        await page.getByRole('link', { name: 'Open HB 8' }).click();
        await page.getByRole('heading', { level: 1, name: 'Story time members under five' }).waitFor();
      },
    ));
});
