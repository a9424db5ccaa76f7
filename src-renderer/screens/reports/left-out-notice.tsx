import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LeftOut } from '#shared/contract/left-out.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Group } from '../../components/group.tsx';
import { count } from '../../format/words.ts';

/** How many of a kind are told one by one before the rest are counted. */
const most = 12;

/** Before a report goes out: which small numbers it leaves out, and what still tells one. Nothing where no KPI counts children. */
export function LeftOutNotice(props: { snapshotId: string | null; planId: string | null }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.reports.leftOut.queryOptions(props));
  const data = query.data;
  if (!data || data.kpis === 0) return null;
  return (
    <Group name="Small numbers" note={`of ${count(data.kpis, 'KPI')} counting children`}>
      <p className="q2">
        {data.rule}{' '}
        <Link to="/settings" search={{ part: 'small-numbers' }}>
          Change the rule
        </Link>
      </p>
      <p className="sm">{inOneSentence(data)}</p>
      {data.warnings.length > 0 ? (
        <Listed
          title="Look at these before it goes out"
          lines={data.warnings.map(({ kpiId, words }) => ({ kpiId, text: words }))}
        />
      ) : null}
      {data.figures.length > 0 ? (
        <Listed
          title="Left out"
          lines={data.figures.map(({ kpiId, ref, name, period, words }) => ({
            kpiId,
            text: `${ref ?? name}, ${period.label}. ${words}`,
          }))}
        />
      ) : null}
      {data.texts.length > 0 ? (
        <Listed
          title="Words left out, because they name such a number"
          lines={data.texts.map(({ kpiId, ref, name, period, what }) => ({
            kpiId,
            text: `${ref ?? name}${period ? `, ${period.label}` : ''}. ${what}`,
          }))}
        />
      ) : null}
    </Group>
  );
}

function inOneSentence({ figures, warnings }: LeftOut): string {
  if (figures.length === 0) return 'No figure is left out.';
  const told =
    warnings.length > 0
      ? `${count(warnings.length, 'small number')} can still be worked out.`
      : 'None can be worked out.';
  return `${count(figures.length, 'figure')} left out. ${told}`;
}

function Listed({ title, lines }: { title: string; lines: readonly { kpiId: string; text: string }[] }) {
  const shown = lines.slice(0, most);
  return (
    <>
      <h3 className="sm">{title}</h3>
      <ul className="given">
        {shown.map(({ kpiId, text }) => (
          <li key={text}>
            <Link to="/kpis/$kpiId" params={{ kpiId }} className="hit">
              {text}
            </Link>
          </li>
        ))}
      </ul>
      {lines.length > most ? <p className="sm q2">and {count(lines.length - most, 'other')}</p> : null}
    </>
  );
}
