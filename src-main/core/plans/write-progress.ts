import { lastPosition, newestStatus } from '#db/queries/plans-order.ts';
import { statusToColumns } from '#db/records.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { actions, progress } from '#db/schema/index.ts';
import type { Status } from '#shared/contract/register.ts';
import type { State } from '#shared/domain/states.ts';
import { step } from './positions.ts';
import type { Writer } from './write-parts.ts';

export type Update = {
  on: string;
  status: Status | null;
  text: string;
  by: string | null;
  byPersonId?: string | null;
  evidence: string | null;
  meetingId?: string | null;
  correctsId?: string | null;
  /** Where it came from, for one that came in a file. */
  sourceFileId?: string | null;
  sourceWhere?: string | null;
  sourceCells?: Record<string, string> | null;
};

/**
 * Writes one dated update. The action's status is that of its newest update that has one, so an update dated
 * before it goes into the past and changes nothing today. One that was corrected counts no longer.
 */
export function writeUpdate({ tx, newId }: Writer, actionId: string, update: Update): void {
  const { status, ...words } = update;
  insertRow(tx, progress, {
    id: newId(),
    actionId,
    position: lastPosition(tx, 'progress', actionId) + step,
    ...words,
    ...statusToColumns(status),
  });
  if (!status && !update.correctsId) return;
  const newest = newestStatus(tx, actionId);
  updateRow(tx, actions, actionId, {
    statusState: (newest?.statusState ?? null) as State | null,
    statusLabel: newest?.statusLabel ?? null,
  });
}
