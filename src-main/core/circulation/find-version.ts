import { unzipSync } from 'fflate';
import type { ReadDb } from '#db/handles.ts';
import { type CirculationRow, circulationRows } from '#db/queries/circulation.ts';
import { listSnapshots } from '#db/queries/snapshots.ts';
import type { Found, foundBy } from '#shared/contract/circulation.ts';
import { AppError } from '#shared/contract/errors.ts';
import { sha256 } from '../snapshots/hash.ts';
import { newerShown, newestOf, shown, snapshotNamed } from './read-sent.ts';

/** "Which version have you got?" */

/** The part of a snapshot's check sum that reports print, and the least that is asked for. */
const printed = 12;
/** What is looked through of one file, inflated; reports are a hundredth of it. */
const mostInside = 64 * 1024 * 1024;

type How = (typeof foundBy)[number];
type Hit = { how: How; row: CirculationRow; name: string | null };

/** What went out under a check sum, or as this file: its circulation and snapshot, and whether a newer one went out. */
export function findVersion(
  db: ReadDb,
  o: { sha256: string | null; file: { name: string; base64: string } | null },
): { sha256: string; found: Found[] } {
  const bytes = o.file ? Buffer.from(o.file.base64, 'base64') : null;
  const sum = bytes ? sha256(bytes) : readSum(o.sha256 ?? '');
  const rows = circulationRows(db);
  const hits = rows.flatMap((row): Hit[] => {
    const file = row.files.find((one) => one.sha256.startsWith(sum));
    if (file) return [{ how: 'file', row, name: file.name }];
    return row.draft?.sha256.startsWith(sum) ? [{ how: 'draft', row, name: row.draft.name }] : [];
  });
  const newest = newestOf(rows);
  if (hits.length > 0) {
    const found = hits.toReversed().map(({ how, row, name }): Found => {
      const newer = newest(
        row,
        row.files.find((file) => file.name === name),
      );
      return {
        by: how,
        name,
        snapshot: snapshotNamed(row),
        circulation: shown(row, newer),
        newer: newerShown(newer),
      };
    });
    return { sha256: sum, found };
  }
  const sums = bytes && o.file ? sumsInside(o.file.name, bytes) : new Set([sum.slice(0, printed)]);
  const how: How = bytes ? 'named-inside' : 'snapshot';
  // A whole check sum must fit wholly, not only in the part that reports print.
  const fits = (hash: string) =>
    bytes ? sums.has(hash.slice(0, printed)) : hash.startsWith(sum) && sum.length >= printed;
  const found = listSnapshots(db)
    .filter(({ hash }) => fits(hash))
    .flatMap(({ id, name, takenAt }): Found[] => {
      const snapshot = { id, name, takenAt };
      const sent = rows.filter(({ snapshotId }) => snapshotId === id).toReversed();
      if (sent.length === 0) {
        const later = rows.findLast((row) => row.takenAt > takenAt) ?? null;
        return [{ by: how, name: null, snapshot, circulation: null, newer: newerShown(later) }];
      }
      return sent.map((row) => {
        const newer = newest(row);
        return { by: how, name: null, snapshot, circulation: shown(row, newer), newer: newerShown(newer) };
      });
    });
  return { sha256: sum, found };
}

function readSum(text: string): string {
  const sum = text.replace(/[\s:-]/g, '').toLowerCase();
  if (/^[0-9a-f]{12,64}$/.test(sum)) return sum;
  throw new AppError(
    'wrong-use',
    `“${text.trim()}” is not a check sum: it has 12 to 64 digits and letters from a to f. It stands at the foot of every page of a report.`,
  );
}

/** The check sums of snapshots that the words of a file name: "1a2b 3c4d 5e6f", as every report prints its own. */
function sumsInside(name: string, bytes: Uint8Array): Set<string> {
  const texts = /\.(?:docx|xlsx|zip)$/i.test(name)
    ? textsOfZip(bytes)
    : [Buffer.from(bytes).toString('utf8')];
  const sums = new Set<string>();
  for (const text of texts) {
    const words = text.replace(/<[^>]*>/g, '');
    for (const [found] of words.matchAll(
      /(?<![0-9a-f])[0-9a-f]{4}[\s\u00a0][0-9a-f]{4}[\s\u00a0][0-9a-f]{4}(?![0-9a-f])/g,
    ))
      sums.add(found.replace(/\s/g, ''));
  }
  return sums;
}

function textsOfZip(bytes: Uint8Array): string[] {
  let room = mostInside;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|csv)$/.test(name) || originalSize > room) return false;
        room -= originalSize;
        return true;
      },
    });
    return Object.values(parts).map((part) => Buffer.from(part).toString('utf8'));
  } catch {
    throw new AppError(
      'file-damaged',
      'The file has the name of a document of Office but cannot be opened as one. Ask for it to be sent again.',
    );
  }
}
