import { retiredOn } from '#db/queries/people-led.ts';
import { leadToColumns, linkToColumns, statusToColumns, timescaleToColumns } from '#db/records.ts';
import { insertRow, insertRows } from '#db/rows.ts';
import { actionLinks, actions, leads, measures, progress } from '#db/schema/index.ts';
import type { ActionRow } from '#shared/contract/plans.ts';
import type { KeyEntry, Link } from '#shared/contract/register.ts';
import type { RolledForward, YearOptions } from '#shared/contract/years.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { firstUpdate, type NextAction } from '#shared/domain/next-actions.ts';
import { dateHasPassed } from '#shared/domain/next-year.ts';
import { step } from '../plans/positions.ts';
import type { Writer } from '../plans/write-parts.ts';
import { type Ids, placed } from './copy-plan.ts';

export type ActionCopies = {
  /** The id of each action of the new year, in its order. */
  readonly ids: readonly string[];
  /** What each old action became; an action that ended is not in it. */
  readonly became: ReadonlyMap<string, readonly string[]>;
  readonly toLookAt: RolledForward['toLookAt'];
};

/** Writes the actions of the new year with leads, measures, links and the first update of each. */
export function copyActions(
  writer: Writer,
  o: {
    readonly from: string;
    readonly to: string;
    readonly old: readonly ActionRow[];
    readonly next: readonly NextAction[];
    readonly sections: Ids;
    readonly kpis: Ids;
    readonly key: readonly KeyEntry[];
    readonly oldYear: string;
    readonly newStart: string | null;
    readonly today: string;
    readonly statuses: YearOptions['statuses'];
  },
): ActionCopies {
  const { tx, newId } = writer;
  const ids = o.next.map(() => newId());
  const became = new Map<string, string[]>();
  o.next.forEach(({ from }, at) => {
    for (const { id } of from) became.set(id, [...(became.get(id) ?? []), ids[at] ?? '']);
  });
  const rows = new Map(o.old.map((row) => [row.id as string, row]));
  const toLookAt: RolledForward['toLookAt'] = [];

  // An action's status is that of its newest update: here of the only one it has, so both are written at once.
  const updates = o.next.map((action) => firstUpdate(action, o));
  insertRows(
    tx,
    actions,
    o.next.map((action, at) => {
      const [first] = action.from;
      const { reviewOn } = first;
      return {
        id: ids[at] ?? '',
        planId: o.to,
        sectionId: o.sections.get(action.sectionId ?? '') ?? null,
        position: (at + 1) * step,
        ref: action.ref,
        text: action.text,
        bullets: [...action.bullets],
        ...timescaleToColumns(action.timescale),
        ...statusToColumns(updates[at]?.status ?? null),
        resources: action.resources,
        comment: action.comment,
        details: [...action.details],
        // A review of last year has been held or missed: its day says nothing of this one.
        reviewOn: reviewOn !== null && o.newStart !== null && reviewOn >= o.newStart ? reviewOn : null,
        continuesActionId: first.id,
      };
    }),
  );
  const retired = retiredOn(tx, o.today);
  o.next.forEach((action, at) => {
    const actionId = ids[at] ?? '';
    const note = (why: string) => toLookAt.push({ actionId, ref: action.ref, why });
    insertRows(
      tx,
      leads,
      placed(action.leads, (lead, position) => ({ id: newId(), actionId, position, ...leadToColumns(lead) })),
    );
    for (const { personId } of action.leads) {
      const gone = personId === null ? undefined : retired.get(personId);
      if (gone)
        note(
          `${gone.name} leads nothing from ${formatDay(gone.on)}. Hand over from their page, or name who leads it.`,
        );
    }
    copyMeasures(
      writer,
      actionId,
      action.from.flatMap(({ id }) => rows.get(id)?.measures ?? []),
      o.kpis,
    );
    const links = action.links.map((link) => newLink(link, { ...o, became }));
    insertRows(
      tx,
      actionLinks,
      placed(links, (link, position) => ({ id: newId(), actionId, position, ...linkToColumns(link) })),
    );
    for (const link of links) {
      if (link.actionId !== null && rows.has(link.actionId)) {
        note(
          `“${link.text}” means a row of ${o.oldYear} that was not carried. Say here what it said, or unlink it.`,
        );
      }
    }
    if (action.datesDiffer) {
      note(`Its parts had different dates: “${action.timescale?.text ?? ''}” stands. Give it one date.`);
    } else if (dateHasPassed(action.timescale, o.newStart)) {
      note(`Its date has passed: “${action.timescale?.text ?? ''}”. Give it a date of the new year.`);
    }
  });
  insertRows(
    tx,
    progress,
    updates.flatMap((update, at) =>
      update
        ? [
            {
              id: newId(),
              actionId: ids[at],
              position: step,
              on: o.today,
              text: update.text,
              ...statusToColumns(update.status),
            },
          ]
        : [],
    ),
  );
  return { ids, became, toLookAt };
}

function copyMeasures({ tx, newId }: Writer, actionId: string, old: ActionRow['measures'], kpis: Ids): void {
  placed(old, ({ text, leads: led, kpiId }, position) => {
    const measureId = newId();
    // A KPI of the office, or of another plan, stays the one it is.
    const newKpi = kpiId === null ? null : (kpis.get(kpiId) ?? kpiId);
    insertRow(tx, measures, { id: measureId, actionId, position, text, kpiId: newKpi });
    insertRows(
      tx,
      leads,
      placed(led, (lead, at) => ({ id: newId(), measureId, position: at, ...leadToColumns(lead) })),
    );
  });
}

/** A link within the plan leads to the new year's section, row or plan; what was not carried is still linked. */
function newLink(
  link: Link,
  o: { from: string; to: string; sections: Ids; became: ReadonlyMap<string, readonly string[]> },
): Link {
  return {
    ...link,
    planId: link.planId === o.from ? o.to : link.planId,
    sectionId: link.sectionId === null ? null : (o.sections.get(link.sectionId) ?? link.sectionId),
    actionId: link.actionId === null ? null : (o.became.get(link.actionId)?.[0] ?? link.actionId),
  };
}
