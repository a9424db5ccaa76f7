import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { KeptPlan } from '#shared/contract/retention.ts';
import { saveFile } from '../../client/save-file.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Problem } from '../../components/notices.tsx';
import { formatDay } from '../../format/days.ts';
import { say } from '../../shell/foot.tsx';
import { goesWithIt } from './retention-words.ts';

const forms = [
  ['docx', 'Word document'],
  ['xlsx', 'Excel workbook'],
] as const;

/** A plan past its time: saved first, then deleted, with the numbers told; Undo brings it back. */
export function RemovePastDialog({ plan, onClose }: { plan: KeptPlan; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [saved, setSaved] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: (format: 'docx' | 'xlsx') =>
      client.fetchQuery({
        ...trpc.checks.retentionFile.queryOptions({ planId: plan.planId, format }),
        staleTime: 0,
      }),
    meta: { invalidates: 'none' },
    onSuccess: (file) => {
      saveFile(file);
      setSaved(file.name);
    },
  });
  const remove = useMutation(
    trpc.plans.remove.mutationOptions({
      onSuccess: () => {
        say(`Deleted: ${plan.title}. Undo brings it back.`);
        onClose();
        void navigate({ to: '/checks' });
      },
    }),
  );
  return (
    <Dialog
      title={`Put ${plan.title} away`}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          {saved === null ? null : (
            <Button
              look="primary"
              onPress={() => remove.mutate({ planId: plan.planId })}
              isPending={remove.isPending}
            >
              Delete the plan
            </Button>
          )}
        </>
      }
    >
      <p>
        It ended on {formatDay(plan.end ?? '')} and was kept until {formatDay(plan.until ?? '')}. With it{' '}
        {goesWithIt(plan)}. Snapshots, the history and backups keep what they hold; Undo brings the plan back.
      </p>
      <p>{saved === null ? 'Save it first:' : `Saved: ${saved}`}</p>
      <div className="acts">
        {forms.map(([format, text]) => (
          <Button key={format} onPress={() => save.mutate(format)} isPending={save.isPending}>
            Save it as {text === 'Word document' ? 'a' : 'an'} {text}
          </Button>
        ))}
      </div>
      {save.isError ? <Problem title="The plan was not saved." error={save.error} /> : null}
      {remove.isError ? <Problem title="The plan was not deleted." error={remove.error} /> : null}
    </Dialog>
  );
}
