import { countsOf } from '#db/backup-check.ts';
import { inReadTransaction } from '#db/change-log.ts';
import type { ReadDb } from '#db/handles.ts';
import { lastActs } from '#db/queries/last-acts.ts';
import { readContent } from '#db/queries/register-json.ts';
import type { BackupAt, BackupComparison } from '#shared/contract/safety.ts';
import { differencesBetween } from '#shared/domain/differences.ts';
import { rowName } from '#shared/domain/row-words.ts';
import { capital } from '#shared/domain/words.ts';
import type { App, Register } from '../app.ts';
import { plainBackup } from '../backups/backups.ts';
import { withBackup } from './open-beside.ts';

const actsShown = 5;

/** What the officer looks for first; everything else comes after, as it is named. */
const first = [
  'plans',
  'sections',
  'actions',
  'measures',
  'progress',
  'kpis',
  'kpi_values',
  'meetings',
  'people',
];

/** A backup opened beside the present register: what each holds, what was done last, and what differs. */
export function compareBackup(app: App, register: Register, at: BackupAt): Promise<BackupComparison> {
  return withBackup(app, at, (beside, entry) => {
    const was = seen(beside);
    const now = seen(register.db);
    const changes = differencesBetween(was.content, now.content);
    const present = new Set(now.content.plans.map(({ id }) => id));
    const byPlan = Map.groupBy(changes, ({ planId }) => planId);
    return {
      backup: plainBackup(entry),
      counts: countsInWords(was.counts, now.counts),
      lastThen: was.acts,
      lastNow: now.acts,
      changes,
      plans: was.content.plans.map(({ id, title }) => ({
        id,
        title,
        stillThere: present.has(id),
        changes: byPlan.get(id)?.length ?? 0,
      })),
    };
  });
}

const seen = (db: ReadDb) =>
  inReadTransaction(db, (tx) => ({
    content: readContent(tx),
    counts: countsOf(tx.raw),
    acts: lastActs(tx, actsShown),
  }));

type Counts = Readonly<Record<string, number>>;

function countsInWords(was: Counts, is: Counts): BackupComparison['counts'] {
  const rank = (table: string) => (first.indexOf(table) + first.length + 1) % (first.length + 1);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((table) => ({ what: capital(rowName(table).many), was: was[table] ?? 0, is: is[table] ?? 0 }))
    .filter((one) => one.was > 0 || one.is > 0);
}
