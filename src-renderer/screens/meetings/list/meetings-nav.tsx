import '../styles/list.css';
import { Link } from '@tanstack/react-router';
import { SidePanel } from '../../../components/side-panel.tsx';

/** The lists that meetings fill, in the order in which an officer goes through them. */
const lists = [
  ['/meetings', 'Meetings'],
  ['/meetings/resolutions', 'Resolutions'],
  ['/meetings/arising', 'Matters arising'],
  ['/meetings/reports', 'Reports owed'],
  ['/meetings/attendance', 'Attendance'],
  ['/bodies/year', 'The year'],
  ['/bodies', 'Boards and groups'],
  ['/bodies/reporting', 'Reporting lines'],
] as const;

/** The way from each list of meetings to the others, in the left column. */
export function MeetingsNav() {
  return (
    <SidePanel side="left" title="Lists of meetings">
      <ul className="ml-parts">
        {lists.map(([to, name]) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: true, includeSearch: false }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}
