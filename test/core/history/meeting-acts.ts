import { at, type Doing } from './pick.ts';

const day = (n: number) => `2010-${String(1 + (n % 12)).padStart(2, '0')}-14`;

/** A body; where there is none yet, adding one is the act, and there is nothing more to do. */
async function aBody({ office: { caller }, a }: Doing): Promise<string | null> {
  const found = at(await caller.bodies.list(), a);
  if (found) return found.id;
  const resolving = { words: 'R{n}', counts: 'meeting' as const };
  const numbering = { pattern: '{n}/{yy}', counts: 'calendar-year' as const, of: 'item' as const };
  await caller.bodies.add({ name: `Board ${a}`, quorum: 1, numbering, resolving });
  return null;
}

/** A meeting; where there is none yet, planning one is the act. */
async function aMeeting(doing: Doing): Promise<string | null> {
  const { caller } = doing.office;
  const found = at(await caller.meetings.list(), doing.a);
  if (found) return found.id;
  const bodyId = await aBody(doing);
  if (bodyId !== null) await caller.meetings.plan({ bodyId, on: day(doing.b) });
  return null;
}

/** Acts on bodies, meetings, agendas, minutes, resolutions and reports owed. */
export const meetingActs: Record<string, (doing: Doing) => Promise<unknown>> = {
  async body(doing) {
    const { office, a, b, text } = doing;
    const bodyId = await aBody(doing);
    if (bodyId === null) return;
    if (b % 7 === 0) return await office.caller.bodies.remove({ bodyId });
    if (b % 5 === 0)
      return await office.caller.bodies.add({ name: `Group ${text} ${a}`, reportsToId: bodyId });
    return await office.caller.bodies.edit({ bodyId, terms: text, papersDays: b, usualStart: '14:00' });
  },
  async member(doing) {
    const { office, b, text } = doing;
    const bodyId = await aBody(doing);
    if (bodyId === null) return;
    const { members } = await office.caller.bodies.get({ bodyId });
    const member = at(members, b);
    if (!member || b % 2)
      return await office.caller.bodies.addMember({
        bodyId,
        name: text,
        role: null,
        from: null,
        until: null,
      });
    if (b % 3 === 0) return await office.caller.bodies.removeMember({ memberId: member.id });
    return await office.caller.bodies.editMember({ memberId: member.id, role: text, until: day(b) });
  },
  async standing(doing) {
    const { office, b, text } = doing;
    const item = { title: text, kind: null, plannedMinutes: b, officer: { text, personId: null } };
    const items = Array.from({ length: b % 4 }, () => item);
    const bodyId = await aBody(doing);
    if (bodyId !== null) await office.caller.bodies.setStandingItems({ bodyId, items });
  },
  async meeting(doing) {
    const { office, b, c, text } = doing;
    const { caller } = office;
    const meetingId = await aMeeting(doing);
    if (meetingId === null) return;
    if (b % 11 === 0) return await caller.meetings.remove({ meetingId });
    if (b % 7 === 0) return await caller.meetings.cancel({ meetingId, why: text });
    if (b % 5 === 0) return await caller.meetings.restore({ meetingId });
    if (b % 3 === 0) {
      const meetings = [{ on: day(b) }, { on: day(c), place: text }];
      const bodyId = await aBody(doing);
      return bodyId && (await caller.meetings.planMany({ bodyId, meetings }));
    }
    return await caller.meetings.edit({ meetingId, on: day(c), place: text, chair: text });
  },
  async agenda(doing) {
    const { caller } = doing.office;
    const meetingId = await aMeeting(doing);
    if (meetingId === null) return;
    const proposal = await caller.agenda.proposal({ meetingId });
    const items = proposal.filter((_, index) => (index + doing.b) % 2 === 0);
    if (items.length > 0) await caller.agenda.build({ meetingId, items });
  },
  async item(doing) {
    const { office, planId, b, c, text } = doing;
    const { caller } = office;
    const meetingId = await aMeeting(doing);
    if (meetingId === null) return;
    const { items } = await caller.meetings.get({ meetingId });
    const [item, other] = [at(items, b), at(items, c)];
    const link = { text, planId, sectionId: null, actionId: null, kpiId: null, resolutionId: null };
    if (!item || b % 4 === 0)
      return await caller.agenda.addItem({ meetingId, title: text, links: [link], afterItemId: null });
    if (b % 5 === 0) return await caller.agenda.removeItem({ itemId: item.id });
    if (b % 3 === 0) return await caller.agenda.moveItem({ itemId: item.id, afterItemId: other?.id ?? null });
    const points = [{ heading: '', text, ...(c % 2 ? { confidential: true as const } : {}) }];
    return await caller.agenda.editItem({
      itemId: item.id,
      points,
      officer: text,
      links: c % 3 ? [] : [link],
    });
  },
  async hold(doing) {
    const { office, b, text } = doing;
    const { caller } = office;
    const meetingId = await aMeeting(doing);
    if (meetingId === null) return;
    if (b % 4 === 0) return await caller.minutes.begin({ meetingId });
    if (b % 4 === 1) return await caller.minutes.close({ meetingId, closedTime: '16:00' });
    if (b % 4 === 2) {
      const name = `${text} ${b}`;
      return await caller.minutes.attend({ meetingId, attendanceId: null, name, state: 'present' });
    }
    return await caller.minutes.circulate({ meetingId, on: day(b), commentsBy: null });
  },
  async confirm(doing) {
    const { office, b, text } = doing;
    const meetingId = await aMeeting(doing);
    if (meetingId === null) return;
    if (b % 2 === 0)
      return await office.caller.minutes.confirm({ meetingId, on: '2011-12-31', atMeetingId: null });
    const correction = { meetingId, atMeetingId: null, itemId: null, on: '2011-12-31', text };
    return await office.caller.minutes.recordCorrection(correction);
  },
  async 'tell at meeting'(doing) {
    const { office, planId, b, text } = doing;
    const action = at((await office.caller.plans.get({ planId })).actions, b);
    if (!action) return;
    const told = { actionIds: [action.id], state: 'on-track' as const, text, by: null };
    const meetingId = await aMeeting(doing);
    if (meetingId !== null) await office.caller.minutes.tell({ meetingId, ...told });
  },
  async resolution(doing) {
    const { office, planId, a, b, text } = doing;
    const { caller } = office;
    const meetingId = await aMeeting(doing);
    if (meetingId === null) return;
    const { items, resolutions } = await caller.meetings.get({ meetingId });
    const [item, one] = [at(items, b), at(resolutions, a)];
    const resolutionId = one?.resolution.id ?? '';
    const action = { as: 'action' as const, planId, sectionId: null, text, leads: text, when: text };
    const report = {
      as: 'report' as const,
      title: text,
      toBodyId: null,
      every: 'quarterly',
      nextOn: day(a),
      officer: text,
    };
    if (item && (!one || b % 2 === 0)) {
      const track = [b % 3 === 0 ? action : report];
      return await caller.resolutions.add({ itemId: item.id, text, leads: text, due: text, track });
    }
    if (!one) return;
    if (b % 7 === 0) return await caller.resolutions.remove({ resolutionId });
    if (b % 5 === 0) return await caller.resolutions.track({ resolutionId, track: action });
    if (b % 3 === 0) {
      const settled = { state: 'done' as const, on: day(a), words: text, supersededById: null };
      return await caller.resolutions.settle({ resolutionId, ...settled });
    }
    return await caller.resolutions.edit({ resolutionId, text, leads: text });
  },
  async owed(doing) {
    const { office, b, text } = doing;
    const { caller } = office;
    const owed = at(await caller.owedReports.list({}), b);
    if (!owed) {
      const fields = { title: text, every: 'termly', nextOn: day(b), officer: null, resolutionId: null };
      return await caller.owedReports.add({ ...fields, toBodyId: null });
    }
    const owedReportId = owed.report.id;
    if (b % 5 === 0) return await caller.owedReports.remove({ owedReportId });
    if (b % 3 === 0) return await caller.owedReports.edit({ owedReportId, officer: text });
    return await caller.owedReports.deliver({ owedReportId, on: day(b), meetingId: null, words: text });
  },
};
