import type { ReactNode } from 'react';
import { useScrollFocus } from '../../components/use-scroll-focus.ts';

/** A list in a dialogue that may be longer than there is room: it scrolls by keyboard too. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  const box = useScrollFocus<HTMLElement>(true);
  return (
    <section className="plan-changes foci" aria-label={label} ref={box}>
      {children}
    </section>
  );
}
