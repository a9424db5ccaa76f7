import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Direction, nextBox, type ReportingLayout } from '#shared/domain/reporting-layout.ts';
import { useCanWrite } from '../../client/view.ts';

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/**
 * The drawing: one tab stop, arrows from box to box, Enter or a press on a box. The lines between are drawn behind and
 * say nothing to a screen reader: each box of a report names both ends, and the table beneath says it all.
 */
export function ReportingDiagram(props: { layout: ReportingLayout; onOpen: (boxId: string) => void }) {
  const { layout } = props;
  const [at, setAt] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);
  const current = layout.boxes.find(({ id }) => id === at) ?? layout.boxes[0];
  useEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });
  const canWrite = useCanWrite();
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (!direction || !current) return;
    event.preventDefault();
    wanted.current = true;
    setAt(nextBox(layout, current.id, direction));
  };
  return (
    // The boxes are buttons; the frame only carries the arrows between them.
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons is no set of fields
    <div
      className="bd-drawing"
      role="group"
      aria-label="Reporting lines, drawn"
      ref={box}
      onKeyDown={onKeyDown}
      style={{ width: layout.width, height: layout.height }}
    >
      <svg width={layout.width} height={layout.height} aria-hidden="true" className="bd-arrows">
        <defs>
          <marker
            id="bd-head"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8Z" fill="currentColor" />
          </marker>
        </defs>
        {layout.arrows.map(({ lineId, head, points }) => (
          <polyline
            key={`${lineId} ${head}`}
            points={points.map((point) => point.join()).join(' ')}
            fill="none"
            stroke="currentColor"
            {...(head && { markerEnd: 'url(#bd-head)' })}
          />
        ))}
      </svg>
      {layout.levels.map(({ label, y }) => (
        <span key={label} className="bd-level" style={{ top: y - 8 }} aria-hidden="true">
          {label}
        </span>
      ))}
      {layout.boxes.map((one) => (
        <button
          key={one.id}
          type="button"
          className={`bd-box ${one.kind}`}
          style={{ left: one.x, top: one.y, width: one.width, height: one.height }}
          tabIndex={one.id === current?.id ? 0 : -1}
          onFocus={() => setAt(one.id)}
          onClick={() => props.onOpen(one.id)}
        >
          {/* Broken where the drawing counted on it. */}
          <span>{one.title.join('\n')}</span>
          {one.detail.length > 0 ? <span className="q2">{one.detail.join('\n')}</span> : null}
          <span className="vh">
            {one.kind === 'line'
              ? `. ${one.name}${canWrite ? '. Change it' : ''}`
              : canWrite
                ? '. Add a line from it'
                : ''}
          </span>
        </button>
      ))}
    </div>
  );
}
