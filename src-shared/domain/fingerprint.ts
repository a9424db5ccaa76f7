import { canonicalJson } from './canonical-json.ts';

/**
 * A short text that stands for a value: equal values have equal fingerprints, and a changed one all but surely another.
 * It tells change, and proves nothing against forgery. 64-bit FNV-1a (Fowler, Noll and Vo) over
 * the code units of the canonical JSON.
 */
export function fingerprint(value: unknown): string {
  let hash = 0xcbf29ce484222325n;
  const text = canonicalJson(value);
  for (let at = 0; at < text.length; at += 1) {
    hash = ((hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return hash.toString(16).padStart(16, '0');
}
