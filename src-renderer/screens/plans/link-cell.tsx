import { linkLines } from '#shared/contract/cells.ts';
import type { Link } from '#shared/contract/register.ts';

const isLoose = (link: Link): boolean =>
  [link.planId, link.sectionId, link.actionId, link.kpiId, link.dutyId, link.streamId].every((id) => !id);

/** The links of an action in its cell, line by line; under a line, what of it leads nowhere. */
export function LinkWords({ links }: { links: readonly Link[] }) {
  return linkLines(links).map((line) => {
    const loose = links.filter((link) => link.text === line && isLoose(link));
    const whole = loose.length > 0 && loose.length === links.filter((link) => link.text === line).length;
    return (
      <div key={line}>
        <p>{line}</p>
        {loose.length === 0 ? null : (
          <span className="rd">
            {whole ? 'Leads nowhere yet' : `${loose.map((link) => link.code).join(', ')} leads nowhere yet`}
          </span>
        )}
      </div>
    );
  });
}
