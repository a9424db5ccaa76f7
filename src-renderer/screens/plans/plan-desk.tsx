import { useNavigate } from '@tanstack/react-router';
import { startTransition, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { PlanView } from '#shared/contract/plans.ts';
import type { Settings } from '#shared/contract/register.ts';
import { states } from '#shared/domain/states.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePeople } from '../../components/people.tsx';
import { Body, SidePanel } from '../../components/side-panel.tsx';
import { Grid } from '../../grid/grid.tsx';
import type { GridHandle, GridSelection } from '../../grid/types.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { ActionDrawer } from './action-drawer.tsx';
import { FilterStrip } from './filter-strip.tsx';
import { originOf } from './origin-cells.ts';
import { Outline } from './outline.tsx';
import { PlanAbout } from './plan-about.tsx';
import { planColumns } from './plan-columns.tsx';
import { PlanDeskProvider } from './plan-context.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { filterOfAddress, isFiltered, noFilter, passes } from './plan-filter.ts';
import { PlanFoot } from './plan-foot.tsx';
import { PlanHead } from './plan-head.tsx';
import { planLines, sectionOfBlank } from './plan-lines.ts';
import { RowMenu } from './row-menu.tsx';
import { SectionDialog } from './section-dialog.tsx';
import { planTree, type SectionNode } from './section-tree.ts';
import { statusChoices } from './status-letters.ts';
import { usePlanActs } from './use-plan-acts.ts';
import { usePlanEdits } from './use-plan-edits.ts';

type Search = { readonly action?: string; readonly section?: string; readonly show?: string };
type Asking = { readonly what: 'plan' } | { readonly what: 'section'; readonly id: string | null };

const noNodes: readonly SectionNode[] = [];

/** The plan as the officer works on it. */
export function PlanDesk(props: { view: PlanView; settings: Settings; search: Search }) {
  const { view, settings, search } = props;
  const { plan, sections, actions } = view;
  const navigate = useNavigate();
  const people = usePeople();
  const today = useToday();
  const grid = useRef<GridHandle>(null);
  const edits = usePlanEdits(plan.id);
  const [filter, setFilter] = useState(() => filterOfAddress(search.show, states));
  const [filtering, setFiltering] = useState(isFiltered(filter));
  const [origins, setOrigins] = useState(false);
  const [selection, setSelection] = useState<GridSelection | null>(null);
  // The grid goes first: outline, drawer and foot follow when a key held down gives them time.
  const onSelect = useCallback((chosen: GridSelection) => startTransition(() => setSelection(chosen)), []);
  const [asking, setAsking] = useState<Asking | null>(null);

  const tree = useMemo(() => planTree(sections, actions), [sections, actions]);
  // A plan of hundreds of sections: its rows are painted first, its outline after.
  const outlined = useDeferredValue(tree.all, noNodes);
  const byId = useMemo(() => new Map(actions.map((action) => [action.id as string, action])), [actions]);
  const names = useMemo(
    () => (action: (typeof actions)[number]) =>
      action.leads.map((lead) => people.get(lead.personId ?? '')?.name ?? '').join(' '),
    [people],
  );
  const lines = useMemo(
    () => planLines(tree, isFiltered(filter) ? (action) => passes(action, filter, today, names) : null),
    [tree, filter, today, names],
  );
  const shown = lines.filter((line) => line.kind === 'row').length;

  // The columns stay the same while rows change: a row is drawn again only when it itself changed.
  const latest = useRef(byId);
  latest.current = byId;
  const detailNames = useMemo(
    () => [...new Set(actions.flatMap((action) => action.details.map((detail) => detail.label)))].join('\n'),
    [actions],
  );
  const withReview = actions.some((action) => action.reviewOn !== null);
  const readWhen = useMemo(
    () => ({
      yearStartMonth: settings.financialYearStart,
      academicStartMonth: settings.academicYearStart,
      period: plan.period,
    }),
    [settings, plan.period],
  );
  const columns = useMemo(
    () =>
      planColumns({
        planKey: plan.key,
        people,
        actionOf: (id) => latest.current.get(id),
        details: detailNames === '' ? [] : detailNames.split('\n'),
        withReview,
        readWhen,
      }),
    [plan.key, people, detailNames, withReview, readWhen],
  );
  const desk = useMemo(
    () => ({
      planKey: plan.key,
      choices: statusChoices(plan.key),
      people: [...people.values()],
      today,
      addProgress: edits.addProgress,
    }),
    [plan.key, people, today, edits.addProgress],
  );

  const activeId = selection?.activeId ?? null;
  const active = activeId === null ? null : (byId.get(activeId) ?? null);
  const currentSection = active?.sectionId ?? (activeId === null ? null : (sectionOfBlank(activeId) ?? null));
  const acts = usePlanActs({
    tree,
    byId,
    edits,
    grid,
    readWhen,
    onOrigins: () => setOrigins(!origins),
    onSection: (id) => setAsking({ what: 'section', id }),
  });

  useEffect(() => {
    if (search.show !== undefined) {
      const asked = filterOfAddress(search.show, states);
      setFilter(asked);
      setFiltering(isFiltered(asked));
    }
  }, [search.show]);
  useEffect(() => {
    const id = search.action ?? search.section;
    if (id === undefined) return;
    if (search.action !== undefined)
      setFilter((before) => (isFiltered(before) && !search.show ? noFilter : before));
    grid.current?.show(id);
    grid.current?.focus();
  }, [search.action, search.section, search.show]);

  const rowIds = useMemo(() => lines.flatMap((line) => (line.kind === 'row' ? [line.id] : [])), [lines]);
  const place = activeId === null ? -1 : rowIds.indexOf(activeId);
  const step = (by: number) => {
    const id = rowIds[place + by];
    return id === undefined || place < 0 ? null : () => grid.current?.show(id);
  };
  const foot = useMemo(
    () => <PlanFoot lines={lines} selection={selection} columns={columns} planKey={plan.key} />,
    [lines, selection, columns, plan.key],
  );
  useFoot(foot);

  const showLine = useCallback((id: string) => grid.current?.show(id), []);
  const askSection = useCallback((id: string) => setAsking({ what: 'section', id }), []);
  const near = sections.find((section) => section.id === currentSection) ?? sections.at(-1) ?? null;
  const asked = asking?.what === 'section' ? (sections.find((one) => one.id === asking.id) ?? null) : null;
  return (
    <PlanDeskProvider value={desk}>
      <PlanHead
        view={view}
        acts={
          <>
            <Button onPress={() => setFiltering(!filtering)} aria-expanded={filtering}>
              <Icon name="filter" />
              Filter
            </Button>
            <Button onPress={() => setAsking({ what: 'section', id: null })}>Add section</Button>
            <Button onPress={() => setAsking({ what: 'plan' })}>This plan</Button>
            <Button look="primary" onPress={() => void acts.addAfter(activeId, currentSection)}>
              Add action
            </Button>
          </>
        }
      />
      <Body
        bare
        label="Actions"
        left={
          <SidePanel side="left" title="Sections">
            {tree.all.length > 0 ? (
              <Outline
                nodes={outlined}
                planKey={plan.key}
                current={currentSection}
                onShow={showLine}
                onEdit={askSection}
              />
            ) : (
              <p className="panel-note q2">
                No section yet. Sections group the actions and head the reports.
              </p>
            )}
          </SidePanel>
        }
        right={
          <ActionDrawer
            row={active}
            planKey={plan.key}
            onPrevious={step(-1)}
            onNext={step(1)}
            onShow={(id) => {
              if (byId.has(id)) grid.current?.show(id);
            }}
          />
        }
      >
        <div className="plan-work">
          {filtering ? (
            <FilterStrip
              filter={filter}
              onChange={setFilter}
              actions={actions}
              people={people}
              planKey={plan.key}
              shown={shown}
              onClose={() => {
                setFiltering(false);
                grid.current?.focus();
              }}
            />
          ) : null}
          <PlanAbout plan={plan} />
          {actions.length === 0 ? (
            <p className="plan-hint">
              This plan has no action yet. Type in the first row, or paste rows copied from Excel or Word.{' '}
              <LinkButton onPress={() => void navigate({ to: '/import' })}>Import a workbook</LinkButton>
            </p>
          ) : null}
          <Grid
            ref={grid}
            label={`Actions of ${plan.title}`}
            storageKey="plan"
            lines={lines}
            columns={columns}
            notes={edits.notes}
            nameOf={(row) => row.ref ?? ''}
            origins={origins ? originOf : null}
            onChange={edits.change}
            onSelect={onSelect}
            onAct={acts.onAct}
            onSay={say}
            onAsk={acts.onAsk}
            empty={
              <p className="plan-hint">
                No action fits the filter.{' '}
                <LinkButton onPress={() => setFilter(noFilter)}>Show all</LinkButton>
              </p>
            }
          />
        </div>
      </Body>
      <RowMenu at={acts.menu} acts={acts.menuActs} label={acts.menuLabel} onClose={acts.closeMenu} />
      {asking?.what === 'section' ? (
        <SectionDialog
          planId={plan.id}
          section={asked}
          sections={sections}
          near={near}
          actionsIn={tree.all.find((node) => node.section.id === asked?.id)?.total ?? 0}
          onClose={(id) => {
            setAsking(null);
            if (id !== null) grid.current?.show(id);
          }}
        />
      ) : null}
      {asking?.what === 'plan' ? (
        <PlanDialog
          plan={plan}
          onClose={() => setAsking(null)}
          onDelete={() => void acts.removePlan(plan, () => navigate({ to: '/plans' }))}
        />
      ) : null}
    </PlanDeskProvider>
  );
}
