import type { Context } from './context.ts';
import type { KeyLine } from './key-rows.ts';
import type { ReadTable } from './read-table.ts';
import { type LooseLine, preambleText } from './titles.ts';
import type { DraftPlan } from './types.ts';

const instruction =
  /^(?:guidance|instructions?\b|how to (?:use|complete|fill)|please |click |use the ["“]|tab \d)/i;

/** Lines above the tables that are neither title nor heading become the preamble; N.B. notes wherever they stand. */
export function addPlanWords(
  context: Context,
  tables: readonly ReadTable[],
  lines: readonly LooseLine[],
  used: Set<LooseLine>,
  keyLines: readonly { key: KeyLine }[],
): void {
  const plan = context.drafts.plans[0];
  if (!plan) return;
  const headed: LooseLine[] = [];
  plan.key.unshift(...keyLines.map((one) => one.key.entry));
  for (const line of lines) {
    // "RAG key" over its lines.
    const under = keyLines[0]?.key;
    if (under?.sheet !== line.sheet || under.row - line.row > 2 || line.row >= under.row) continue;
    if (used.has(line) || line.text.length > 40 || !/\b(?:key|legend|ratings?|status)\b/i.test(line.text))
      continue;
    for (const cell of line.cells) context.mark(line.sheet.index, line.row, cell.column, 'header');
    headed.push(line);
  }
  const holdsPlan = new Set(tables.map((table) => table.region.sheet));
  const words: string[] = [];
  for (const line of lines) {
    if (used.has(line) || headed.includes(line)) continue;
    const nota = /^(?:n\.?\s?b\.?[\s:.]|note\s*:)/i.test(line.text);
    if (!nota && (!holdsPlan.has(line.sheet) || instruction.test(line.text))) continue;
    const form = line.cells.length <= 6 && line.text.length <= 600;
    if (!nota && !(line.above && (line.cells.length === 1 || form) && line.text.length <= 600)) continue;
    const text = preambleText(line);
    // The title again, on the plan's other sheets.
    if (text === plan.title) {
      used.add(line);
      continue;
    }
    if (!words.includes(text)) words.push(text);
    used.add(line);
  }
  plan.preamble = words.length === 0 ? null : words.join('\n');
}

/** One more line of the preamble. */
export function addLine(plan: DraftPlan, line: string): void {
  plan.preamble = plan.preamble === null ? line : `${plan.preamble}\n${line}`;
}
