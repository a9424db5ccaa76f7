import { type ReactNode, useEffect, useRef, useState } from 'react';

/** The bar above the grid: which cell, and the whole of it. Ctrl Shift U, or its button, opens it to every line. */
export function CellBar(props: {
  /** Of which cell the bar speaks: a new one is measured anew. */
  readonly cell: string;
  readonly name: ReactNode;
  readonly words: ReactNode;
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  const { cell, open } = props;
  const [overflows, setOverflows] = useState(false);
  const words = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured when the cell, its words or the bar changed
  useEffect(() => {
    if (open) return;
    // After the frame: measuring before it would lay the whole page out twice at every arrow key.
    const frame = requestAnimationFrame(() => {
      const box = words.current;
      if (box) setOverflows(box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight + 2);
    });
    return () => cancelAnimationFrame(frame);
  }, [cell, props.words, open]);
  return (
    <div className={open ? 'g-bar open' : 'g-bar'}>
      <span className="g-bar-name">{props.name}</span>
      <div className="g-bar-words" ref={words}>
        {props.words}
      </div>
      {overflows || open ? (
        <button type="button" className="btn t s" aria-expanded={open} onClick={props.onToggle}>
          {open ? 'One line' : 'All of it'}
        </button>
      ) : null}
    </div>
  );
}
