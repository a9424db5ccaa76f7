import type { ActionRow, PlanView } from '#shared/contract/plans.ts';
import type { Section } from '#shared/contract/register.ts';
import type { readTimescale } from '#shared/domain/timescales.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import type { People } from './column-values.ts';
import { ColumnsDialog } from './columns-dialog.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import type { PlanFilter } from './plan-filter.ts';
import { RenumberDialog } from './renumber-dialog.tsx';
import { SectionDialog } from './section-dialog.tsx';
import type { PlanTree } from './section-tree.ts';
import type { PlanEdits } from './use-plan-edits.ts';
import type { PlanLooks } from './use-plan-look.ts';
import { ValuesDialog } from './values-dialog.tsx';
import { ViewDialog } from './view-dialog.tsx';

/** Which dialogue of the plan is open. One at a time. */
export type Asking =
  | { readonly what: 'plan' }
  | { readonly what: 'section'; readonly id: string | null }
  | { readonly what: 'columns' }
  | { readonly what: 'view' }
  | { readonly what: 'renumber' }
  | { readonly what: 'values'; readonly key: string }
  | { readonly what: 'bulk'; readonly ids: readonly string[]; readonly key: string | null };

export function PlanDialogs(props: {
  readonly asking: Asking | null;
  readonly view: PlanView;
  readonly tree: PlanTree;
  readonly byId: ReadonlyMap<string, ActionRow>;
  readonly people: People;
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly looks: PlanLooks;
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
  /** How the plan is looked at just now, in words. */
  readonly says: string;
  readonly edits: PlanEdits;
  readonly readWhen: Parameters<typeof readTimescale>[1];
  /** The section beside which a new one is offered. */
  readonly near: Section | null;
  readonly onDeletePlan: () => void;
  readonly onClose: (sectionId?: string | null) => void;
}) {
  const { asking, view, tree, looks, filter } = props;
  const close = () => props.onClose();
  switch (asking?.what) {
    case undefined:
      return null;
    case 'plan':
      return <PlanDialog plan={view.plan} onClose={close} onDelete={props.onDeletePlan} />;
    case 'section':
      return (
        <SectionDialog
          planId={view.plan.id}
          section={view.sections.find((one) => one.id === asking.id) ?? null}
          sections={view.sections}
          near={props.near}
          actionsIn={tree.all.find((node) => node.section.id === asking.id)?.total ?? 0}
          onClose={props.onClose}
        />
      );
    case 'columns':
      return (
        <ColumnsDialog
          all={props.columns}
          look={looks.look}
          onLook={looks.setLook}
          onReset={looks.resetColumns}
          onClose={close}
        />
      );
    case 'view':
      return (
        <ViewDialog
          views={looks.views}
          says={props.says}
          onSave={(name) => looks.saveView(name, filter)}
          onDrop={looks.dropView}
          onClose={close}
        />
      );
    case 'renumber':
      return <RenumberDialog view={view} onClose={close} />;
    case 'values':
      return (
        <ValuesDialog
          title={props.columns.find(({ key }) => key === asking.key)?.title ?? ''}
          columnKey={asking.key}
          actions={view.actions}
          people={props.people}
          chosen={filter.values[asking.key] ?? null}
          onChoose={(chosen) => props.onFilter(withValues(filter, asking.key, chosen))}
          onClose={close}
        />
      );
    case 'bulk':
      return (
        <BulkDialog
          rows={asking.ids.flatMap((id) => props.byId.get(id) ?? [])}
          firstField={asking.key}
          edits={props.edits}
          readWhen={props.readWhen}
          onClose={close}
        />
      );
  }
}

/** The filter with the values of one column set, or all let through. */
export function withValues(filter: PlanFilter, key: string, chosen: readonly string[] | null): PlanFilter {
  const { [key]: _before, ...others } = filter.values;
  return { ...filter, values: chosen === null ? others : { ...others, [key]: chosen } };
}
