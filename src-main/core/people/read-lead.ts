import type { ReadDb } from '#db/handles.ts';
import { dutiesAnswered, resolutionsTracked } from '#db/queries/people-bound.ts';
import {
  type LedRow,
  ledByPeople,
  type PlanHeadRow,
  peopleLoads,
  planHeads,
  unledRows,
} from '#db/queries/people-led.ts';
import { peopleWithLoad } from '#db/queries/people-list.ts';
import { noCounts } from '#db/queries/plans-list.ts';
import { spellsIn } from '#db/queries/register-spells.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { LeadPage, Led, PersonLoad, PersonRow, Unled } from '#shared/contract/people.ts';
import { holdersOn, holdsOn } from '#shared/domain/spells.ts';
import type { Register } from '../app.ts';
import { silentOnes } from '../checks/mismatches.ts';
import { judgeAll } from '../checks/read-checks.ts';
import { daysLate } from '../plans/read-plans.ts';

export const noPerson = () =>
  new AppError('not-found', 'This lead is no longer in the register. Look at the list of people again.');

export function personNamed(db: ReadDb, personId: string): PersonRow {
  const person = peopleWithLoad(db).find(({ id }) => id === personId);
  if (!person) throw noPerson();
  return person;
}

/** A plan whose period has ended, or that another continues. */
export const isOver = (plan: PlanHeadRow, today: string): boolean =>
  plan.continued || (plan.period?.end !== null && plan.period?.end !== undefined && plan.period.end < today);

/** The people in whom somebody leads on a day: themselves, and the roles they hold. */
function inWhom(people: readonly PersonRow[], personId: string, day: string): PersonRow[] {
  const roles = people.filter(
    ({ kind, holders }) => kind === 'role' && holdersOn(holders, day).includes(personId),
  );
  return [...people.filter(({ id }) => id === personId), ...roles.filter(({ id }) => id !== personId)];
}

/** All that one leads over all plans: what the screen and the lead's list show. Throws `not-found`. */
export function readLeadPage(register: Register, personId: string, today: string): LeadPage {
  const { db } = register;
  const people = peopleWithLoad(db);
  const person = people.find(({ id }) => id === personId);
  if (!person) throw noPerson();
  const through = new Map(inWhom(people, personId, today).map((one) => [one.id as string, one]));
  const silent = new Set(silentOnes(judgeAll(register, today).actions).map(({ action }) => action.id));
  const rows = onceEach(ledByPeople(db, [...through.keys()]), personId);
  const led = rows.map((row): Led => {
    const role = row.personId === personId ? undefined : through.get(row.personId);
    const late = row.ended ? null : daysLate({ timescale: { end: row.end }, status: row.status }, today);
    return {
      leadId: row.leadId,
      kind: row.kind,
      id: row.id,
      actionId: row.actionId,
      ref: row.ref,
      text: row.text,
      said: row.said,
      through: role ? { id: role.id, name: role.name } : null,
      when: row.when,
      end: row.end,
      daysLate: late,
      status: row.status,
      ended: row.ended,
      lastWrote: row.lastWrote,
      owesUpdate: row.kind === 'action' && silent.has(row.id),
    };
  });
  const place = new Map(rows.map((row) => [row.leadId, row.place]));
  const groups = Map.groupBy(led, (_, index) => rows[index]?.planId ?? null);
  const heads = planHeads(db).map((plan) => ({ ...plan, over: isOver(plan, today) }));
  const counts = noCounts();
  for (const { kind, status } of led) if (kind === 'action') counts[status?.state ?? 'not-started'] += 1;
  const names = new Map(people.map((one) => [one.id as string, one]));
  const inOrder = (list: readonly Led[]) =>
    list.toSorted((a, b) => byUrgency(a, b) || (place.get(a.leadId) ?? 0) - (place.get(b.leadId) ?? 0));
  return {
    person,
    spells: spellsIn(db)
      .filter((spell) => spell.personId === personId)
      .toSorted(
        (a, b) =>
          Number(holdsOn(b, today)) - Number(holdsOn(a, today)) || (b.from ?? '').localeCompare(a.from ?? ''),
      )
      .map(({ id, ofId, from, until }) => {
        const post = names.get(ofId);
        return { spellId: id, ofId, name: post?.name ?? '', kind: post?.kind ?? 'role', from, until };
      }),
    load: loadOf(personId, led),
    updatesOwed: led.filter(({ owesUpdate }) => owesUpdate).length,
    counts,
    plans: [...heads.filter(({ over }) => !over), ...heads.filter(({ over }) => over), null].flatMap(
      (plan) => {
        const own = groups.get(plan?.id ?? null);
        if (!own) return [];
        const head = plan && { id: plan.id, title: plan.title, period: plan.period, over: plan.over };
        return [{ plan: head, led: inOrder(own) }];
      },
    ),
    duties: dutiesAnswered(
      db,
      led.map(({ id }) => id),
    ),
    resolutions: resolutionsTracked(
      db,
      led.flatMap(({ kind, id }) => (kind === 'action' ? [id] : [])),
    ),
  };
}

/** Named twice on one record, or named and holding the role named, it is theirs once: by name where they are named. */
function onceEach(rows: readonly LedRow[], personId: string): LedRow[] {
  const seen = new Set<string>();
  return [...rows]
    .sort((a, b) => Number(b.personId === personId) - Number(a.personId === personId))
    .filter(({ kind, id }) => {
      const key = `${kind} ${id}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** The latest first, then what is due by date, then what has no date; what has ended last. */
function byUrgency(a: Led, b: Led): number {
  return (
    Number(a.ended) - Number(b.ended) ||
    (b.daysLate ?? 0) - (a.daysLate ?? 0) ||
    (a.end ?? '9999').localeCompare(b.end ?? '9999')
  );
}

function loadOf(personId: string, led: readonly Led[]): PersonLoad {
  const open = led.filter(({ ended }) => !ended);
  const of = (kind: Led['kind']) => open.filter((one) => one.kind === kind).length;
  return {
    personId,
    openActions: of('action'),
    overdue: open.filter(({ kind, daysLate: late }) => kind === 'action' && late !== null).length,
    openMeasures: of('measure'),
    kpis: of('kpi'),
    sections: of('section'),
  };
}

/** How much each has still to do, those with nothing left out. */
export const readLoads = (db: ReadDb, today: string): PersonLoad[] => peopleLoads(db, today);

/** What is not ended and nobody leads, plan by plan. */
export function readUnled(db: ReadDb, today: string): Unled[] {
  return unledRows(db).map((row) => ({
    ...row,
    daysLate: daysLate({ timescale: { end: row.end }, status: null }, today),
  }));
}
