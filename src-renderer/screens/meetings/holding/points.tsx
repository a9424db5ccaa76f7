import { type KeyboardEvent, useRef, useState } from 'react';
import type { AgendaItem } from '#shared/contract/register.ts';
import { moved, readPointLine, usualHeadings } from '#shared/domain/point-lines.ts';
import { say } from '../../../shell/foot.tsx';
import { ConfidentialMark, isConfidentialKey } from '../meeting/confidential.tsx';
import { LineField, type LineHandle } from '../meeting/line-field.tsx';

type Point = AgendaItem['points'][number];

const kindWords: Readonly<Record<NonNullable<Point['kind']>, string>> = {
  question: 'Question',
  answer: 'Answer',
  decision: 'Decision',
};

/** Points in a row under one heading; the same heading may come again further down. */
export function headed(points: readonly Point[]): { heading: string; from: number; points: Point[] }[] {
  const groups: { heading: string; from: number; points: Point[] }[] = [];
  points.forEach((point, at) => {
    const last = groups.at(-1);
    if (last && last.heading === point.heading) last.points.push(point);
    else groups.push({ heading: point.heading, from: at, points: [point] });
  });
  return groups;
}

/**
 * The points of an item, each a line: Enter keeps it and goes to the next. "Strengths:" begins a heading, "Q:", "A:" and
 * "Decision:" say what a point is, Alt Shift with an arrow moves it, Alt C marks it confidential, emptied it goes.
 */
export function Points(props: {
  readonly points: readonly Point[];
  readonly onWrite: (points: Point[]) => Promise<unknown>;
  /** Ctrl R and its like, before the line's own keys. */
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => boolean;
}) {
  const { points, onWrite } = useAhead(props.points, props.onWrite);
  const next = useRef<LineHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  const [heading, setHeading] = useState<string | null>(null);
  const last = points.current.at(-1)?.heading ?? '';
  const current = heading ?? last;

  const add = async (words: string) => {
    const read = readPointLine(words);
    if (read.is === 'heading') {
      setHeading(read.heading);
      say(`What follows stands under “${read.heading}”.`);
      return;
    }
    const spoken = read.kind === 'question' || read.kind === 'answer';
    const under = spoken && current === '' ? usualHeadings[2] : current;
    await onWrite([
      ...points.current,
      { heading: under, text: read.text, ...(read.kind && { kind: read.kind }) },
    ]);
  };
  const change = (at: number, words: string) => {
    if (words === '') return onWrite(points.current.toSpliced(at, 1));
    const read = readPointLine(words);
    const point = points.current[at];
    if (!point) return Promise.resolve();
    if (read.is === 'heading') return onWrite(points.current.with(at, { ...point, text: words }));
    return onWrite(
      points.current.with(at, { ...point, text: read.text, ...(read.kind && { kind: read.kind }) }),
    );
  };
  const rename = (from: number, length: number, words: string) =>
    onWrite(
      points.current.map((point, at) =>
        at >= from && at < from + length ? { ...point, heading: words } : point,
      ),
    );
  const focusPoint = (at: number) => box.current?.querySelectorAll<HTMLElement>('li textarea')[at]?.focus();
  const onPointKey = (event: KeyboardEvent<HTMLTextAreaElement>, at: number): boolean => {
    const point = points.current[at];
    if (!point) return false;
    if (isConfidentialKey(event)) {
      const { confidential, ...rest } = point;
      void onWrite(points.current.with(at, confidential ? rest : { ...rest, confidential: true }));
      return true;
    }
    if (event.altKey && event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const to = at + (event.key === 'ArrowUp' ? -1 : 1);
      const target = points.current[to];
      if (!target) return true;
      void onWrite(moved(points.current.with(at, { ...point, heading: target.heading }), at, to)).then(() =>
        focusPoint(to),
      );
      return true;
    }
    return props.onKey(event);
  };

  return (
    <div ref={box}>
      {headed(points.current).map((group) => (
        <div key={`${group.from} ${group.heading}`}>
          <h3 className={group.heading === '' ? 'mh-lab' : 'vh'}>{group.heading || 'Points'}</h3>
          {group.heading === '' ? null : (
            <div className="mh-lab">
              <LineField
                label={`Heading of ${group.points.length === 1 ? 'a point' : 'points'}`}
                value={group.heading}
                onSave={(words) => rename(group.from, group.points.length, words)}
                onKey={props.onKey}
              />
            </div>
          )}
          <ol className="mh-points">
            {group.points.map((point, index) => {
              const at = group.from + index;
              return (
                // Points have no identity but their place.
                <li key={at}>
                  <span className="mh-no">{index + 1}</span>
                  <LineField
                    label={`${point.kind ? `${kindWords[point.kind]}, point` : 'Point'} ${index + 1}${group.heading ? ` under ${group.heading}` : ''}`}
                    value={point.text}
                    onSave={(words) => change(at, words)}
                    onEnter={() => next.current?.focus()}
                    onKey={(event) => onPointKey(event, at)}
                  />
                  {point.kind ? <span className="sm q2">{kindWords[point.kind]}</span> : null}
                  {point.confidential ? <ConfidentialMark /> : null}
                </li>
              );
            })}
          </ol>
        </div>
      ))}
      {current !== last || points.current.length === 0 ? (
        <h3 className="mh-lab">{current || 'Points'}</h3>
      ) : null}
      <div className="mh-points">
        <div className="mh-next">
          <LineField
            ref={next}
            label={current === '' ? 'Next point' : `Next point under ${current}`}
            value=""
            hint="Type a point, or press Ctrl R for a resolution"
            clears
            onSave={add}
            onKey={props.onKey}
          />
        </div>
      </div>
    </div>
  );
}

/**
 * The points with what was just typed already among them: the next line is typed before the register has answered, and
 * goes behind it. What is refused is gone from them again, and stands in its line with the reason.
 */
function useAhead(kept: readonly Point[], write: (points: Point[]) => Promise<unknown>) {
  const [, draw] = useState(0);
  const points = useRef(kept);
  const underWay = useRef(0);
  if (underWay.current === 0) points.current = kept;
  const onWrite = async (next: Point[]) => {
    points.current = next;
    underWay.current += 1;
    draw((times) => times + 1);
    try {
      await write(next);
    } finally {
      underWay.current -= 1;
      if (underWay.current === 0) draw((times) => times + 1);
    }
  };
  return { points, onWrite };
}
