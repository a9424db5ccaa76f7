import type { PlannedChange } from '#shared/contract/imports.ts';
import { wordDiff } from '#shared/domain/word-diff.ts';
import { capital } from '../../format/words.ts';

/** Field by field, the register's words at the left and the file's at the right; what differs is marked in both. */
export function ChangeSides({ fields }: { fields: PlannedChange['fields'] }) {
  return (
    <table className="sides">
      <colgroup>
        <col className="fieldcol" />
        <col />
        <col />
      </colgroup>
      <thead className="vh">
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Register now</th>
          <th scope="col">This file</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, before, after }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns of a source may share a heading
          <tr key={`${field} ${at}`}>
            <th scope="row">{capital(field)}</th>
            <td>
              <Side before={before} after={after} side="before" />
            </td>
            <td>
              <Side before={before} after={after} side="after" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One side of two texts held against each other: what only this side has is struck, or underlined. */
export function Side(props: { before: string | null; after: string | null; side: 'before' | 'after' }) {
  const { before, after, side } = props;
  const own = side === 'before' ? before : after;
  if (own === null || own === '') return <span className="q2">nothing</span>;
  const Mark = side === 'before' ? 'del' : 'ins';
  const other = side === 'before' ? after : before;
  if (other === null || other === '') return <Mark>{own}</Mark>;
  let at = 0;
  return wordDiff(before ?? '', after ?? '').map((piece) => {
    const key = `${piece.kind} ${at}`;
    at += piece.text.length;
    if (piece.kind === (side === 'before' ? 'gone' : 'new')) return <Mark key={key}>{piece.text}</Mark>;
    return piece.kind === 'gone' || piece.kind === 'new' ? null : <span key={key}>{piece.text}</span>;
  });
}
