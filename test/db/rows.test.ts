import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deleteRow, insertRow, insertRows, updateRow } from '#db/rows.ts';
import { actions, kpis, kpiValues, leads, people, plans, progress } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import { act, tempFolder } from './temp-register.ts';

let place = tempFolder();
let db = place.open().db;
beforeEach(() => {
  place = tempFolder();
  db = place.open().db;
});
afterEach(() => place.remove());

const inSet = (write: () => void) => act(db, place.newId, write);

describe('writing rows', () => {
  it('keeps lists, truth, numbers and nothing as they are', () => {
    const [planId, id, kpiId, valueId] = [place.newId(), place.newId(), place.newId(), place.newId()];
    inSet(() => {
      insertRow(db, plans, { id: planId, position: 1, kind: 'plan', title: 'Pond' });
      insertRow(db, actions, {
        id,
        planId,
        position: 2,
        text: 'Dig',
        bullets: ['a', 'b "c"'],
        details: [{ label: 'x', text: 'y' }],
        timescaleOngoing: false,
        sourceCells: null,
      });
      insertRow(db, kpis, { id: kpiId, position: 1, name: 'Depth', details: [] });
      const value = {
        id: valueId,
        kpiId,
        position: 1,
        role: 'actual' as const,
        text: '0.3',
        provisional: true,
      };
      insertRow(db, kpiValues, { ...value, number: 0.1 + 0.2 });
    });
    expect(db.orm.select().from(actions).get()).toMatchObject({
      bullets: ['a', 'b "c"'],
      details: [{ label: 'x', text: 'y' }],
      timescaleOngoing: false,
      timescaleText: null,
      sourceCells: null,
    });
    expect(db.orm.select().from(kpiValues).get()).toMatchObject({ number: 0.1 + 0.2, provisional: true });
  });

  it('changes only what is named, and a null clears', () => {
    const id = place.newId();
    inSet(() => {
      insertRow(db, people, {
        id,
        position: 1,
        kind: 'person',
        name: 'R. Okafor',
        role: 'Warden',
        email: 'a@b.test',
      });
      updateRow(db, people, id, { name: 'R. Adu', role: undefined, email: null });
    });
    expect(db.orm.select().from(people).get()).toMatchObject({ name: 'R. Adu', role: 'Warden', email: null });
  });

  it('says what is no longer there', () => {
    const refused = (write: () => void) => {
      try {
        inSet(write);
      } catch (error) {
        return error instanceof AppError ? [error.code, error.message] : error;
      }
      return 'written';
    };
    expect(refused(() => updateRow(db, people, 'none', { name: 'x' }))).toEqual([
      'not-found',
      expect.stringMatching(/^This person is no longer/),
    ]);
    expect(refused(() => deleteRow(db, kpis, 'none'))).toEqual([
      'not-found',
      expect.stringMatching(/^This KPI is no longer/),
    ]);
  });
});

describe('the database refuses', () => {
  const plan = () => ({ id: place.newId(), position: 1, kind: 'plan', title: 'Pond' });

  it('a lead of nothing, or of two things', () => {
    const lead = { id: place.newId(), position: 1, text: 'RO' };
    expect(() => inSet(() => insertRow(db, leads, lead))).toThrow(/leads_one_owner/);
    const two = { ...lead, actionId: place.newId(), kpiId: place.newId() };
    expect(() => inSet(() => insertRow(db, leads, two))).toThrow(/leads_one_owner/);
  });

  it('an update about nothing, a state that is none, and a day that is none', () => {
    const kpiId = place.newId();
    const update = { id: place.newId(), kpiId, position: 1, text: '' };
    inSet(() => insertRow(db, kpis, { id: kpiId, position: 1, name: 'Depth', details: [] }));
    expect(() => inSet(() => insertRow(db, progress, { ...update, kpiId: null }))).toThrow(
      /progress_one_owner/,
    );
    expect(() => inSet(() => insertRow(db, progress, { ...update, statusState: 'fine' as never }))).toThrow(
      /CHECK/,
    );
    expect(() => inSet(() => insertRow(db, progress, { ...update, on: '1 June 2010' }))).toThrow(/CHECK/);
    inSet(() => insertRow(db, progress, { ...update, on: '2010-06-01', statusState: 'closed' }));
  });

  it('what is no list, and text where a number belongs', () => {
    const action = { id: place.newId(), planId: place.newId(), position: 1, text: '', details: [] };
    expect(() => inSet(() => insertRow(db, actions, { ...action, bullets: {} as never }))).toThrow(/CHECK/);
    expect(() => inSet(() => insertRow(db, plans, { ...plan(), position: 'first' as never }))).toThrow(
      /INTEGER/,
    );
  });

  it('to let a row go that others refer to', () => {
    const one = plan();
    inSet(() => {
      insertRow(db, plans, one);
      insertRow(db, plans, { ...plan(), parentPlanId: one.id });
    });
    expect(() => inSet(() => deleteRow(db, plans, one.id))).toThrow(/FOREIGN KEY/);
    expect(() => inSet(() => insertRows(db, plans, [{ ...plan(), parentPlanId: 'none' }]))).toThrow(
      /FOREIGN KEY/,
    );
  });
});
