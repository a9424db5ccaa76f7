import { type Placing, placeName } from '#shared/contract/places.ts';
import type { Context } from './context.ts';
import type { DraftKpiValue } from './types.ts';

const percentage = /^(\d{3,4})(?:\.(\d+))?\s?%$/;
/** Of these a hundred in a hundred is no bound. */
const unbounded =
  /\b(?:growth|grow|increase|rise|change|uplift|variance|difference|improvement|ratio|of (?:the )?(?:target|budget|plan|average)|occupancy|capacity|utili[sz]ation|recovery|return|fill rate|compared)\b|[+±]/i;
const fewest = 2;

/**
 * A share of more than a hundred among shares that are none: as likely a footnote's figure that lost its place
 * ("113%" for 13% with note 1). Its words are kept, no number is read, and it is asked about.
 */
export function askPercentages(context: Context, placings: readonly Placing[]): void {
  const byKpi = new Map<number, DraftKpiValue[]>();
  for (const value of context.drafts.kpiValues) {
    if (!/%\s*$/.test(value.text)) continue;
    const list = byKpi.get(value.kpi);
    if (list) list.push(value);
    else byKpi.set(value.kpi, [value]);
  }
  for (const [kpi, values] of byKpi) {
    if (unbounded.test(context.drafts.kpis[kpi]?.name ?? '')) continue;
    const over = values.filter((value) => (value.number ?? 0) > 100 && percentage.test(value.text.trim()));
    const others = values.filter((value) => value.number !== null && value.number <= 100);
    if (over.length === 0 || others.length < fewest || over.length * 2 > others.length) continue;
    for (const value of over) askOne(context, placings, value);
  }
}

function askOne(context: Context, placings: readonly Placing[], value: DraftKpiValue): void {
  const [layout, row] = value.source;
  const { grid = 0, cells = [] } = context.drafts.layouts[layout] ?? {};
  const column = cells[0]?.[1] ?? 0;
  const [, whole = '', part] = percentage.exec(value.text.trim()) ?? [];
  const tail = part === undefined ? '' : `.${part}`;
  const readings = [...new Set([whole.slice(1) + tail, ...(part === undefined ? [whole.slice(0, -1)] : [])])]
    .map(Number)
    .filter((number) => number <= 100);
  const taken = context.ask(
    {
      id: `figure:${grid}:${row}:${column}`,
      where: placeName(placings[grid] ?? { name: '' }, row, column),
      about: 'other',
      text: `“${value.text}” is more than a hundred in a hundred. What does it say?`,
      choices: [
        { id: 'words', label: 'Only the words', detail: 'They are kept, and no figure' },
        ...readings.map((number) => ({
          id: String(number),
          label: `${number}%`,
          detail: 'The other figure is the mark of a footnote',
        })),
        { id: 'as-is', label: `${value.number}%`, detail: 'As it stands' },
      ],
      taken: 'words',
    },
    [[grid, row, column]],
  );
  if (taken !== 'as-is') value.number = readings.includes(Number(taken)) ? Number(taken) : null;
}
