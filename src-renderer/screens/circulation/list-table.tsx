import { Link } from '@tanstack/react-router';
import { RowList } from '../../components/row-list.tsx';
import { dayOfInstant, formatDay } from '../../format/days.ts';
import { formatTexts, reportTexts } from '../reports/report-choices.ts';
import { intoView, type List, recipientsWords, seesWords } from './circulation-words.ts';

/** The lists: each opens to be changed, and beside it is the way to an e-mail for it. */
export function ListTable(props: {
  lists: readonly List[];
  /** The one that was looked for. */
  looked: string | null;
  onEdit: (list: List) => void;
}) {
  const { lists, looked, onEdit } = props;
  return (
    <RowList>
      <table className="ci-table stack">
        <thead>
          <tr>
            <th>List</th>
            <th>Recipients</th>
            <th>What they see</th>
            <th>Usual reports</th>
            <th>Last sent</th>
            <th>
              <span className="vh">E-mail</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lists.map((list) => (
            <tr
              key={list.id}
              aria-current={list.id === looked ? 'true' : undefined}
              ref={list.id === looked ? intoView : undefined}
            >
              <td>
                <button type="button" className="hit ci-name" data-row={list.id} onClick={() => onEdit(list)}>
                  {list.name}
                </button>
              </td>
              <td data-label="Recipients">{recipientsWords(list)}</td>
              <td data-label="What they see">{seesWords(list.sees)}</td>
              <td data-label="Usual reports">
                {list.papers.length === 0 ? (
                  <span className="q2">chosen each time</span>
                ) : (
                  <ul className="ci-papers">
                    {list.papers.map(({ report, format }) => (
                      <li key={`${report} ${format}`}>
                        {reportTexts[report].name} <span className="q2">{formatTexts[format].name}</span>
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td className="nw" data-label="Last sent">
                {list.sentAt ? formatDay(dayOfInstant(list.sentAt)) : 'not yet'}
              </td>
              <td>
                <Link
                  to="/reports"
                  search={{ list: list.id }}
                  className="hit nw"
                  data-beside
                  aria-label={`Draft an e-mail to ${list.name}`}
                >
                  Draft an e-mail
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </RowList>
  );
}
