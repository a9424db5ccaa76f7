import type Database from 'better-sqlite3';
import { sampleBoard } from '../meetings/board.ts';
import type { Office } from '../office.ts';

/**
 * Names somebody in every way that an office does: imported and typed, as lead, in words, at a meeting, in an update, in
 * what was changed, removed and undone, and frozen.
 */
export async function namedEverywhere(
  office: Office,
  name: string,
): Promise<{ personId: string; meetingId: string }> {
  const { caller } = office;
  const [forename = '', surname = ''] = name.split(' ');
  const board = await sampleBoard(office);
  const { planId, actions } = board.plan;
  const csv = `Wharf Delivery Plan 2009-10
Ref,Objective,Action,Lead,By when,RAG,Comments
1.1,Speech comes first,Open a toy library,${name},March 2010,On track,${name} has the lease
1.2,,Train staff in signing,Outreach team,Dec 09,Complete,asked ${forename[0]}. ${surname}
`;
  const { sessionId } = await caller.imports.start({
    jobId: 'held',
    files: [{ name: 'Return.csv', base64: Buffer.from(csv).toString('base64') }],
    options: {},
  });
  await caller.imports.bringIn({ sessionId, jobId: 'held 2' });
  const personId = (await caller.people.list()).find((one) => one.name === name)?.id ?? '';
  const edit = (aliases: string[]) =>
    caller.people.edit({
      personId,
      role: 'Housing lead',
      initials: `${forename[0]}${surname[0]}`,
      email: 'zz.q@council.example',
      aliases,
    });
  await edit([`Mrs ${surname}`]);
  await caller.people.edit({ personId, name: `${name} Lee` });
  await caller.people.edit({ personId, name, aliases: [`Mrs ${surname}`] });
  const set = (field: 'leads' | 'text' | 'comment', text: string) =>
    caller.plans.setCells({ planId, edits: [{ actionId: actions[0], field, text }] });
  await set('leads', `${forename[0]}${surname[0]}`);
  await set('text', `Print one leaflet with ${surname} Street on it; ask ${name.toUpperCase()}`);
  await set(
    'comment',
    `${forename} said: see ${surname}, ${forename}, ${forename.toLowerCase()}.${surname.toLowerCase()}.docx; or ${forename[0]}${surname[0]}`,
  );
  await caller.minutes.attend({
    meetingId: board.meetingId,
    attendanceId: null,
    name,
    state: 'apologies',
    substituteFor: null,
    role: null,
  });
  await caller.meetings.edit({ meetingId: board.meetingId, clerk: name });
  await caller.agenda.addItem({
    meetingId: board.meetingId,
    title: `Report of ${name}`,
    text: `${name} told the board. All agreed with ${name}.`,
    points: [{ heading: '', text: `“${name}”` }],
  });
  const term = await caller.glossary.add({ term: name, meaning: 'A name' });
  await caller.glossary.remove(term);
  await caller.snapshots.take({ name: 'June board' });
  return { personId, meetingId: board.meetingId };
}

/** The meeting at which they were named, held and its minutes confirmed. */
export async function holdAndConfirm({ caller }: Office, meetingId: string): Promise<void> {
  await caller.minutes.begin({ meetingId });
  await caller.minutes.close({ meetingId, closedTime: '15:40' });
  await caller.minutes.confirm({ meetingId, on: '2010-12-09', atMeetingId: null });
}

/** Every text that any table of the file holds: found by the file's own schema, and not by the program's. */
export function textsOfFile(raw: Database.Database): string[] {
  const tables = raw
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'`,
    )
    .pluck()
    .all() as string[];
  return tables.flatMap((table) => {
    const rows = raw.prepare(`SELECT * FROM "${table}"`).all() as { [column: string]: unknown }[];
    return rows.flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) =>
        table === 'snapshots' && column === 'content' ? [] : leaves(value),
      ),
    );
  });
}

function leaves(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value))
    return [...Object.keys(value), ...Object.values(value).flatMap(leaves)];
  if (typeof value !== 'string') return [];
  if (!/^[[{"]/.test(value)) return [value];
  try {
    return leaves(JSON.parse(value));
  } catch {
    return [value];
  }
}
