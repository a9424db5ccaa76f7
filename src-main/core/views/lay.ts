import { layFrozen } from '#db/frozen.ts';
import { SnapshotContent } from '#shared/contract/register.ts';
import { sha256 } from '../snapshots/hash.ts';
import { noLongerFits } from '../snapshots/refusals.ts';
import { registerOf } from './frozen-register.ts';
import type { Laid, LayRequest } from './protocol.ts';

/**
 * Lays a snapshot out as a register in memory. `told` is called with how many of its records are laid out. Throws
 * `register-damaged` where it no longer is what was frozen.
 */
export function lay(
  { name, takenAt, hash, content: text, importedAt }: LayRequest,
  told: (done: number, of: number) => void,
): Laid {
  if (sha256(text) !== hash) throw noLongerFits(name);
  const content = SnapshotContent.parse(JSON.parse(text));
  const of = Object.values(content).reduce<number>(
    (sum, list) => sum + (Array.isArray(list) ? list.length : 0),
    0,
  );
  told(0, of);
  const pages = layFrozen(registerOf(content, { takenAt, importedAt }), (done) =>
    told(Math.min(done, of), of),
  );
  return { pages, slippage: content.slippage ?? [] };
}
