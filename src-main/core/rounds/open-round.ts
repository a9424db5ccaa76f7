import type { z } from 'zod';
import type { ReadDb, WriteDb } from '#db/handles.ts';
import { planHeads } from '#db/queries/people-led.ts';
import { peopleWithLoad } from '#db/queries/people-list.ts';
import { formRow, roundRow } from '#db/queries/rounds.ts';
import { readSettings } from '#db/queries/settings.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { roundForms, rounds } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { PersonRow } from '#shared/contract/people.ts';
import type { FormContent } from '#shared/contract/round-records.ts';
import type { RoundProposal, roundsContract } from '#shared/contract/rounds.ts';
import { addDays, formatDay } from '#shared/domain/dates.ts';
import { financialQuarterBefore } from '#shared/domain/round-names.ts';
import { addressesOf, shareOut } from '#shared/domain/round-share.ts';
import { count } from '#shared/domain/words.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { noPlan } from '../plans/read-plans.ts';
import { type Asked, type Askings, askings } from './gather.ts';
import { momentOf } from './moment.ts';

/** Opening a round: who is asked about what, told first, then written as one act. */

const step = 1_024;
/** Days a lead has where nothing else is said. */
const usualDays = 14;

type Shared = { person: PersonRow; content: FormContent };

/** The form that each lead would get, in the order of the people. */
export function everyForm(
  db: ReadDb,
  asked: Asked,
): { forms: Shared[]; all: Askings; unasked: RoundProposal['unasked'] } {
  const all = askings(db, asked);
  const people = new Map(peopleWithLoad(db).map((person) => [person.id as string, person]));
  const actions = shareOut(all.actions, people, asked.today);
  const measures = shareOut(all.measures, people, asked.today);
  const figures = shareOut(all.figures, people, asked.today);
  const forms = [...people.values()].flatMap((person): Shared[] => {
    const own = {
      actions: (actions.byPerson.get(person.id) ?? []).map(({ action }) => action),
      measures: (measures.byPerson.get(person.id) ?? []).map(({ measure }) => measure),
      figures: (figures.byPerson.get(person.id) ?? []).map(({ figure }) => figure),
    };
    if (own.actions.length + own.measures.length + own.figures.length === 0) return [];
    const plans = new Set<string>(own.actions.map(({ planId }) => planId));
    return [{ person, content: { keys: all.keys.filter(({ planId }) => plans.has(planId)), ...own } }];
  });
  return {
    forms,
    all,
    unasked: [
      ...actions.unasked.map(({ action: { ref, text } }) => ({ kind: 'action' as const, ref, text })),
      ...figures.unasked.map(({ figure: { ref, name, period } }) => ({
        kind: 'figure' as const,
        ref,
        text: `${name}, ${period.label}`,
      })),
    ],
  };
}

function refuseUnknownPlans(db: ReadDb, planIds: readonly string[] | null): void {
  const known = new Set(planHeads(db).map(({ id }) => id));
  if (planIds?.some((id) => !known.has(id))) throw noPlan();
}

/** What opening would do. Writes nothing. */
export function proposeRound(
  db: ReadDb,
  today: string,
  o: z.output<typeof roundsContract.propose.input>,
): RoundProposal {
  refuseUnknownPlans(db, o.planIds);
  const dueOn = o.dueOn ?? addDays(today, usualDays);
  const { forms, all, unasked } = everyForm(db, { planIds: o.planIds, today, dueOn });
  const people = new Map(peopleWithLoad(db).map((person) => [person.id as string, person]));
  return {
    name: financialQuarterBefore(today, readSettings(db).financialYearStart),
    dueOn,
    plans: planHeads(db)
      .filter(({ continued }) => !continued)
      .map(({ id, title }) => ({
        id,
        title,
        actions: all.actions.filter(({ action }) => action.planId === id).length,
      })),
    leads: forms.map(({ person, content }) => ({
      personId: person.id,
      name: person.name,
      addresses: addressesOf(person, people, today),
      actions: content.actions.length,
      measures: content.measures.length,
      figures: content.figures.length,
    })),
    actions: all.actions.length,
    figures: all.figures.length,
    unasked,
  };
}

/** One form a lead, with what stands in the register now. Throws `nothing-found` where nobody is asked anything. */
export function openRound({ app, register }: Doing, o: z.output<typeof roundsContract.open.input>): string {
  const { newId, today } = app.options;
  const day = today();
  if (o.dueOn !== null && o.dueOn < day) {
    throw new AppError(
      'wrong-use',
      `${formatDay(o.dueOn)} is over. Choose a day by which the forms can be back.`,
    );
  }
  refuseUnknownPlans(register.db, o.planIds);
  const { forms } = everyForm(register.db, { planIds: o.planIds, today: day, dueOn: o.dueOn });
  const wanted = forms.filter(({ person }) => !o.without.some((id) => id === person.id));
  if (wanted.length === 0) {
    throw new AppError(
      'nothing-found',
      'Nobody would get a form: no open action, measure or figure that is due has a lead whom the register knows. Give them leads first.',
    );
  }
  const at = momentOf(app.options);
  const label = `update round “${o.name}” for ${count(wanted.length, 'lead')}`;
  return register.act({ kind: 'round', label }, (tx) => writeRound(tx, newId, { ...o, at }, wanted));
}

/** Writes a round and its forms within an act; gives its id. */
export function writeRound(
  tx: WriteDb,
  newId: () => string,
  { name, dueOn, at }: { name: string; dueOn: string | null; at: string },
  forms: readonly Shared[],
): string {
  const roundId = newId();
  insertRow(tx, rounds, { id: roundId, name, openedAt: at, dueOn });
  forms.forEach(({ person, content }, index) => {
    insertRow(tx, roundForms, {
      id: newId(),
      roundId,
      position: (index + 1) * step,
      personId: person.id,
      name: person.name,
      state: 'sent',
      version: 1,
      sentAt: at,
      sent: content,
      settled: {},
    });
  });
  return roundId;
}

export const noRound = () =>
  new AppError('not-found', 'This round is no longer in the register. Go back to the list of rounds.');
export const noForm = () =>
  new AppError(
    'not-found',
    'This form is no longer in the register. Opening its round may have been undone.',
  );

/** A closed round takes nothing more. */
export function closeRound({ app, register }: Doing, o: { roundId: string; closed: boolean }): void {
  const round = roundRow(register.db, o.roundId);
  if (!round) throw noRound();
  if ((round.closedAt !== null) === o.closed) return;
  const label = `update round “${round.name}” ${o.closed ? 'closed' : 'opened again'}`;
  register.act({ kind: 'round', label }, (tx) =>
    updateRow(tx, rounds, o.roundId, { closedAt: o.closed ? momentOf(app.options) : null }),
  );
}

/** The form of one lead made anew: what is theirs now, as it stands now. What came back before stays merged. */
export function renewForm({ app, register }: Doing, formId: string): number {
  const form = formRow(register.db, formId);
  const round = form && roundRow(register.db, form.roundId);
  if (!form || !round) throw noForm();
  const asked = { planIds: null, today: app.options.today(), dueOn: round.dueOn };
  const own = everyForm(register.db, asked).forms.find(({ person }) => person.id === form.personId);
  if (!own) {
    throw new AppError('nothing-found', `Nothing is ${form.name}’s any more, so there is nothing to ask.`);
  }
  const version = form.version + 1;
  register.act({ kind: 'round', label: `new form for ${form.name}` }, (tx) =>
    updateRow(tx, roundForms, formId, {
      version,
      sent: own.content,
      sentAt: momentOf(app.options),
      state: 'sent',
      returned: null,
      settled: {},
      returnedAt: null,
      remindedAt: null,
    }),
  );
  return version;
}
