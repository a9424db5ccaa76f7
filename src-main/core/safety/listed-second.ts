import { basename } from 'node:path';
import { plainBackup } from '../backups/backups.ts';
import type { Register } from '../open-register.ts';
import { registerExtension } from '../register/file-names.ts';
import type { Found, FoundIn } from './listed-copies.ts';
import type { SecondCopies, SecondCopy } from './second-copies.ts';
import type { Second } from './second-place.ts';

/**
 * The copies of this register in the second place, from what was seen of it last; null where there is none. Those of
 * another computer are among them, where it had a register of the same name: a lost laptop's, say.
 */
export function inSecond(second: Second, register: Register): FoundIn | null {
  const folder = second.folder();
  const seen = second.copies(register);
  if (folder === null || seen === null) return null;
  const isThere = seen.state === 'there';
  const state = seen.isLooking ? 'looking' : isThere ? 'there' : 'away';
  return {
    place: { place: 'second', folder, state, said: saidOf(seen.state) },
    found: seen.copies
      .filter(({ manifest }) => manifest.register === basename(register.path))
      .sort(lastMadeFirst)
      .map((copy) => foundAs(copy, isThere, !second.isOwn(copy.manifest))),
  };
}

function foundAs(copy: SecondCopy, isThere: boolean, elsewhere: boolean): Found {
  const { manifest, bytes } = copy;
  const isWhole = bytes === manifest.bytes;
  const verdict = isWhole ? 'good' : `It is ${bytes} bytes long and should be ${manifest.bytes}.`;
  const check = !isThere ? 'away' : isWhole ? 'waiting' : 'damaged';
  const register = basename(manifest.register, registerExtension);
  return {
    listed: { ...plainBackup({ ...manifest, verdict }), bytes, place: 'second', register, elsewhere, check },
    file: isThere && isWhole ? { ...copy, sha256: manifest.sha256 } : null,
  };
}

/** Each installation counts its own. */
function lastMadeFirst({ manifest: a }: SecondCopy, { manifest: b }: SecondCopy): number {
  const order = a.madeBy === b.madeBy ? (b.order ?? 0) - (a.order ?? 0) : 0;
  return order || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);
}

function saidOf(state: SecondCopies['state']): string | null {
  switch (state) {
    case 'there':
    case 'looking':
      return null;
    case 'replaced':
      return 'Not there at the moment: another folder is in its place.';
    case 'slow':
      return 'Not there at the moment: it does not answer.';
    case 'full':
    case 'refused':
    case 'unlike':
      return 'It cannot be read at the moment.';
    case 'away':
      return 'Not there at the moment. The backups on this machine are.';
  }
}
