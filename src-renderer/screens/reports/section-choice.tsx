import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../client/trpc.ts';
import { Select } from '../../components/select.tsx';

/** Which part of the plan a KPI book or a report card is of; nothing where the plan has no sections. */
export function SectionChoice(props: {
  planId: string;
  sectionId: string | null;
  onChange: (sectionId: string | null) => void;
}) {
  const trpc = useTRPC();
  const plan = useQuery(trpc.plans.get.queryOptions({ planId: props.planId }));
  const sections = plan.data?.sections ?? [];
  if (sections.length === 0) return null;
  return (
    <Select
      label="Section or outcome"
      choices={[
        { id: 'all', text: 'All of the plan' },
        ...sections.map(({ id, ref, title }) => ({
          id: id as string,
          text: [ref, title].filter(Boolean).join(' '),
        })),
      ]}
      value={props.sectionId ?? 'all'}
      onChange={(id) => props.onChange(id === 'all' ? null : id)}
    />
  );
}
