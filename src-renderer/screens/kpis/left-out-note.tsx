import { useQuery } from '@tanstack/react-query';
import type { KpiView } from '#shared/contract/kpis.ts';
import { useTRPC } from '../../client/trpc.ts';
import { listWords } from '../../format/words.ts';

/** Which of the figures above reports leave out. The screen shows them all the same. */
export function LeftOutNote({ kpi }: { kpi: KpiView['kpi'] }) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.reports.leftOut.queryOptions({ planId: kpi.planId }, { enabled: kpi.countsChildren === true }),
  );
  const own = (query.data?.figures ?? []).filter(({ kpiId }) => kpiId === kpi.id);
  if (own.length === 0) return null;
  const of = (why: 'small' | 'worked-out') => [
    ...new Set(own.filter((one) => one.why === why).map(({ period }) => period.label)),
  ];
  const [small, also] = [of('small'), of('worked-out')];
  return (
    <p className="sm q2">
      {small.length > 0 ? `Left out in reports: small number, ${listWords(small)}. ` : ''}
      {also.length > 0 ? `Left out because it would tell one: ${listWords(also)}.` : ''}
    </p>
  );
}
