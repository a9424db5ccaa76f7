import { inReadTransaction } from '#db/change-log.ts';
import type { ReadDb } from '#db/handles.ts';
import { type PlanBackRows, planBackRows, putPlanBack } from '#db/plan-back.ts';
import { readContent } from '#db/queries/register-json.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { BackupAt, PlanBack } from '#shared/contract/safety.ts';
import { formatDay } from '#shared/domain/dates.ts';
import type { App, Register } from '../app.ts';
import { withBackup } from './open-beside.ts';

type Wanted = BackupAt & { planId: string };

/** How many records setting one plan back would bring, change and take out. Writes nothing. */
export function previewPlanBack(app: App, register: Register, { planId, ...at }: Wanted): Promise<PlanBack> {
  return withBackup(app, at, (beside) => {
    const back = inReadTransaction(register.db, (now) => planBackRows(beside, now, planId));
    return told(back, titleIn(beside, planId));
  });
}

/** Sets one plan back to what it was in the backup: one act, which Undo takes back. */
export async function bringPlanBack(
  app: App,
  register: Register,
  { planId, ...at }: Wanted,
): Promise<PlanBack> {
  await app.backups.ensure(register, 'before-restore');
  return withBackup(app, at, (beside, entry) => {
    const title = titleIn(beside, planId);
    const label = `“${title}” as it was in the backup of ${formatDay(entry.at.slice(0, 10))}`;
    return register.act({ kind: 'bring-back', label }, (tx) => {
      const back = planBackRows(beside, tx, planId);
      if (back.rows.length === 0) {
        throw new AppError(
          'not-possible',
          `“${title}” is as it was in the backup already. Nothing was changed.`,
        );
      }
      putPlanBack(tx, back, label);
      return told(back, title);
    });
  });
}

const told = ({ comesBack, changes, goes }: PlanBackRows, title: string): PlanBack => ({
  title,
  comesBack,
  changes,
  goes,
});

const titleIn = (db: ReadDb, planId: string): string =>
  readContent(db).plans.find(({ id }) => id === planId)?.title ?? '';
