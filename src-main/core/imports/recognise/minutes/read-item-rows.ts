import type { GridCell } from '#shared/contract/grid.ts';
import { foldSpace } from '../words.ts';
import { type Arising, taskOf } from './arising.ts';
import { attendanceStart } from './attendance.ts';
import { type Line, linesInCell, listMark, type TableRow, textLines } from './blocks.ts';
import { insideItem } from './cues.ts';
import { lastSentence } from './line-words.ts';
import { countOf, headAndText, numberOf, readsAsHeading } from './numbering.ts';
import { readFacts } from './read-people-tables.ts';
import { resolvingIn } from './resolutions.ts';
import type { MinutesColumns, MinutesField } from './table-columns.ts';
import { fieldsOf, lineOf, type TableReading } from './table-reading.ts';

/** Items down the rows: number, discussion, and who is to do what beside it. */
export function readItems(o: TableReading, columns: MinutesColumns, rows: readonly TableRow[]): void {
  const { reader, record } = o;
  const { actions } = o.context.drafts;
  let last = 0;
  for (const { row, cells } of rows) {
    const found = fieldsOf(columns, cells);
    const number = foldSpace(found.get('number')?.text ?? '');
    const title = foldSpace(found.get('title')?.text ?? '');
    const body = found.get('body');
    const lines = body ? linesInCell(row, body) : [];
    const line = lineOf(
      row,
      cells.filter((cell) => ['number', 'title'].includes(columns.fields.get(cell.column) ?? '')),
      '',
    );
    // "Present: | names" over the first item.
    const present = number !== '' ? attendanceStart(`${number.replace(/\s*:$/, '')}:`) : null;
    if (present && present.rest === '') {
      readFacts(o, [{ row, cells }]);
      continue;
    }
    const head = headOf(number, title, lines, body, last);
    // A row without a number may go on with the list of the row above.
    if (head || number !== '' || title !== '') reader.endList();
    if (head) {
      reader.openItem(head.number, head.title, {
        ...line,
        cells: line.cells.length > 0 ? line.cells : cells.slice(0, 1),
      });
      const one = numberOf(`${head.number ?? ''} X`);
      if (one) last = countOf(one);
      if (head.text !== '') reader.read({ ...(lines[0] ?? line), text: head.text });
    } else if (number !== '' && lines[0] && !lines[0].text.startsWith(number))
      lines[0] = {
        ...lines[0],
        cells: [...line.cells, ...lines[0].cells],
        text: `${number} ${lines[0].text}`,
      };
    else if (number !== '' && !lines[0]) record.addText(number, line);
    else if (title !== '') record.addText(title, line);
    const before = actions.length;
    const rest = lines.slice(head?.used ?? 0);
    rest.forEach((one, at) => {
      reader.read(one, rest[at + 1]);
    });
    // "Action: JB to …" in the text, and JB in the margin beside it: one action.
    const inText = new Set(actions.slice(before).flatMap((one) => one.leads.map((lead) => lead.text)));
    const margin = foldSpace(found.get('action')?.text ?? '');
    if (margin !== '' && inText.has(margin) && !found.has('who')) continue;
    readBeside(o, columns, { row, cells }, found, body ? textLines(body.text).at(-1) : title);
  }
}

/** Whether a row begins an item, and how much of its text is the heading. */
function headOf(
  number: string,
  title: string,
  lines: readonly Line[],
  body: GridCell | undefined,
  last: number,
): { number: string | null; title: string; text: string; used: number } | null {
  // "1. Welcome" in the column of numbers.
  const both = number === '' ? null : numberOf(number);
  if (both && both.rest !== '') return { number: both.number, title: both.rest, text: '', used: 0 };
  if (number !== '' && !both && number.length > 5) return { number: null, title: number, text: '', used: 0 };
  const plain = number.replace(/[.):]+$/, '') || null;
  if (title !== '')
    return {
      number: plain ?? numberOf(title)?.number ?? null,
      title: numberOf(title)?.rest || title,
      text: '',
      used: 0,
    };
  const [first] = lines;
  if (!first) return plain === null ? null : { number: plain, title: '', text: '', used: 0 };
  const own = numberOf(first.text);
  const words = own && own.rest !== '' ? own.rest : first.text;
  const run = headAndText(words);
  const heads =
    readsAsHeading(run.title) &&
    (lines.length > 1 ||
      first.bold ||
      body?.bold === true ||
      run.text !== '' ||
      run.title.split(' ').length <= 8);
  if (plain === null) {
    if (own && own.depth === 1 && countOf(own) === last + 1 && heads)
      return { number: own.number, title: run.title, text: run.text, used: 1 };
    return (first.bold || body?.bold === true) && heads
      ? { number: null, title: run.title, text: run.text, used: 1 }
      : null;
  }
  const inside = numberOf(`${number} X`);
  if (
    (inside?.depth ?? 1) > 1 &&
    !(heads && !insideItem.test(run.title) && resolvingIn(first.text) === null && !/:-?$/.test(first.text))
  )
    return null;
  if (heads) return { number: plain, title: run.title, text: run.text, used: 1 };
  const opening = first.text.split(/(?<=[.!?])\s/)[0] ?? first.text;
  return {
    number: plain,
    title: opening.length <= 80 ? opening : `${opening.slice(0, 77).replace(/\s+\S*$/, '')}…`,
    text: '',
    used: 0,
  };
}

/** Action, lead and date in the columns beside the discussion, paired line by line where they pair. */
function readBeside(
  o: TableReading,
  columns: MinutesColumns,
  { row, cells }: TableRow,
  found: ReadonlyMap<MinutesField, GridCell>,
  last: string | undefined,
): void {
  const heading = found.get('action');
  // "ACTION" over the column, said again at every item.
  const bare = heading !== undefined && /^actions?(?: by| by whom)?:?$/i.test(foldSpace(heading.text));
  if (bare) o.mark(lineOf(row, [heading], ''), 'header');
  const act = bare ? undefined : heading;
  const who = found.get('who');
  const when = found.get('when');
  const decision = found.get('decision');
  if (decision)
    for (const text of textLines(decision.text)) {
      const mark = listMark(text);
      const own = mark?.mark.replace(/\.$/, '') || null;
      o.reader.decide(mark?.rest ?? text, lineOf(row, [decision], ''), own);
    }
  for (const cell of cells) {
    const field = columns.fields.get(cell.column) ?? 'other';
    if (field === 'other' || field === 'status') {
      const label = columns.labels.get(cell.column);
      const text = textLines(cell.text).join('\n');
      o.record.addText(label ? `${label}: ${text}` : text, lineOf(row, [cell], ''));
    }
  }
  const tasks = act ? textLines(act.text) : [];
  const leads = who ? textLines(who.text) : [];
  const times = when ? textLines(when.text) : [];
  const beside = [act, who, when].filter((cell) => cell !== undefined);
  if (
    beside.length === 0 ||
    tasks
      .concat(leads)
      .every((text) =>
        /^(?:none|n\/?a|nil|-|–|note|to note|noted|accepted|agreed|approved|completed?|done|closed|info(?:rmation)?|for information)\.?$/i.test(
          text,
        ),
      )
  ) {
    const text = foldSpace(beside.map((cell) => cell.text).join(' '));
    if (text !== '') o.record.addText(text, lineOf(row, beside, ''));
    return;
  }
  const line = lineOf(row, beside, '');
  const count = Math.max(tasks.length, 1);
  const pick = (list: readonly string[], at: number) =>
    list.length === count ? list[at] : list.length > 0 ? list.join(', ') : undefined;
  for (let at = 0; at < count; at++) {
    const task = tasks[at];
    const arising: Arising =
      task === undefined ? { ref: null, text: '', lead: null, time: null } : taskOf(task);
    const text = arising.text !== '' ? arising.text : lastSentence(last ?? o.record.item()?.title ?? '');
    o.record.addAction(
      {
        ref: arising.ref,
        text,
        lead: pick(leads, at) ?? arising.lead,
        time: pick(times, at) ?? arising.time,
      },
      line,
    );
  }
}
