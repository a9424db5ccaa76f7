import type {
  ImportRecord,
  Person,
  RegisterContent,
  RegisterJson,
  Snapshot,
  TrayItem,
} from '#shared/contract/register.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { readTimescale } from '#shared/domain/timescales.ts';
import { sha256 } from '../snapshots/hash.ts';
import { addKpi, type KpiRecords, kpiId } from './build-kpis.ts';
import { addMeeting, bodyId, type MeetingRecords } from './build-meetings.ts';
import { type AsOf, addPlan, isKnown, type PlanRecords, rowsOf } from './build-plans.ts';
import { commitments } from './commitments.ts';
import { delivery2009, delivery2010 } from './delivery-plans.ts';
import { exampleId } from './ids.ts';
import { healthKpis } from './kpis-health.ts';
import { learningKpis } from './kpis-learning.ts';
import { addWorkedOut, workedOutKpis } from './kpis-worked-out.ts';
import { look, lookSince } from './look.ts';
import { meetings } from './meetings.ts';
import { addressAt, bodies, duties, glossary, people, settings } from './office.ts';
import { circulated, circulationLists, ownWords, templates } from './papers.ts';
import { saltby } from './saltby.ts';
import { tray } from './tray.ts';
import { workforce } from './workforce.ts';
import { closures, meetingsAhead, reportingLines, usual } from './year.ts';

/** The day on which the example is told: nine days before the October board. */
export const exampleToday = '2010-10-12';

const plans = [commitments, delivery2009, delivery2010, saltby, workforce];
const importId = exampleId('import delivery-2010');
const importedFile = 'Delivery plan 2010-11 v4.xlsx';
/** Cells of a row of the imported sheet: reference, action, leads, timescale. */
const columns = { ref: 'A', text: 'B', leads: 'C', timescale: 'D' } as const;

/**
 * The register of an invented partnership in October 2010: two years of plans in four shapes, KPIs over three
 * years, meetings and two snapshots. The same every time, ids included; nobody and nowhere in it exists.
 */
export function exampleRegister(): RegisterJson {
  const content = contentAsOf(null);
  return {
    ...content,
    snapshots: [
      snapshot('End of year 2009-10', '2010-03-31', '2010-03-31T15:40:00.000Z'),
      snapshot('June board', '2010-06-30', '2010-06-30T16:05:00.000Z'),
    ],
    imports: [importRecord()],
    tray: tray.map(
      ([where, text, state, reason]): TrayItem => ({
        id: exampleId(`tray ${where}`),
        source: null,
        importId,
        file: importedFile,
        where,
        text,
        state,
        reason,
      }),
    ),
    circulationLists: [...circulationLists],
    circulations: [...circulated],
    reportWords: [...ownWords],
    reportTemplates: [...templates],
  };
}

function snapshot(name: string, day: string, takenAt: string): Snapshot {
  const content = contentAsOf(day);
  const hash = sha256(canonicalJson(content));
  return { id: exampleId(`snapshot ${day}`), source: null, name, takenAt, hash, content };
}

/** The register as it stood at the end of a day; null for all of it. */
export function contentAsOf(asOf: AsOf): RegisterContent {
  const everyone = personRecords();
  const planRecords: PlanRecords = { plans: [], sections: [], actions: [], measures: [], progress: [] };
  for (const plan of plans) {
    addPlan(plan, { asOf, people: everyone, kpiId, records: planRecords, sourceOf });
  }
  const kpiRecords: KpiRecords = { kpis: [], kpiValues: [], kpiNarratives: [] };
  for (const row of inOrder()) addKpi(row, { asOf, people: everyone, records: kpiRecords });
  const meetingRecords: MeetingRecords = { meetings: [], attendance: [], agendaItems: [], resolutions: [] };
  for (const row of meetings) addMeeting(row, { asOf, people: everyone, records: meetingRecords });
  const isThere = (id: string) => planRecords.plans.some((plan) => plan.id === id);
  const { kpiChanges, kpiJudgements } = addWorkedOut(asOf, kpiRecords, meetingRecords);
  return {
    format: 'plan-register',
    version: 1,
    settings: {
      ...settings,
      outcomes: [...settings.outcomes],
      ...(isKnown(lookSince, asOf) && { look }),
    },
    ...planRecords,
    ...kpiRecords,
    ...(kpiChanges.length > 0 && { kpiChanges }),
    ...(kpiJudgements.length > 0 && { kpiJudgements }),
    duties: duties.map(([text, basis, inForce]) => ({
      id: exampleId(`duty ${text}`),
      source: null,
      planId: null,
      text,
      basis,
      inForceFrom: readTimescale(inForce),
    })),
    people: everyone,
    bodies: bodyRecords(everyone),
    ...meetingRecords,
    meetings: [...meetingRecords.meetings, ...meetingsAhead],
    closures: [...closures],
    reportingLines: reportingLines.filter(({ fromPlanId }) => fromPlanId === null || isThere(fromPlanId)),
    glossary: glossary.map(([term, meaning]) => ({
      id: exampleId(`term ${term}`),
      source: null,
      planId: null,
      term,
      meaning,
    })),
  };
}

/** KPIs by the number of their reference. */
function inOrder() {
  const number = (ref: string) => Number(ref.replace(/\D/g, ''));
  return [...healthKpis, ...learningKpis, ...workedOutKpis].sort((a, b) => number(a.ref) - number(b.ref));
}

function personRecords(): Person[] {
  return people.map(([kind, initials, name, role]) => ({
    id: exampleId(`person ${name}`),
    source: null,
    kind,
    name,
    initials,
    role,
    email: kind === 'person' ? addressAt(name) : null,
  }));
}

function bodyRecords(everyone: readonly Person[]): RegisterContent['bodies'] {
  return bodies.map(({ reportsTo, members, ...body }) => ({
    ...body,
    ...usual[body.name],
    id: bodyId(body.name),
    source: null,
    reportsToId: reportsTo === null ? null : bodyId(reportsTo),
    members: members.map(([who, role, from]) => {
      const person = everyone.find(({ initials }) => initials === who);
      return { name: person?.name ?? who, personId: person?.id ?? null, role, from, until: null };
    }),
  }));
}

function sourceOf(plan: string, ref: string): RegisterContent['actions'][number]['source'] {
  const brought = importedRows();
  const row = brought.indexOf(ref);
  if (plan !== delivery2010.name || row < 0) return null;
  const sheet = `Priority ${ref.charAt(0)}`;
  const line = brought.slice(0, row).filter((other) => other.charAt(0) === ref.charAt(0)).length + 5;
  const cells = Object.fromEntries(
    Object.entries(columns).map(([field, column]) => [field, `${sheet}!${column}${line}`]),
  );
  return { importId, file: importedFile, where: `${sheet}!A${line}:D${line}`, cells };
}

/** What the workbook of April held: every action that was not added later. */
function importedRows(): string[] {
  return rowsOf(delivery2010)
    .filter(({ added }) => added === undefined)
    .map(({ ref }) => ref);
}

function importRecord(): ImportRecord {
  const placed = importedRows().length * Object.keys(columns).length;
  return {
    id: importId,
    source: null,
    at: '2010-04-19T09:12:00.000Z',
    files: [
      {
        name: importedFile,
        sha256: sha256(importedFile),
        format: 'xlsx',
        reconciliation: { cells: placed + tray.length, placed, tray: tray.length, lost: 0 },
      },
    ],
  };
}
