import { type DragEvent, type KeyboardEvent, memo, useMemo, useRef, useState } from 'react';
import type { KeyEntry } from '#shared/contract/register.ts';
import { Icon } from '../../components/icon.tsx';
import { StateBarWithCounts } from '../../components/state-bar.tsx';
import { say } from '../../shell/foot.tsx';
import {
  type DropSide,
  noStep,
  type SectionPlace,
  type SectionStep,
  sectionDrop,
  sectionStep,
} from './section-places.ts';
import type { SectionNode } from './section-tree.ts';

const dragType = 'application/x-plan-section';
const steps: Readonly<Record<string, SectionStep | undefined>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** Which part of a section the pointer is over: its upper or lower edge, or its middle. */
function sideOf(event: DragEvent<HTMLElement>): DropSide {
  const box = event.currentTarget.getBoundingClientRect();
  const part = (event.clientY - box.top) / box.height;
  return part < 0.25 ? 'before' : part > 0.75 ? 'behind' : 'into';
}

/** Up to this many sections all stand open; beyond it only the branch in hand does. */
const openAll = 12;

/**
 * The plan's sections as a tree: arrows move, right and left open and fold, Enter brings the section up in the
 * grid, F2 opens its words, Alt with an arrow moves it: up, down, in and out. One tab stop. A section is also dragged:
 * to the edge of another it goes before or behind it, to its middle it goes under it.
 */
export const Outline = memo(SectionTree);

/** How the actions of a section stand; drawn again only where they changed, for a plan may have hundreds. */
const HowItStands = memo(function HowSectionStands(props: {
  readonly node: SectionNode;
  readonly planKey: readonly KeyEntry[];
}) {
  const { node, planKey } = props;
  return node.total > 0 ? <StateBarWithCounts counts={node.counts} planKey={planKey} /> : null;
});

function SectionTree(props: {
  readonly nodes: readonly SectionNode[];
  readonly planKey: readonly KeyEntry[];
  /** The section of the active row. */
  readonly current: string | null;
  readonly onShow: (sectionId: string) => void;
  readonly onEdit: (sectionId: string) => void;
  readonly onMove: (sectionId: string, place: SectionPlace) => void;
}) {
  const { nodes, current } = props;
  const [folds, setFolds] = useState<Readonly<Record<string, boolean>>>({});
  const [focused, setFocused] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<{ readonly id: string; readonly side: DropSide } | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const parents = useMemo(() => {
    const map = new Map<string, string>();
    for (const node of nodes) for (const child of node.children) map.set(child.section.id, node.section.id);
    return map;
  }, [nodes]);
  const branch = new Set<string>();
  for (let id = current ?? undefined; id !== undefined; id = parents.get(id)) branch.add(id);
  const isOpen = (id: string) => folds[id] ?? (nodes.length <= openAll || branch.has(id));
  const shown = nodes.filter((node) => {
    for (let id = parents.get(node.section.id); id !== undefined; id = parents.get(id)) {
      if (!isOpen(id)) return false;
    }
    return true;
  });
  const stop = shown.some((node) => node.section.id === focused)
    ? focused
    : ([...branch].find((id) => shown.some((node) => node.section.id === id)) ??
      shown[0]?.section.id ??
      null);

  const goTo = (node: SectionNode | undefined) => {
    if (!node) return;
    setFocused(node.section.id);
    tree.current?.querySelector<HTMLElement>(`[data-section="${node.section.id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const place = shown.findIndex((node) => node.section.id === stop);
    const node = shown[place];
    if (!node || event.ctrlKey || event.metaKey) return;
    const { id } = node.section;
    if (event.altKey) {
      const step = steps[event.key];
      if (!step) return;
      event.preventDefault();
      const to = sectionStep(nodes, id, step);
      if (!to) return say(noStep[step]);
      if (step === 'in' && to.parentId !== null) setFolds({ ...folds, [to.parentId]: true });
      setFocused(id);
      return props.onMove(id, to);
    }
    const open = node.children.length > 0 && isOpen(id);
    const acts: Record<string, () => void> = {
      ArrowDown: () => goTo(shown[place + 1]),
      ArrowUp: () => goTo(shown[place - 1]),
      Home: () => goTo(shown[0]),
      End: () => goTo(shown.at(-1)),
      ArrowRight: () =>
        node.children.length > 0 && !open ? setFolds({ ...folds, [id]: true }) : goTo(node.children[0]),
      ArrowLeft: () => {
        if (open) setFolds({ ...folds, [id]: false });
        else goTo(shown.find((one) => one.section.id === parents.get(id)));
      },
      Enter: () => props.onShow(id),
      ' ': () => props.onShow(id),
      F2: () => props.onEdit(id),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div ref={tree} className="outline" role="tree" aria-label="Sections" tabIndex={-1} onKeyDown={onKeyDown}>
      {shown.map((node) => {
        const { section, depth } = node;
        const open = isOpen(section.id);
        return (
          <div
            key={section.id}
            role="treeitem"
            data-section={section.id}
            aria-level={depth + 1}
            aria-expanded={node.children.length > 0 ? open : undefined}
            aria-selected={section.id === current}
            tabIndex={section.id === stop ? 0 : -1}
            className={`nd foci${depth === 0 ? ' l1' : ' l2'}${section.id === current ? ' cur' : ''}${over?.id === section.id ? ` drop-${over.side}` : ''}`}
            style={{ paddingLeft: 8 + Math.min(depth, 4) * 12 }}
            onClick={() => {
              setFocused(section.id);
              props.onShow(section.id);
            }}
            onDoubleClick={() => props.onEdit(section.id)}
            onFocus={() => setFocused(section.id)}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData(dragType, section.id);
              setDragged(section.id);
            }}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              const side = sideOf(event);
              if (!sectionDrop(nodes, dragged, section.id, side)) return;
              event.preventDefault();
              if (over?.id !== section.id || over.side !== side) setOver({ id: section.id, side });
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => {
              event.preventDefault();
              const to = dragged === null ? null : sectionDrop(nodes, dragged, section.id, sideOf(event));
              if (dragged !== null && to) props.onMove(dragged, to);
              setDragged(null);
              setOver(null);
            }}
            onKeyDown={undefined}
          >
            <span
              className="tw"
              aria-hidden="true"
              onClick={(event) => {
                if (node.children.length === 0) return;
                event.stopPropagation();
                setFolds({ ...folds, [section.id]: !open });
              }}
            >
              {node.children.length > 0 ? <Icon name={open ? 'down' : 'right'} size={12} /> : null}
            </span>
            <div className="nb">
              <p className="nt">
                {section.ref ? <span className="rf">{section.ref}</span> : null}
                <span>{section.title}</span>
              </p>
              <HowItStands node={node} planKey={props.planKey} />
            </div>
          </div>
        );
      })}
    </div>
  );
}
