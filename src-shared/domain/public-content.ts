import type { AgendaItem, MinuteCorrection, Resolution } from '../contract/meeting-records.ts';
import type { SnapshotContent } from '../contract/register.ts';

/** What of the meetings is confidential, and the register without it. */

/** How much was left out, so that a public version says so where it was. */
export type LeftOutOfMinutes = {
  /** Items that are confidential as a whole: only their number stays. */
  readonly items: ReadonlySet<string>;
  /** Of other items: how many points, papers and resolutions. */
  readonly parts: ReadonlyMap<string, number>;
  /** Of meetings: corrections. */
  readonly corrections: ReadonlyMap<string, number>;
};

/** What stands where a confidential item stood. */
export const leftOutTitle = 'Confidential item, left out of this version';

/**
 * The content as everybody may read it: no word of what is marked confidential is in it any more, nor of the actions
 * and reports that came of it alone. Reports for the public are made of this and of nothing else.
 */
export function publicContent(content: SnapshotContent): {
  content: SnapshotContent;
  leftOut: LeftOutOfMinutes;
} {
  const items = new Set(
    content.agendaItems.flatMap(({ id, confidential }) => (confidential ? [id as string] : [])),
  );
  const isSecret = (one: Resolution) => one.confidential === true || items.has(one.agendaItemId ?? '');
  const secret = content.resolutions.filter(isSecret);
  const secretIds = new Set<string>(secret.map(({ id }) => id));
  const known = new Set(
    content.resolutions.flatMap((one) => (isSecret(one) ? [] : (one.actionId ?? []))) as string[],
  );
  const actionIds = new Set(
    secret.flatMap(({ actionId }) => (actionId && !known.has(actionId) ? [actionId as string] : [])),
  );
  const owedIds = new Set(
    (content.owedReports ?? []).flatMap(({ id, resolutionId }) =>
      resolutionId !== null && secretIds.has(resolutionId) ? [id as string] : [],
    ),
  );
  const parts = new Map<string, number>();
  const note = (itemId: string | null, count: number) => {
    if (itemId !== null && !items.has(itemId) && count > 0)
      parts.set(itemId, (parts.get(itemId) ?? 0) + count);
  };
  for (const { agendaItemId } of secret) note(agendaItemId, 1);
  const shownItems = content.agendaItems.map((item): AgendaItem => {
    if (items.has(item.id)) return stubOf(item);
    const points = item.points.filter(({ confidential }) => !confidential);
    const papers = item.papers?.filter(({ confidential }) => !confidential);
    note(item.id, item.points.length - points.length + (item.papers?.length ?? 0) - (papers?.length ?? 0));
    const links = item.links?.filter(
      ({ resolutionId, actionId }) => !secretIds.has(resolutionId ?? '') && !actionIds.has(actionId ?? ''),
    );
    const { papers: _, links: __, ...rest } = item;
    return { ...rest, points, ...(papers?.length ? { papers } : {}), ...(links?.length ? { links } : {}) };
  });
  const corrections = new Map<string, number>();
  const isSecretCorrection = ({ confidential, agendaItemId }: MinuteCorrection) =>
    confidential === true || items.has(agendaItemId ?? '');
  for (const one of content.minuteCorrections ?? [])
    if (isSecretCorrection(one)) corrections.set(one.meetingId, (corrections.get(one.meetingId) ?? 0) + 1);
  const stays = <T>(list: readonly T[] | undefined, keep: (one: T) => boolean): T[] | undefined => {
    const left = list?.filter(keep);
    return left?.length ? left : undefined;
  };
  const measures = content.measures.filter(({ actionId }) => !actionIds.has(actionId));
  const optional = {
    owedReports: stays(content.owedReports, ({ id }) => !owedIds.has(id)),
    reportDeliveries: stays(content.reportDeliveries, ({ owedReportId }) => !owedIds.has(owedReportId)),
    minuteCorrections: stays(content.minuteCorrections, (one) => !isSecretCorrection(one)),
    acceptances: stays(content.acceptances, ({ actionId }) => !actionIds.has(actionId ?? '')),
    lineage: stays(
      content.lineage,
      ({ fromActionId, toActionId }) =>
        !actionIds.has(fromActionId ?? '') && !actionIds.has(toActionId ?? ''),
    ),
    dutyAnswers: stays(content.dutyAnswers, ({ actionId }) => !actionIds.has(actionId ?? '')),
    slippage: stays(content.slippage, ({ actionId }) => !actionIds.has(actionId)),
  };
  const kept = Object.fromEntries(Object.entries(content).filter(([key]) => !(key in optional)));
  const some = Object.fromEntries(Object.entries(optional).filter(([, list]) => list !== undefined));
  return {
    content: {
      ...(kept as SnapshotContent),
      ...some,
      agendaItems: shownItems,
      resolutions: content.resolutions.filter((one) => !isSecret(one)).map((one) => unlinked(one, secretIds)),
      actions: content.actions
        .filter(({ id }) => !actionIds.has(id))
        .map((action) => ({
          ...action,
          links: action.links.filter((link) => !actionIds.has(link.actionId ?? '')),
          continuesActionId: actionIds.has(action.continuesActionId ?? '') ? null : action.continuesActionId,
        })),
      measures,
      progress: content.progress.filter(({ actionId }) => !actionIds.has(actionId ?? '')),
    },
    leftOut: { items, parts, corrections },
  };
}

const stubOf = ({ id, meetingId, number, kind, minuteRef, plannedMinutes }: AgendaItem): AgendaItem => ({
  id,
  source: null,
  meetingId,
  number,
  title: leftOutTitle,
  text: '',
  points: [],
  ...(kind && { kind }),
  ...(plannedMinutes !== undefined && { plannedMinutes }),
  ...(minuteRef && { minuteRef }),
  confidential: true,
});

function unlinked(resolution: Resolution, secret: ReadonlySet<string>): Resolution {
  if (!resolution.supersededById || !secret.has(resolution.supersededById)) return resolution;
  const { supersededById: _, ...rest } = resolution;
  return rest;
}
