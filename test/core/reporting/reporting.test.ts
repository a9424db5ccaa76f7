import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRegister } from '#db/queries/register-json.ts';
import { layOutReporting } from '#shared/domain/reporting-layout.ts';
import { addBody } from '../cycles/bodies.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';

const nobody = { bodyId: null, planId: null, words: null };
const words = (text: string) => ({ ...nobody, words: text });
const line = { level: null, from: nobody, report: 'Highlights and risks', every: null, to: nobody };

describe('reporting lines', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());
  const reports = async () => (await office.caller.reporting.list()).map(({ report }) => report);

  it('hold six levels between bodies and words, and draw them one above the other', async () => {
    const board = addBody(office, { name: 'Strategic partnership' });
    for (const level of [6, 3, 1, 2, 5, 4]) {
      await office.caller.reporting.add({
        ...line,
        level,
        report: `Report ${level}`,
        from: words(`Group ${level}`),
        to: level === 1 ? { ...nobody, bodyId: board } : words(`Group ${level - 1}`),
      });
    }
    const list = await office.caller.reporting.list();
    expect(list.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(list[0]?.to).toEqual({ key: `body ${board}`, kind: 'body', title: 'Strategic partnership' });
    const { boxes } = layOutReporting(list);
    expect(boxes).toHaveLength(13);
    expect(new Set(boxes.map(({ row }) => row)).size).toBe(13);
  });

  it('are changed, moved among their level and taken out, each undone in one step', async () => {
    const { reporting, history } = office.caller;
    const { lineId } = await reporting.add({ ...line, report: 'A' });
    await reporting.add({ ...line, report: 'B' });
    expect(await reporting.move({ lineId, by: 1 })).toEqual({ lineId, moved: true });
    expect(await reports()).toEqual(['B', 'A']);
    expect(await reporting.move({ lineId, by: 1 })).toEqual({ lineId, moved: false });
    await reporting.change({ lineId, ...line, report: 'A, each quarter', every: 'quarterly' });
    expect(await reports()).toEqual(['B', 'A, each quarter']);
    await reporting.remove({ lineId });
    expect(await reports()).toEqual(['B']);
    await history.undo();
    await history.undo();
    await history.undo();
    expect(await reports()).toEqual(['A', 'B']);
  });

  it('show what a body says itself of whom it reports to, until a line says so', async () => {
    const board = addBody(office, { name: 'Board' });
    const group = addBody(office, { name: 'Group', reportsToId: board });
    const [own] = await office.caller.reporting.list();
    expect(own).toMatchObject({ report: '', line: null, from: { title: 'Group' }, to: { title: 'Board' } });
    await office.caller.reporting.add({
      ...line,
      from: { ...nobody, bodyId: group },
      to: { ...nobody, bodyId: board },
    });
    expect(await reports()).toEqual(['Highlights and risks']);
  });

  it('are refused without anything to say, from a body to itself, and to a body that is gone', async () => {
    const board = addBody(office, { name: 'Board' });
    const before = readRegister(office.register.db);
    const end = { ...nobody, bodyId: board };
    const { reporting } = office.caller;
    expect((await refusalOf(reporting.add({ ...line, report: '' }))).code).toBe('not-possible');
    expect((await refusalOf(reporting.add({ ...line, from: end, to: end }))).code).toBe('not-possible');
    const gone = { ...nobody, bodyId: '0192f0c1-7d3a-7c4e-9a8b-2f1d3c5b7a90' };
    expect((await refusalOf(reporting.add({ ...line, to: gone }))).code).toBe('not-found');
    expect(readRegister(office.register.db)).toEqual(before);
  });
});
