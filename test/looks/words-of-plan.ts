import { cleanText } from '#core/reports/write/escape.ts';
import type { RegisterContent } from '#shared/contract/register.ts';

/** Texts without white space and marks, as each format breaks and escapes them in its own way. */
export const squashed = (text: string) => cleanText(text).replace(/\s+/g, '');

/** Every text of a record that somebody wrote, by the path of its field. Ids, days, kinds and places are none. */
const notWords =
  /(?:^|\.)(?:id|\w+Id|source|start|end|precision|kind|\w+Kind|state|colour|shape|role|polarity|frequency|yearBy|symbol|on|\w+On|\w+At|recurrence|statusColour|calendar|calculated|toleranceBy|code)$/;
/** A formula is told with the names of the KPIs in it; who leads, by their name as the register has it. */
const toldOtherwise = (key: string, of: object): boolean =>
  key === 'formula' ||
  (key === 'text' && 'personId' in of && of.personId !== null) ||
  (key === 'comparator' && 'role' in of && of.role !== 'comparator');
function wordsIn(value: unknown, path: string, into: [string, string][]): void {
  if (notWords.test(path)) return;
  if (typeof value === 'string') {
    if (value.trim() !== '') into.push([path, value]);
  } else if (Array.isArray(value)) for (const one of value) wordsIn(one, path, into);
  else if (value !== null && typeof value === 'object') {
    for (const [key, of] of Object.entries(value)) {
      if (!toldOtherwise(key, value)) wordsIn(of, `${path}.${key}`, into);
    }
  }
}

/** All the words that a snapshot holds of one plan, each with the path of its field. */
export function wordsOfPlan(content: RegisterContent, planId: string): [string, string][] {
  const actions = content.actions.filter((one) => one.planId === planId);
  const kpis = content.kpis.filter((one) => one.planId === planId && !one.countsChildren);
  const ids = new Set([...actions, ...kpis].map(({ id }) => id as string));
  const within = {
    plan: content.plans.filter(({ id }) => id === planId),
    section: content.sections.filter((one) => one.planId === planId),
    action: actions,
    measure: content.measures.filter(({ actionId }) => ids.has(actionId)),
    progress: content.progress.filter((one) => ids.has(one.actionId ?? one.kpiId ?? '')),
    kpi: kpis,
    kpiValue: content.kpiValues.filter(({ kpiId }) => ids.has(kpiId)),
    kpiNarrative: content.kpiNarratives.filter(({ kpiId }) => ids.has(kpiId)),
    duty: content.duties.filter((one) => one.planId === planId),
    glossary: content.glossary.filter((one) => one.planId === planId),
  };
  const words: [string, string][] = [];
  wordsIn(within, '', words);
  return words;
}
