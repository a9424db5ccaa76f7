import type { KpiValue } from '#shared/contract/register.ts';
import { formatFigure } from '#shared/domain/numbers.ts';
import { lookOf } from '#shared/domain/states.ts';
import type { Block } from '../document.ts';
import { chartSvg, shortPeriod } from './chart-svg.ts';
import { escapeText } from './escape.ts';
import { statusHtml } from './marks.ts';

type Chart = Extract<Block, { kind: 'chart' }>;

/** A chart with its caption and, always, the table of what it draws: the drawing is never the only carrier. */
export function chartFigure(chart: Chart, id: string): string {
  return [
    '<figure>',
    `<figcaption>${escapeText(chart.series.summary)}</figcaption>`,
    chartSvg(chart, id),
    dataTable(chart),
    '</figure>',
  ].join('\n');
}

function dataTable({ title, unit, periods, series }: Chart): string {
  const drawn = series.periods.map(
    (period) => periods.find((one) => one.period.label === period.label) ?? null,
  );
  const text = (value: KpiValue | null | undefined) => {
    if (!value) return '';
    // Many periods stand side by side here: the number alone; its words are in the table of all figures.
    return escapeText(
      value.number === null ? value.text : formatFigure(value.number, unit === '%' ? '%' : null),
    );
  };
  const row = (label: string, of: (at: number) => string) => {
    const cells = drawn.map((_, at) => of(at));
    return cells.every((cell) => cell === '')
      ? ''
      : `<tr><th scope="row">${escapeText(label)}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  };
  const comparators = series.comparators.map((comparator, which) =>
    row(comparator.name, (at) => {
      const figure = series.comparators[which]?.figures[at];
      return figure === null || figure === undefined ? '' : escapeText(formatFigure(figure, unit));
    }),
  );
  return [
    `<div class="tw" role="region" tabindex="0" aria-label="${escapeText(`Figures of ${title}`)}"><table class="dt"><caption class="vh">${escapeText(`Figures of ${title}`)}</caption>`,
    `<thead><tr><td></td>${series.periods.map((period) => `<th scope="col">${escapeText(shortPeriod(period.label))}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    row('Actual', (at) => text(drawn[at]?.actual)),
    row('Target', (at) => text(drawn[at]?.target)),
    row('Forecast', (at) => text(drawn[at]?.forecast)),
    ...comparators,
    row('Status', (at) => {
      const state = series.states[at];
      return state ? statusHtml(lookOf(state)) : '';
    }),
    '</tbody></table></div>',
  ].join('');
}
