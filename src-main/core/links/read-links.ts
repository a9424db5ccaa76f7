import type { z } from 'zod';
import type { ReadDb } from '#db/handles.ts';
import { dutiesAnsweredBy } from '#db/queries/duties.ts';
import { linksPointingTo, planTitles } from '#db/queries/links-shown.ts';
import { actionsById } from '#db/queries/plans-actions.ts';
import { linkTargets } from '#db/queries/plans-links.ts';
import { readLines } from '#shared/contract/cells.ts';
import type { LinkLine, LinkTargetShown, linksContract } from '#shared/contract/links.ts';
import type { Link } from '#shared/contract/register.ts';
import {
  type LinkTarget,
  type LinkTargetKind,
  type LinkWorld,
  linkReader,
} from '#shared/domain/link-targets.ts';
import { referenceKey, sameAs } from '#shared/domain/references.ts';
import { noAction } from '../plans/read-plans.ts';
import { linkWorld } from '../plans/resolve-links.ts';

/** Everything that a link may point to but actions, each with its plan's title. */
export function targetsShown(db: ReadDb): LinkTargetShown[] {
  const shown = showerOf(planTitles(db));
  return linkTargets(db).map(shown);
}

/** What words mean as links of a plan, line by line. */
export function readLinks(
  db: ReadDb,
  o: { planId: string; actionId: string | null; text: string },
): LinkLine[] {
  const world = linkWorld(db);
  const reader = linkReader(world, o.planId);
  const shown = showerOf(planTitles(db));
  return [...new Set(readLines(o.text))].map((text) => {
    const meant = sameAs(text);
    if (meant !== null) {
      const row = world
        .actionsOf(o.planId)
        .find((one) => referenceKey(one.ref ?? '') === referenceKey(meant) && one.id !== o.actionId);
      return { text, pieces: [{ code: null, target: row ? shown(row) : null, several: [] }] };
    }
    return {
      text,
      pieces: reader.read(text).map(({ code, target, several }) => ({
        code,
        target: target ? shown(target) : null,
        several: several.map(shown),
      })),
    };
  });
}

/** What the links of an action point to, as they are kept; what is open says what it may mean. */
export function linksOfAction(db: ReadDb, actionId: string): LinkLine[] {
  const [action] = actionsById(db, [actionId]);
  if (!action) throw noAction();
  if (action.links.length === 0) return [];
  const world = linkWorld(db);
  const shown = showerOf(planTitles(db));
  const find = finderOf(db, world);
  const reader = linkReader(world, action.planId);
  const lines: LinkLine[] = [];
  for (const link of action.links) {
    const target = find(link);
    const several = target
      ? []
      : (reader.read(link.text).find((piece) => piece.code === (link.code ?? null))?.several ?? []);
    const piece = {
      code: link.code ?? null,
      target: target ? shown(target) : null,
      several: several.map(shown),
    };
    const last = lines.at(-1);
    if (last?.text === link.text && link.code !== undefined) last.pieces.push(piece);
    else lines.push({ text: link.text, pieces: [piece] });
  }
  return lines;
}

export function pointingTo(
  db: ReadDb,
  kind: LinkTargetKind,
  id: string,
): z.output<(typeof linksContract)['pointingTo']['output']> {
  return { links: linksPointingTo(db, kind, id), duties: dutiesAnsweredBy(db, id) };
}

/** Finds the record that a kept link points to. */
function finderOf(db: ReadDb, world: LinkWorld): (link: Link) => LinkTarget | null {
  const byId = new Map(world.targets.map((target) => [target.id, target]));
  return (link) => {
    if (link.actionId !== null) {
      const [row] = actionsById(db, [link.actionId]);
      return row ? { kind: 'action', id: row.id, planId: row.planId, ref: row.ref, title: row.text } : null;
    }
    const id = link.sectionId ?? link.kpiId ?? link.dutyId ?? link.streamId ?? link.planId;
    return (id && byId.get(id)) || null;
  };
}

const showerOf =
  (titles: ReadonlyMap<string, string>) =>
  ({ kind, id, planId, ref, title }: LinkTarget): LinkTargetShown => ({
    kind,
    id,
    planId,
    plan: kind === 'plan' ? null : (titles.get(planId ?? '') ?? null),
    ref,
    title,
  });
