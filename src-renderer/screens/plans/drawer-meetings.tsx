import { Link } from '@tanstack/react-router';
import type { ActionView } from '#shared/contract/plans.ts';
import { formatDay } from '../../format/days.ts';

/** The meetings that spoke of the action: what they resolved about it, and what was reported to them. */
export function Meetings({ meetings }: Pick<ActionView, 'meetings'>) {
  if (meetings.length === 0) return null;
  return (
    <section>
      <h3>Meetings</h3>
      <ul className="dr-links">
        {meetings.map((one, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one meeting may resolve two things about it
          <li key={place}>
            <p>{[one.number, one.text].filter(Boolean).join(' ')}</p>
            <p className="rd">
              <Link to="/meetings/$meetingId" params={{ meetingId: one.id }} className="hit">
                {one.title}
              </Link>
              {one.on ? `, ${formatDay(one.on)}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
