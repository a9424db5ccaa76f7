import { type ReactNode, useState } from 'react';

/** The bar above the grid: which cell, and the whole of it. Ctrl Shift U, or its button, opens it to every line. */
export function CellBar(props: {
  readonly name: ReactNode;
  readonly words: ReactNode;
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  const [overflows, setOverflows] = useState(false);
  const look = (element: HTMLDivElement | null) => {
    if (!element || props.open) return;
    setOverflows(
      element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + 2,
    );
  };
  return (
    <div className={props.open ? 'g-bar open' : 'g-bar'}>
      <span className="g-bar-name">{props.name}</span>
      <div className="g-bar-words" ref={look}>
        {props.words}
      </div>
      {overflows || props.open ? (
        <button type="button" className="btn t s" aria-expanded={props.open} onClick={props.onToggle}>
          {props.open ? 'One line' : 'All of it'}
        </button>
      ) : null}
    </div>
  );
}
