import { reportingLevels } from '#shared/domain/reporting-levels.ts';
import { noteAdded, type PlanState } from './plan-state.ts';

/**
 * The reporting lines of bodies that a file brings: where what stands as the cycle of one is a list of numbered levels,
 * each is a line to that body, from the plan that the file is of where it is of one. The words stay as the body's
 * cycle; a body that is in the register already keeps the lines that it has.
 */
export function planReporting(state: PlanState, planIds: readonly string[]): void {
  const { rows } = state.plan;
  const [only, second] = planIds;
  const fromPlanId = second === undefined ? (only ?? null) : null;
  const done = new Set(rows.reportingLines.map(({ toBodyId }) => toBodyId));
  for (const body of rows.bodies) {
    if (done.has(body.id)) continue;
    for (const { level, report, every } of reportingLevels(body.cycle ?? '') ?? []) {
      const id = state.newId();
      const position = state.nextPosition('reportingLines');
      rows.reportingLines.push({ id, position, level, report, every, fromPlanId, toBodyId: body.id });
      noteAdded(state, 'reportingLines', {
        id,
        ref: String(level),
        title: report,
        where: body.sourceWhere ?? '',
      });
    }
  }
}
