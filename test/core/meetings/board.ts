import type { Office } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

/** An invented board with three members, a plan it oversees, and a meeting that is planned. */
export type Board = { bodyId: string; meetingId: string; plan: SamplePlan; members: string[] };

export async function sampleBoard(office: Office): Promise<Board> {
  const { caller } = office;
  const plan = await samplePlan(office);
  const { bodyId } = await caller.bodies.add({
    name: 'Harbour partnership board',
    kind: 'board',
    quorum: 2,
    usualPlace: 'Lantern room',
    usualStart: '14:00',
    usualMinutes: 120,
    papersDays: 7,
    numbering: { pattern: '{n}/{yy}', counts: 'calendar-year', of: 'item' },
    resolving: { words: 'RESOLVED ({n})', counts: 'item' },
  });
  const members: string[] = [];
  for (const name of ['Nia Rowe', 'Ruth Adeyemi', 'Tom Pell']) {
    const member = { bodyId, name, role: name === 'Nia Rowe' ? 'chair' : null, from: null, until: null };
    members.push((await caller.bodies.addMember(member)).memberId);
  }
  const { meetingId } = await caller.meetings.plan({ bodyId, on: '2010-10-14' });
  return { bodyId, meetingId, plan, members };
}

/** The meeting held: one item with a resolution that is tracked as an action of the plan. */
export async function holdMeeting(
  { caller }: Office,
  { meetingId, plan }: Board,
): Promise<{ itemId: string; resolutionId: string; actionId: string }> {
  await caller.minutes.begin({ meetingId });
  const { itemId } = await caller.agenda.addItem({
    meetingId,
    title: 'Leaflet',
    text: 'The board heard how the leaflet was received.',
    points: [
      { heading: 'Strengths', text: 'It is short' },
      { heading: '', text: 'Who pays for the second print?', kind: 'question' },
      { heading: '', text: 'The library', kind: 'answer' },
    ],
  });
  const { resolutionId, actionId } = await caller.resolutions.add({
    itemId,
    text: 'That Ruth Adeyemi print the leaflet again by 30 November 2010',
    leads: 'Ruth Adeyemi',
    due: 'by 30 November 2010',
    track: [
      {
        as: 'action',
        planId: plan.planId,
        sectionId: plan.first,
        text: 'Print the leaflet again',
        leads: 'Ruth Adeyemi',
        when: 'by 30 November 2010',
      },
    ],
  });
  await caller.minutes.close({ meetingId, closedTime: '15:40' });
  return { itemId, resolutionId, actionId: actionId ?? '' };
}
