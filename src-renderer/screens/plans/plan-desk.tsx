import { useNavigate } from '@tanstack/react-router';
import { startTransition, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { PlanView } from '#shared/contract/plans.ts';
import type { Settings } from '#shared/contract/register.ts';
import { states } from '#shared/domain/states.ts';
import { useCanWrite } from '../../client/view.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePeople } from '../../components/people.tsx';
import { Body, SidePanel } from '../../components/side-panel.tsx';
import { formatDay } from '../../format/days.ts';
import { Grid } from '../../grid/grid.tsx';
import type { GridAct, GridHandle, GridSelection } from '../../grid/types.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { useWish } from '../../shell/wishes.ts';
import { ActionDrawer } from './action-drawer.tsx';
import { actionIdOf, actOfActions, changeOfActions, notesOnLines, selectionOfActions } from './alias-ids.ts';
import { columnActs } from './column-menu.ts';
import { FilterStrip } from './filter-strip.tsx';
import { originOf } from './origin-cells.ts';
import { PlanAbout } from './plan-about.tsx';
import { planColumns } from './plan-columns.tsx';
import { PlanDeskProvider } from './plan-context.tsx';
import { type Asking, PlanDialogs, withValues } from './plan-dialogs.tsx';
import { filterOfAddress, isFiltered, noFilter, type PlanFilter } from './plan-filter.ts';
import { PlanFoot } from './plan-foot.tsx';
import { PlanHead } from './plan-head.tsx';
import { sectionOfBlank } from './plan-lines.ts';
import { columnsOf, inReadingOrder, orderedKeys, withMoved } from './plan-look.ts';
import { RowMenu } from './row-menu.tsx';
import { SectionOutline } from './section-outline.tsx';
import { type PlanTree, planTree, type SectionNode } from './section-tree.ts';
import { statusChoices } from './status-letters.ts';
import { useChipCard } from './use-chip-card.tsx';
import { lookInWords, useLookedAt } from './use-looked-at.ts';
import { usePlanActs } from './use-plan-acts.ts';
import { usePlanEdits } from './use-plan-edits.ts';
import { usePlanLook } from './use-plan-look.ts';
import { usePlanWords } from './use-plan-words.ts';
import { ViewMenu } from './view-menu.tsx';

type Search = { readonly action?: string; readonly section?: string; readonly show?: string };
const noNodes: readonly SectionNode[] = [];

/** The plan as the officer works on it. */
export function PlanDesk(props: {
  readonly view: PlanView;
  readonly settings: Settings;
  readonly search: Search;
  /** How this viewer looked at the plan last, as it was kept. */
  readonly keptLook: string | null;
}) {
  const { view, settings, search } = props;
  const { plan, sections, actions } = view;
  const navigate = useNavigate();
  const people = usePeople();
  const today = useToday();
  const grid = useRef<GridHandle>(null);
  const edits = usePlanEdits(plan.id);
  const looks = usePlanLook(plan.id, props.keptLook);
  const { look, setLook } = looks;
  const [filter, setFilter] = useState(() => filterOfAddress(search.show, states));
  const [filtering, setFiltering] = useState(isFiltered(filter));
  const [origins, setOrigins] = useState(false);
  const [selection, setSelection] = useState<GridSelection | null>(null);
  // The grid goes first: outline, drawer and foot follow when a key held down gives them time.
  const onSelect = useCallback(
    (chosen: GridSelection) => startTransition(() => setSelection(selectionOfActions(chosen))),
    [],
  );
  const [asking, setAsking] = useState<Asking | null>(null);

  const treeBefore = useRef<PlanTree | null>(null);
  const tree = useMemo(() => planTree(sections, actions, treeBefore.current), [sections, actions]);
  treeBefore.current = tree;
  // A plan of hundreds of sections: its rows are painted first, its outline after.
  const outlined = useDeferredValue(tree.all, noNodes);
  const byId = useMemo(() => new Map(actions.map((action) => [action.id as string, action])), [actions]);
  const canWrite = useCanWrite();
  const { lines, aliases, counts, shown } = useLookedAt({
    withBlanks: canWrite,
    tree,
    actions,
    look,
    filter,
    today,
    people,
    planKey: plan.key,
  });

  // The columns stay the same while rows change: a row is drawn again only when it itself changed.
  const latest = useRef(byId);
  latest.current = byId;
  const words = usePlanWords(plan.id);
  const latestWords = useRef(words);
  latestWords.current = words;
  const detailNames = useMemo(
    () => [...new Set(actions.flatMap((action) => action.details.map((detail) => detail.label)))].join('\n'),
    [actions],
  );
  const withReview = actions.some((action) => action.reviewOn !== null);
  const withSlips = actions.some((action) => action.slipped !== undefined);
  const readWhen = useMemo(
    () => ({
      yearStartMonth: settings.financialYearStart,
      academicStartMonth: settings.academicYearStart,
      period: plan.period,
    }),
    [settings, plan.period],
  );
  const allColumns = useMemo(
    () =>
      planColumns({
        planKey: plan.key,
        people,
        actionOf: (id) => latest.current.get(id),
        details: detailNames === '' ? [] : detailNames.split('\n'),
        withReview,
        withSlips,
        readWhen,
        words: () => latestWords.current,
      }),
    [plan.key, people, detailNames, withReview, withSlips, readWhen],
  );
  const columns = useMemo(() => {
    const chosen = columnsOf(allColumns, look);
    return canWrite ? chosen : chosen.map((column) => ({ ...column, fixed: frozenCell }));
  }, [allColumns, look, canWrite]);
  const titleOf = (key: string) => allColumns.find((column) => column.key === key)?.title ?? key;
  const filtered = useMemo(() => new Set(Object.keys(filter.values)), [filter.values]);
  const kept = useMemo(
    () => ({ widths: look.widths, onWidth: looks.setWidth }),
    [look.widths, looks.setWidth],
  );
  const narrow = (next: PlanFilter) => {
    setFilter(next);
    if (isFiltered(next)) setFiltering(true);
  };
  const desk = useMemo(
    () => ({
      planKey: plan.key,
      choices: statusChoices(plan.key),
      people: [...people.values()],
      today,
      addProgress: edits.addProgress,
      change: edits.change,
      words,
    }),
    [plan.key, people, today, edits.addProgress, edits.change, words],
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
    fixedOrder: inReadingOrder(look)
      ? null
      : 'Rows are moved in reading order. The View menu goes back to it: by section, and not sorted.',
    onBulk: (ids, key) => {
      const there = ids.filter((id) => byId.has(id));
      if (there.length > 0) setAsking({ what: 'bulk', ids: there, key });
    },
    onFilter: () => {
      setFiltering(true);
      focusSoon('.g-filter input');
    },
    onMoveColumns: (keys, toKey, side) =>
      setLook({ order: withMoved(orderedKeys(allColumns, look), keys, toKey, side) }),
    columnActs: (key) =>
      columnActs({
        column: { key, title: titleOf(key) },
        all: allColumns,
        look,
        filtered: filtered.has(key),
        onLook: setLook,
        onValues: () => setAsking({ what: 'values', key }),
        onAllValues: () => narrow(withValues(filter, key, null)),
        onFit: () => grid.current?.fit([key]),
        onColumns: () => setAsking({ what: 'columns' }),
      }),
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

  useWish('add-action', () => void acts.rows.addAfter(activeId, currentSection));
  useWish('add-section', () => askNewSection());
  useWish('renumber', () => askRenumber());
  useWish('add-update', () => {
    if (active) setAsking({ what: 'bulk', ids: [active.id], key: 'status' });
    else say('Choose the action in the grid first, then give its update.');
  });
  const rowIds = useMemo(() => lines.flatMap((line) => (line.kind === 'row' ? [line.id] : [])), [lines]);
  const place = activeId === null ? -1 : rowIds.indexOf(activeId);
  const step = (by: number) => {
    const id = rowIds[place + by];
    return id === undefined || place < 0 ? null : () => grid.current?.show(id);
  };
  const chipCard = useChipCard();
  const foot = useMemo(
    () => <PlanFoot lines={lines} selection={selection} columns={columns} planKey={plan.key} />,
    [lines, selection, columns, plan.key],
  );
  useFoot(foot);

  const showLine = useCallback((id: string) => grid.current?.show(id), []);
  const askSection = useCallback((id: string) => setAsking({ what: 'section', id }), []);
  const askNewSection = useCallback(() => setAsking({ what: 'section', id: null }), []);
  const askRenumber = useCallback(() => setAsking({ what: 'renumber' }), []);
  const near = sections.find((section) => section.id === currentSection) ?? sections.at(-1) ?? null;
  return (
    <PlanDeskProvider value={desk}>
      <PlanHead
        view={view}
        counts={counts}
        acts={
          <>
            <ViewMenu
              look={look}
              views={looks.views}
              onGroup={(group) => setLook({ group })}
              onReadingOrder={() => setLook({ sort: null })}
              onColumns={() => setAsking({ what: 'columns' })}
              onTint={() => setLook({ tint: !look.tint })}
              onOpen={(saved) => {
                setLook(saved.look);
                setFilter(saved.filter);
                setFiltering(isFiltered(saved.filter));
              }}
              onSave={() => setAsking({ what: 'view' })}
            />
            <Button reads onPress={() => setFiltering(!filtering)} aria-expanded={filtering}>
              <Icon name="filter" />
              Filter
            </Button>
            <Button onPress={() => setAsking({ what: 'plan' })}>This plan</Button>
            <Button look="primary" onPress={() => void acts.rows.addAfter(activeId, currentSection)}>
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
            <SectionOutline
              nodes={outlined}
              planKey={plan.key}
              current={currentSection}
              onShow={showLine}
              onEdit={askSection}
              onAdd={askNewSection}
              onRenumber={askRenumber}
            />
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
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a press on a chip; by keyboard the row menu leads to the lead */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
        <div className={look.tint ? 'plan-work plan-tint' : 'plan-work'} onClick={chipCard.onClick}>
          {filtering ? (
            <FilterStrip
              filter={filter}
              onChange={narrow}
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
            notes={notesOnLines(edits.notes, aliases)}
            kept={kept}
            sort={look.sort}
            filtered={filtered}
            movesRows={canWrite && inReadingOrder(look)}
            movesColumns
            today={formatDay(today)}
            nameOf={(row) => row.ref ?? ''}
            origins={origins ? originOf : null}
            onChange={(change) => (canWrite ? edits.change(changeOfActions(change)) : Promise.resolve([]))}
            onSelect={onSelect}
            onAct={(act) => {
              if (canWrite || readingActs.has(act.do)) acts.onAct(actOfActions(act));
              else say(frozenCell());
            }}
            onSay={say}
            onAsk={(id, key, anchor) => {
              if (canWrite) acts.onAsk(actionIdOf(id), key, anchor);
              else say(frozenCell());
            }}
            empty={
              <p className="plan-hint">
                No action fits the filter.{' '}
                <LinkButton reads onPress={() => setFilter(noFilter)}>
                  Show all
                </LinkButton>
              </p>
            }
          />
        </div>
      </Body>
      {chipCard.card}
      <RowMenu at={acts.menu} acts={acts.menuActs} label={acts.menuLabel} onClose={acts.closeMenu} />
      <PlanDialogs
        asking={asking}
        view={view}
        tree={tree}
        byId={byId}
        people={people}
        columns={allColumns}
        looks={looks}
        filter={filter}
        onFilter={narrow}
        says={lookInWords(look, titleOf, shown, actions.length)}
        edits={edits}
        readWhen={readWhen}
        near={near}
        onDeletePlan={() => void acts.removePlan(plan, () => navigate({ to: '/plans' }))}
        onClose={(id) => {
          setAsking(null);
          if (id) grid.current?.show(id);
        }}
      />
    </PlanDeskProvider>
  );
}

/** Why no cell of a snapshot takes typing. */
const frozenCell = () => 'This is a snapshot: nothing in it can be changed.';

/** What keys and pointer may ask for in a snapshot. */
const readingActs: ReadonlySet<GridAct['do']> = new Set([
  'filter',
  'origins',
  'column-menu',
  'move-columns',
  'menu',
]);

/** Gives the focus to a field that is about to be drawn. */
function focusSoon(field: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(field)?.focus());
}
