import type { ReactNode } from 'react';
import type { QuorumShown } from '#shared/contract/meetings.ts';
import { initialsOf } from '../../../components/lead-chip.tsx';
import { usePeople } from '../../../components/people.tsx';
import { listWords } from '../../../format/words.ts';
import type { RosterRow } from './roster.ts';

export type Sitting = {
  readonly rows: readonly RosterRow[];
  readonly quorum: QuorumShown;
  readonly chair: string | null;
  readonly clerk: string | null;
};

/** Who is here, in one band under the head: how many, whether they are enough, each by initials, and who is not. */
export function AttendanceStrip(props: Sitting & { readonly act?: ReactNode }) {
  const { rows } = props;
  const here = rows.filter(({ state }) => state === 'present');
  const unmarked = rows.filter(({ state }) => state === null).length;
  return (
    <section className="mh-att" aria-label="Attendance">
      <p className="mh-count">
        <b>{here.length} here</b>
        <span className="sm q2">{quorumWords(props.quorum)}</span>
      </p>
      {here.length > 0 ? (
        <ul className="mh-here">
          {here.map((row) => (
            <li key={row.name}>
              <Chip row={row} />
              <span className="q2">{partOf(row, props)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <Away name="Apologies" rows={rows.filter(({ state }) => state === 'apologies')} all={rows} />
      <Away name="Not here" rows={rows.filter(({ state }) => state === 'absent')} all={rows} />
      {unmarked > 0 ? <p className="sm q2">{unmarked} not asked for yet</p> : null}
      {props.act ? <span className="mh-edit">{props.act}</span> : null}
    </section>
  );
}

/** "Quorum is 6", and whether those here reach it where they do not. */
export function quorumWords({ quorum, present, quorate }: QuorumShown): string {
  if (quorum === null) return 'No quorum is set';
  return quorate === false ? `Not quorate: ${quorum - present} short of ${quorum}` : `Quorum is ${quorum}`;
}

function Chip({ row }: { row: RosterRow }) {
  const person = usePeople().get(row.personId ?? '');
  const full = row.role ? `${row.name}, ${row.role}` : row.name;
  return (
    <span className="per" title={full}>
      <span aria-hidden="true">{person?.initials ?? initialsOf(row.name)}</span>
      <span className="vh">{full}</span>
    </span>
  );
}

/** What somebody is at this meeting, beside being there. */
export function partOf(row: RosterRow, { chair, clerk }: Pick<Sitting, 'chair' | 'clerk'>): string {
  if (row.substituteFor) return `for ${row.substituteFor}`;
  if (chair !== null && row.name === chair) return 'chair';
  return clerk !== null && row.name === clerk ? 'minutes' : '';
}

function Away(props: { name: string; rows: readonly RosterRow[]; all: readonly RosterRow[] }) {
  if (props.rows.length === 0) return null;
  const sent = (row: RosterRow) =>
    props.all.some(({ substituteFor, state }) => substituteFor === row.name && state === 'present');
  return (
    <div>
      <p className="sm q2">{props.name}</p>
      <p>{listWords(props.rows.map((row) => (sent(row) ? `${row.name} (sent somebody)` : row.name)))}</p>
    </div>
  );
}
