import type { Attendance, Detail, Meeting, Resolution } from '#shared/contract/register.ts';
import type { Context } from '../context.ts';
import type { DraftAction, DraftAgendaItem, DraftAttendance, DraftMeeting, DraftSource } from '../types.ts';
import { timeOf } from './arising.ts';
import { type Attendee, personalTitle } from './attendance.ts';
import type { Line } from './blocks.ts';
import { kindOfBody } from './front.ts';
import { withoutOpening } from './resolutions.ts';

/** Where words were read: the field they went to, and their cells. */
type Spot = readonly [field: string, column: number, row: number];

/** The kind of the plan in which the actions of a body's meetings are kept. */
const arising = 'actions arising';
/** Provenance names this many places of one record at most. */
const mostSpots = 120;

/** Writes the drafts of one document's minutes as they are read. Everything lies in one grid. */
export type MinutesRecord = {
  readonly meeting: () => DraftMeeting | null;
  readonly item: () => DraftAgendaItem | null;
  openMeeting(
    o: Omit<DraftMeeting, 'body' | 'source'> & { bodyName: string | null },
    lines: readonly Line[],
  ): void;
  addDetail(detail: Detail, line: Line): void;
  addAttendee(who: Attendee, line: Line): void;
  openItem(number: string | null, title: string, line: Line): void;
  /** The item that holds what stands under no heading. */
  ensureItem(line: Line): void;
  addText(text: string, line: Line): void;
  addPoint(heading: string, text: string, line: Line): void;
  addResolution(number: string | null, text: string, line: Line): number;
  resolutionText(at: number): string;
  setKind(at: number, kind: Resolution['kind']): void;
  /** The last resolution, or point, goes on in another line. */
  replaceLastResolution(text: string, line: Line): void;
  replaceLastPoint(text: string, line: Line): void;
  addAction(o: ActionOf, line: Line): number;
  linkAction(resolution: number, action: number): void;
  /** "ACTION: JB" under a resolution: whom it asks. Tracked already, the action has its lead from here. */
  askOf(resolution: number, o: Pick<ActionOf, 'ref' | 'lead' | 'time'>, line: Line): void;
  /** Another meeting that these minutes announce. */
  proposeMeeting(heldOn: string, place: string | null, line: Line): void;
  attendance(): readonly { name: string; state: Attendance['state'] }[];
  finish(): void;
};

export type ActionOf = {
  readonly ref: string | null;
  readonly text: string;
  readonly lead: string | null;
  readonly time: string | null;
  readonly status?: DraftAction['status'];
  readonly details?: Detail[];
};

export function minutesRecord(context: Context, grid: number): MinutesRecord {
  const { drafts } = context;
  const spots = new Map<object, Spot[]>();
  const firstAction = drafts.actions.length;
  let meetingAt = -1;
  let item: DraftAgendaItem | null = null;
  const counted = new Map<string, number>();
  const listed = new Map<string, DraftAttendance>();

  function note(record: object, field: string, line: Line): void {
    let list = spots.get(record);
    if (!list) {
      list = [];
      spots.set(record, list);
    }
    for (const cell of line.cells) {
      const last = list.at(-1);
      if (last?.[0] === field && last[1] === cell.column && last[2] === cell.row) continue;
      if (list.length < mostSpots) list.push([field, cell.column, cell.row]);
      else list[mostSpots - 1] = [field, cell.column, cell.row];
    }
  }
  function sourceOf(record: object): DraftSource {
    const list = spots.get(record) ?? [];
    const first = list[0]?.[2] ?? 0;
    const last = list.reduce((row, [, , at]) => Math.max(row, at), first);
    return [
      context.layout(
        grid,
        list.map(([field, column, row]) => [field, column, row - first]),
      ),
      first,
      last,
    ];
  }
  const pending: DraftSource = [0, 0, 0];
  const meeting = () => drafts.meetings[meetingAt] ?? null;

  function bodyOf(name: string | null, lines: readonly Line[]): number | null {
    if (name === null) return null;
    const key = name.toLowerCase();
    const known = drafts.bodies.findIndex((one) => one.name.toLowerCase() === key);
    if (known >= 0) return known;
    const body = {
      name,
      kind: kindOfBody(name),
      purpose: null,
      role: null,
      cycle: null,
      members: [],
      source: pending,
    };
    drafts.bodies.push(body);
    for (const line of lines) note(body, 'name', line);
    return drafts.bodies.length - 1;
  }

  /** The plan that the actions of one body's meetings are kept in. */
  function planOf(line: Line): number {
    const name = drafts.bodies[meeting()?.body ?? -1]?.name ?? meeting()?.title ?? '';
    const title = name === '' ? 'Actions arising' : `Actions arising: ${name}`;
    const known = drafts.plans.findIndex((one) => one.kind === arising && one.title === title);
    if (known >= 0) return known;
    const plan = {
      kind: arising,
      title,
      period: null,
      subject: null,
      preamble: null,
      key: [],
      source: pending as DraftSource | null,
    };
    drafts.plans.push(plan);
    note(plan, 'title', line);
    return drafts.plans.length - 1;
  }

  /** "Ms Ann Bell" and "Ann Bell" are one. */
  function keyOf(name: string): string {
    return `${meetingAt}|${name.replace(personalTitle, '').toLowerCase()}`;
  }

  /** "Cllr Bell", where one Bell is listed with a forename. */
  function bySurname(name: string): DraftAttendance | undefined {
    const surname = name.replace(personalTitle, '');
    if (surname === name) return byRank(name);
    if (surname.includes(' ')) return undefined;
    const those = drafts.attendance.filter(
      (one) => one.meeting === meetingAt && one.name.toLowerCase().endsWith(` ${surname.toLowerCase()}`),
    );
    const [only] = those;
    return those.length === 1 && only && only.name.replace(personalTitle, '').includes(' ')
      ? only
      : undefined;
  }

  /** "Superintendent Coyle", where one "Superintendent Mary Coyle" is listed. */
  function byRank(name: string): DraftAttendance | undefined {
    const words = name.toLowerCase().split(' ');
    const [rank = '', surname = ''] = words;
    const those = drafts.attendance.filter(({ meeting: at, name: other }) => {
      const own = other.toLowerCase().split(' ');
      return at === meetingAt && own.length === 3 && own[0] === rank && own[2] === surname;
    });
    return words.length === 2 && those.length === 1 ? those[0] : undefined;
  }

  function byInitials(name: string): DraftAttendance | undefined {
    if (!/^\p{Lu}{2,4}$/u.test(name)) return undefined;
    return drafts.attendance.find((one) => one.meeting === meetingAt && one.initials === name);
  }

  const record: MinutesRecord = {
    meeting,
    item: () => item,
    openMeeting({ bodyName, ...facts }, lines) {
      const body = bodyOf(bodyName, lines);
      drafts.meetings.push({ ...facts, body, source: pending });
      meetingAt = drafts.meetings.length - 1;
      const made = drafts.meetings[meetingAt];
      if (made) for (const line of lines) note(made, 'title', line);
      item = null;
      counted.clear();
    },
    addDetail(detail, line) {
      const at = meeting();
      if (!at) return;
      at.details.push(detail);
      note(at, detail.label === '' ? 'details' : detail.label, line);
    },
    addAttendee(who, line) {
      const again = listed.get(keyOf(who.name)) ?? bySurname(who.name) ?? byInitials(who.name);
      if (again) {
        // Named twice: under "Present" and in the item of apologies, or as the clerk.
        if (who.role !== null && !(again.role ?? '').includes(who.role))
          again.role = again.role === null ? who.role : `${again.role}; ${who.role}`;
        again.initials ??= who.initials;
        note(again, 'name', line);
        return;
      }
      const one = { meeting: meetingAt, ...who, source: pending };
      drafts.attendance.push(one);
      listed.set(keyOf(who.name), one);
      note(one, 'name', line);
    },
    openItem(number, title, line) {
      item = { meeting: meetingAt, number, title, text: '', points: [], source: pending };
      drafts.agendaItems.push(item);
      note(item, 'title', line);
    },
    ensureItem(line) {
      if (item === null) record.openItem(null, 'Minutes', line);
    },
    addText(text, line) {
      if (text === '') return;
      record.ensureItem(line);
      if (!item) return;
      item.text = item.text === '' ? text : `${item.text}\n${text}`;
      note(item, 'text', line);
    },
    addPoint(heading, text, line) {
      if (text === '') return;
      record.ensureItem(line);
      item?.points.push({ heading, text });
      if (item) note(item, 'points', line);
    },
    addResolution(number, text, line) {
      const itemAt = item ? drafts.agendaItems.length - 1 : null;
      const scope = item?.number ?? '';
      const count = (counted.get(scope) ?? 0) + 1;
      counted.set(scope, count);
      const own = number ?? (scope === '' ? String(count) : count === 1 ? scope : `${scope} (${count})`);
      const made = {
        meeting: meetingAt,
        item: itemAt,
        number: own,
        text,
        kind: null,
        action: null,
        source: pending,
      };
      drafts.resolutions.push(made);
      note(made, 'text', line);
      return drafts.resolutions.length - 1;
    },
    resolutionText: (at) => drafts.resolutions[at]?.text ?? '',
    setKind(at, kind) {
      const one = drafts.resolutions[at];
      if (one) one.kind = kind;
    },
    replaceLastResolution(text, line) {
      const last = drafts.resolutions.at(-1);
      if (!last) return;
      last.text = text;
      note(last, 'text', line);
    },
    replaceLastPoint(text, line) {
      const last = item?.points.at(-1);
      if (!item || !last) return;
      last.text = text;
      note(item, 'points', line);
    },
    addAction(o, line) {
      const heldOn = meeting()?.heldOn ?? null;
      const action: DraftAction = {
        plan: planOf(line),
        section: null,
        id: null,
        ref: o.ref,
        text: o.text,
        bullets: [],
        leads: o.lead === null ? [] : [...context.leads(o.lead)],
        timescale: o.time === null ? null : timeOf(o.time, heldOn, context.options.yearStartMonth),
        status: o.status ?? null,
        resources: null,
        comment: null,
        details: o.details ?? [],
        links: [],
        reviewOn: null,
        source: pending,
      };
      drafts.actions.push(action);
      note(action, 'text', line);
      return drafts.actions.length - 1;
    },
    linkAction(resolution, action) {
      const one = drafts.resolutions[resolution];
      if (one) one.action = action;
    },
    askOf(resolution, { ref, lead, time }, line) {
      const tracked = drafts.actions[drafts.resolutions[resolution]?.action ?? -1];
      if (!tracked) {
        const text = withoutOpening(record.resolutionText(resolution));
        record.linkAction(resolution, record.addAction({ ref, text, lead, time }, line));
        return;
      }
      if (lead !== null && tracked.leads.length === 0) tracked.leads.push(...context.leads(lead));
      note(tracked, 'leads', line);
    },
    proposeMeeting(heldOn, place, line) {
      const now = meeting();
      if (!now || (now.heldOn !== null && heldOn <= now.heldOn)) return;
      if (drafts.meetings.some((one) => one.body === now.body && one.heldOn === heldOn)) return;
      const title = drafts.bodies[now.body ?? -1]?.name ?? now.title;
      const next: DraftMeeting = {
        body: now.body,
        title,
        heldOn,
        place,
        minuteRef: null,
        furtherTo: null,
        state: 'proposed' satisfies Meeting['state'],
        details: [],
        source: pending,
      };
      drafts.meetings.push(next);
      note(next, 'heldOn', line);
    },
    attendance: () => drafts.attendance.filter((one) => one.meeting === meetingAt),
    finish() {
      dueAtNext();
      for (const made of spots.keys()) (made as { source: DraftSource }).source = sourceOf(made);
      minuteRange();
    },
  };

  /** "By the next meeting" means its day, where the minutes say when that is. */
  function dueAtNext(): void {
    const now = meeting();
    const next = drafts.meetings.find((one) => one.body === now?.body && one.state === 'proposed');
    if (!next?.heldOn) return;
    for (const action of drafts.actions.slice(firstAction)) {
      const { timescale } = action;
      if (timescale?.kind === 'unknown' && /\bnext meeting\b/i.test(timescale.text))
        action.timescale = { ...timescale, kind: 'by', end: next.heldOn, precision: 'day' };
    }
  }

  /** "12/15 to 19/15", where the items carry minute numbers and the minutes give no reference of their own. */
  function minuteRange(): void {
    drafts.meetings.forEach((one, at) => {
      if (one.minuteRef !== null) return;
      const numbers = drafts.agendaItems
        .filter((made) => made.meeting === at)
        .flatMap(({ number }) =>
          number !== null && /\d[/.-]?.*\d/.test(number) && /[/A-Z]/.test(number) ? [number] : [],
        );
      const [first] = numbers;
      const last = numbers.at(-1);
      if (first && last) one.minuteRef = first === last ? first : `${first} to ${last}`;
    });
  }
  return record;
}
