import { describe, expect, it } from 'vitest';
import { boards } from '#test/fixtures/minutes/boards.ts';
import { groups } from '#test/fixtures/minutes/groups.ts';
import { others } from '#test/fixtures/minutes/others.ts';
import { realShapes } from '#test/fixtures/minutes/real-shapes.ts';
import { readGrids } from './reads.ts';

describe.each([...boards, ...groups, ...others, ...realShapes])('$name', (truth) => {
  const { drafts, recognition } = readGrids([truth.grid]);
  const [meeting] = drafts.meetings;

  it('gives the meeting of its body', () => {
    expect(drafts.meetings.filter((one) => one.state !== 'proposed')).toHaveLength(1);
    expect({
      body: drafts.bodies[meeting?.body ?? -1]?.name ?? null,
      heldOn: meeting?.heldOn,
      place: meeting?.place ?? null,
      state: meeting?.state,
      furtherTo: meeting?.furtherTo ?? null,
      minuteRef: meeting?.minuteRef ?? null,
    }).toEqual({
      body: truth.body,
      heldOn: truth.heldOn,
      place: truth.place ?? null,
      state: truth.state ?? 'draft-minutes',
      furtherTo: truth.furtherTo ?? null,
      minuteRef: truth.minuteRef ?? null,
    });
    expect(drafts.meetings.find((one) => one.state === 'proposed')?.heldOn ?? null).toBe(truth.next ?? null);
  });

  it('says who was there, with the words beside their names', () => {
    const of = (state: string) =>
      drafts.attendance.filter((one) => one.state === state).map((one) => one.name);
    expect(new Set(of('present'))).toEqual(new Set(truth.present));
    expect(new Set(of('apologies'))).toEqual(new Set(truth.apologies ?? []));
    expect(new Set(of('absent'))).toEqual(new Set(truth.absent ?? []));
    for (const [name, role] of Object.entries(truth.roles ?? {}))
      expect(drafts.attendance.find((one) => one.name === name)?.role).toContain(role);
  });

  it('has the items in order, with their points', () => {
    expect(drafts.agendaItems.map(({ number, title }) => [number, title])).toEqual(truth.items);
    const points = Map.groupBy(
      drafts.agendaItems.flatMap((item) => item.points),
      (point) => point.heading,
    );
    expect([...points].map(([heading, those]) => [heading, those.map((one) => one.text)])).toEqual(
      truth.points ?? [],
    );
  });

  it('has the resolutions, their numbers and kinds', () => {
    expect(drafts.resolutions).toHaveLength(truth.resolutions?.length ?? 0);
    truth.resolutions?.forEach(([text, kind, number], at) => {
      const one = drafts.resolutions[at];
      expect(one?.text).toContain(text);
      expect([text, one?.kind]).toEqual([text, kind]);
      if (number !== undefined) expect(one?.number).toBe(number);
      expect(one?.action !== null, `${text} is tracked`).toBe(kind === 'action' || kind === 'report');
    });
  });

  it('has the actions arising, who leads them and when', () => {
    expect(drafts.actions.map((one) => one.text)).toHaveLength(truth.actions?.length ?? 0);
    for (const said of truth.actions ?? []) {
      const one = drafts.actions.find((action) => action.text.includes(said.text));
      expect(one, said.text).toBeDefined();
      if (said.leads) expect(one?.leads.map((lead) => lead.text)).toEqual(said.leads);
      if (said.end !== undefined) expect(one?.timescale?.end).toBe(said.end);
      if (said.recurrence !== undefined) expect(one?.timescale?.recurrence).toBe(said.recurrence);
      expect(drafts.plans[one?.plan ?? -1]?.kind).toBe('actions arising');
    }
  });

  it('loses nothing and leaves nothing in the tray', () => {
    expect(drafts.tray.map((piece) => piece.text)).toEqual([]);
    expect(recognition.reconciliation.lost).toBe(0);
  });
});
