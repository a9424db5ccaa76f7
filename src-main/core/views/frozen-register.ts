import type { ImportRecord, RegisterJson, SnapshotContent } from '#shared/contract/register.ts';

/** The kinds of record that say where they came from, and all others, which do not. */
type Sourced = { readonly source?: { readonly importId: string; readonly file: string } | null };

/**
 * A snapshot's content as a whole register: with the imports that its records name, which a snapshot does not freeze.
 * `importedAt` says when each was; what has since been undone is taken to be of the snapshot's own moment.
 */
export function registerOf(
  content: SnapshotContent,
  o: { takenAt: string; importedAt: ReadonlyMap<string, string> },
): RegisterJson {
  const { slippage: _, judgedOn: __, ...kept } = content;
  return { ...kept, snapshots: [], imports: importsNamedIn(content, o), tray: [] };
}

function importsNamedIn(
  content: SnapshotContent,
  o: { takenAt: string; importedAt: ReadonlyMap<string, string> },
): ImportRecord[] {
  const files = new Map<string, Set<string>>();
  for (const list of Object.values(content)) {
    if (!Array.isArray(list)) continue;
    for (const { source } of list as Sourced[]) {
      if (source) files.set(source.importId, (files.get(source.importId) ?? new Set()).add(source.file));
    }
  }
  return [...files].map(([id, names]) => ({
    id,
    source: null,
    at: o.importedAt.get(id) ?? o.takenAt,
    files: [...names].map((name) => ({ name, sha256: '', format: '', reconciliation: notCounted })),
  }));
}

/** The cells of a file are counted in the register, where its import is shown; here only its name is asked for. */
const notCounted = { cells: 0, placed: 0, tray: 0, lost: 0 };
