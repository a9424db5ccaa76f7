import { type Placing, placeName, rangePlace } from '#shared/contract/places.ts';
import { leadKind } from '#shared/domain/leads.ts';
import type { Context } from './context.ts';
import type { ReadTable } from './read-table.ts';
import type { DraftLead, DraftSource } from './types.ts';

/** Asks for the year where figures or dates need one and the document names none. */
export function askYear(context: Context, tables: readonly ReadTable[]): void {
  const undated = context.drafts.kpiValues.some((value) => value.period.start === null);
  const table = tables.find((one) => one.kind.kind === 'kpis') ?? tables[0];
  if (!undated || !table || context.options.year !== null) return;
  const { region } = table;
  context.ask(
    {
      id: 'year',
      where: rangePlace(region.sheet.grid, {
        top: region.header.top,
        left: region.left,
        bottom: region.bottom,
        right: region.right,
      }),
      about: 'year',
      text: 'Which year is this of? The document does not say.',
      choices: [{ id: 'none', label: 'Leave the figures without a year', detail: null }],
      taken: 'none',
    },
    [],
  );
}

/** Two spellings of what looks like one lead ("JuT", "JUT"): said to be one, and asked about. */
export function peopleQuestions(context: Context, placings: readonly Placing[]): void {
  const spellings = new Map<string, Map<string, Place>>();
  const add = (lead: DraftLead, source: DraftSource) => {
    if (leadKind(lead.text) !== 'person') return;
    const name = lead.text
      .toLowerCase()
      .replace(/[.\s]+/g, ' ')
      .trim();
    const known = spellings.get(name) ?? new Map<string, Place>();
    if (!known.has(lead.text)) known.set(lead.text, placeOf(context, source));
    spellings.set(name, known);
  };
  const { actions, measures, kpis, sections } = context.drafts;
  for (const record of [...sections, ...actions, ...measures])
    for (const lead of record.leads) add(lead, record.source);
  for (const kpi of kpis) for (const lead of kpi.owners) add(lead, kpi.source);
  for (const [name, forms] of spellings) {
    if (forms.size < 2) continue;
    const [first, ...others] = [...forms.keys()];
    const places = [...forms.values()];
    context.ask(
      {
        id: `lead:${name}`,
        where: places
          .map(([grid, row, column]) => placeName(placings[grid] ?? { name: '' }, row, column))
          .join(', '),
        about: 'lead',
        text: `Are ${first} and ${others.join(' and ')} the same person?`,
        choices: [
          {
            id: 'same',
            label: 'The same',
            detail: `All are written as they stand; the register knows one ${first}`,
          },
          { id: 'different', label: 'Different people', detail: null },
        ],
        taken: 'same',
      },
      places,
    );
  }
}

type Place = readonly [grid: number, row: number, column: number];

/** The cell that a record's leads were read from, or the record's own. */
function placeOf(context: Context, source: DraftSource): Place {
  const layout = context.drafts.layouts[source[0]];
  const cell = layout?.cells.find(([field]) => field === 'leads' || field === 'owners') ?? layout?.cells[0];
  return [layout?.grid ?? 0, source[1] + (cell?.[2] ?? 0), cell?.[1] ?? 0];
}
