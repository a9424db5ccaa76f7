import { actionsLeft, actionsWithout, unknownLeads } from '#db/queries/checks-records.ts';
import { knownPeople } from '#db/queries/people-list.ts';
import { readSettings } from '#db/queries/settings.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { otherRow } from '#shared/domain/references.ts';
import { readingsOf } from '#shared/domain/timescale-readings.ts';
import { listWords } from '#shared/domain/words.ts';
import { peopleIndex } from '../../people/people-index.ts';
import { periodOf } from '../judge.ts';
import { type Data, onAction, type Raw, remedyOf } from './raw.ts';

/** Gaps of the actions themselves: no date, no lead, no measure, and words that say neither clearly. */

export function* dates({ db, open, judgement }: Data): Generator<Raw> {
  const yearStartMonth = readSettings(db).financialYearStart;
  for (const action of open) {
    const { timescale, id, planId } = action;
    const write = { into: 'timescale' as const, words: timescale?.text ?? '' };
    if (timescale === null) yield onAction('no-date', action, 'It has no date.', { write });
    else if (timescale.kind === 'unknown') {
      const says = `“${timescale.text}” is not read as a date. The words are kept.`;
      yield onAction('no-date', action, says, { write });
    } else if (timescale.ambiguous) {
      const period = periodOf(judgement.plans.get(planId));
      const readings = readingsOf(timescale, { yearStartMonth, period });
      yield onAction('ambiguous-date', action, `“${timescale.text}” reads two ways.`, {
        remedies: readings.map(({ says, words }) => remedyOf(id, 'reading', says, words)),
        write,
      });
    }
  }
}

export function* leads({ db, open, sections, judgement }: Data): Generator<Raw> {
  const without = actionsWithout(db, 'leads');
  const byId = new Map(sections.map((section) => [section.id, section]));
  const known = knownPeople(db);
  const names = new Map(known.map(({ id, name }) => [id, name]));
  const people = peopleIndex(known);
  const unknown = Map.groupBy(unknownLeads(db), (lead) => lead.actionId);
  const left = new Map(actionsLeft(db, judgement.today).map((one) => [one.actionId, one]));
  for (const action of open) {
    const gone = left.get(action.id);
    if (gone) {
      const says = `“${gone.name}” leads nothing since ${formatDay(gone.since)}, and nobody else is named.`;
      yield onAction('no-lead', action, says, { write: { into: 'leads', words: gone.all }, basis: gone });
    }
    if (without.has(action.id)) {
      const own = byId.get(action.sectionId ?? '')?.leads ?? null;
      yield onAction('no-lead', action, 'Nobody leads it.', {
        remedies:
          own === null
            ? []
            : [remedyOf(action.id, 'section-leads', `Give it the section’s: ${own.replaceAll('\n', ', ')}`)],
        write: { into: 'leads', words: '' },
        basis: { text: action.text, own },
      });
    }
    const nobody = unknown.get(action.id)?.map((lead) => lead.text) ?? [];
    if (nobody.length === 0) continue;
    const several = nobody.find((text) => (people.lookUp(text)?.size ?? 0) > 1);
    const quoted = listWords(nobody.map((text) => `“${text}”`));
    const says =
      several === undefined ? 'is nobody of the register yet.' : 'fits more than one person of the register.';
    yield onAction('unknown-lead', action, `${quoted} ${says}`, {
      basis: nobody,
      remedies:
        several === undefined
          ? [remedyOf(action.id, 'add-people', 'Add to the people')]
          : [...(people.lookUp(several) ?? [])].map((personId) =>
              remedyOf(action.id, 'lead-is', names.get(personId) ?? several, personId),
            ),
      write: { into: 'leads', words: unknown.get(action.id)?.[0]?.all ?? '' },
    });
  }
}

/** Where a plan measures its actions, those without a measure. A plan that measures none has another way of working. */
export function* measures({ db, open, judgement }: Data): Generator<Raw> {
  const without = actionsWithout(db, 'measures');
  const measuring = new Set(
    judgement.actions.flatMap(({ action }) => (without.has(action.id) ? [] : [action.planId])),
  );
  for (const action of open) {
    if (!without.has(action.id) || !measuring.has(action.planId) || otherRow(action.text) !== null) continue;
    yield onAction('no-measures', action, 'It has no measure, so nobody can tell when it is done.', {
      write: { into: 'measures', words: '' },
      basis: action.text,
    });
  }
}
