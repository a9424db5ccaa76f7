import type { ReadDb } from '#db/handles.ts';
import { actsBySeq, rowsPointingTo } from '#db/queries/held.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { HeldOn, HeldRow, HeldWords } from '#shared/contract/held.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { rowName } from '#shared/domain/row-words.ts';
import { capital, count } from '#shared/domain/words.ts';
import { fieldName, fieldsOf } from '../../history/field-words.ts';
import { nameOf, recordReader } from '../../history/record-names.ts';
import { type Block, type Column, cell, type ReportDocument, words } from '../../reports/document.ts';
import { type Held, sureHits } from './find-held.ts';

type HeldTable = Extract<Block, { kind: 'table'; rows: unknown }>;

/** Every place with words that name the person, or may, as the file tells it. */
export function heldWords(db: ReadDb, { texts }: Held): HeldWords[] {
  const names = recordReader(db);
  const acts = actsBySeq(db);
  return texts.map(({ place, words: text, hits }) => {
    const { table, rowId, column, logged } = place;
    const act = acts.get(logged?.seq ?? (table === 'change_sets' ? Number(rowId) : -1));
    const holder = names.holderOf(table, rowId, names.rowOf(table, rowId) ?? {});
    const isAct = table === 'change_sets';
    return {
      what: isAct ? 'act' : rowName(table).one,
      record: isAct ? (act?.label ?? '') : nameOf(holder.table, holder.id, holder.row),
      field: isAct ? 'What it is called' : fieldName(table, column),
      words: text,
      sure: sureHits(hits),
      doubtful: hits.length - sureHits(hits),
      act: act ? { ...act, side: logged ? (logged.side === 'old' ? 'before' : 'after') : null } : null,
    };
  });
}

/** The rows that point to the person, in words. */
export function heldRows(db: ReadDb, personId: string): HeldRow[] {
  const names = recordReader(db);
  return rowsPointingTo(db, personId).map(({ table, id }) => {
    const row = names.rowOf(table, id);
    const holder = names.holderOf(table, id, row ?? {});
    const says = fieldsOf(table, null, row, names).map(({ field, after }) => `${field}: ${after ?? ''}`);
    return {
      what: rowName(table).one,
      record: nameOf(holder.table, holder.id, holder.row),
      says: says.join('; '),
    };
  });
}

/** All that is held on a person, as a document for them: what the register says of them, where, and what else holds it. */
export function heldDocument(db: ReadDb, held: Held, on: HeldOn, o: { at: string }): ReportDocument {
  const { person } = held.sought;
  const all = heldWords(db, held);
  const now = all.filter(({ act }) => act === null);
  const rows = heldRows(db, person.id);
  const summary = [
    `${count(on.now, 'place')} on record ${on.now === 1 ? 'names' : 'name'} ${person.name}, and ${count(on.history, 'place')} of the history; ${count(rows.length, 'record')} ${rows.length === 1 ? 'points' : 'point'} to them.`,
    `${count(on.snapshots.length, 'snapshot')} and ${count(on.backups.length, 'backup')} may hold the same as it stood when they were made.`,
  ];
  const tables = [
    table('Who they are', ['What', 'Words'], whoTheyAre(held)),
    table(
      'What points to them',
      ['What', 'Record', 'What it says'],
      rows.map(({ what, record, says }) => [capital(what), record, says]),
    ),
    table(
      'Words that name them',
      ['What', 'Record', 'Field', 'Words'],
      wordRows(now.filter(({ sure }) => sure > 0)),
    ),
    table(
      'Words that may name them',
      ['What', 'Record', 'Field', 'Words'],
      wordRows(now.filter(({ sure }) => sure === 0)),
    ),
    table(
      'In the history',
      ['Day', 'Act', 'What', 'Record', 'Field', 'Words', 'Stood'],
      all.flatMap(({ act, what, record, field, words: text }) =>
        act
          ? [
              [
                formatDay(act.at.slice(0, 10)),
                act.label,
                capital(what),
                record,
                field,
                text,
                act.side === null ? 'as its name' : `${act.side} the act`,
              ],
            ]
          : [],
      ),
    ),
    table(
      'Files brought in that name them',
      ['File', 'Kept since', 'Read'],
      on.files.map(({ name, at, read }) => [
        name,
        formatDay(at.slice(0, 10)),
        read ? 'It names them' : 'It cannot be read, and may name them',
      ]),
    ),
    table(
      'Snapshots that name them',
      ['Snapshot', 'Taken', 'Circulated', 'Places'],
      on.snapshots.map(({ name, takenAt, circulatedAt, places }) => [
        name,
        formatDay(takenAt.slice(0, 10)),
        circulatedAt ? formatDay(circulatedAt.slice(0, 10)) : 'No',
        String(places),
      ]),
    ),
    table(
      'Backups of the register',
      ['Made', 'Stays until'],
      on.backups.map(({ at, until }) => [
        `${formatDay(at.slice(0, 10))}, ${at.slice(11, 16)}`,
        until ? formatDay(until) : 'Newer ones take its place',
      ]),
    ),
  ];
  return {
    title: 'What is held on a person',
    subtitle: person.name,
    partnership: readSettings(db).partnership,
    asAt: o.at,
    facts: [{ label: 'As at', text: formatDay(o.at.slice(0, 10)) }],
    key: [],
    confidential: 'Personal data: for the person named and the office only',
    foot: `What is held on a person, ${formatDay(o.at.slice(0, 10))}`,
    summary,
    blocks: [
      { kind: 'labelled', label: 'Summary', pieces: summary.map((sentence) => words(sentence)) },
      ...tables.filter((one) => one.rows.length > 0),
    ],
  };
}

const wordRows = (list: readonly HeldWords[]) =>
  list.map(({ what, record, field, words: text }) => [capital(what), record, field, text]);

function whoTheyAre({ sought: { person } }: Held): string[][] {
  const rows = [
    ['Name', person.name],
    ['Initials', person.initials],
    ['Role', person.role],
    ['E-mail address', person.email],
    ['Also written', person.aliases.join('\n')],
    ['Leads nothing since', person.retiredOn ? formatDay(person.retiredOn) : null],
  ];
  return rows.flatMap(([what, text]) => (what && text ? [[what, text]] : []));
}

const widths: Readonly<Record<string, number>> = {
  Words: 48,
  Record: 30,
  Act: 30,
  'What it says': 40,
  File: 40,
  Snapshot: 40,
};

function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): HeldTable {
  const columns = heads.map((label): Column => ({ label, width: widths[label] ?? 14 }));
  return {
    kind: 'table',
    caption,
    sheet: caption,
    columns,
    rowHeader: 0,
    rows: rows.map((cells) => ({
      kind: 'cells',
      cells: cells.map((text) => (text === '' ? cell() : cell(words(text)))),
    })),
  };
}
