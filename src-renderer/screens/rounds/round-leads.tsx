import type { RoundLead } from '#shared/contract/rounds.ts';
import { initialsOf } from '../../components/lead-chip.tsx';
import { RowList } from '../../components/row-list.tsx';
import { dayOfInstant, formatDayNear } from '../../format/days.ts';
import { stateWords, wantsOfficer } from './round-words.ts';

/** All leads of a round: those that want the officer first, then those that are waited for. */
export function RoundLeads(props: {
  leads: readonly RoundLead[];
  current: string | null;
  onChoose: (formId: string) => void;
  today: string;
}) {
  const { leads, current, onChoose, today } = props;
  return (
    <RowList>
      <table className="rd-leads">
        <thead>
          <tr>
            <th>Lead</th>
            <th className="rd-team">Team</th>
            <th className="num">Rows</th>
            <th>Returned</th>
            <th className="num">Merged</th>
            <th>State</th>
          </tr>
        </thead>
        <tbody>
          {leads.map((lead) => (
            <tr
              key={lead.formId}
              className={lead.formId === current ? 'cur' : wantsOfficer(lead) ? 'wants' : undefined}
            >
              <td className="rd-name">
                <button
                  type="button"
                  data-row={lead.formId}
                  aria-current={lead.formId === current ? 'true' : undefined}
                  onClick={() => {
                    onChoose(lead.formId);
                    showBelow();
                  }}
                  onFocus={() => {
                    if (lead.formId !== current) onChoose(lead.formId);
                  }}
                >
                  <span className="per" aria-hidden="true">
                    {lead.initials ?? initialsOf(lead.name)}
                  </span>
                  <span>{lead.name}</span>
                </button>
              </td>
              <td className="rd-team q2">{lead.team ?? ''}</td>
              <td className="num">{lead.rows}</td>
              <td className="nw">
                {lead.returnedAt ? (
                  formatDayNear(dayOfInstant(lead.returnedAt), today)
                ) : (
                  <span className="q">none</span>
                )}
              </td>
              <td className="num nw">{mergedWords(lead)}</td>
              <td className="rd-state">{stateWords(lead, today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </RowList>
  );
}

/** In one column the form stands under the list: what was pressed is brought into view. */
export function showBelow(): void {
  if (window.matchMedia('(max-width: 1099px)').matches) {
    document.querySelector('.rd-right')?.scrollIntoView({ block: 'start' });
  }
}

/** "6 of 8", or "7" where all of them were. */
function mergedWords({ state, changed, settled }: RoundLead): string {
  if (state === 'sent' || changed === 0) return '';
  return settled === changed ? String(settled) : `${settled} of ${changed}`;
}
