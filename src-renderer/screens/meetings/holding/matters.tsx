import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MatterArising, MeetingView } from '#shared/contract/meetings.ts';
import { Button } from '../../../components/button.tsx';
import { Status } from '../../../components/status.tsx';
import { formatDayNear } from '../../../format/days.ts';
import { count } from '../../../format/words.ts';
import { useToday } from '../../../shell/register-state.ts';
import { ConfidentialMark } from '../meeting/confidential.tsx';
import { ProgressForm } from './progress-form.tsx';

/** How many stand here before one asks for the rest: of ten years hundreds may be open. */
const few = { wide: 40, beside: 8 } as const;

/** What earlier meetings resolved and is not done: how it stands, and what is told of it now. */
export function Matters({ view, isWide = false }: { view: MeetingView; isWide?: boolean }) {
  const [telling, setTelling] = useState<string | null>(null);
  const [isWhole, setWhole] = useState(false);
  if (view.arising.length === 0) return <p className="q2">Nothing of earlier meetings is open.</p>;
  const shown = isWhole ? view.arising : view.arising.slice(0, isWide ? few.wide : few.beside);
  const more = view.arising.length - shown.length;
  return (
    <>
      <ul className={isWide ? 'mh-matters mh-wide-list' : 'mh-matters'}>
        {shown.map((matter) => (
          <li key={matter.resolutionId}>
            <Link
              to="/meetings/$meetingId"
              params={{ meetingId: matter.meetingId }}
              search={{ as: 'minutes' }}
              className="hit q2"
            >
              {matter.ref}
            </Link>
            <div>
              {matter.text} {matter.confidential ? <ConfidentialMark /> : null}
              <Standing matter={matter} />
              {matter.actionId && matter.planId ? (
                telling === matter.resolutionId ? (
                  <ProgressForm
                    actionId={matter.actionId}
                    planId={matter.planId}
                    name={matter.ref}
                    meetingId={view.meeting.id}
                    on={view.meeting.heldOn ?? ''}
                    onDone={() => setTelling(null)}
                  />
                ) : (
                  <Button small onPress={() => setTelling(matter.resolutionId)} data-tell="">
                    Note progress<span className="vh"> of {matter.ref}</span>
                  </Button>
                )
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <Button small onPress={() => setWhole(true)}>
          Show {count(more, 'other matter')}
        </Button>
      ) : null}
    </>
  );
}

/** Status, who, by when. */
function Standing({ matter }: { matter: MatterArising }) {
  const today = useToday();
  const facts = [
    matter.who || null,
    matter.when ? `due ${matter.when}` : null,
    matter.toldOn ? `last told ${formatDayNear(matter.toldOn, today)}` : null,
  ].filter(Boolean);
  return (
    <p className="mh-stand">
      {matter.status ? <Status status={matter.status} /> : null}
      <span className="q2 sm">{facts.join(', ')}</span>
      {matter.late ? <b className="sm">Late</b> : null}
    </p>
  );
}
