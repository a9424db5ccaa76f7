import type { Plan, ReportingLine, SnapshotContent } from '#shared/contract/register.ts';
import {
  layOutReporting,
  lineInWords,
  type ReportingLineDrawn,
  type ReportingParty,
} from '#shared/domain/reporting-layout.ts';
import { capital } from '#shared/domain/words.ts';
import { type Block, cell, words } from '../document.ts';

/** The reporting lines that a plan stands in, drawn and as a table; nothing where it stands in none. */
export function reportingBlocks(content: SnapshotContent, plan: Plan): Block[] {
  const lines = joinedTo(`plan ${plan.id}`, drawnOf(content));
  if (lines.length === 0) return [];
  const title = 'Reporting lines';
  const hasLevels = lines.some(({ level }) => level !== null);
  const text = (said: string | null | undefined) => cell(said ? words(said) : null);
  return [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'reporting',
      title,
      says: `${lines.map(lineInWords).join('. ')}.`,
      layout: layOutReporting(lines),
    },
    {
      kind: 'table',
      caption: 'Who reports to whom',
      columns: [
        ...(hasLevels ? [{ label: 'Level', width: 6 }] : []),
        { label: 'Report', width: 36 },
        { label: 'From', width: 24 },
        { label: 'To', width: 24 },
        { label: 'How often', width: 16 },
      ],
      rowHeader: hasLevels ? 1 : 0,
      rows: lines.map(({ level, report, from, to, every }) => ({
        kind: 'cells',
        cells: [
          ...(hasLevels ? [text(level === null ? null : String(level))] : []),
          text(report || 'Reports'),
          text(from?.title),
          text(to?.title),
          text(every && capital(every)),
        ],
      })),
    },
  ];
}

/** All lines of the content with their ends by name, and what bodies say themselves of whom they report to. */
function drawnOf({ reportingLines = [], bodies, plans }: SnapshotContent): ReportingLineDrawn[] {
  const bodyNames = new Map(bodies.map(({ id, name }) => [id, name]));
  const planTitles = new Map(plans.map(({ id, title }) => [id, title]));
  const party = (
    bodyId: string | null,
    planId: string | null,
    said: string | null,
  ): ReportingParty | null => {
    const [body, plan] = [bodyNames.get(bodyId ?? ''), planTitles.get(planId ?? '')];
    if (bodyId !== null && body !== undefined) return { key: `body ${bodyId}`, kind: 'body', title: body };
    if (planId !== null && plan !== undefined) return { key: `plan ${planId}`, kind: 'plan', title: plan };
    return said === null
      ? null
      : { key: `words ${said.trim().toLocaleLowerCase('en-GB')}`, kind: 'words', title: said };
  };
  const byLevel = (line: ReportingLine) => line.level ?? Number.MAX_SAFE_INTEGER;
  const said = new Set(reportingLines.map(({ fromBodyId, toBodyId }) => `${fromBodyId} ${toBodyId}`));
  return [
    ...[...reportingLines]
      .sort((a, b) => byLevel(a) - byLevel(b))
      .map((line) => ({
        id: line.id,
        level: line.level,
        report: line.report,
        every: line.every,
        from: party(line.fromBodyId, line.fromPlanId, line.from),
        to: party(line.toBodyId, line.toPlanId, line.to),
      })),
    ...bodies
      .filter(({ id, reportsToId }) => reportsToId !== null && !said.has(`${id} ${reportsToId}`))
      .map(({ id, reportsToId }) => ({
        id,
        level: null,
        report: '',
        every: null,
        from: party(id, null, null),
        to: party(reportsToId, null, null),
      })),
  ];
}

/** The lines that lead, one after another, to or from a party. */
function joinedTo(key: string, lines: readonly ReportingLineDrawn[]): ReportingLineDrawn[] {
  const reached = new Set([key]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { from, to } of lines) {
      const ends = [from?.key, to?.key].filter((end) => end !== undefined);
      if (!ends.some((end) => reached.has(end))) continue;
      for (const end of ends) {
        if (reached.has(end)) continue;
        reached.add(end);
        grew = true;
      }
    }
  }
  return lines.filter(({ from, to }) => [from, to].some((end) => end !== null && reached.has(end.key)));
}
