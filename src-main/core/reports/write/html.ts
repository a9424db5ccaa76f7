import type { Block, Cell, Column, Piece, ReportDocument, Run } from '../document.ts';
import { chartFigure } from './chart-figure.ts';
import { type ContentsLine, contentsLines, contentsOf } from './contents.ts';
import { escapeText } from './escape.ts';
import { foldSparse } from './fold-sparse.ts';
import { statusHtml } from './marks.ts';
import { multiplesSvg } from './multiples-svg.ts';
import { officeCss, officeLogo, ownHtml } from './office-html.ts';
import { type Leaf, leavesOf } from './paper.ts';
import { pageCss, reportCss } from './report-css.ts';
import { reportingSvg } from './reporting-svg.ts';
import { subtitleBeneath, titleLine } from './title-line.ts';

/**
 * A report as one HTML file: no script, nothing fetched, readable and printable anywhere, WCAG 2.2 AA
 * (language, landmarks, skip link, headings in order, captions and scopes, charts with title and table).
 */
export function writeHtml(report: ReportDocument): string {
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(titleLine(report))}</title>`,
    `<style>${reportCss}${officeCss(report.look)}${pageCss({
      title: titleLine(report),
      foot: report.foot,
      head: report.confidential,
      name: report.look && report.partnership,
      paper: report.paper,
    })}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#content">Skip to the report</a>',
    ...(report.cover?.ownPage ? ['<div class="cover">', front(report), '</div>'] : [front(report)]),
    '<main id="content" tabindex="-1">',
    body(report),
    '</main>',
    `<footer><p>${escapeText(titleLine(report))}</p><p>${escapeText(report.foot)}</p></footer>`,
    '</body>',
    '</html>',
  ].join('\n');
}

/** What stands before the report itself: what it is, how its colours are read, what stands in it. */
export function front(report: ReportDocument): string {
  const headings = contentsOf(report.blocks);
  const hasContents = headings.length > 2 && report.cover?.contents !== false;
  return [header(report), key(report), hasContents ? contents(headings) : ''].join('\n');
}

function header(report: ReportDocument): string {
  const facts = report.facts
    .map((fact) => `<div><dt>${escapeText(fact.label)}</dt><dd>${escapeText(fact.text)}</dd></div>`)
    .join('');
  const beneath = subtitleBeneath(report);
  const subtitle = beneath === '' ? '' : `<p class="pd">${escapeText(beneath)}</p>`;
  const confidential = report.confidential ? `<p class="cf">${escapeText(report.confidential)}</p>` : '';
  return `<header class="strip">${officeLogo(report)}<div><p class="pn">${escapeText(report.partnership)}</p><h1>${escapeText(report.title)}</h1>${subtitle}${confidential}</div><dl>${facts}</dl></header>`;
}

function key(report: ReportDocument): string {
  if (report.key.length === 0) return '';
  const entries = report.key
    .map((entry) => `<li>${statusHtml(entry)}<p>${escapeText(entry.definition)}</p></li>`)
    .join('');
  return `<section class="key" aria-label="Key"><ul>${entries}</ul></section>`;
}

/** A chart with the facts and the heading right above it, which no page break may part; every other block alone. */
function keptTogether(blocks: Leaf['blocks']): Leaf['blocks'][] {
  const groups: { block: Block; position: number }[][] = [];
  for (const one of blocks) {
    const group = [one];
    const takeBack = (kind: Block['kind']) => {
      const [last, ...more] = groups.at(-1) ?? [];
      if (one.block.kind !== 'chart' || last?.block.kind !== kind || more.length > 0) return;
      if (last.block.kind === 'heading' && (last.block.newPage || last.block.level === 2)) return;
      groups.pop();
      group.unshift(last);
    };
    takeBack('facts');
    takeBack('heading');
    groups.push(group);
  }
  return groups;
}

/** On screen every line leads somewhere; a long list is cut to its main headings on paper, where none does. */
function contents(headings: readonly ContentsLine[]): string {
  const items = headings
    .map((h) => `<li class="l${h.level}"><a href="#h${h.position}">${escapeText(h.text)}</a></li>`)
    .join('');
  const long = headings.length > contentsLines ? ' long' : '';
  return `<nav class="toc${long}" aria-labelledby="toc"><h2 id="toc">Contents</h2><ul>${items}</ul></nav>`;
}

/** On the sheets of its leaves: a wide table lies on a sheet of its own, on its side. */
export function body({ blocks, paper }: Pick<ReportDocument, 'blocks' | 'paper'>): string {
  return leavesOf(blocks, paper)
    .map(({ wide, blocks: those }) => {
      const html = keptTogether(those)
        .map((group) => {
          const inside = group.map(({ block, position }) => blockHtml(block, position)).join('\n');
          return group.length > 1 ? `<div class="kt">\n${inside}\n</div>` : inside;
        })
        .join('\n');
      return wide ? `<div class="wide">\n${html}\n</div>` : html;
    })
    .join('\n');
}

function blockHtml(block: Block, position: number): string {
  switch (block.kind) {
    case 'heading': {
      const tag = `h${block.level}`;
      const top = block.mark
        ? `<p class="tp">${statusHtml(block.mark, 15)}<span>${escapeText(block.aside ?? '')}</span></p>`
        : '';
      const heading = `<${tag} id="h${position}">${escapeText(block.text)}</${tag}>`;
      const classes = [block.mark ? 'exc' : '', block.newPage ? 'np' : ''].filter(Boolean).join(' ');
      return top === '' && classes === '' ? heading : `<div class="${classes}">${top}${heading}</div>`;
    }
    case 'own':
      return ownHtml(block.pieces);
    case 'words':
      return `<p>${runs(block.runs)}</p>`;
    case 'list':
      return list(block.items);
    case 'facts':
      return `<dl class="fa">${block.facts
        .map((fact) => `<div><dt>${escapeText(fact.label)}</dt><dd>${piece(fact.piece)}</dd></div>`)
        .join('')}</dl>`;
    case 'labelled':
      return `<dl class="bl"><dt>${escapeText(block.label)}</dt><dd>${pieces(block.pieces)}</dd></dl>`;
    case 'table':
      return table(block);
    case 'chart':
      return chartFigure(block, `c${position}`);
    case 'multiples':
      return `<div class="fig" role="group"><p class="cap">${escapeText(block.title)}</p>${multiplesSvg(block, `m${position}`)}</div>`;
    case 'reporting':
      return `<div class="fig" role="group">${reportingSvg(block, `r${position}`)}</div>`;
  }
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${lines(item)}</li>`).join('')}</ul>`;
}

const lines = (text: string) => escapeText(text).replaceAll('\n', '<br>');

const lengthOf = (all: readonly Run[]) => all.reduce((sum, { text }) => sum + text.length, 0);

function runs(all: readonly Run[]): string {
  return all
    .map((run) => {
      const text = lines(run.text);
      if (run.change) return run.change === 'gone' ? `<del>${text}</del>` : `<ins>${text}</ins>`;
      if (run.own) return `<span class="ow">${text}</span>`;
      if (run.strong) return `<strong>${text}</strong>`;
      return run.quiet ? `<span class="q">${text}</span>` : text;
    })
    .join('');
}

function piece(one: Piece): string {
  if (one.kind === 'words') return runs(one.runs);
  if (one.kind === 'list') return list(one.items);
  return one.note
    ? `${statusHtml(one.mark)} <span class="q">${escapeText(one.note)}</span>`
    : statusHtml(one.mark);
}

/** One piece stands bare; several stand one under the other. */
function pieces(all: readonly Piece[]): string {
  if (all.length === 1 && all[0]) return piece(all[0]);
  return all.map((one) => (one.kind === 'list' ? piece(one) : `<p>${piece(one)}</p>`)).join('');
}

function table(given: Extract<Block, { kind: 'table' }>): string {
  const block = foldSparse(given);
  const total = block.columns.reduce((sum, column) => sum + column.width, 0);
  const cols = block.columns
    .map((column) => `<col style="width:${((100 * column.width) / total).toFixed(2)}%">`)
    .join('');
  const heads = block.columns
    .map((column) => `<th scope="col"${column.align ? ' class="num"' : ''}>${escapeText(column.label)}</th>`)
    .join('');
  const rows = block.rows
    .map((row) => {
      if (row.kind === 'group') {
        const ref = row.ref ? `<span class="rf">${escapeText(row.ref)}</span> ` : '';
        return `<tr class="gr l${Math.min(row.level, 3)}"><th colspan="${block.columns.length}" scope="colgroup">${ref}${escapeText(row.title)}</th></tr>`;
      }
      return `<tr>${row.cells.map((one, at) => cellHtml(one, at === block.rowHeader, block.columns[at])).join('')}</tr>`;
    })
    .join('\n');
  return `<div class="tw" role="region" tabindex="0" aria-label="${escapeText(block.caption)}"><table><caption>${escapeText(block.caption)}</caption><colgroup>${cols}</colgroup><thead><tr>${heads}</tr></thead><tbody>\n${rows}\n</tbody></table></div>`;
}

/** A figure of at most so many letters stays on its line; words in its place are broken like any others. */
const unbroken = 12;

function cellHtml(one: Cell, heads: boolean, column: Column | undefined): string {
  const isShort = one.pieces.every((each) => each.kind === 'words' && lengthOf(each.runs) <= unbroken);
  const figure = isShort ? 'num nw' : 'num';
  const name = column?.align === 'right' ? figure : column?.label === 'Ref' ? 'nw' : '';
  const classes = name === '' ? '' : ` class="${name}"`;
  return heads
    ? `<th scope="row"${classes}>${pieces(one.pieces)}</th>`
    : `<td${classes}>${pieces(one.pieces)}</td>`;
}
