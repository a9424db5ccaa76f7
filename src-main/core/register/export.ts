import { inReadTransaction } from '#db/change-log.ts';
import { readRegister } from '#db/queries/register-json.ts';
import type { RegisterJson } from '#shared/contract/register.ts';
import type { Register } from '../app.ts';

/** The whole register of one moment as JSON, version 1 (src-shared/contract/register.ts). */
export function exportRegister(register: Register): RegisterJson {
  return inReadTransaction(register.db, readRegister);
}
