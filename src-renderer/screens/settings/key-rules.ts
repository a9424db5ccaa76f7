import type { KeyEntry } from '#shared/contract/register.ts';
import { isColour } from '#shared/domain/contrast.ts';
import { defaultLooks } from '#shared/domain/states.ts';

/** All seven states, as the plan has them or as is usual. */
export function wholeKey(key: readonly KeyEntry[]): KeyEntry[] {
  return defaultLooks.map((look) => key.find((entry) => entry.state === look.state) ?? { ...look });
}

/** What keeps a key from being saved, as a sentence; null where nothing does. */
export function wrongWithKey(entries: readonly KeyEntry[]): string | null {
  const nameless = entries.find((entry) => !entry.label.trim());
  if (nameless) return 'Every state needs a word: status is never shown by colour alone.';
  const colourless = entries.find((entry) => !isColour(entry.colour));
  if (colourless) return `“${colourless.colour}” is not a colour. Write it as #16724f, or choose one.`;
  const words = entries.map((entry) => entry.label.trim().toLocaleLowerCase('en-GB'));
  const twice = words.find((word, index) => words.indexOf(word) !== index);
  return twice ? `“${twice}” stands for two states. Give one of them another word.` : null;
}
