import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { BackupAt } from '#shared/contract/safety.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Problem } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { count } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';

/** Says how much setting one plan back would bring, change and take out, before it is done. */
export function PlanBackDialog(props: {
  at: BackupAt;
  plan: { id: string; title: string };
  onClose: () => void;
}) {
  const { at, plan, onClose } = props;
  const trpc = useTRPC();
  const navigate = useNavigate();
  const wanted = { ...at, planId: plan.id };
  const preview = useQuery(trpc.restore.planPreview.queryOptions(wanted));
  const bring = useMutation(
    trpc.restore.bringBackPlan.mutationOptions({
      onSuccess: () => {
        onClose();
        void navigate({ to: '/plans/$planId', params: { planId: plan.id } }).then(() =>
          say(`${plan.title} is as it was in the backup. Undo takes that back.`),
        );
      },
    }),
  );
  return (
    <Dialog
      title={`Bring back ${plan.title}`}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="primary" onPress={() => bring.mutate(wanted)} isPending={bring.isPending}>
            Bring back this plan
          </Button>
        </>
      }
    >
      <QueryState query={preview} what="What it would do">
        {({ comesBack, changes, goes }) => (
          <p>
            {count(comesBack, 'record')} of it come back, {count(changes, 'record')} get their earlier
            content, and {count(goes, 'record')} added since go. Everything else in the register stays. Undo
            takes it back.
          </p>
        )}
      </QueryState>
      {bring.isError ? <Problem title="The plan was not brought back." error={bring.error} /> : null}
    </Dialog>
  );
}
