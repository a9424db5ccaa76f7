import type { ReadDb } from '#db/handles.ts';
import { linkActions, linkPlans, linkTargets } from '#db/queries/plans-links.ts';
import type { Link } from '#shared/contract/register.ts';
import {
  type LinkedPiece,
  type LinkReader,
  type LinkTarget,
  type LinkWorld,
  linkReader,
} from '#shared/domain/link-targets.ts';
import { linkedReferences } from '#shared/domain/linked-references.ts';
import { referenceKey as referenceOf, sameAs } from '#shared/domain/references.ts';

export type LinkResolver = {
  /** What each line of a Links cell points to; where nothing is found the words are kept as they are. */
  resolve(lines: readonly string[], ofActionId: string): Link[];
};

/** Finds what the links of a plan's actions point to. What there is is read once, at the first link. */
export function linkResolver(db: ReadDb, planId: string): LinkResolver {
  let known: { reader: LinkReader; world: LinkWorld } | null = null;
  return {
    resolve(lines, ofActionId) {
      if (!known) {
        const world = linkWorld(db);
        known = { world, reader: linkReader(world, planId) };
      }
      const { reader, world } = known;
      return [...new Set(lines)].flatMap((text) =>
        linksOf(text, 'other', ofActionId, reader, world.actionsOf(planId)),
      );
    },
  };
}

export function linkWorld(db: ReadDb): LinkWorld {
  const actions = new Map<string, LinkTarget[]>();
  return {
    plans: linkPlans(db),
    targets: linkTargets(db),
    actionsOf(planId) {
      const known = actions.get(planId) ?? linkActions(db, planId);
      actions.set(planId, known);
      return known;
    },
  };
}

/**
 * The links that one line of words makes: "As 2.3 (i)" the row of that reference in the plan, a list of codes one
 * link a code, all else one. `kind` is what the words are where they do not say.
 */
export function linksOf(
  text: string,
  kind: Link['kind'],
  ofActionId: string,
  reader: LinkReader,
  rows: readonly LinkTarget[],
): Link[] {
  const meant = sameAs(text);
  if (meant !== null) return [sameAsLink(text, meant, ofActionId, rows)];
  const guessed = linkedReferences(text).length > 0 ? 'priority' : kind;
  return reader.read(text).map((piece) => linkTo(text, piece, guessed));
}

function sameAsLink(text: string, ref: string, ofActionId: string, rows: readonly LinkTarget[]): Link {
  const key = referenceOf(ref);
  const row = rows.find((one) => referenceOf(one.ref ?? '') === key);
  const actionId = row && row.id !== ofActionId ? row.id : null;
  return { text, kind: 'same-as', planId: null, sectionId: null, actionId };
}

const kinds: Readonly<Partial<Record<LinkTarget['kind'], Link['kind']>>> = {
  section: 'priority',
  plan: 'plan',
};

function linkTo(text: string, { code, target }: LinkedPiece, kind: Link['kind']): Link {
  const is = (of: LinkTarget['kind']) => (target?.kind === of ? target.id : null);
  const [kpiId, dutyId, streamId] = [is('kpi'), is('duty'), is('stream')];
  return {
    text,
    kind: target ? (kinds[target.kind] ?? 'other') : kind,
    planId: is('plan'),
    sectionId: is('section'),
    actionId: is('action'),
    ...(code !== null && { code }),
    ...(kpiId !== null && { kpiId }),
    ...(dutyId !== null && { dutyId }),
    ...(streamId !== null && { streamId }),
  };
}
