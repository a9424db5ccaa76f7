import { useEffect, useRef } from 'react';
import type { SearchHit } from '#shared/contract/office.ts';
import type { Line } from './palette-lines.ts';

/** A line of the palette. The focus stays in the box of the words: a press of the mouse does not take it. */
export function PaletteLine(props: { id: string; line: Line; isChosen: boolean; onRun: () => void }) {
  const { line, isChosen } = props;
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) own.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the box of the words runs the chosen line
    <div
      ref={own}
      id={props.id}
      className="opt"
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      data-focused={isChosen || undefined}
      data-focus-visible={isChosen || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onRun}
    >
      {line.kind === 'do' ? (
        <>
          <span>{line.command.text}</span>
          {line.command.keys ? <span className="kbd">{line.command.keys}</span> : null}
        </>
      ) : line.kind === 'hit' ? (
        <HitWords hit={line.hit} />
      ) : (
        <span>{line.word}</span>
      )}
    </div>
  );
}

function HitWords({ hit }: { hit: SearchHit }) {
  const excerpt = hit.excerpt
    .map((piece) => piece.text)
    .join('')
    .trim();
  const at = hit.title.indexOf(excerpt);
  return at >= 0 && excerpt ? (
    <span>
      {hit.title.slice(0, at)}
      <Excerpt hit={hit} />
      {hit.title.slice(at + excerpt.length)}
    </span>
  ) : (
    <>
      <span>{hit.title}</span>
      <span className="ex">
        <Excerpt hit={hit} />
      </span>
    </>
  );
}

/** The text round the hit, the words looked for underlined. */
function Excerpt({ hit }: { hit: SearchHit }) {
  let at = 0;
  return hit.excerpt.map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.hit ? <mark key={key}>{piece.text}</mark> : <span key={key}>{piece.text}</span>;
  });
}
