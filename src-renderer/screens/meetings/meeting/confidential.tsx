import type { KeyboardEvent } from 'react';

/** Said beside what no public version holds. */
export function ConfidentialMark() {
  return <span className="mt-conf">Confidential</span>;
}

/** Alt C marks the line in hand, or takes its mark away. */
export const isConfidentialKey = (event: KeyboardEvent<HTMLElement>): boolean =>
  event.altKey && !event.ctrlKey && !event.shiftKey && event.code === 'KeyC';
