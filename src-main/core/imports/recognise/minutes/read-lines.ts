import { foldSpace, withoutBullet } from '../words.ts';
import { announceNext } from './announce.ts';
import { type Arising, actionAtEnd, actionLine, taskOf } from './arising.ts';
import { attendanceReader } from './attendance-lines.ts';
import { type Line, listMark } from './blocks.ts';
import { bareLabel, closing, earlierActions, furtherTo, pageFurniture } from './cues.ts';
import { labelOf, stateSaid } from './front.ts';
import { type HeadStyle, itemHead } from './item-heads.ts';
import {
  actsLabel,
  documentsLabel,
  goesOn,
  isShortWords,
  isSignature,
  type LineReader,
  lastSentence,
  listOver,
  type OpenList,
  opensMeeting,
  ownNumber,
  questionOf,
  reportOf,
} from './line-words.ts';
import { countOf, numberOf } from './numbering.ts';
import { introducesList, pointHeading } from './point-headings.ts';
import type { MinutesRecord } from './record.ts';
import { resolutionKeeper } from './resolution-keeper.ts';
import { entriesIn, resolutionKind, resolvingIn } from './resolutions.ts';

/** Reads the running text of minutes line by line into their record. */
export function lineReader(
  record: MinutesRecord,
  style: HeadStyle,
  mark: (line: Line, fate: 'header' | 'furniture') => void,
): LineReader {
  let list: OpenList | null = null;
  let lastCount = 0;
  let titleMissing = false;
  let titleFollows = false;
  let begun = false;
  let lastText: string | null = null;
  /** The last words were a resolution. */
  let resolved = false;
  let lastResolution: number | null = null;
  const { add: addResolution, settle } = resolutionKeeper(record);
  let following: Line | undefined;
  const attendance = attendanceReader({
    record,
    mark,
    openItem,
    begun: () => begun,
    headOf: (line) => itemHead(line, style, lastCount, null),
  });

  function openItem(number: string | null, title: string, line: Line): void {
    settle();
    record.openItem(number, title, line);
    announceNext(record, title, line);
    attendance.close();
    list = null;
    begun = true;
    lastText = null;
    lastResolution = null;
    resolved = false;
    titleMissing = title === '';
    const one = number === null ? null : numberOf(number);
    if (one && one.depth === 1) lastCount = Math.max(0, countOf(one));
  }

  function read(line: Line, next?: Line): void {
    const { text } = line;
    following = next;
    if (pageFurniture.test(text)) {
      mark(line, 'furniture');
      return;
    }
    const item = record.item();
    if (titleMissing && item && numberOf(text) === null && text.length <= 160 && !/:$/.test(text)) {
      item.title = text;
      titleMissing = false;
      record.addText('', line);
      return;
    }
    if (bareLabel.test(text)) {
      list = null;
      // A portal's "Agenda item" stands over the item's title.
      if (/^agenda item\s*:?$/i.test(text)) titleFollows = true;
      mark(line, 'header');
      return;
    }
    if (titleFollows) {
      titleFollows = false;
      openItem(null, text, line);
      return;
    }
    if (attendance.take(line, following)) {
      if (attendance.opened()) list = null;
      return;
    }
    if (list && continuesList(line)) return;
    const head = itemHead(line, style, lastCount, list?.next ?? null);
    if (head && !(list?.kind === 'resolutions' && list.next === 1 && listMark(text))) {
      openItem(head.number, head.title, line);
      if (head.text !== '') readWords(head.text, line);
      return;
    }
    const one = style.counted ? numberOf(text) : null;
    if (item && one?.depth === 1 && item.number === null && item.text === '' && one.rest !== '') {
      item.number = one.number;
      readWords(one.rest, line);
      return;
    }
    readWords(text, line);
  }

  /** A line of an open list, or the end of one that was broken in two. */
  function continuesList(line: Line): boolean {
    if (!list) return false;
    const { text } = line;
    const found = listMark(text);
    const numbered = numberOf(text);
    if (
      found === null &&
      list.last &&
      goesOn(list.last.text, line, list.marked === true && itemHead(line, style, lastCount, null) === null)
    ) {
      extend(text, line);
      return true;
    }
    if (
      found !== null ||
      (list.kind === 'resolutions' && numbered?.style === 'plain' && countOf(numbered) === list.next)
    ) {
      const head = itemHead(line, style, lastCount, list.next);
      if (head && found?.numbered) {
        list = null;
        return false;
      }
      if (list.kind !== 'actions' && actionLine(found?.rest ?? text)) return false;
      if (list.kind === 'points' && resolvingIn(found?.rest ?? text)?.before === '') return false;
      if (list.marked === false) return false;
      list.marked = true;
      add(found ?? { mark: numbered?.number ?? '', rest: numbered?.rest ?? text, numbered: true }, line);
      return true;
    }
    if (line.listLevel !== null || (list.marked === null && bareEntry(line))) {
      if (line.listLevel !== null) list.marked ??= true;
      add({ mark: '', rest: text, numbered: false }, line);
      return true;
    }
    if (
      list.kind === 'resolutions' &&
      list.marked === null &&
      list.next === 1 &&
      !itemHead(line, style, lastCount, null)
    ) {
      // "Decision", and under it "The committee:-" with what it did.
      if (actsLabel.test(text)) {
        record.addText(text, line);
        return true;
      }
      add({ mark: '', rest: text, numbered: false }, line);
      if (!/^(?:that|to)\b/i.test(text)) list = null;
      return true;
    }
    if (list.kind === 'resolutions' && list.marked === null && /^(?:that|to)\b/i.test(text)) {
      add({ mark: '', rest: text, numbered: false }, line);
      return true;
    }
    list = null;
    return false;
  }

  /** An item of a list whose marks were lost: short, no sentence, and not alone. */
  function bareEntry(line: Line): boolean {
    const short = (one?: Line) => one && isShortWords(one) && itemHead(one, style, lastCount, null) === null;
    return list?.kind === 'points' && short(line) === true && (list.next > 1 || short(following) === true);
  }

  function add(entry: { mark: string; rest: string; numbered: boolean }, line: Line): void {
    if (!list) return;
    list.next++;
    if (list.kind === 'actions') {
      const open = list;
      act(taskOf(entry.rest), line, null);
      list = { ...open, last: null };
      return;
    }
    if (list.kind === 'resolutions') {
      const asked = actionAtEnd(entry.rest);
      const at = addResolution(
        entry.mark === '' ? (list.marked ? String(list.next - 1) : null) : entry.mark.replace(/\.$/, ''),
        asked?.before ?? entry.rest,
        line,
      );
      list.last = { text: entry.rest, at };
      lastResolution = at;
      const open = list;
      if (asked) {
        asksBeside(asked, entry.rest, line);
        list = open;
      }
      return;
    }
    const text = entry.mark === '' ? entry.rest : `${entry.mark} ${entry.rest}`;
    record.addPoint(list.heading, text, line);
    list.last = { text, at: -1 };
    lastText = entry.rest;
  }

  function extend(text: string, line: Line): void {
    if (!list?.last) return;
    list.last = { ...list.last, text: `${list.last.text} ${text}` };
    if (list.kind === 'resolutions') record.replaceLastResolution(list.last.text, line);
    else record.replaceLastPoint(list.last.text, line);
  }

  function readWords(words: string, line: Line): void {
    list = null;
    const plain = withoutBullet(words);
    const inner = numberOf(plain);
    // "3.3 Action: JB to …"
    if (inner && inner.depth > 1 && actionLine(inner.rest) !== null) {
      readWords(inner.rest, line);
      return;
    }
    const over = listOver(plain, following, begun);
    if (over !== null) {
      if (over === 'resolutions') record.addText(plain, line);
      else mark(line, 'header');
      list = { kind: over, heading: '', next: 1, marked: null, last: null };
      return;
    }
    const says = actionLine(plain) !== null || resolvingIn(plain)?.before === '';
    const text = says ? plain : words;
    const action = actionLine(text);
    // A line on an action of the last meeting tells what became of it: tracked is what this meeting asks for.
    if (action && earlierActions.test(record.item()?.title ?? '')) {
      record.addPoint('Earlier actions', text, line);
      return;
    }
    if (action) {
      act(action, line, text);
      return;
    }
    if (documentsLabel.test(text)) {
      list = { kind: 'points', heading: text.replace(/\s*:$/, ''), next: 1, marked: null, last: null };
      mark(line, 'header');
      return;
    }
    const meeting = record.meeting();
    const further = furtherTo.exec(text)?.[1];
    if (meeting && further && meeting.furtherTo === null) meeting.furtherTo = further;
    if (reportOf.test(text) && text.length < 200) {
      record.addPoint('Report', text, line);
      return;
    }
    if (isSignature(text)) {
      record.addDetail({ label: 'Signature', text }, line);
      return;
    }
    const said = stateSaid(text);
    if (meeting && said === 'confirmed' && begun) meeting.state = 'confirmed';
    announceNext(record, text, line);
    const numbered = ownNumber(text);
    const resolving = resolvingIn(numbered.words);
    if (!resolving) resolved = false;
    const behind = resolving ? actionAtEnd(text) : null;
    const whole = behind ? resolvingIn(behind.before) : null;
    if (behind && whole) {
      resolve(whole, line, null);
      asksBeside(behind, text, line);
      return;
    }
    if (resolving) {
      resolve(resolving, line, numbered.own);
      return;
    }
    if (!record.item() && !begun && opensMeeting(line, style)) {
      record.addDetail({ label: line.bold ? 'Heading' : 'Opening', text }, line);
      return;
    }
    if (closing.test(text) && text.length < 160) {
      record.addText(text, line);
      return;
    }
    const label = begun ? null : labelOf(text);
    if (label) {
      record.addDetail({ label: label.label, text: label.value }, line);
      return;
    }
    const ended = actionAtEnd(text);
    if (ended) {
      record.addText(text, line);
      act(
        ended.action.text === '' ? { ...ended.action, text: lastSentence(ended.before) } : ended.action,
        line,
        null,
      );
      return;
    }
    const asked = questionOf(text);
    if (asked !== null) {
      record.addPoint(asked, text, line);
      return;
    }
    const bullet = listMark(text);
    if (bullet && begun && !bullet.numbered) {
      const heading = lastText && introducesList(lastText) ? pointHeading(lastText) : 'Points';
      list = { kind: 'points', heading, next: 1, marked: true, last: null };
      add(bullet, line);
      return;
    }
    record.addText(text, line);
    begun = true;
    lastText = text;
    lastResolution = null;
    if (introducesList(text))
      list = { kind: 'points', heading: pointHeading(text), next: 1, marked: null, last: null };
  }

  /** `own` is the number of the paragraph: "4.2 RESOLVED …". */
  function resolve(found: NonNullable<ReturnType<typeof resolvingIn>>, line: Line, own: string | null): void {
    begun = true;
    if (found.before !== '') record.addText(foldSpace(`${own ?? ''} ${found.before}`), line);
    const { leadIn, rest, after } = found;
    const bare = `${leadIn}${rest}`;
    const follows =
      following && (listMark(following.text) !== null || /^(?:that|to)\b/i.test(following.text));
    if (/^\W*\w+[\s.]*$/.test(bare) && !follows) {
      // "AGREED." alone says it of what stands before it; behind a resolution it says it again.
      if (resolved) record.addText(bare, line);
      else addResolution(null, foldSpace(`${lastText === null ? '' : lastSentence(lastText)} ${bare}`), line);
      list = null;
      return;
    }
    if (rest === '' || (leadIn === '' && follows && /^\W*\w+(?: that)?[\s.:–—-]*$/i.test(rest))) {
      record.addText(foldSpace(`${own ?? ''} ${leadIn === '' ? rest : leadIn}`), line);
      list = { kind: 'resolutions', heading: '', next: 1, marked: null, last: null };
      return;
    }
    const entries = entriesIn(rest);
    if (entries) {
      if (leadIn !== '') record.addText(foldSpace(`${own ?? ''} ${leadIn}`), line);
      for (const entry of entries) lastResolution = addResolution(entry.number, entry.text, line);
      list = null;
      return;
    }
    const text = foldSpace(`${leadIn} ${rest}`);
    const at = addResolution(own, text, line);
    lastResolution = at;
    lastText = rest;
    resolved = true;
    list = { kind: 'resolutions', heading: '', next: 2, marked: null, last: { text, at } };
    if (/[.!]$/.test(rest)) list = null;
    if (after !== '') readWords(after, line);
  }

  /** "… be circulated. ACTION: JB" behind a resolution: an action of its own, unless the resolution asks for it already. */
  function asksBeside(
    { before, action }: NonNullable<ReturnType<typeof actionAtEnd>>,
    said: string,
    line: Line,
  ): void {
    const kind = resolutionKind(before);
    record.addText(foldSpace(said.slice(before.length)), line);
    if (kind === 'action' || kind === 'report') return;
    act(action.text === '' ? { ...action, text: lastSentence(before) } : action, line, null);
  }

  function act(action: Arising, line: Line, said: string | null): void {
    settle();
    const text = action.text !== '' ? action.text : (lastText ?? said ?? '');
    if (action.text === '' && action.lead !== null && lastResolution !== null)
      record.askOf(lastResolution, action, line);
    else record.addAction({ ...action, text: action.text !== '' ? text : lastSentence(text) }, line);
    if (said !== null) record.addText(said, line);
    begun = true;
    list = null;
  }

  return {
    read,
    attending: attendance.attending,
    endList: () => {
      list = null;
    },
    act,
    openItem,
    decide(text, line, number = null) {
      const found = number === null ? resolvingIn(text) : null;
      if (found) resolve(found, line, null);
      else addResolution(number, text, line);
      list = null;
    },
    begun: () => begun,
    end: settle,
  };
}
