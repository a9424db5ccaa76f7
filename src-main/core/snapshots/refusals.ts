import { AppError } from '#shared/contract/errors.ts';

/** No snapshot of this id is in the register that is open. */
export const noSnapshot = (): AppError =>
  new AppError('not-found', 'There is no such snapshot in this register. List the snapshots to see them.');

/** What a snapshot holds is not what was frozen. */
export const noLongerFits = (name: string): AppError =>
  new AppError(
    'register-damaged',
    `The snapshot “${name}” no longer matches its hash, so its figures cannot be trusted. Open the newest good backup and compare.`,
  );
