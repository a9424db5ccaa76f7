import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import {
  actions,
  agendaItems,
  kpis,
  kpiValues,
  leads,
  measures,
  meetings,
  people,
  plans,
  progress,
} from '#db/schema/index.ts';
import { findIndexed } from './find-indexed.ts';
import { act, tempFolder } from './temp-register.ts';

const place = tempFolder();
const { db } = place.open();
const ids = Object.fromEntries(
  ['plan', 'action', 'lead', 'measure', 'update', 'kpi', 'value', 'meeting', 'item', 'person'].map((name) => [
    name,
    place.newId(),
  ]),
) as Record<string, string>;
const idOf = (name: string): string => ids[name] ?? '';

beforeAll(() => {
  act(db, place.newId, (tx) => {
    insertRow(tx, plans, { id: idOf('plan'), position: 1, kind: 'work plan', title: 'Ponds and reed beds' });
    insertRow(tx, actions, {
      id: idOf('action'),
      planId: idOf('plan'),
      position: 1,
      ref: '2.2 (i)',
      text: 'Open a crèche by the lake',
      bullets: ['Fence the jetty', 'Paint "the gate"'],
      details: [{ label: 'Budget', text: 'Tombola money' }],
      comment: 'The heron has been seen',
    });
    insertRow(tx, leads, { id: idOf('lead'), actionId: idOf('action'), position: 1, text: 'QXZ / Warden' });
    insertRow(tx, measures, {
      id: idOf('measure'),
      actionId: idOf('action'),
      position: 1,
      text: 'Twelve otters counted',
    });
    insertRow(tx, progress, {
      id: idOf('update'),
      actionId: idOf('action'),
      position: 1,
      text: 'Leaflet drafted',
      by: 'R. Okafor',
    });
    insertRow(tx, kpis, {
      id: idOf('kpi'),
      planId: idOf('plan'),
      position: 1,
      name: 'Depth of water',
      details: [],
    });
    insertRow(tx, kpiValues, {
      id: idOf('value'),
      kpiId: idOf('kpi'),
      position: 1,
      role: 'target',
      text: 'Knee-deep everywhere',
      provisional: false,
    });
    insertRow(tx, meetings, { id: idOf('meeting'), position: 1, title: 'Spring forum', state: 'held' });
    insertRow(tx, agendaItems, {
      id: idOf('item'),
      meetingId: idOf('meeting'),
      position: 1,
      title: 'Boats',
      text: '',
      points: [{ heading: 'Questions', text: 'Whose rowlocks are these?' }],
    });
    insertRow(tx, people, { id: idOf('person'), position: 1, kind: 'person', name: 'Rosalind Okafor' });
  });
});
afterAll(() => place.remove());

const found = (text: string, limit = 10) => findIndexed(db, text, limit).map(({ kind, id }) => [kind, id]);

describe('search', () => {
  it.each([
    ['creche', 'action', 'action'],
    ['CRÈCHE lake', 'action', 'action'],
    ['jetty', 'action', 'action'],
    ['tombola', 'action', 'action'],
    ['2.2', 'action', 'action'],
    ['qxz', 'action', 'action'],
    ['otters', 'measure', 'measure'],
    ['leaflet', 'progress', 'update'],
    ['knee-deep', 'kpi', 'kpi'],
    ['rowlocks', 'agenda-item', 'item'],
    ['rosalind', 'person', 'person'],
    ['reed bed', 'plan', 'plan'],
  ])('for %s finds the %s that a reader would open', (text, kind, name) => {
    expect(found(text)).toContainEqual([kind, idOf(name)]);
  });

  it('takes the last word as one that may be only begun, and the others as they are', () => {
    expect(found('open a crè')).toEqual([['action', idOf('action')]]);
    expect(found('ope crèche')).toEqual([]);
  });

  it('finds nothing that lacks one of the words', () => {
    expect(found('heron otters')).toEqual([]);
  });

  it('shows where a record is, and the words around what was found', () => {
    const [hit] = findIndexed(db, 'heron', 5);
    expect(hit).toMatchObject({
      kind: 'action',
      planId: idOf('plan'),
      actionId: idOf('action'),
      kpiId: null,
      title: '2.2 (i) Open a crèche by the lake',
    });
    expect(hit?.excerpt.filter(({ hit: marked }) => marked)).toEqual([{ text: 'heron', hit: true }]);
    expect(findIndexed(db, 'knee', 5)[0]).toMatchObject({ kpiId: idOf('kpi'), title: 'Depth of water' });
    expect(findIndexed(db, 'rowlocks', 5)[0]).toMatchObject({ meetingId: idOf('meeting') });
    expect(findIndexed(db, 'otters', 5)[0]).toMatchObject({ actionId: idOf('action'), planId: idOf('plan') });
  });

  it('puts what has the words in its title before what has them elsewhere', () => {
    const [first, second] = [place.newId(), place.newId()];
    act(db, place.newId, (tx) => {
      insertRow(tx, people, {
        id: second,
        position: 2,
        kind: 'team',
        name: 'Wardens',
        role: 'look after sluices',
      });
      insertRow(tx, people, { id: first, position: 3, kind: 'team', name: 'Sluices and weirs' });
    });
    expect(found('sluices')).toEqual([
      ['person', first],
      ['person', second],
    ]);
    expect(found('sluices', 1)).toEqual([['person', first]]);
  });

  it('follows every change, and forgets what is removed', () => {
    const id = place.newId();
    act(db, place.newId, (tx) => insertRow(tx, people, { id, position: 9, kind: 'team', name: 'Marshals' }));
    expect(found('marshals')).toHaveLength(1);
    act(db, place.newId, (tx) => updateRow(tx, people, id, { name: 'Stewards' }));
    expect([found('marshals'), found('stewards')]).toEqual([[], [['person', id]]]);
    act(db, place.newId, (tx) => deleteRow(tx, people, id));
    expect(found('stewards')).toEqual([]);
  });

  it.each([
    ['', []],
    ['  \n ', []],
    ['"', []],
    ['*', []],
    ['"the gate"', 1],
    ['title : pond', []],
    ['crèche OR', []],
    ['NOT heron', []],
    ['(heron', 1],
    ['heron)', 1],
    ['^heron', 1],
    ['heron NEAR', []],
    ['-heron', 1],
    ["heron'; DROP TABLE plans", []],
  ])('takes %j as words, whatever they mean to the index', (text, expected) => {
    if (Array.isArray(expected)) expect(found(text)).toEqual(expected);
    else expect(found(text)).toHaveLength(expected);
  });

  it('never fails, whatever is typed, and marks only text that is there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        for (const hit of findIndexed(db, text, 5)) expect(hit.excerpt.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
