import { useQuery } from '@tanstack/react-query';
import type { Pace as PaceShown } from '#shared/contract/resolutions.ts';
import { useTRPC } from '../../../client/trpc.ts';
import { count } from '../../../format/words.ts';

/** How long decisions take: in a sentence, and year by year. */
export function Pace({ bodyId }: { bodyId: string | null }) {
  const trpc = useTRPC();
  const pace = useQuery(trpc.resolutions.pace.queryOptions({ bodyId })).data;
  if (!pace || pace.done + pace.open === 0) return null;
  return (
    <details className="mr-pace">
      <summary>{inOneSentence(pace)}</summary>
      <table>
        <thead>
          <tr>
            <th>Year</th>
            <th className="num">Done</th>
            <th className="num">Open</th>
            <th className="num">Days, half of them within</th>
          </tr>
        </thead>
        <tbody>
          {pace.years.map(({ year, done, open, median }) => (
            <tr key={year}>
              <td>{year}</td>
              <td className="num">{done}</td>
              <td className="num">{open}</td>
              <td className="num">{median === null ? 'none known' : Math.round(median)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** "14 done, 5 open. Half are done within 43 days; the longest took 210." */
export function inOneSentence({ done, open, median, longest }: PaceShown): string {
  const counts = `${done} done, ${open} open.`;
  if (median === null || longest === null) return `${counts} No day is known on which one was done.`;
  return `${counts} Half are done within ${count(Math.round(median), 'day')}; the longest took ${count(longest, 'day')}.`;
}
