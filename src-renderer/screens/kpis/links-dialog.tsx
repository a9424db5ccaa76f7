import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KpiView } from '#shared/contract/kpis.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Check } from '../../components/choices.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { Problem } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { matches } from '../../format/words.ts';

/** Which duties a KPI answers, and which measures it is the figure of. */
export function LinksDialog({ view, onClose }: { view: KpiView; onClose: () => void }) {
  const trpc = useTRPC();
  const duties = useQuery(trpc.duties.list.queryOptions());
  const [looked, setLooked] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(view.duties.map(({ id }) => id)));
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set(view.measures.map(({ id }) => id)));
  const save = useMutation(trpc.kpis.setLinks.mutationOptions({ onSuccess: onClose }));
  const toggled = (set: ReadonlySet<string>, id: string, on: boolean) => {
    const after = new Set(set);
    if (on) after.add(id);
    else after.delete(id);
    return after;
  };
  return (
    <Dialog
      title="What it answers"
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            isPending={save.isPending}
            onPress={() => save.mutate({ kpiId: view.kpi.id, dutyIds: [...chosen], measureIds: [...kept] })}
          >
            Save the links
          </Button>
        </>
      }
    >
      <div className="kpi-form">
        <FilterBox label="Filter the duties" value={looked} onChange={setLooked} />
        <QueryState query={duties} what="The duties">
          {(list) =>
            list.length === 0 ? (
              <p className="q2">No duty is in the register. They are added under Duties.</p>
            ) : (
              <ul className="kpi-duties foci">
                {list
                  .filter((duty) => matches(looked, duty.text, duty.basis))
                  .map((duty) => (
                    <li key={duty.id}>
                      <Check
                        isSelected={chosen.has(duty.id)}
                        onChange={(on) => setChosen(toggled(chosen, duty.id, on))}
                      >
                        {duty.text} <span className="q2">{duty.basis}</span>
                      </Check>
                    </li>
                  ))}
              </ul>
            )
          }
        </QueryState>
        {view.measures.length > 0 ? (
          <fieldset className="kpi-measures">
            <legend>Measures of actions</legend>
            {view.measures.map((measure) => (
              <Check
                key={measure.id}
                isSelected={kept.has(measure.id)}
                onChange={(on) => setKept(toggled(kept, measure.id, on))}
              >
                {[measure.actionRef, measure.text].filter(Boolean).join(' ')}
              </Check>
            ))}
          </fieldset>
        ) : null}
        <p className="q2">A measure is linked from the action that has it.</p>
        {save.error ? (
          <Problem title="The links were not saved.">{wireErrorOf(save.error).message}</Problem>
        ) : null}
      </div>
    </Dialog>
  );
}
