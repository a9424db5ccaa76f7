import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Finding, WriteInto } from '#shared/contract/checks.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPCClient } from '../../client/trpc.ts';
import { say } from '../../shell/foot.tsx';

/** Writes what was typed for a finding, by the same procedures as the screens of plans, KPIs and people. */
export function useWrite(finding: Finding) {
  const client = useTRPCClient();
  const cache = useQueryClient();
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { planId, actionId, sectionId, kpiId, personId } = finding;

  const send = async (into: WriteInto, words: string): Promise<string | null> => {
    switch (into) {
      case 'add-action':
        await client.plans.addActions.mutate({
          planId: planId ?? '',
          sectionId,
          afterActionId: null,
          rows: [{ text: words }],
        });
        return null;
      case 'kpi-unit':
        await client.kpis.edit.mutate({ kpiId: kpiId ?? '', unit: words });
        return null;
      case 'kpi-source':
        await client.kpis.edit.mutate({ kpiId: kpiId ?? '', dataSource: words });
        return null;
      case 'person-name':
        await client.people.edit.mutate({ personId: personId ?? '', name: words });
        return null;
      default: {
        const edits = [{ actionId: actionId ?? '', field: into, text: words }];
        const { refused } = await client.plans.setCells.mutate({ planId: planId ?? '', edits });
        return refused[0]?.message ?? null;
      }
    }
  };
  /** Gives whether it was written; else the reason stands under the field. */
  const write = async (into: WriteInto, words: string): Promise<boolean> => {
    if (words === '') {
      setWrong('Write what is to stand there. Esc leaves it as it was.');
      return false;
    }
    setBusy(true);
    try {
      const refused = await send(into, words);
      setWrong(refused);
      if (refused !== null) return false;
      await cache.invalidateQueries();
      say('Written. Ctrl Z takes it back.');
      return true;
    } catch (error) {
      setWrong(wireErrorOf(error).message);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { write, wrong, setWrong, busy };
}
