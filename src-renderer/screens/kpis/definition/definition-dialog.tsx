import './definition.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KpiView } from '#shared/contract/kpis.ts';
import { polarityOf } from '#shared/domain/kpi-standing.ts';
import { wireErrorOf } from '../../../client/errors.ts';
import { usePlanOptions } from '../../../client/plan-query.ts';
import { useTRPC, useTRPCClient } from '../../../client/trpc.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Problem } from '../../../components/notices.tsx';
import { say } from '../../../shell/foot.tsx';
import { useToday } from '../../../shell/register-state.ts';
import { dayOf, wrongDay } from '../../plans/update-fields.tsx';
import { valuesOf } from '../kpi-words.ts';
import { type ChangeDraft, ChangeFields } from './change-fields.tsx';
import {
  CalendarFields,
  MeasuredFields,
  OriginFields,
  PlaceFields,
  RuleFields,
} from './definition-fields.tsx';
import { changedIn, definitionOf, draftOf, type Wrong, wrongIn } from './draft.ts';

/**
 * The whole definition of a KPI: to make one, to correct it, or to say that something else is measured from a day
 * on. The figures stay as they are, and so do the statuses they were given.
 */
export function DefinitionDialog(props: {
  readonly view: KpiView | null;
  readonly plans: readonly { readonly id: string; readonly title: string }[];
  readonly onClose: (kpiId: string | null) => void;
  readonly onDeleted?: () => void;
}) {
  const { view } = props;
  const kpi = view?.kpi ?? null;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const today = useToday();
  const planOptions = usePlanOptions();
  const [before] = useState(() =>
    draftOf(kpi, { formula: view?.formula?.words ?? null, planId: props.plans[0]?.id ?? null }),
  );
  const [draft, setDraft] = useState(before);
  const [change, setChange] = useState<ChangeDraft>({
    as: 'correction',
    on: '',
    words: '',
    breaks: false,
    by: '',
  });
  const [tried, setTried] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const bodies = useQuery(trpc.meetings.list.queryOptions()).data ?? [];
  const plan = useQuery({ ...planOptions(draft.planId ?? ''), enabled: draft.planId !== null });
  const add = useMutation(trpc.kpis.add.mutationOptions());
  const edit = useMutation(trpc.kpis.edit.mutationOptions());
  const remove = useMutation(
    trpc.kpis.remove.mutationOptions({
      onSuccess: () => {
        say(`Deleted: ${kpi?.name ?? ''}. Undo brings it back.`);
        props.onDeleted?.();
      },
    }),
  );
  const wrong: Wrong = tried ? wrongIn(draft) : {};
  const changes = kpi !== null && change.as === 'change';
  const wrongOn = change.on.trim() === '' ? 'A change needs its day.' : wrongDay(change.on, today);
  const wrongChange = {
    on: tried && changes ? (wrongOn ?? undefined) : undefined,
    words:
      tried && changes && change.words.trim() === ''
        ? 'Say in words what has changed: it is printed under the chart.'
        : undefined,
  };
  const save = async () => {
    setTried(true);
    if (Object.keys(wrongIn(draft)).length > 0) return;
    if (changes && (wrongOn !== null || change.words.trim() === '')) return;
    // What is wrong with a formula stands under it as it is typed: such a one is not sent.
    if (draft.from === 'formula') {
      const formula = draft.formula;
      const { fault } = await client.kpis.readFormula.query({ kpiId: kpi?.id ?? null, formula });
      if (fault !== null) return;
    }
    if (kpi === null) {
      const { kpiId } = await add.mutateAsync({
        planId: draft.planId,
        sectionId: draft.sectionId,
        ...definitionOf(draft),
      });
      return props.onClose(kpiId);
    }
    const { name, ...rest } = changedIn(draft, before);
    await edit.mutateAsync({
      kpiId: kpi.id,
      ...rest,
      ...(name !== undefined && { name }),
      ...(draft.sectionId !== before.sectionId && { sectionId: draft.sectionId }),
      ...(changes && {
        change: {
          on: dayOf(change.on) ?? today,
          words: change.words,
          breaks: change.breaks,
          by: change.by.trim() || null,
        },
      }),
    });
    props.onClose(kpi.id);
  };
  const failed = trouble ?? (remove.error ? wireErrorOf(remove.error).message : null);
  const fields = { draft, wrong, set: (part: Partial<typeof draft>) => setDraft({ ...draft, ...part }) };
  const plans = props.plans.map(({ id, title }) => ({ id, text: title }));
  return (
    <Dialog
      title={kpi ? 'Definition' : 'Add a KPI'}
      isOpen
      onClose={() => props.onClose(null)}
      acts={
        <>
          {kpi && props.onDeleted ? (
            <Button look="quiet" onPress={() => remove.mutate({ kpiId: kpi.id })}>
              Delete the KPI
            </Button>
          ) : null}
          <Button onPress={() => props.onClose(null)}>Cancel</Button>
          <Button
            look="primary"
            isPending={add.isPending || edit.isPending}
            onPress={() => {
              setTrouble(null);
              save().catch((error: unknown) => setTrouble(wireErrorOf(error).message));
            }}
          >
            {kpi ? 'Save the definition' : 'Add the KPI'}
          </Button>
        </>
      }
    >
      <div className="kdef">
        <MeasuredFields
          {...fields}
          evident={view ? polarityOf({ polarity: null }, valuesOf(view.periods)) : null}
        />
        <OriginFields
          {...fields}
          kpiId={kpi?.id ?? null}
          plans={plans}
          bodies={[
            ...new Map(
              bodies.flatMap(({ bodyId, body }) =>
                bodyId && body ? [[bodyId, { id: bodyId, text: body }] as const] : [],
              ),
            ).values(),
          ]}
        />
        <CalendarFields {...fields} />
        <RuleFields {...fields} />
        <PlaceFields
          {...fields}
          isNew={kpi === null}
          plans={plans}
          sections={plan.data?.sections.map(({ id, title }) => ({ id, text: title })) ?? []}
        />
        {kpi ? <ChangeFields value={change} today={today} onChange={setChange} wrong={wrongChange} /> : null}
        {failed ? <Problem title="The KPI was not saved.">{failed}</Problem> : null}
      </div>
    </Dialog>
  );
}
