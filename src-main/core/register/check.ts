import { checkRegister as findingsIn } from '#db/integrity.ts';
import { finishIndex } from '#db/search-queue.ts';
import type { Register } from '../app.ts';

/**
 * What is not as it should be inside the register, one sentence each; none where it is sound. Reads everything,
 * changes nothing but the index of words, which is finished first: seconds for a large register.
 */
export function checkRegister(register: Register): string[] {
  finishIndex(register.db);
  return findingsIn(register.db).map((finding) => finding.text);
}
