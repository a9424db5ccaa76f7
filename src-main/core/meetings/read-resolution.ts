import type { ReadDb } from '#db/handles.ts';
import { meetingsOfBody } from '#db/queries/meetings-list.ts';
import { knownPeople } from '#db/queries/people-list.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Lead } from '#shared/contract/record.ts';
import type { ResolutionReading } from '#shared/contract/resolutions.ts';
import type { Timescale } from '#shared/contract/timescale.ts';
import { readLeads } from '#shared/domain/leads.ts';
import { owedNext } from '#shared/domain/owed-reports.ts';
import { taskOf } from '#shared/domain/resolution-task.ts';
import { timeOf, timeWordsIn } from '../imports/recognise/minutes/arising.ts';
import { askedIn, resolutionKind, withoutOpening } from '../imports/recognise/minutes/resolutions.ts';
import { peopleIndex } from '../people/people-index.ts';
import { meetingNamed } from './read-meeting.ts';

/**
 * What the words of a resolution seem to ask for, by the rules by which minutes are read in: whether it notes, decides,
 * asks somebody to act or wants a report; who is meant, by when, and how often. To be checked before it is kept.
 */
export function readResolution(db: ReadDb, meetingId: string, text: string): ResolutionReading {
  const meeting = meetingNamed(db, meetingId);
  const words = text.trim();
  if (words === '') return { kind: null, task: '', leads: [], due: null, every: null, nextOn: null };
  const leads = leadsIn(db, words);
  const time = timeWordsIn(words);
  const kind = asksAfterAll(resolutionKind(words), leads, time);
  const { financialYearStart } = readSettings(db);
  const read = time === null ? null : timeOf(time, meeting.heldOn, financialYearStart);
  const every = kind === 'report' && read?.recurrence ? read.text : null;
  const due = every === null ? atNextMeeting(db, meeting, read) : null;
  return {
    kind,
    task: taskOf(withoutOpening(words), {
      leads: leads.map(({ text: name }) => name),
      time,
      isReport: kind === 'report',
    }),
    leads,
    due,
    every,
    nextOn: every === null || meeting.heldOn === null ? null : owedNext(every, meeting.heldOn),
  };
}

/**
 * "That J Whitlock agree the hours by 31 January" reads as what is agreed; a person of the register and a time by which
 * say that somebody is to do it.
 */
function asksAfterAll(
  kind: ResolutionReading['kind'],
  leads: readonly Lead[],
  time: string | null,
): ResolutionReading['kind'] {
  const isSomebodys = time !== null && leads.some(({ personId }) => personId !== null);
  return kind === 'decision' && isSomebodys ? 'action' : kind;
}

/** "By the next meeting" is the day of that meeting, where it is planned. */
function atNextMeeting(
  db: ReadDb,
  { bodyId, heldOn }: { bodyId: string | null; heldOn: string | null },
  due: Timescale | null,
): Timescale | null {
  if (!due || due.end !== null || bodyId === null || !/\bnext meeting\b/i.test(due.text)) return due;
  const next = meetingsOfBody(db, bodyId).find(
    (one) => one.state !== 'cancelled' && one.heldOn !== null && one.heldOn > (heldOn ?? ''),
  );
  return next?.heldOn ? { ...due, kind: 'by', end: next.heldOn, precision: 'day' } : due;
}

/** Who is asked and, where the words name people of the register besides, those: each once. */
function leadsIn(db: ReadDb, text: string): Lead[] {
  const people = knownPeople(db);
  const index = peopleIndex(people);
  const byShortName = Map.groupBy(
    people.filter(({ kind }) => kind === 'person'),
    ({ name }) => shortName(name),
  );
  const asked = askedIn(text)?.who ?? '';
  const found: Lead[] = asked === '' ? [] : readLeads(asked).map((lead) => known(lead));
  function known(lead: Lead): Lead {
    const short = shortName(lead.text);
    const likely = short === '' ? undefined : byShortName.get(short)?.map(({ id }) => id);
    const named = index.lookUp(lead.text) ?? likely;
    const [only, ...others] = named ?? [];
    return only !== undefined && others.length === 0 ? { ...lead, personId: only } : lead;
  }
  const words = text.split(/\s+/).map((word) => word.replace(/^[(“"]+|[).,;:”"]+$/g, ''));
  for (let length = 4; length >= 1; length -= 1) {
    for (let at = 0; at + length <= words.length; at += 1) {
      const name = words.slice(at, at + length).join(' ');
      if (!/^\p{Lu}/u.test(name) || (length === 1 && !/^\p{Lu}{2,4}$/u.test(name))) continue;
      const lead = known({ text: name, personId: null, role: null, note: null });
      if (lead.personId !== null && !found.some(({ personId }) => personId === lead.personId))
        found.push(lead);
    }
  }
  return found;
}

/** "j whitlock" of "Jean Whitlock" and of "J. Whitlock", as minutes write people; empty where there is no surname. */
function shortName(name: string): string {
  const words = name.replace(/\./g, ' ').trim().toLowerCase().split(/\s+/);
  const surname = words.length > 1 ? (words.at(-1) ?? '') : '';
  return surname.length > 1 ? `${words[0]?.charAt(0) ?? ''} ${surname}` : '';
}
