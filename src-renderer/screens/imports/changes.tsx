import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { ImportPreview, PlannedChange } from '#shared/contract/imports.ts';
import { FilterBox } from '../../components/filter-box.tsx';
import { capital, count, formatNumber, matches } from '../../format/words.ts';
import { ChangeSides } from './change-sides.tsx';
import { recordWords } from './field-words.ts';
import { GoneList } from './gone-list.tsx';
import { PlanChoice } from './plan-choice.tsx';
import type { Correct } from './use-import.ts';

type Kind = PlannedChange['kind'];
const kinds: readonly [
  Kind,
  string,
  keyof Pick<ImportPreview, 'added' | 'updated' | 'unchanged' | 'gone'>,
][] = [
  ['added', 'Added', 'added'],
  ['changed', 'Changed', 'updated'],
  ['unchanged', 'Unchanged', 'unchanged'],
  ['gone', 'Gone', 'gone'],
];

/** Of each kind of change no more are listed (contract ImportPreview). */
const mostListed = 500;

const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, n) => sum + n, 0);

/** Every change the import would make, before it is made. */
export function Changes({
  preview,
  fileAt,
  onCorrect,
}: {
  preview: ImportPreview;
  fileAt: number;
  onCorrect: Correct;
}) {
  const first = total(preview.updated) > 0 ? 'changed' : 'added';
  const [kind, setKind] = useState<Kind>(first);
  const [looked, setLooked] = useState('');
  const counts = preview[kinds.find(([one]) => one === kind)?.[2] ?? 'added'];
  const listed = preview.changes.filter((change) => change.kind === kind);
  const found = listed.filter((change) =>
    matches(
      looked,
      change.ref,
      change.title,
      ...change.fields.flatMap((field) => [field.before, field.after]),
    ),
  );
  return (
    <section className="imp-changes">
      <h2>Changes</h2>
      <PlanChoice preview={preview} fileAt={fileAt} onCorrect={onCorrect} />
      <ToggleButtonGroup
        className="seg"
        aria-label="Which changes"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[kind]}
        onSelectionChange={(keys) => {
          const [key] = keys;
          if (key) setKind(key as Kind);
        }}
      >
        {kinds.map(([id, word, key]) => (
          <ToggleButton key={id} id={id}>
            {word} <b>{formatNumber(total(preview[key]))}</b>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <p className="sm q2">{countWords(counts)}</p>
      {listed.length > 8 ? (
        <FilterBox label="Filter the changes" value={looked} onChange={setLooked} />
      ) : null}
      {kind === 'changed' && found.length > 0 ? (
        <p className="sides-head" aria-hidden="true">
          <span>Register now</span>
          <span>This file</span>
        </p>
      ) : null}
      {kind === 'gone' ? (
        found.length > 0 ? (
          <GoneList
            gone={found}
            onDecide={(id, as, reason) =>
              // A word on all goes for each file of the plan; the last of them is asked.
              onCorrect(preview.files.map((_, file) => ({ kind: 'gone', file, id, as, reason })))
            }
          />
        ) : null
      ) : (
        <ul className="changes">
          {found.map((change) => (
            <ChangeRow key={`${change.record} ${change.id}`} change={change} />
          ))}
        </ul>
      )}
      {listed.length >= mostListed ? (
        <p className="sm q2">The first {formatNumber(listed.length)} are listed; the counts are complete.</p>
      ) : null}
    </section>
  );
}

function countWords(counts: Record<string, number>): string {
  const parts = Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([record, n]) => {
      const words = recordWords[record];
      return words ? count(n, words[0], words[1]) : `${formatNumber(n)} ${record}`;
    });
  return parts.length === 0 ? 'None.' : `${parts.join(', ')}.`;
}

function ChangeRow({ change }: { change: PlannedChange }) {
  const record = recordWords[change.record]?.[0] ?? change.record;
  return (
    <li>
      <p className="ttl">
        <span className="rf">{change.ref ?? capital(record)}</span>
        <b>{change.title}</b>
      </p>
      {change.fields.length > 0 ? <ChangeSides fields={change.fields} /> : null}
      <p className="sm q">{change.where}</p>
    </li>
  );
}
