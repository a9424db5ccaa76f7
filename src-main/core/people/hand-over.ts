import type { ReadDb, WriteDb } from '#db/handles.ts';
import { type LedRow, ledByPeople, planHeads } from '#db/queries/people-led.ts';
import { lastTiePosition, leadsBeside } from '#db/queries/people-write.ts';
import { spellsIn } from '#db/queries/register-spells.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { leads, people, spells } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { HandOverPlan, PersonRow } from '#shared/contract/people.ts';
import type { Spell } from '#shared/contract/spells.ts';
import { addDays, formatDay } from '#shared/domain/dates.ts';
import { handOverInWords, successorWords } from '#shared/domain/hand-over.ts';
import { count } from '#shared/domain/words.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { isOver, personNamed } from './read-lead.ts';

type Who = { personId: string; successorId: string; on: string };

/** Reads the two, and refuses what cannot be meant. */
function bothOf(db: ReadDb, { personId, successorId, on }: Who, today: string) {
  const [leaver, successor] = [personNamed(db, personId), personNamed(db, successorId)];
  if (leaver.id === successor.id)
    throw new AppError(
      'not-possible',
      `“${leaver.name}” cannot take over from themselves. Choose a successor.`,
    );
  if (on > today) {
    throw new AppError(
      'not-possible',
      `${formatDay(on)} has not come yet. Hand over on the day itself, so that until then the plans name ${leaver.name}.`,
    );
  }
  return { leaver, successor };
}

/** What is handed over: whatever has not ended. Sections and KPIs do not end. */
const open = (row: LedRow): boolean => !row.ended;

/** What a hand-over would do, plan by plan. Writes nothing. */
export function previewHandOver(
  { app, register }: Doing,
  who: Who,
): { plans: HandOverPlan[]; posts: { id: string; name: string }[]; words: string } {
  const { db } = register;
  const today = app.options.today();
  const { leaver, successor } = bothOf(db, who, today);
  const rows = ledByPeople(db, [who.personId]);
  const already = leadIdsBeside(db, rows, who.successorId);
  const heads = [...planHeads(db), null];
  const plans = heads.flatMap((plan): HandOverPlan[] => {
    const own = rows.filter(({ planId }) => planId === (plan?.id ?? null));
    if (own.length === 0) return [];
    const of = (kind: LedRow['kind']) => own.filter((row) => row.kind === kind && open(row)).length;
    return [
      {
        planId: plan?.id ?? null,
        title: plan?.title ?? 'KPIs of no plan',
        period: plan?.period?.label ?? null,
        over: plan !== null && isOver(plan, today),
        actions: of('action'),
        measures: of('measure'),
        kpis: of('kpi'),
        sections: of('section'),
        kept: own.filter((row) => !open(row)).length,
        both: own.filter((row) => open(row) && already.has(row.leadId)).length,
      },
    ];
  });
  const chosen = handOverInWords(plans.filter(({ over }) => !over));
  const kept = plans.reduce((sum, plan) => sum + plan.kept, 0);
  const tail = kept > 0 ? ` ${count(kept, 'that has ended keeps', 'that have ended keep')} the name.` : '';
  const names = new Map(peopleNames(db, spellsIn(db)));
  return {
    plans,
    posts: postsOn(db, leaver, who.on, successor).map(({ ofId }) => ({
      id: ofId,
      name: names.get(ofId) ?? '',
    })),
    words: `${chosen ?? 'Nothing open in a plan that is running'}.${tail}`,
  };
}

function peopleNames(db: ReadDb, held: readonly Spell[]): [string, string][] {
  return [...new Set(held.map(({ ofId }) => ofId))].map((id) => [id, personNamed(db, id).name]);
}

/** What the leaver holds on the day or later, but for what the successor is. */
function postsOn(db: ReadDb, leaver: PersonRow, on: string, successor: PersonRow): Spell[] {
  return spellsIn(db).filter(
    (spell) =>
      spell.personId === leaver.id &&
      spell.ofId !== successor.id &&
      (spell.until === null || spell.until >= on),
  );
}

function leadIdsBeside(db: ReadDb, rows: readonly LedRow[], successorId: string): Set<string> {
  const beside = leadsBeside(
    db,
    rows.map(({ leadId }) => leadId),
  );
  return new Set(beside.filter(({ personId }) => personId === successorId).map(({ leadId }) => leadId));
}

/**
 * From a day on one leads what the other led, in the plans chosen: leads of what is still open are named anew, what
 * has ended keeps the name, and the words as they stood are in the history. Posts pass on where asked. One change set.
 */
export function handOver(
  { app, register }: Doing,
  o: Who & { planIds: readonly (string | null)[]; posts: boolean; retire: boolean },
): { changed: number; label: string } {
  const { db } = register;
  const { leaver, successor } = bothOf(db, o, app.options.today());
  const chosen = new Set(o.planIds);
  const rows = ledByPeople(db, [o.personId]).filter((row) => open(row) && chosen.has(row.planId));
  const held = o.posts ? postsOn(db, leaver, o.on, successor) : [];
  if (rows.length + held.length === 0 && !o.retire) {
    throw new AppError(
      'not-possible',
      `Nothing of ${leaver.name} is chosen. Choose a plan, or a post to pass on.`,
    );
  }
  const words = handOverInWords(countsOf(rows));
  const label = `Hand-over from ${leaver.name} to ${successor.name} from ${formatDay(o.on)}${words ? `: ${words}` : ''}`;
  const already = leadIdsBeside(db, rows, o.successorId);
  register.act({ kind: 'edit', label }, (tx) => {
    const named = new Set<string>();
    for (const row of rows) {
      // Named beside the leaver, or named twice: once is enough.
      const place = `${row.kind} ${row.id}`;
      if (already.has(row.leadId) || named.has(place)) deleteRow(tx, leads, row.leadId);
      else {
        const said = successorWords({ text: row.said, role: row.saidRole }, successor);
        updateRow(tx, leads, row.leadId, { ...said, personId: successor.id });
      }
      named.add(place);
    }
    for (const spell of held) passOn(tx, app.options.newId, spell, { on: o.on, successorId: successor.id });
    if (o.retire) updateRow(tx, people, leaver.id, { retiredOn: o.on });
  });
  return { changed: rows.length, label };
}

/** The leaver's spell ends the day before, and the successor's begins; one that had not begun is the successor's. */
function passOn(
  tx: WriteDb,
  newId: () => string,
  spell: Spell,
  o: { on: string; successorId: string },
): void {
  if (spell.from !== null && spell.from >= o.on) {
    updateRow(tx, spells, spell.id, { personId: o.successorId });
    return;
  }
  updateRow(tx, spells, spell.id, { until: addDays(o.on, -1) });
  insertRow(tx, spells, {
    id: newId(),
    position: lastTiePosition(tx, 'spells') + 1_024,
    ofId: spell.ofId,
    personId: o.successorId,
    from: o.on,
    until: spell.until,
  });
}

function countsOf(rows: readonly LedRow[]) {
  return [...Map.groupBy(rows, ({ planId }) => planId).values()].map((own) => {
    const of = (kind: LedRow['kind']) => own.filter((row) => row.kind === kind).length;
    return { actions: of('action'), measures: of('measure'), kpis: of('kpi'), sections: of('section') };
  });
}
