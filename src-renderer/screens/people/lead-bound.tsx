import { Link } from '@tanstack/react-router';
import type { LeadPage } from '#shared/contract/people.ts';
import { Group } from '../../components/group.tsx';
import { Status } from '../../components/status.tsx';
import { formatDay } from '../../format/days.ts';
import { count, listWords } from '../../format/words.ts';

/** The duties that their work answers. */
export function LeadDuties({ duties }: Pick<LeadPage, 'duties'>) {
  if (duties.length === 0) return null;
  return (
    <Group name="Duties" note={count(duties.length, 'duty answered', 'duties answered')}>
      <ul>
        {duties.map((duty) => (
          <li key={duty.id} className="row bound">
            <span>
              <Link to="/settings" search={{ part: 'words', entry: duty.id }} className="hit" data-row="">
                {duty.text}
              </Link>
              <span className="sm q">
                {[duty.basis, duty.when ? `in force ${duty.when}` : null].filter(Boolean).join(', ')}
              </span>
            </span>
            <span className="q2">Answered by {listWords(duty.answers)}</span>
          </li>
        ))}
      </ul>
    </Group>
  );
}

/** The resolutions that are tracked as their actions, the latest meeting first. */
export function LeadResolutions({ resolutions }: Pick<LeadPage, 'resolutions'>) {
  if (resolutions.length === 0) return null;
  return (
    <Group
      name="Resolutions"
      note={count(resolutions.length, 'resolution to carry out', 'resolutions to carry out')}
    >
      <ul>
        {resolutions.map((one) => (
          <li key={one.id} className="row bound">
            <span>
              <Link
                to="/meetings/$meetingId"
                params={{ meetingId: one.meetingId }}
                className="hit"
                data-row=""
              >
                {one.number} {one.text}
              </Link>
              <span className="sm q">
                {one.meeting}
                {one.heldOn ? `, ${formatDay(one.heldOn)}` : ''}
              </span>
            </span>
            <span className="q2">
              <Link
                to="/plans/$planId"
                params={{ planId: one.planId }}
                search={{ action: one.actionId }}
                className="hit"
                data-beside=""
              >
                Tracked as {one.ref ?? 'an action'}
              </Link>{' '}
              <Status status={one.status ?? 'not-started'} />
            </span>
          </li>
        ))}
      </ul>
    </Group>
  );
}
