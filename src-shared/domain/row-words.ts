/** What a row of each table of the register is called: one, and many. */
const names: Readonly<Record<string, readonly [one: string, many: string]>> = {
  acceptances: ['accepted finding', 'accepted findings'],
  action_links: ['link', 'links'],
  actions: ['action', 'actions'],
  agenda_items: ['agenda item', 'agenda items'],
  aliases: ['other spelling', 'other spellings'],
  attendance: ['attendance', 'attendances'],
  bodies: ['board or group', 'boards or groups'],
  body_members: ['membership', 'memberships'],
  circulations: ['circulation', 'circulations'],
  duties: ['duty', 'duties'],
  duty_answers: ['answer to a duty', 'answers to duties'],
  funding_streams: ['funding stream', 'funding streams'],
  glossary: ['term', 'terms'],
  import_files: ['file brought in', 'files brought in'],
  import_profiles: ['way of reading', 'ways of reading'],
  imports: ['import', 'imports'],
  key_entries: ['entry of the key', 'entries of the key'],
  kpi_changes: ['change of what is measured', 'changes of what is measured'],
  kpi_judgements: ['status by judgement', 'statuses by judgement'],
  kpi_narratives: ['narrative', 'narratives'],
  kpi_values: ['figure', 'figures'],
  kpis: ['KPI', 'KPIs'],
  leads: ['lead', 'leads'],
  lineage: ['line of descent', 'lines of descent'],
  measures: ['measure', 'measures'],
  meetings: ['meeting', 'meetings'],
  people: ['person or team', 'people and teams'],
  people_apart: ['pair that is two', 'pairs that are two'],
  plans: ['plan', 'plans'],
  progress: ['update', 'updates'],
  resolutions: ['resolution', 'resolutions'],
  round_forms: ['form of a round', 'forms of rounds'],
  rounds: ['round', 'rounds'],
  sections: ['section', 'sections'],
  settings: ['setting', 'settings'],
  snapshots: ['snapshot', 'snapshots'],
  spells: ['spell of office', 'spells of office'],
  tray: ['entry in the tray', 'entries in the tray'],
};

/** What a row of that table is called; "entry" for a table without a name of its own. */
export function rowName(table: string): { one: string; many: string } {
  const [one, many] = names[table] ?? ['entry', 'entries'];
  return { one, many };
}
