import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../client/trpc.ts';
import { ComboBox } from '../../components/select.tsx';

/** Whose list it is to be: found as one types among all for whom it would say something. */
export function LeadChoice(props: {
  snapshotId: string | null;
  leadId: string | null;
  onChange: (leadId: string | null) => void;
}) {
  const trpc = useTRPC();
  const leads = useQuery(trpc.reports.leads.queryOptions({ snapshotId: props.snapshotId }));
  return (
    <ComboBox
      label="Lead"
      choices={(leads.data ?? []).map(({ id, name }) => ({ id: id as string, text: name }))}
      value={props.leadId}
      onChange={props.onChange}
    />
  );
}
