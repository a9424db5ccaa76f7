import type { KeyboardEvent } from 'react';
import { type Draft, kinds } from './year-draft.ts';

/** What the keys of a row do; `id` is the row that has the focus. */
export type YearKeys = {
  readonly onKind: (id: string, kind: Draft['kind']) => void;
  readonly onMark: (id: string) => void;
  /** Enter: into the words that the row asks for. */
  readonly onWords: (id: string) => void;
};

/**
 * One letter a row: c carry, r re-word, s split, m merge, x close, d drop. Space marks, Enter goes into the words,
 * Esc comes back to the row. Page Up and Page Down go ten rows; the arrows belong to the list.
 */
export function useYearKeys(keys: YearKeys): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const id = event.target.dataset.row;
    if (id === undefined) {
      if (event.key === 'Escape') {
        const words = event.target.closest<HTMLElement>('[data-words]')?.dataset.words;
        if (words === undefined) return;
        event.preventDefault();
        focusRow(words);
      }
      return;
    }
    const letter = kinds.find((one) => one.letter === event.key.toLowerCase());
    if (letter) keys.onKind(id, letter.kind);
    else if (event.key === ' ') keys.onMark(id);
    else if (event.key === 'Enter') keys.onWords(id);
    else if (event.key === 'PageDown' || event.key === 'PageUp') {
      const rows = [...document.querySelectorAll<HTMLElement>('.yr-list [data-row]')];
      const to = rows.indexOf(event.target) + (event.key === 'PageDown' ? 10 : -10);
      rows[Math.max(0, Math.min(to, rows.length - 1))]?.focus();
    } else return;
    event.preventDefault();
  };
}

export function focusRow(id: string): void {
  document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
}

/**
 * The first field of a row's words, as soon as it is drawn: before the next key, where one types on at once. A field
 * that other work holds up is waited for, some frames at most.
 */
export function focusWords(id: string, frames = 30): void {
  queueMicrotask(() => {
    const field = document.querySelector<HTMLElement>(
      `[data-words="${CSS.escape(id)}"] :is(textarea, input)`,
    );
    if (field) field.focus();
    else if (frames > 0) requestAnimationFrame(() => focusWords(id, frames - 1));
  });
}
