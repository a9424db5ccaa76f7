import type { SectionNode } from './section-tree.ts';

/** Where a section goes: behind another of its new parent, before all of them, or (both empty) to their end. */
export type SectionPlace = {
  readonly parentId: string | null;
  readonly afterSectionId: string | null;
  readonly first: boolean;
};
export type SectionStep = 'up' | 'down' | 'in' | 'out';

function parentOf(nodes: readonly SectionNode[], id: string): SectionNode | null {
  return nodes.find((node) => node.children.some(({ section }) => section.id === id)) ?? null;
}

function siblingsOf(nodes: readonly SectionNode[], parent: SectionNode | null): readonly SectionNode[] {
  return parent ? parent.children : nodes.filter(({ depth }) => depth === 0);
}

/** One step of a section with all below it: among its siblings, into the one before it, or out behind its parent. */
export function sectionStep(
  nodes: readonly SectionNode[],
  id: string,
  step: SectionStep,
): SectionPlace | null {
  const parent = parentOf(nodes, id);
  const siblings = siblingsOf(nodes, parent);
  const place = siblings.findIndex(({ section }) => section.id === id);
  if (place < 0) return null;
  const parentId = parent?.section.id ?? null;
  const before = (index: number) => siblings[index]?.section.id ?? null;
  switch (step) {
    case 'up':
      if (place === 0) return null;
      return { parentId, afterSectionId: before(place - 2), first: place === 1 };
    case 'down':
      return place === siblings.length - 1
        ? null
        : { parentId, afterSectionId: before(place + 1), first: false };
    case 'in': {
      const into = before(place - 1);
      return into === null ? null : { parentId: into, afterSectionId: null, first: false };
    }
    case 'out':
      if (!parent) return null;
      return {
        parentId: parentOf(nodes, parent.section.id)?.section.id ?? null,
        afterSectionId: parent.section.id,
        first: false,
      };
  }
}

/** Why a step cannot be made, as a sentence. */
export const noStep: Readonly<Record<SectionStep, string>> = {
  up: 'This is the first section of its level.',
  down: 'This is the last section of its level.',
  in: 'There is no section before it to stand under.',
  out: 'It stands at the top level already.',
};

export type DropSide = 'before' | 'into' | 'behind';

/** Where a section goes that is dropped on another; null where that is itself or one below it. */
export function sectionDrop(
  nodes: readonly SectionNode[],
  id: string,
  targetId: string,
  side: DropSide,
): SectionPlace | null {
  for (let at: string | null = targetId; at !== null; at = parentOf(nodes, at)?.section.id ?? null) {
    if (at === id) return null;
  }
  if (side === 'into') return { parentId: targetId, afterSectionId: null, first: false };
  const parent = parentOf(nodes, targetId);
  const parentId = parent?.section.id ?? null;
  if (side === 'behind') return { parentId, afterSectionId: targetId, first: false };
  const siblings = siblingsOf(nodes, parent).filter(({ section }) => section.id !== id);
  const place = siblings.findIndex(({ section }) => section.id === targetId);
  const afterSectionId = siblings[place - 1]?.section.id ?? null;
  return { parentId, afterSectionId, first: afterSectionId === null };
}
