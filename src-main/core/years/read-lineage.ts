import type { ReadDb } from '#db/handles.ts';
import { continuesAround, linksAround, nodesAround } from '#db/queries/years.ts';
import type { ActionYears } from '#shared/contract/years.ts';
import { walkOf } from '#shared/domain/lineage-walk.ts';
import { noAction } from '../plans/read-plans.ts';

/** One action through the years, with all that it was split into and merged with. Throws `not-found`. */
export function readYears(db: ReadDb, actionId: string): ActionYears {
  const nodes = nodesAround(db, actionId);
  if (nodes.length === 0) throw noAction();
  const links = linksAround(db, actionId);
  return walkOf({
    nodes,
    links: links.map((link) => ({ ...link, source: null })),
    continues: continuesAround(db, actionId),
    plans: new Map(links.map(({ planId, into }) => [planId, into])),
  });
}
