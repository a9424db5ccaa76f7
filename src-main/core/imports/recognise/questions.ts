import { rangeName } from '#shared/contract/grid.ts';
import { leadKind } from '#shared/domain/leads.ts';
import type { Context } from './context.ts';
import type { ReadTable } from './read-table.ts';
import type { DraftLead } from './types.ts';

/** Asks for the year where figures or dates need one and the document names none. */
export function askYear(context: Context, tables: readonly ReadTable[]): void {
  const undated = context.drafts.kpiValues.some((value) => value.period.start === null);
  const table = tables.find((one) => one.kind.kind === 'kpis') ?? tables[0];
  if (!undated || !table || context.options.year !== null) return;
  const { region } = table;
  context.ask(
    {
      id: 'year',
      where: rangeName(region.sheet.grid.name, {
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
export function peopleQuestions(context: Context): void {
  const spellings = new Map<string, Set<string>>();
  const add = (lead: DraftLead) => {
    if (leadKind(lead.text) !== 'person') return;
    const name = lead.text
      .toLowerCase()
      .replace(/[.\s]+/g, ' ')
      .trim();
    const known = spellings.get(name);
    if (known) known.add(lead.text);
    else spellings.set(name, new Set([lead.text]));
  };
  const { actions, measures, kpis, sections } = context.drafts;
  for (const record of [...actions, ...measures, ...sections]) record.leads.forEach(add);
  for (const kpi of kpis) kpi.owners.forEach(add);
  for (const [name, forms] of spellings) {
    if (forms.size < 2) continue;
    const [first, ...others] = [...forms];
    context.ask(
      {
        id: `lead:${name}`,
        where: '',
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
      [],
    );
  }
}
