import { useEffect, useRef, useState } from 'react';
import type { Plan } from '#shared/contract/register.ts';
import { LinkButton } from '../../components/button.tsx';
import { Terms, useTerms } from '../../components/terms.tsx';

/** What the plan is about and the words at its top, above the grid: two lines, and all of it when asked. */
export function PlanAbout({ plan }: { plan: Plan }) {
  const [open, setOpen] = useState(false);
  const [overflows, setOverflows] = useState(false);
  const words = useRef<HTMLDivElement>(null);
  const { subject, preamble } = plan;
  const terms = useTerms(plan.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the words change
  useEffect(() => {
    if (open) return;
    const frame = requestAnimationFrame(() => {
      const box = words.current;
      if (box) setOverflows(box.scrollHeight > box.clientHeight + 1);
    });
    return () => cancelAnimationFrame(frame);
  }, [subject, preamble, open]);
  if (!subject && !preamble) return null;
  return (
    <div className="plan-about">
      <div ref={words} className={open ? 'open' : undefined}>
        {subject ? (
          <p>
            <Terms text={subject} reader={terms} />
          </p>
        ) : null}
        {preamble ? (
          <p className="q2">
            <Terms text={preamble} reader={terms} />
          </p>
        ) : null}
      </div>
      {overflows || open ? (
        <LinkButton reads aria-expanded={open} onPress={() => setOpen(!open)}>
          {open ? 'Two lines' : 'All of it'}
        </LinkButton>
      ) : null}
    </div>
  );
}
