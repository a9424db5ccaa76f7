import type { AgendaItem, Attendance, Meeting, Person, Resolution } from '#shared/contract/register.ts';
import { type AsOf, actionId, isKnown } from './build-plans.ts';
import { exampleId } from './ids.ts';
import type { MeetingRow } from './meetings.ts';

export type MeetingRecords = {
  meetings: Meeting[];
  attendance: Attendance[];
  agendaItems: AgendaItem[];
  resolutions: Resolution[];
};

export const bodyId = (name: string): string => exampleId(`body ${name}`);

export function addMeeting(
  row: MeetingRow,
  context: { asOf: AsOf; people: readonly Person[]; records: MeetingRecords },
): void {
  const { asOf, people, records } = context;
  if (!isKnown(row.on, asOf)) return;
  const id = exampleId(`meeting ${row.name}`);
  records.meetings.push({
    id,
    source: null,
    bodyId: bodyId(row.body),
    title: row.title,
    heldOn: row.on,
    place: row.place,
    minuteRef: row.minutes,
    furtherTo: row.furtherTo,
    state: row.state,
  });
  const attend = (state: Attendance['state']) => (who: string) => {
    const person = people.find(({ initials }) => initials === who);
    records.attendance.push({
      id: exampleId(`attendance ${row.name} ${who}`),
      source: null,
      meetingId: id,
      name: person?.name ?? who,
      personId: person?.id ?? null,
      state,
      substituteFor: null,
    });
  };
  row.present.forEach(attend('present'));
  row.apologies.forEach(attend('apologies'));
  row.absent?.forEach(attend('absent'));
  for (const item of row.items) {
    const itemId = exampleId(`item ${row.name} ${item.number}`);
    records.agendaItems.push({
      id: itemId,
      source: null,
      meetingId: id,
      number: item.number,
      title: item.title,
      text: item.text ?? '',
      points: (item.points ?? []).map(([heading, text]) => ({ heading, text })),
    });
    for (const { number, text, kind, action } of item.resolved ?? []) {
      records.resolutions.push({
        id: exampleId(`resolution ${number}`),
        source: null,
        meetingId: id,
        agendaItemId: itemId,
        number,
        text,
        kind,
        actionId: action ? actionId(...action) : null,
      });
    }
  }
}
