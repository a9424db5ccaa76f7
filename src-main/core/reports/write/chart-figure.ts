import type { Block } from '../document.ts';
import { chartSvg } from './chart-svg.ts';
import { chartTable } from './chart-table.ts';
import { escapeText } from './escape.ts';
import { statusHtml } from './marks.ts';

type Chart = Extract<Block, { kind: 'chart' }>;

/**
 * A chart in HTML with its caption and, always, the table of what it draws. A figure would be one drawing in a tagged PDF,
 * its table lost in it: as a group it leaves the drawing alone to be one.
 */
export function chartFigure(chart: Chart, id: string): string {
  return [
    '<div class="fig" role="group">',
    `<p class="cap">${escapeText(chart.series.summary)}</p>`,
    chartSvg(chart, id),
    dataTable(chart),
    '</div>',
  ].join('\n');
}

function dataTable(chart: Chart): string {
  const { caption, heads, rows } = chartTable(chart);
  const name = escapeText(caption);
  return [
    `<div class="tw" role="region" tabindex="0" aria-label="${name}"><table class="dt"><caption class="vh">${name}</caption>`,
    `<thead><tr><td></td>${heads.map((head) => `<th scope="col">${escapeText(head)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(
      ({ label, cells }) =>
        `<tr><th scope="row">${escapeText(label)}</th>${cells
          .map((cell) => `<td>${typeof cell === 'string' ? escapeText(cell) : statusHtml(cell)}</td>`)
          .join('')}</tr>`,
    ),
    '</tbody></table></div>',
  ].join('');
}
