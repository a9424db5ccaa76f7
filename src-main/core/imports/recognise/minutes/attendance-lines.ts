import { type Attending, attendanceStart, attendeesOn, groupOf, readsAsNames } from './attendance.ts';
import { type Line, listMark } from './blocks.ts';
import { reporting } from './cues.ts';
import { labelOf } from './front.ts';
import type { ItemHead } from './item-heads.ts';
import { afterNames, isOpening, isShortWords } from './line-words.ts';
import { numberOf } from './numbering.ts';
import type { MinutesRecord } from './record.ts';

/** "Cllr Ann Bell had given her apologies." */
const sentApologies =
  /^(.{3,120}?)\s+(?:had|has|have)?\s*(?:sent|given|gave|offered|tendered|submitted)\s+(?:(?:his|her|their)\s+)?apolog(?:y|ies)\b/i;

/** What reading names from lines leans on. */
type AttendanceLines = {
  readonly record: MinutesRecord;
  readonly mark: (line: Line, fate: 'header' | 'furniture') => void;
  readonly openItem: (number: string | null, title: string, line: Line) => void;
  /** Whether the items have begun. */
  readonly begun: () => boolean;
  readonly headOf: (line: Line) => ItemHead | null;
};

/** Reads who was there from lines: labels, the names behind and under them, sentences about apologies. */
export function attendanceReader(o: AttendanceLines) {
  const { record } = o;
  let attending: Attending | null = null;
  let label = false;

  /** Names under "Present", and the label itself. */
  function take(line: Line, next: Line | undefined): boolean {
    const { text } = line;
    const item = record.item();
    const begun = o.begun();
    label = false;
    const one = numberOf(text);
    const begins = text.length < 600 ? attendanceStart(one && one.depth === 1 ? one.rest : text) : null;
    if (begins && (begins.rest === '' ? !one : readsAsNames(begins.rest))) {
      const group = groupOf(begins.rest);
      const people = group?.rest === '' ? [] : attendeesOn(begins.rest, begins.attending);
      if (one || (item && isOpening(item.title))) {
        if (one && people.length > 0)
          o.openItem(one.number, /^[^:;]{4,40}(?=\s*[:;])/.exec(one.rest)?.[0] ?? 'Apologies', line);
        record.addText(one ? one.rest : text, line);
      }
      for (const who of people) record.addAttendee(who, line);
      if (begins.rest === '') o.mark(line, 'header');
      else if (people.length > 0 && begins.said !== null && !begun)
        record.addDetail({ label: 'Attendance', text: begins.said }, line);
      else if (people.length === 0) record.addDetail({ label: 'Attendance', text }, line);
      // A title set before several surnames has been given to each: the line as it stood is kept.
      else if (!one && people.some(({ name }) => !text.includes(name)))
        record.addDetail({ label: 'Attendance', text }, line);
      attending = group?.rest === '' ? { ...begins.attending, group: group.group } : begins.attending;
      label = true;
      return true;
    }
    // "There were apologies from …" under an item of that name.
    const within =
      /\bapolog(?:y|ies)\b.{0,60}?\b(?:from|by)\b\s*:?\s*(.+?)(?:(?<=\p{L}{2})\.\s+(?=\p{Lu}\p{L}*\s+\p{Ll}).*)?$/iu.exec(
        text,
      );
    if (within?.[1] && begun && readsAsNames(within[1].replace(afterNames, ''))) {
      const names = within[1].replace(afterNames, '');
      for (const who of attendeesOn(names, { state: 'apologies', group: null }))
        record.addAttendee(who, line);
      record.addText(text, line);
      return true;
    }
    const sent = begun ? sentApologies.exec(text)?.[1] : undefined;
    if (sent && readsAsNames(sent)) {
      for (const who of attendeesOn(sent, { state: 'apologies', group: null })) record.addAttendee(who, line);
      record.addText(text, line);
      return true;
    }
    if (attending === null || line.heading !== null) {
      if (line.heading !== null) attending = null;
      return false;
    }
    const officer = labelOf(text);
    if (officer?.field === 'officer' && readsAsNames(officer.value)) {
      for (const who of attendeesOn(officer.value, { state: 'present', group: officer.label }))
        record.addAttendee(who, line);
      return true;
    }
    const plain = text.replace(/^(?:[•●▪◦‣*·–-]|\d{1,2}[.)])\s+/, '');
    const group = groupOf(plain) ?? groupOver(plain, next);
    if (group && (group.rest === '' || readsAsNames(group.rest))) {
      // The clerk is named behind those who sent apologies, and was there.
      const officer = /^(?:clerk|secretary|minutes?\b|minute|notes?\b)/i.test(group.group);
      attending = { state: officer ? 'present' : attending.state, group: group.group };
      for (const who of attendeesOn(group.rest, attending)) record.addAttendee(who, line);
      if (group.rest === '') o.mark(line, 'header');
      return true;
    }
    if (group && !begun && text.length < 120) {
      record.addDetail({ label: 'Attendance', text }, line);
      return true;
    }
    const head = o.headOf(line);
    if (
      !(readsAsNames(plain) || isEntry(line)) ||
      (head && (head.number !== null || line.bold)) ||
      labelOf(text)
    ) {
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

  /** "Faith communities:" between names: who those that follow are. */
  function groupOver(text: string, following: Line | undefined): { group: string; rest: string } | null {
    const said =
      /^(\p{Lu}[^:.;]{2,60}?)\s*:\s*[-–—]?$/u.exec(text)?.[1] ??
      /^(?:(?:vice[- ])?chair(?:man|person|ing)?|conven[eo]r|in the chair|clerk|minute taker)$/i.exec(
        text,
      )?.[0];
    return said && following && readsAsNames(following.text) ? { group: said, rest: '' } : null;
  }

  /** Under "Present" a list may name bodies too: an item of a list that is no sentence. */
  function isEntry(line: Line): boolean {
    return (
      (line.listLevel !== null || listMark(line.text)?.mark === '') &&
      isShortWords(line) &&
      !reporting.test(line.text)
    );
  }

  return {
    /** Reads a line if it says who was there; false where it says something else. */
    take,
    /** Under which label the next names would stand. */
    attending: () => attending,
    /** Whether the line just taken was a label. */
    opened: () => label,
    close() {
      attending = null;
    },
  };
}
