import { rangePlace } from '#shared/contract/places.ts';
import { initialsOf as initialsOfName } from '#shared/domain/leads.ts';
import type { Context } from '../context.ts';
import type { Sheet } from '../sheet.ts';
import { foldSpace } from '../words.ts';
import { attendanceStart, attendeesOn, readsAsNames } from './attendance.ts';
import { type Block, type Line, linesInCell } from './blocks.ts';
import { bareLabel, bodyKinds, pageFurniture } from './cues.ts';
import type { MinutesStretch } from './find-minutes.ts';
import { labelOf, readFront } from './front.ts';
import { headStyleOf, itemHead } from './item-heads.ts';
import { lineReader } from './read-lines.ts';
import { readMinutesTable } from './read-tables.ts';
import { minutesRecord } from './record.ts';
import { resolvingIn } from './resolutions.ts';
import { minutesColumns, turnedFacts } from './table-columns.ts';
import { lineOf } from './table-reading.ts';
import { isTitle } from './titles.ts';

/**
 * Drafts the bodies, meetings, attendance, items, resolutions and actions arising of the minutes that
 * `findMinutes` found, and gives a remark on each. What is read nowhere is left without a fate: reconciliation sends it to the tray.
 */
export function draftMinutes(context: Context, stretches: readonly MinutesStretch[]): string[] {
  for (const stretch of stretches) {
    for (const part of meetingsIn(stretch.blocks)) readMeeting(context, stretch.sheet, part);
  }
  nameFirst(context);
  nameInitials(context);
  return stretches.map(
    ({ sheet, from, to }) =>
      `${rangePlace(sheet.grid, { top: from, left: 0, bottom: to, right: 0 })}: read as minutes. What was said is under Meetings, what is to be done in a plan of actions arising.`,
  );
}

/** One part for each meeting: a bundle of minutes begins anew with every title. */
function meetingsIn(blocks: readonly Block[]): Block[][] {
  const starts: number[] = [];
  blocks.forEach((block, at) => {
    if (block.kind !== 'line' || !isTitle(block.line, blocks, at)) return;
    const before = starts.at(-1);
    const between = before === undefined ? blocks.slice(0, at) : blocks.slice(before, at);
    // Two lines of one title, or lines that name the body over it.
    if (before !== undefined && between.length < 8) return;
    // An item on the last minutes bears their title; minutes begin with who was there.
    if (before !== undefined && !presentAhead(blocks, at, 14)) return;
    if (before === undefined && at > 0 && at < 8) {
      starts.push(0);
      return;
    }
    starts.push(at);
  });
  if (starts[0] !== 0) starts.unshift(0);
  return starts.map((from, at) => blocks.slice(from, starts[at + 1] ?? blocks.length));
}

function readMeeting(context: Context, sheet: Sheet, blocks: readonly Block[]): void {
  const record = minutesRecord(context, sheet.index);
  const itemsBefore = context.drafts.agendaItems.length;
  const style = headStyleOf(blocks);
  const mark = (line: Line, fate: 'header' | 'furniture') => {
    for (const cell of line.cells) context.mark(sheet.index, cell.row, cell.column, fate);
  };
  const front: Line[] = [];
  const at = frontEnd(blocks, style);
  const facts = frontFacts(blocks.slice(0, at));
  for (const line of facts) {
    if (pageFurniture.test(line.text)) mark(line, 'furniture');
    else front.push(line);
  }
  const said = readFront([...front, ...labelledAhead(blocks.slice(at))]);
  const own = readFront(front);
  const body = said.body ?? bodyInText(blocks);
  record.openMeeting(
    {
      bodyName: body,
      title: said.title ?? body ?? 'Meeting',
      heldOn: said.heldOn,
      place: said.place,
      minuteRef: said.minuteRef,
      furtherTo: null,
      state: said.state,
      details: own.details,
    },
    front.length > 0 ? front : firstLine(blocks),
  );
  const addOfficer = ({ role, name, line }: (typeof own.officers)[number]) => {
    const people = attendeesOn(name, { state: 'present', group: role });
    for (const who of people) record.addAttendee(who, line);
  };
  own.officers.forEach(addOfficer);
  const reader = lineReader(record, style, mark);
  const lateFront = (line: Line) => {
    const { details, officers } = readFront([line]);
    officers.forEach(addOfficer);
    for (const detail of details) record.addDetail(detail, line);
    if (officers.length + details.length === 0) record.addDetail({ label: '', text: line.text }, line);
  };
  const rest = blocks.slice(at);
  rest.forEach((block, index) => {
    if (block.kind === 'table') {
      readMinutesTable({ context, record, reader, mark, front: lateFront }, block.rows);
      return;
    }
    const next = rest[index + 1];
    reader.read(block.line, next?.kind === 'line' ? next.line : undefined);
  });
  reader.end();
  const items = context.drafts.agendaItems.slice(itemsBefore);
  untitled(items);
  const meeting = record.meeting();
  // A page about one item, without a day: the meeting is known by what it considered.
  if (meeting && said.title === null && meeting.heldOn === null && items.length === 1 && items[0])
    meeting.title = items[0].title;
  record.finish();
}

/** How many blocks stand over who was there and the first item. */
function frontEnd(blocks: readonly Block[], style: ReturnType<typeof headStyleOf>): number {
  for (let at = 0; at < Math.min(blocks.length, 40); at++) {
    const block = blocks[at];
    if (block?.kind !== 'line') return at;
    const { line } = block;
    const { text } = line;
    if (isTitle(line, blocks, at)) continue;
    if (bareLabel.test(text) || resolvingIn(text)) return at;
    const begins = attendanceStart(text);
    if (begins && (begins.rest === '' || readsAsNames(begins.rest))) return at;
    // Before the title everything names the meeting, headings too.
    const titled = blocks
      .slice(at + 1, at + 8)
      .some((one, index) => one.kind === 'line' && isTitle(one.line, blocks, at + 1 + index));
    if (titled) continue;
    // "Decisions taken by the Board on 3 May …. They come into force on …": who decided, and when.
    if (/^(?:these )?decisions? (?:were )?(?:taken|made) (?:by|at|on)\b/i.test(text) && text.length < 400)
      continue;
    if (text.length > 160) return at;
    const head = itemHead(line, style, 0, null);
    // Bold lines over "Present" say where and when.
    if (head && head.number === null && presentAhead(blocks, at)) continue;
    if (head && (head.number !== null || at > 0) && !namesMeeting(line)) return at;
  }
  return Math.min(blocks.length, 40);
}

/** Who was there follows soon, so that no item has begun. */
function presentAhead(blocks: readonly Block[], at: number, within = 6): boolean {
  return blocks.slice(at + 1, at + 1 + within).some((block) => {
    if (block.kind === 'table') return minutesColumns(block.rows)?.kind === 'attendance';
    const { text } = block.line;
    const begins = attendanceStart(text);
    return begins?.attending.state === 'present' && (begins.rest === '' || readsAsNames(begins.rest));
  });
}

/** A heading over the first item that says whose meeting it is, or when. */
function namesMeeting(line: Line): boolean {
  const facts = readFront([line]);
  return facts.body !== null || facts.heldOn !== null || facts.place !== null;
}

function frontFacts(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : []));
}

/** Facts that stand in a table or behind the list of those present: read for the meeting, placed where they stand. */
function labelledAhead(blocks: readonly Block[]): Line[] {
  const lines: Line[] = [];
  for (const block of blocks.slice(0, 30)) {
    if (block.kind === 'line') {
      if (labelOf(block.line.text)) lines.push(block.line);
      continue;
    }
    for (const { row, value, text } of turnedFacts(block.rows) ?? [])
      if (labelOf(text)) lines.push(lineOf(row, [value], text));
    for (const { row, cells } of block.rows.slice(0, 30)) {
      for (let at = 0; at + 1 < cells.length; at += 2) {
        const text = `${foldSpace(cells[at]?.text ?? '').replace(/\s*:$/, '')}: ${foldSpace(cells[at + 1]?.text ?? '')}`;
        if (text.length < 300 && labelOf(text))
          lines.push({ row, cells, text, heading: null, style: null, bold: false, listLevel: null });
      }
      const [only] = cells;
      if (cells.length === 1 && only && only.text.length < 220)
        for (const line of linesInCell(row, only)) if (isTitle(line, [], 0)) lines.push(line);
    }
    if (minutesColumns(block.rows)?.kind === 'minutes') break;
  }
  return lines;
}

const kindWords = bodyKinds.map(([pattern]) => pattern.source).join('|');
const naming = "((?:[A-Z][\\w’'&,-]*)(?:\\s+(?:for|of|and|the|on|&|[A-Z][\\w’'&,-]*)){0,12})";
const resolvedBy = new RegExp(
  `\\b(?:RESOLVED|AGREED|Resolved|Agreed),?\\s+(?:unanimously\\s+)?that\\s+the\\s+${naming}\\s*(?:[:;–-]|\\b[a-z]+s?\\b)`,
);
const doneBy = new RegExp(
  `\\b[Tt]he\\s+${naming}\\s+(?:considered|received|noted|resolved|RESOLVED|agreed|AGREED|discussed|approved)\\b`,
  'g',
);
const isBody = new RegExp(kindWords, 'i');

/** Whose minutes they are, where no title says it: who considered and resolved. */
function bodyInText(blocks: readonly Block[]): string | null {
  const counts = new Map<string, number>();
  const count = (name: string | undefined, weight: number) => {
    const plain = name?.replace(/[\s,]+(?:and|of|for|the|on|&)?$/, '').replace(/,$/, '');
    if (plain && isBody.test(plain)) counts.set(plain, (counts.get(plain) ?? 0) + weight);
  };
  for (const block of blocks) {
    if (block.kind !== 'line') continue;
    count(resolvedBy.exec(block.line.text)?.[1], 3);
    for (const found of block.line.text.matchAll(doneBy))
      count(found[1], found[1]?.includes(' ') ? 1.5 : 0.5);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length);
  return best?.[0] ?? null;
}

function firstLine(blocks: readonly Block[]): Line[] {
  const line = blocks.find((block) => block.kind === 'line' && !bareLabel.test(block.line.text));
  if (line?.kind === 'line') return [line.line];
  const table = blocks.find((block) => block.kind === 'table' && block.rows.length > 0);
  const row = table?.kind === 'table' ? table.rows[0] : undefined;
  return row
    ? [
        {
          row: row.row,
          cells: row.cells.slice(0, 1),
          text: '',
          heading: null,
          style: null,
          bold: false,
          listLevel: null,
        },
      ]
    : [];
}

/** An item that had a number and no heading is called by its first words. */
function untitled(items: readonly { title: string; text: string }[]): void {
  for (const item of items) {
    if (item.title !== '') continue;
    const words = item.text.split('\n')[0] ?? '';
    item.title = words.length <= 80 ? words : `${words.slice(0, 77).replace(/\s+\S*$/, '')}…`;
  }
}

/** "Dev to add …": a first name that only one of those listed has is theirs. */
function nameFirst({ drafts }: Context): void {
  const names = new Map<string, string | null>();
  for (const { name } of drafts.attendance) {
    const words = name.split(' ');
    const [first] = words;
    if (!first || !/^\p{Lu}\p{Ll}+$/u.test(first)) continue;
    names.set(first, names.has(first) && names.get(first) !== name ? null : name);
  }
  for (const action of drafts.actions) {
    const [lead] = action.leads;
    const word =
      lead === undefined
        ? /^(\p{Lu}\p{Ll}+)\s+(?:to|will|would|should|agreed)\s/u.exec(action.text)?.[1]
        : action.leads.length === 1
          ? lead.text
          : undefined;
    const name = word === undefined ? undefined : names.get(word);
    if (name) action.leads = [{ text: name, role: null, note: null }];
  }
}

/** Initials that lead an action and fit the name of one who is listed are that one's. */
function nameInitials({ drafts }: Context): void {
  const used = new Set(drafts.actions.flatMap((action) => action.leads.map((lead) => lead.text)));
  const known = new Set(drafts.attendance.flatMap(({ initials }) => (initials === null ? [] : [initials])));
  const fits = new Map<string, Set<string>>();
  for (const one of drafts.attendance) {
    if (one.initials !== null) continue;
    const letters = initialsOfName(
      one.name.replace(/^(?:cllr|councillor|mrs?|ms|miss|dr|prof|rev|revd|sir|dame)\.?\s+/i, ''),
    );
    if (!used.has(letters) || known.has(letters)) continue;
    fits.set(letters, (fits.get(letters) ?? new Set()).add(one.name));
    if (fits.get(letters)?.size === 1) one.initials = letters;
  }
  for (const one of drafts.attendance) {
    if (one.initials !== null && (fits.get(one.initials)?.size ?? 0) > 1) one.initials = null;
  }
}
