import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { LeadCardUnder } from '../../components/lead-card.tsx';
import { usePeople } from '../../components/people.tsx';

/**
 * The card of a lead under the chip that was pressed in the grid. The cell is chosen as by any press and the focus
 * stays on the grid, so that typing still replaces; the next key, press or scroll closes the card.
 */
export function useChipCard(): { onClick: (event: MouseEvent) => void; card: ReactNode } {
  const people = usePeople();
  const chip = useRef<Element | null>(null);
  const [personId, setPersonId] = useState<string | null>(null);
  const person = personId === null ? undefined : people.get(personId);
  useEffect(() => {
    if (personId === null) return;
    const close = () => setPersonId(null);
    const press = (event: Event) => {
      const on = event.target instanceof Element ? event.target : null;
      if (!on?.closest('.lead-card')) close();
    };
    const followed = [
      ['keydown', close],
      ['wheel', close],
      ['pointerdown', press],
    ] as const;
    for (const [name, run] of followed) document.addEventListener(name, run, { capture: true });
    return () => {
      for (const [name, run] of followed) document.removeEventListener(name, run, { capture: true });
    };
  }, [personId]);
  return {
    onClick: (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.detail > 1) return;
      const on = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-person]') : null;
      if (!on || on instanceof HTMLButtonElement) return;
      chip.current = on;
      setPersonId(on.dataset.person ?? null);
    },
    card: person ? <LeadCardUnder person={person} chip={chip} onClose={() => setPersonId(null)} /> : null,
  };
}
