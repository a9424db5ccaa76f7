import { Link } from '@tanstack/react-router';
import type { Outputs } from '../../client/trpc.ts';
import { Group } from '../../components/group.tsx';
import { LeadChips } from '../../components/lead-chip.tsx';
import { formatDayNear } from '../../format/days.ts';
import { count } from '../../format/words.ts';

type Silent = Outputs['checks']['overview']['silent'];

/** How many leads stand on Home. */
const shown = 3;

/** Who has not written for long, the longest first; each row leads to their silent actions. */
export function SilentGroup({ silent, today }: { silent: Silent; today: string }) {
  if (silent.actions === 0) return null;
  const { leads, days } = silent;
  return (
    <Group
      name="Silent leads"
      note={
        <>
          {leads.length > 0 ? `${count(leads.length, 'lead')}, ` : ''}
          {days} days or more{' '}
          <Link to="/plans" search={{ show: 'silent' }} className="hit">
            Show {count(silent.actions, 'action')}
          </Link>
        </>
      }
    >
      <ul>
        {leads.slice(0, shown).map(({ lead, name, actions, lastWrote, silentFor }) => (
          <li key={lead.personId ?? lead.text}>
            <Link
              to="/plans"
              search={{ show: 'silent', lead: lead.personId ?? lead.text }}
              className="row lead"
              data-row=""
            >
              <LeadChips leads={[lead]} notes={false} />
              <span className="what">
                {/* The chip has said the name. */}
                <span aria-hidden="true">{name} </span>
                <span className="q">{count(actions, 'silent action')}</span>
              </span>
              <span className="when">
                {lastWrote ? `last wrote ${formatDayNear(lastWrote, today)}, ` : 'no update yet, '}
                <b>{count(silentFor, 'day')}</b>
              </span>
              <span className="go">Show {actions === 1 ? 'it' : 'them'}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Group>
  );
}
