import { checkRegister as findingsIn } from '#db/integrity.ts';
import type { Register } from '../app.ts';

/**
 * What is not as it should be inside the register, one sentence each; none where it is sound. Reads everything,
 * changes nothing: seconds for a large register.
 */
export function checkRegister(register: Register): string[] {
  return findingsIn(register.db).map((finding) => finding.text);
}
