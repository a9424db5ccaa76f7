import type { Page } from 'playwright-core';

/**
 * The keystroke-level model (Card, Moran and Newell 1980): seconds for one key of an average typist, and for making
 * up one's mind before an act. A chord is as many keys as are held.
 */
export const klm = { key: 0.28, thought: 1.35 } as const;

export type Tally = { keys: number; thoughts: number; seconds: number };

/** An officer's hands on the keyboard, and nothing else: every key is counted, every act thought of too. */
export type Hands = {
  press(...keys: string[]): Promise<void>;
  type(words: string): Promise<void>;
  /** What one must make up one's mind about: once before every act, once for each thing that is read. */
  think(times?: number): void;
  /** Keys of a window of the system, which a test answers itself: the name of a file, and Enter. */
  inSystemDialogue(words: string): void;
  /** The key again and again until the focus is in what the selector says; at most ten times. */
  until(key: string, selector: string): Promise<void>;
  /** Ctrl K, the words of a command, Enter. */
  command(words: string): Promise<void>;
  tally(): Tally;
};

export function handsOn(page: Page): Hands {
  let keys = 0;
  let thoughts = 0;
  const hands: Hands = {
    async press(...names) {
      for (const name of names) {
        keys += name === '+' ? 1 : name.split('+').length;
        await page.keyboard.press(name);
      }
    },
    async type(words) {
      keys += words.length;
      await page.keyboard.type(words);
    },
    think(times = 1) {
      thoughts += times;
    },
    inSystemDialogue(words) {
      keys += words.length + 1;
    },
    async until(key, selector) {
      const isThere = () => page.evaluate((one) => document.activeElement?.closest(one) !== null, selector);
      for (let n = 0; n < 10; n += 1) {
        if (await isThere()) return;
        await hands.press(key);
      }
      if (!(await isThere())) throw new Error(`${key} does not lead to ${selector}`);
    },
    async command(words) {
      hands.think();
      await hands.press('Control+k');
      await hands.type(words);
      await hands.press('Enter');
    },
    tally: () => ({ keys, thoughts, seconds: secondsOf(keys, thoughts) }),
  };
  return hands;
}

export function secondsOf(keys: number, thoughts: number): number {
  return Math.round(keys * klm.key + thoughts * klm.thought);
}
