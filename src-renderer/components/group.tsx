import type { ReactNode } from 'react';

/** A group whose name stands in a left margin of 160 px, so that every row of the screen shares one left edge. */
export function Group(props: { name: string; note?: ReactNode; children: ReactNode; id?: string }) {
  return (
    <section className="grp" id={props.id} aria-label={props.name}>
      <header>
        <h2>{props.name}</h2>
        {props.note ? <p className="sm q">{props.note}</p> : null}
      </header>
      <div>{props.children}</div>
    </section>
  );
}
