import { AppError } from '#shared/contract/errors.ts';
import { formatDay } from '#shared/domain/dates.ts';

/** What may be asked while a snapshot is looked at, and who answers it. */

/** Mutations by their size or their steps that write in no register. All others are refused. */
export const writesNothing: ReadonlySet<string> = new Set([
  'snapshots.open',
  'reports.make',
  'circulation.find',
  'jobs.cancel',
  'choices.set',
]);

/**
 * What a snapshot does not freeze is answered by the register: the snapshots themselves and the reports made from them, to
 * whom they went, files that were brought in, the work now going on, the choices of the viewer.
 */
const ofTheRegister =
  /^(snapshots|reports|circulation|importSources|jobs|choices|backups|safety|restore|rescue)\.|^register\.list$/;

export const isAnsweredByRegister = (path: string): boolean => ofTheRegister.test(path);

/** The refusal of every act on what is frozen. */
export const frozenForEver = ({ name, asAt }: { name: string; asAt: string }): AppError =>
  new AppError(
    'register-read-only',
    `This is the snapshot “${name}”, as at ${formatDay(asAt)}, and a snapshot never changes. Go back to the register to change anything.`,
  );
