import { useState } from 'react';

/** A value being edited beside the saved one: the saved one shows through until something is typed. */
export function useDraft<T>(saved: T): {
  value: T;
  set: (value: T) => void;
  changed: boolean;
  reset: () => void;
} {
  const [draft, setDraft] = useState<{ value: T } | null>(null);
  return {
    value: draft ? draft.value : saved,
    set: (value) => setDraft({ value }),
    changed: draft !== null && JSON.stringify(draft.value) !== JSON.stringify(saved),
    reset: () => setDraft(null),
  };
}
