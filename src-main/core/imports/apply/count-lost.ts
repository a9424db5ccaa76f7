import type { ReadDb } from '#db/handles.ts';
import { registerWords } from '#db/queries/imports-words.ts';
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

/** Every text in the rows and patches of a plan, each once. */
function planTexts(plan: ImportPlan): Set<string> {
  const texts = new Set<string>();
  for (const rows of Object.values(plan.rows)) {
    for (const row of rows) gather(row, texts);
  }
  for (const { patch } of plan.patches) gather(patch, texts);
  return texts;
}

/** Provenance is no text of the source, and ids are none of its words. */
const apart = /^(?:id|position|source\w+|\w+Id)$/;
/** The few names that rows have, each looked at once: there are a million values to gather. */
const isApart = new Map<string, boolean>();

function gather(value: object, texts: Set<string>): void {
  for (const key in value) {
    const held = (value as Record<string, unknown>)[key];
    if (typeof held !== 'string' && (typeof held !== 'object' || held === null)) continue;
    let known = isApart.get(key);
    if (known === undefined) {
      known = apart.test(key);
      isApart.set(key, known);
    }
    if (known) continue;
    if (typeof held === 'string') texts.add(held);
    else gather(held, texts);
  }
}
