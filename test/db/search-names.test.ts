import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertRow } from '#db/rows.ts';
import {
  circulationLists,
  circulations,
  people,
  reportTemplates,
  roundForms,
  rounds,
  snapshots,
} from '#db/schema/index.ts';
import { find } from '#db/search.ts';
import { finishIndex } from '#db/search-queue.ts';
import { usualLayout } from '#shared/contract/report-records.ts';
import { act, tempFolder } from './temp-register.ts';

const place = tempFolder();
const { db } = place.open();
const names = 'wren spring summer wrenSpring wrenSummer ibisSummer frost letter list template'.split(' ');
const made = Object.fromEntries(names.map((name) => [name, place.newId()]));
const idOf = (name: string): string => made[name] ?? '';

beforeAll(() => {
  act(db, place.newId, (tx) => {
    insertRow(tx, people, {
      id: idOf('wren'),
      position: 1,
      kind: 'person',
      name: 'Zoë Wren',
      initials: 'ZW',
    });
    for (const [id, name, openedAt] of [
      [idOf('spring'), 'Spring tide', '2010-04-01T09:00:00.000Z'],
      [idOf('summer'), 'Summer tide', '2010-07-01T09:00:00.000Z'],
    ] as const) {
      insertRow(tx, rounds, { id, name, openedAt, dueOn: null });
    }
    const form = (id: string, roundId: string, name: string, personId: string | null, position: number) =>
      insertRow(tx, roundForms, {
        id,
        roundId,
        position,
        personId,
        name,
        state: 'sent',
        version: 1,
        sentAt: '2010-07-01T09:00:00.000Z',
        sent: { keys: [], actions: [], measures: [], figures: [] },
        settled: {},
      });
    // Asked under the name she had then.
    form(idOf('wrenSpring'), idOf('spring'), 'Zoë Lark', idOf('wren'), 1);
    form(idOf('wrenSummer'), idOf('summer'), 'Zoë Wren', idOf('wren'), 1);
    form(idOf('ibisSummer'), idOf('summer'), 'Ibis team', null, 2);
    insertRow(tx, snapshots, {
      id: idOf('frost'),
      position: 1,
      name: 'The board of frost',
      takenAt: '2010-06-30T16:00:00.000Z',
      hash: '0'.repeat(64),
      counts: {},
      content: '{}',
    });
    insertRow(tx, circulations, {
      id: idOf('letter'),
      snapshotId: idOf('frost'),
      at: '2010-07-01T09:00:00.000Z',
      subject: 'Papers for July',
      recipients: ['heron@marsh.example'],
      files: [{ name: 'Quagmire review.docx', sha256: '0'.repeat(64) }],
    });
    insertRow(tx, circulationLists, {
      id: idOf('list'),
      position: 1,
      name: 'Marsh wardens',
      seesNotes: false,
      seesNames: true,
      seesConfidential: false,
      eachLead: false,
      papers: [],
    });
    insertRow(tx, reportTemplates, {
      id: idOf('template'),
      position: 1,
      name: 'Reeds in short',
      report: 'quarterly-review',
      usual: false,
      choices: {
        planId: null,
        sectionId: null,
        leadId: null,
        listId: null,
        formats: [],
        layout: usualLayout,
        words: [],
      },
    });
  });
});
afterAll(() => place.remove());

const found = (text: string, limit = 20) => {
  finishIndex(db);
  return find(db, text, limit).map(({ kind, id }) => [kind, id]);
};

describe('what is found by its name', () => {
  it.each([
    ['spring tide', 'round', 'spring'],
    ['TIDE summ', 'round', 'summer'],
    ['frost', 'snapshot', 'frost'],
    ['papers july', 'circulation', 'letter'],
    ['heron', 'circulation', 'letter'],
    ['quagmire', 'circulation', 'letter'],
    ['wardens', 'circulation-list', 'list'],
    ['reeds', 'report-template', 'template'],
  ])('for %s is the %s', (text, kind, name) => {
    expect(found(text)).toContainEqual([kind, idOf(name)]);
  });

  it('is a form by who was asked, by whatever name they have or had, with the round it is of', () => {
    expect(found('zoe')).toEqual([
      ['person', idOf('wren')],
      ['round-form', idOf('wrenSummer')],
      ['round-form', idOf('wrenSpring')],
    ]);
    expect(found('lark')).toEqual([['round-form', idOf('wrenSpring')]]);
    expect(found('zoe wren spring')).toEqual([['round-form', idOf('wrenSpring')]]);
    expect(find(db, 'ibis', 5)[0]).toMatchObject({
      title: 'Ibis team, Summer tide',
      roundId: idOf('summer'),
      excerpt: [
        { text: 'Ibis', hit: true },
        { text: ' team, Summer tide', hit: false },
      ],
    });
  });

  it('is not a form only because its round is called so, nor by half a word that is not the last', () => {
    expect(found('summer tide')).toEqual([['round', idOf('summer')]]);
    expect(found('summ tide')).toEqual([]);
    expect(found('t')).toEqual([]);
  });

  it('never has all the places of a list, and one where words of the register fill it', () => {
    act(db, place.newId, (tx) => {
      for (let n = 0; n < 12; n += 1)
        insertRow(tx, people, { id: place.newId(), position: n + 2, kind: 'team', name: `Tide team ${n}` });
    });
    finishIndex(db);
    const kinds = (limit: number) => find(db, 'tide', limit).map(({ kind }) => kind);
    expect(kinds(8)).toEqual([...Array(6).fill('person'), 'round', 'round']);
    expect(kinds(4).filter((kind) => kind === 'round')).toHaveLength(1);
    expect(kinds(1)).toEqual(['person']);
    expect(kinds(60).filter((kind) => kind === 'person')).toHaveLength(12);
  });
});
