import { Link } from '@tanstack/react-router';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { formatDay } from '../../../format/days.ts';
import { ConfidentialMark } from '../meeting/confidential.tsx';

/** What later meetings recorded as wrong: the minutes above stand as they were confirmed. */
export function Corrections({ view }: { view: MeetingView }) {
  if (view.corrections.length === 0) return null;
  return (
    <section className="mm-item">
      <h2>Corrections</h2>
      <ul className="mm-corrections">
        {view.corrections.map((one) => {
          const item = view.items.find(({ id }) => id === one.agendaItemId);
          return (
            <li key={one.id}>
              <p className="read">{one.text}</p>
              <p className="sm q2">
                {[item ? `To “${item.title}”` : null, formatDay(one.on)].filter(Boolean).join(', ')}
                {one.atMeetingId && one.at ? (
                  <>
                    {', recorded by '}
                    <Link to="/meetings/$meetingId" params={{ meetingId: one.atMeetingId }} className="hit">
                      {one.at}
                    </Link>
                  </>
                ) : null}
              </p>
              {one.confidential ? <ConfidentialMark /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
