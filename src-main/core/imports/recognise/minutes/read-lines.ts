import { foldSpace, withoutBullet } from '../words.ts';
import { announceNext } from './announce.ts';
import { type Arising, actionAtEnd, actionLine } from './arising.ts';
import { type Attending, attendanceStart, attendeesOn, groupOf, readsAsNames } from './attendance.ts';
import { type Line, listMark } from './blocks.ts';
import { bareLabel, closing, furtherTo, pageFurniture, signature } from './cues.ts';
import { labelOf, stateSaid } from './front.ts';
import { type HeadStyle, itemHead } from './item-heads.ts';
import {
  afterNames,
  documentsLabel,
  goesOn,
  isOpening,
  isShortWords,
  type LineReader,
  lastSentence,
  type OpenList,
  reportOf,
} from './line-words.ts';
import { countOf, numberOf } from './numbering.ts';
import { introducesList, pointHeading } from './point-headings.ts';
import type { MinutesRecord } from './record.ts';
import { resolutionKeeper } from './resolution-keeper.ts';
import { entriesIn, resolvingIn } from './resolutions.ts';

/** Reads the running text of minutes line by line into their record. */
export function lineReader(
  record: MinutesRecord,
  style: HeadStyle,
  mark: (line: Line, fate: 'header' | 'furniture') => void,
): LineReader {
  let attending: Attending | null = null;
  let list: OpenList | null = null;
  let lastCount = 0;
  let titleMissing = false;
  let titleFollows = false;
  let begun = false;
  let lastText: string | null = null;
  /** The last words were a resolution. */
  let resolved = false;
  const { add: addResolution, settle } = resolutionKeeper(record);
  let following: Line | undefined;

  function openItem(number: string | null, title: string, line: Line): void {
    settle();
    record.openItem(number, title, line);
    announceNext(record, title, line);
    attending = null;
    list = null;
    begun = true;
    lastText = null;
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
    if (bareLabel.test(text)) {
      list = null;
      // A portal's "Agenda item" stands over the item's title.
      if (/^agenda item/i.test(text)) titleFollows = true;
      mark(line, 'header');
      return;
    }
    const item = record.item();
    if (titleMissing && item && numberOf(text) === null && text.length <= 160) {
      item.title = text;
      titleMissing = false;
      record.addText('', line);
      return;
    }
    if (titleFollows) {
      titleFollows = false;
      openItem(null, text, line);
      return;
    }
    if (takeAttendance(line)) return;
    if (list && continuesList(line)) return;
    const head = itemHead(line, style, lastCount, list?.next ?? null);
    if (head && !(list?.kind === 'resolutions' && list.next === 1 && listMark(text))) {
      openItem(head.number, head.title, line);
      if (head.text !== '') readWords(head.text, line);
      return;
    }
    readWords(text, line);
  }

  /** Names under "Present", and the label itself. */
  function takeAttendance(line: Line): boolean {
    const { text } = line;
    const item = record.item();
    const one = numberOf(text);
    const begins = text.length < 600 ? attendanceStart(one && one.depth === 1 ? one.rest : text) : null;
    if (begins && (begins.rest === '' ? !one : readsAsNames(begins.rest))) {
      const group = groupOf(begins.rest);
      const people = group?.rest === '' ? [] : attendeesOn(begins.rest, begins.attending);
      if (one || (item && isOpening(item.title))) {
        if (one && people.length > 0) openItem(one.number, 'Apologies', line);
        record.addText(one ? one.rest : text, line);
      }
      for (const who of people) record.addAttendee(who, line);
      if (begins.rest === '') mark(line, 'header');
      else if (people.length > 0 && begins.said !== null && !begun)
        record.addDetail({ label: 'Attendance', text: begins.said }, line);
      else if (people.length === 0) record.addDetail({ label: 'Attendance', text }, line);
      attending = group?.rest === '' ? { ...begins.attending, group: group.group } : begins.attending;
      list = null;
      return true;
    }
    // "There were apologies from …" under an item of that name.
    const within = /\bapolog(?:y|ies)\b.{0,60}?\b(?:from|by)\b\s*:?\s*(.+)$/i.exec(text);
    if (within?.[1] && begun && readsAsNames(within[1].replace(afterNames, ''))) {
      const names = within[1].replace(afterNames, '');
      for (const who of attendeesOn(names, { state: 'apologies', group: null }))
        record.addAttendee(who, line);
      record.addText(text, line);
      return true;
    }
    if (attending === null || line.heading !== null) {
      if (line.heading !== null) attending = null;
      return false;
    }
    const plain = text.replace(/^(?:[•●▪◦‣*·–-]|\d{1,2}[.)])\s+/, '');
    const group = groupOf(plain);
    if (group && (group.rest === '' || readsAsNames(group.rest))) {
      attending = { ...attending, group: group.group };
      for (const who of attendeesOn(group.rest, attending)) record.addAttendee(who, line);
      if (group.rest === '') mark(line, 'header');
      return true;
    }
    if (group && !begun && text.length < 120) {
      record.addDetail({ label: 'Attendance', text }, line);
      return true;
    }
    const head = itemHead(line, style, lastCount, null);
    if (!readsAsNames(plain) || (head && (head.number !== null || line.bold)) || labelOf(text)) {
      attending = null;
      return false;
    }
    const state = attending;
    if (item && begun) record.addText(text, line);
    const people = attendeesOn(plain, state);
    for (const who of people) record.addAttendee(who, line);
    if (people.length === 0) record.addDetail({ label: 'Attendance', text }, line);
    return true;
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
      if (actionLine(found?.rest ?? text)) return false;
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
    if (list?.kind !== 'points') return false;
    const short = (one: Line | undefined) =>
      one !== undefined && isShortWords(one) && itemHead(one, style, lastCount, null) === null;
    return short(line) && (list.next > 1 || short(following));
  }

  function add(entry: { mark: string; rest: string; numbered: boolean }, line: Line): void {
    if (!list) return;
    list.next++;
    if (list.kind === 'resolutions') {
      const at = addResolution(
        entry.mark === '' ? (list.marked ? String(list.next - 1) : null) : entry.mark.replace(/\.$/, ''),
        entry.rest,
        line,
      );
      list.last = { text: entry.rest, at };
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
    if (list.kind === 'resolutions') {
      record.replaceLastResolution(list.last.text, line);
      return;
    }
    record.replaceLastPoint(list.last.text, line);
  }

  function readWords(words: string, line: Line): void {
    list = null;
    const plain = withoutBullet(words);
    const says = actionLine(plain) !== null || resolvingIn(plain)?.before === '';
    const text = says ? plain : words;
    const action = actionLine(text);
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
    if (signature.test(text) || (/^signed\b/i.test(text) && text.length < 140)) {
      record.addDetail({ label: 'Signature', text }, line);
      return;
    }
    const said = stateSaid(text);
    if (meeting && said === 'confirmed' && begun) meeting.state = 'confirmed';
    announceNext(record, text, line);
    const resolving = resolvingIn(text);
    if (!resolving) resolved = false;
    if (resolving) {
      resolve(resolving, line);
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
    const question = /^(Q|Question|A|Answer)\s*\d*\s*[:.–-]\s*(?=\S)(.*)$/.exec(text);
    if (question?.[2]) {
      record.addPoint(/^Q/.test(question[1] ?? '') ? 'Questions raised' : 'Answers', text, line);
      return;
    }
    const bullet = listMark(text);
    if (bullet && begun && !bullet.numbered) {
      list = {
        kind: 'points',
        heading: lastText && introducesList(lastText) ? pointHeading(lastText) : 'Points',
        next: 1,
        marked: true,
        last: null,
      };
      add(bullet, line);
      return;
    }
    // "Public business", "The meeting was quorate" over the first item.
    if (
      !record.item() &&
      text.length < 120 &&
      (line.bold || line.heading !== null || style.number !== null)
    ) {
      record.addDetail({ label: line.bold ? 'Heading' : 'Opening', text }, line);
      return;
    }
    record.addText(text, line);
    begun = true;
    lastText = text;
    if (introducesList(text))
      list = { kind: 'points', heading: pointHeading(text), next: 1, marked: null, last: null };
  }

  function resolve(found: NonNullable<ReturnType<typeof resolvingIn>>, line: Line): void {
    begun = true;
    if (found.before !== '') record.addText(found.before, line);
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
    if (rest === '') {
      record.addText(leadIn, line);
      list = { kind: 'resolutions', heading: '', next: 1, marked: null, last: null };
      return;
    }
    const entries = entriesIn(rest);
    if (entries) {
      if (leadIn !== '') record.addText(leadIn, line);
      for (const entry of entries) addResolution(entry.number, entry.text, line);
      list = null;
      return;
    }
    const at = addResolution(null, foldSpace(`${leadIn} ${rest}`), line);
    lastText = rest;
    resolved = true;
    list = {
      kind: 'resolutions',
      heading: '',
      next: 2,
      marked: null,
      last: { text: foldSpace(`${leadIn} ${rest}`), at },
    };
    if (/[.!]$/.test(rest)) list = null;
    if (after !== '') readWords(after, line);
  }

  function act(action: Arising, line: Line, said: string | null): void {
    settle();
    const text = action.text !== '' ? action.text : (lastText ?? said ?? '');
    record.addAction({ ...action, text: action.text !== '' ? text : lastSentence(text) }, line);
    if (said !== null) record.addText(said, line);
    begun = true;
    list = null;
  }

  return {
    read,
    attending: () => attending,
    endList: () => {
      list = null;
    },
    act,
    openItem,
    decide(text, line) {
      const found = resolvingIn(text);
      if (found) resolve(found, line);
      else addResolution(null, text, line);
      list = null;
    },
    begun: () => begun,
    end: settle,
  };
}
