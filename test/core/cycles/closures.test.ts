import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRegister } from '#db/queries/register-json.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';

describe('closures', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());
  const easter = {
    name: 'Easter holiday',
    kind: 'school-holiday',
    from: '2011-04-11',
    until: '2011-04-25',
  } as const;

  it('are kept in order of day, changed and taken out, each as one act', async () => {
    const { closures } = office.caller;
    await closures.add({ ...easter, name: 'Summer holiday', from: '2011-07-25', until: '2011-09-02' });
    const { closureId } = await closures.add(easter);
    await closures.change({ closureId, ...easter, until: '2011-04-26' });
    expect((await closures.list()).map(({ name, until }) => [name, until])).toEqual([
      ['Easter holiday', '2011-04-26'],
      ['Summer holiday', '2011-09-02'],
    ]);
    await closures.remove({ closureId });
    expect(await closures.list()).toHaveLength(1);
    await office.caller.history.undo();
    expect(await closures.list()).toHaveLength(2);
  });

  it('fill in the bank holidays of a year once, as one act', async () => {
    expect(await office.caller.closures.addBankHolidays({ year: 2011 })).toEqual({ added: 9, there: 0 });
    expect(await office.caller.closures.addBankHolidays({ year: 2011 })).toEqual({ added: 0, there: 9 });
    await office.caller.history.undo();
    expect(await office.caller.closures.list()).toEqual([]);
  });

  it('refuse what ends before it begins and what lasts longer than a year, with nothing written', async () => {
    const before = readRegister(office.register.db);
    const { closures } = office.caller;
    expect((await refusalOf(closures.add({ ...easter, until: '2011-04-01' }))).code).toBe('not-possible');
    expect((await refusalOf(closures.add({ ...easter, until: '2021-04-25' }))).message).toContain(
      'years of both',
    );
    expect(
      (await refusalOf(closures.remove({ closureId: '0192f0c1-7d3a-7c4e-9a8b-2f1d3c5b7a90' }))).code,
    ).toBe('not-found');
    expect(readRegister(office.register.db)).toEqual(before);
  });
});
