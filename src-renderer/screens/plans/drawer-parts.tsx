import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ActionRow, ActionView } from '#shared/contract/plans.ts';
import { LinkButton } from '../../components/button.tsx';
import { ShowCell } from '../../components/show-cell.tsx';
import { dayOfInstant, formatDay } from '../../format/days.ts';

/** The parts of the drawer. A part that has nothing to say is not there, but for those one would look for. */

export function Words({ row }: { row: ActionRow }) {
  const parts: readonly (readonly [string, string | null])[] = [
    ['Comment', row.comment],
    ['Resources', row.resources],
    ['Review on', row.reviewOn ? formatDay(row.reviewOn) : null],
    ...row.details.map((detail) => [detail.label, detail.text] as const),
  ];
  const there = parts.filter(([, words]) => words);
  if (there.length === 0) return null;
  return (
    <section>
      <dl className="dr-words">
        {there.map(([label, words], place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns of a source may share a heading
          <div key={`${label} ${place}`}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Origin({
  origin,
  importId,
  isCarried,
}: Pick<ActionView, 'origin'> & { importId: string | null; isCarried: boolean }) {
  const [open, setOpen] = useState(false);
  const placed = (where: string) =>
    origin && importId ? <ShowCell of={{ importId, file: origin.file, where }} words={where} /> : where;
  return (
    <section className="last">
      <h3>Where it came from</h3>
      {origin ? (
        <>
          <p>{origin.file}</p>
          <p className="rd">
            {placed(origin.where)}, brought in {formatDay(dayOfInstant(origin.importedAt))}.{' '}
            {origin.cells.length > 0 ? (
              <LinkButton reads aria-expanded={open} onPress={() => setOpen(!open)}>
                {open ? 'Hide the cells' : 'Show the cells'}
              </LinkButton>
            ) : null}
          </p>
          {open ? (
            <dl className="dr-cells">
              {origin.cells.map((cell) => (
                <div key={`${cell.field} ${cell.where}`}>
                  <dt>{cell.field}</dt>
                  <dd>{placed(cell.where)}</dd>
                </div>
              ))}
            </dl>
          ) : null}
          {importId ? (
            <p className="rd">
              <Link to="/import" search={{ tray: importId }} className="hit">
                The whole import
              </Link>
            </p>
          ) : null}
        </>
      ) : (
        <p className="q2">
          {isCarried
            ? 'Carried forward: the year before says where its words came from.'
            : 'Typed here, not read from a file.'}
        </p>
      )}
    </section>
  );
}
