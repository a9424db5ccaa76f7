import type { ParseArgsOptionsConfig } from 'node:util';

/** Where a command writes: results to `out`, progress and sentences to `err`. */
export type Streams = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
};

/** A command line taken apart: options by name, the rest in order. */
export type Arguments = {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly words: readonly string[];
};

/** What a command gives back: the value that `--json` prints, and the same as sentences for a person. */
export type Outcome = { readonly json: unknown; readonly words: string };

/** What a command may use while it runs. */
export type Work = {
  /** One line of progress. */
  say(line: string): void;
  readonly streams: Streams;
  readonly json: boolean;
};

export type Command = {
  /** After "npm run -s register --". */
  readonly usage: string;
  readonly options: ParseArgsOptionsConfig;
  /** How many words it takes. */
  readonly words: { readonly least: number; readonly most: number };
  /** Null where the command has written its result itself (serve). */
  run(args: Arguments, work: Work): Promise<Outcome | null>;
};

/** Options that commands share. */
export const registerOption = { register: { type: 'string' } } as const;
