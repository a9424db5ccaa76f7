import type { SearchHit } from '#shared/contract/office.ts';

/** What a kind of hit is called above its hits, in the order in which they are shown. */
const kindNames: Record<SearchHit['kind'], string> = {
  plan: 'Plans',
  section: 'Sections',
  action: 'Actions',
  measure: 'Measures',
  progress: 'Updates',
  kpi: 'KPIs',
  duty: 'Duties',
  resolution: 'Resolutions',
  'agenda-item': 'Agenda items',
  meeting: 'Meetings',
  body: 'Boards and groups',
  person: 'People and teams',
  glossary: 'Glossary',
  'funding-stream': 'Funding streams',
  'report-words': 'Words in reports',
  'report-template': 'Report templates',
  'owed-report': 'Reports owed',
  'reporting-line': 'Reporting lines',
  closure: 'Holidays and closures',
  round: 'Update rounds',
  'round-form': 'Asked in a round',
  snapshot: 'Snapshots',
  circulation: 'What went out',
  'circulation-list': 'Circulation lists',
};

/** Where a hit leads. */
export type Place =
  | { to: '/plans/$planId'; params: { planId: string }; search: { action?: string; section?: string } }
  | { to: '/kpis/$kpiId'; params: { kpiId: string } }
  | { to: '/meetings/$meetingId'; params: { meetingId: string }; search: { as?: string; item?: string } }
  | { to: '/meetings/resolutions'; search: { resolution: string } }
  | { to: '/meetings/reports'; search: { report: string } }
  | { to: '/bodies/$bodyId'; params: { bodyId: string } }
  | { to: '/bodies/reporting' }
  | { to: '/bodies/year' }
  | { to: '/reports'; search: { words?: string; template?: string } }
  | { to: '/updates/$roundId'; params: { roundId: string }; search: { form?: string } }
  | { to: '/snapshots'; search: { snapshot: string } }
  | { to: '/circulation'; search: { list?: string; sent?: string } }
  | { to: '/duties'; search: { duty: string } }
  | { to: '/people/$personId'; params: { personId: string } }
  | { to: '/settings'; search: { part: string; entry?: string } };

export function placeOf(hit: SearchHit): Place | null {
  if (hit.kpiId) return { to: '/kpis/$kpiId', params: { kpiId: hit.kpiId } };
  if (hit.kind === 'resolution') return { to: '/meetings/resolutions', search: { resolution: hit.id } };
  if (hit.kind === 'owed-report') return { to: '/meetings/reports', search: { report: hit.id } };
  if (hit.meetingId) {
    const search = hit.kind === 'agenda-item' ? { as: 'minutes', item: hit.id } : {};
    return { to: '/meetings/$meetingId', params: { meetingId: hit.meetingId }, search };
  }
  if (hit.roundId) {
    const search = hit.kind === 'round-form' ? { form: hit.id } : {};
    return { to: '/updates/$roundId', params: { roundId: hit.roundId }, search };
  }
  if (hit.kind === 'snapshot') return { to: '/snapshots', search: { snapshot: hit.id } };
  if (hit.kind === 'circulation') return { to: '/circulation', search: { sent: hit.id } };
  if (hit.kind === 'circulation-list') return { to: '/circulation', search: { list: hit.id } };
  if (hit.kind === 'glossary') return { to: '/settings', search: { part: 'words', entry: hit.id } };
  if (hit.kind === 'report-words') return { to: '/reports', search: { words: hit.id } };
  if (hit.kind === 'report-template') return { to: '/reports', search: { template: hit.id } };
  if (hit.kind === 'funding-stream') return { to: '/settings', search: { part: 'streams', entry: hit.id } };
  if (hit.kind === 'duty') return { to: '/duties', search: { duty: hit.id } };
  if (hit.planId) {
    const search = hit.actionId
      ? { action: hit.actionId }
      : hit.kind === 'section'
        ? { section: hit.id }
        : {};
    return { to: '/plans/$planId', params: { planId: hit.planId }, search };
  }
  if (hit.kind === 'person') return { to: '/people/$personId', params: { personId: hit.id } };
  if (hit.kind === 'body') return { to: '/bodies/$bodyId', params: { bodyId: hit.id } };
  if (hit.kind === 'reporting-line') return { to: '/bodies/reporting' };
  if (hit.kind === 'closure') return { to: '/bodies/year' };
  return null;
}

/** Hits by kind, kinds in their order, hits within one as the search ranked them. */
export function byKind(
  hits: readonly SearchHit[],
): { kind: SearchHit['kind']; name: string; hits: SearchHit[] }[] {
  return (Object.keys(kindNames) as SearchHit['kind'][])
    .map((kind) => ({ kind, name: kindNames[kind], hits: hits.filter((hit) => hit.kind === kind) }))
    .filter((group) => group.hits.length > 0);
}
