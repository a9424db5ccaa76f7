import type { ImportResult } from '#shared/contract/imports.ts';
import type { RegisterJson } from '#shared/contract/register.ts';

/** What came of bringing a document into an empty register. */
export type Brought = { readonly result: ImportResult; readonly register: RegisterJson };

/** Named comparisons; each that fails is kept with what was wanted and what was read. */
export type Checks = {
  readonly failed: Map<string, string>;
  count: number;
  same(name: string, read: unknown, wanted: unknown): void;
  /** Texts that are equal but for blanks and the kind of quotation marks. */
  sameText(name: string, read: string | null | undefined, wanted: string): void;
  /** Every word of these is said. */
  says(name: string, read: string, wanted: string | readonly string[]): void;
};

export function checks(): Checks {
  const failed = new Map<string, string>();
  const list: Checks = {
    failed,
    count: 0,
    same(name, read, wanted) {
      list.count++;
      if (JSON.stringify(read) !== JSON.stringify(wanted))
        failed.set(name, `wanted ${JSON.stringify(wanted)}, read ${JSON.stringify(read)}`);
    },
    sameText(name, read, wanted) {
      list.same(name, folded(read ?? ''), folded(wanted));
    },
    says(name, read, wanted) {
      list.count++;
      const words = new Set(wordsOf(read));
      const missing = [wanted]
        .flat()
        .flatMap(wordsOf)
        .filter((word) => !words.has(word));
      if (missing.length > 0) failed.set(name, `not said: ${missing.join(' ')} in ${read.slice(0, 300)}`);
    },
  };
  return list;
}

export function folded(text: string): string {
  return text.normalize('NFKC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
}

export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The record whose text begins with these words. */
export function beginning<T>(list: readonly T[], text: (one: T) => string, words: string): T | undefined {
  const plain = wordsOf(words).join(' ');
  return (
    list.find((one) => wordsOf(text(one)).join(' ') === plain) ??
    list.find((one) => wordsOf(text(one)).join(' ').startsWith(plain))
  );
}

export type RegisterAction = RegisterJson['actions'][number];

/** An action's words with its bullets. */
export function actionText(action: RegisterAction): string {
  return [action.text, ...action.bullets].join(' ');
}

/** All words of a progress cell: the status's own word and the updates. */
export function progressText(register: RegisterJson, action: RegisterAction): string {
  const updates = register.progress.filter((one) => one.actionId === action.id);
  return [action.status?.label ?? '', ...updates.map((one) => one.text)].join(' ');
}

export function measuresOf(register: RegisterJson, action: RegisterAction): string[] {
  return register.measures.filter((one) => one.actionId === action.id).map((one) => one.text);
}
