import type { ReadDb } from '#db/handles.ts';
import { layoutOf } from '#db/layout.ts';
import { registerWords } from '#db/queries/imports-words.ts';
import * as schema from '#db/schema/index.ts';
import type { Reconciliation } from '#shared/contract/imports.ts';
import { plainWords } from '../plain-words.ts';
import type { ImportPlan } from '../plan/plan-types.ts';
import type { ImportSession, SessionFile } from '../sessions.ts';
import { trayOf } from '../views.ts';

/**
 * The reconciliation of a file as it comes out, not as it was meant: every source cell is looked for among the words
 * of the rows that are about to be written, of the tray, and of the register that they join. What is found in none
 * of them is lost, and said to be.
 */
export async function countLost(
  db: ReadDb,
  session: ImportSession,
): Promise<ReadonlyMap<string, Reconciliation>> {
  const words = new Set(registerWords(db));
  addWords(words, planTexts(session.plan));
  const counted = new Map<string, Reconciliation>();
  for (const file of session.files) {
    if (file.content.kind === 'tables') counted.set(file.fileId, await reconciled(file, words));
  }
  return counted;
}

async function reconciled(file: SessionFile, known: ReadonlySet<string>): Promise<Reconciliation> {
  if (file.content.kind !== 'tables') throw new Error('only tables are reconciled cell by cell');
  const { reading, recognition } = file.content;
  const words = new Set(known);
  for (const { text } of trayOf(file)) addWords(words, [text]);
  const { cells, placed, tray, lost } = recognition.reconciliation;
  const unfound = await reading.unfound(words);
  return { cells, placed: placed - unfound, tray, lost: lost + unfound };
}

function addWords(words: Set<string>, texts: Iterable<string>): void {
  for (const text of texts) for (const word of plainWords(text)) words.add(word);
}

const tables: Readonly<Record<keyof ImportPlan['rows'], Parameters<typeof layoutOf>[0]>> = {
  people: schema.people,
  plans: schema.plans,
  keyEntries: schema.keyEntries,
  sections: schema.sections,
  actions: schema.actions,
  kpis: schema.kpis,
  measures: schema.measures,
  leads: schema.leads,
  actionLinks: schema.actionLinks,
  progress: schema.progress,
  kpiValues: schema.kpiValues,
  kpiNarratives: schema.kpiNarratives,
  duties: schema.duties,
  glossary: schema.glossary,
  bodies: schema.bodies,
  bodyMembers: schema.bodyMembers,
  meetings: schema.meetings,
  attendance: schema.attendance,
  agendaItems: schema.agendaItems,
  resolutions: schema.resolutions,
};

/** Every text in the rows and patches of a plan, each once. */
function planTexts(plan: ImportPlan): Set<string> {
  const texts = new Set<string>();
  for (const name of Object.keys(tables) as (keyof ImportPlan['rows'])[]) {
    const columns = textColumns(name);
    for (const row of plan.rows[name] as readonly Record<string, unknown>[]) {
      for (const column of columns) gather(row[column], texts);
    }
  }
  for (const { table, patch } of plan.patches) {
    for (const column of textColumns(table)) gather(patch[column], texts);
  }
  return texts;
}

/** Provenance is no text of the source, and ids are none of its words. */
const apart = /^(?:id|position|source\w+|\w+Id)$/;

function textColumns(table: keyof ImportPlan['rows']): readonly string[] {
  return layoutOf(tables[table])
    .columns.map(({ property }) => property)
    .filter((property) => !apart.test(property));
}

function gather(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const held of Object.values(value)) gather(held, texts);
  }
}
