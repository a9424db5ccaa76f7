import type { ChangeSet } from '#shared/contract/history.ts';
import { Icon } from '../../components/icon.tsx';
import { RowList } from '../../components/row-list.tsx';
import { dayOfInstant, formatClock, formatWeekday } from '../../format/days.ts';
import { count } from '../../format/words.ts';
import { ActDetail } from './act-detail.tsx';
import { isUndone, stateInWords } from './act-words.ts';

/** Acts by day, newest first; each opens to what it wrote. One tab stop, with the arrows between the acts. */
export function ActTable(props: {
  sets: readonly ChangeSet[];
  opened: string | null;
  onOpen: (id: string | null) => void;
}) {
  const days = Map.groupBy(props.sets, (set) => dayOfInstant(set.at));
  return (
    <RowList>
      <table className="hist">
        <thead className="vh">
          <tr>
            <th>Time</th>
            <th>What was done</th>
            <th>Entries written</th>
            <th>State</th>
          </tr>
        </thead>
        {[...days].map(([day, those]) => (
          <tbody key={day}>
            <tr>
              <th colSpan={4} scope="rowgroup">
                {formatWeekday(day)}
              </th>
            </tr>
            {those.map((set) => (
              <Act
                key={set.id}
                set={set}
                isOpen={set.id === props.opened}
                onOpen={(open) => props.onOpen(open ? set.id : null)}
              />
            ))}
          </tbody>
        ))}
      </table>
    </RowList>
  );
}

function Act(props: { set: ChangeSet; isOpen: boolean; onOpen: (open: boolean) => void }) {
  const { set, isOpen, onOpen } = props;
  return (
    <>
      <tr className={isUndone(set) ? 'undone' : ''}>
        <td className="at">{formatClock(set.at)}</td>
        <td className="label">
          <button type="button" data-row aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
            <Icon name={isOpen ? 'down' : 'right'} size={12} />
            <span>{set.label}</span>
          </button>
        </td>
        <td className="rows">{count(set.rows, 'entry', 'entries')}</td>
        <td className="what">{stateInWords(set)}</td>
      </tr>
      {isOpen ? (
        <tr className="opened">
          <td />
          <td colSpan={3}>
            <ActDetail set={set} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
