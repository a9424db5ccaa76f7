import type { MeetingView } from '#shared/contract/meetings.ts';

const groups = [
  ['present', 'Here'],
  ['apologies', 'Apologies'],
  ['absent', 'Not here'],
] as const;

/** Who was there, for whom, and whether they were enough. */
export function Attended({ view }: { view: MeetingView }) {
  const { attendance, meeting } = view;
  if (attendance.length === 0) return null;
  return (
    <section className="mm-attended" aria-label="Attendance">
      <dl>
        {groups.map(([state, name]) => {
          const those = attendance.filter((one) => one.state === state);
          if (those.length === 0) return null;
          return (
            <div key={state}>
              <dt className="q2">
                {name} <span className="sm">{those.length}</span>
              </dt>
              <dd>{those.map((one) => nameOf(one, meeting)).join('; ')}</dd>
            </div>
          );
        })}
      </dl>
      <p className="sm q2">{view.quorum.quorum === null ? null : view.quorum.words}</p>
    </section>
  );
}

/** "Lena Vance (Chair)", "Ann Poole for Tom Pellow". */
function nameOf(one: MeetingView['attendance'][number], meeting: MeetingView['meeting']): string {
  const part = one.name === meeting.chair ? 'in the chair' : one.name === meeting.clerk ? 'minutes' : null;
  const beside = [one.role, part].filter(Boolean).join(', ');
  const name = beside ? `${one.name} (${beside})` : one.name;
  return one.substituteFor ? `${name} for ${one.substituteFor}` : name;
}
