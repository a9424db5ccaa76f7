import { z } from 'zod';
import type { ReadDb, WriteDb } from '#db/handles.ts';
import { mappingProfiles } from '#db/queries/imports-list.ts';
import { deleteProfile } from '#db/queries/imports-write.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import * as schema from '#db/schema/index.ts';
import { type Correction, type TableView, tableKinds } from '#shared/contract/imports.ts';
import { StateName } from '#shared/contract/register.ts';
import { signatureOf } from './recognise/signature.ts';
import type { Profile } from './recognise/types.ts';
import type { ImportSession, SessionFile } from './sessions.ts';

/** What the officer corrected of a table, kept under its headings so that it is not asked again. */

const Mapping = z.object({
  header: z.string(),
  field: z.string(),
  role: z.enum(['baseline', 'target', 'actual', 'forecast', 'comparator']).nullable(),
  period: z.string().nullable(),
});
/** As it is kept; a bare list is from before more than columns was kept. */
const Kept = z.union([
  z.array(Mapping).transform((mapping) => ({ mapping })),
  z.object({
    mapping: z.array(Mapping),
    kind: z.enum(tableKinds).optional(),
    header: z.object({ up: z.int(), rows: z.int() }).optional(),
    legend: z.record(z.string(), StateName.nullable()).optional(),
  }),
]);

/** What was corrected in earlier imports. One in a form unknown here is passed over. */
export function readProfiles(db: ReadDb): Profile[] {
  return mappingProfiles(db).flatMap(({ signature, mapping }): Profile[] => {
    const kept = Kept.safeParse(mapping);
    return kept.success ? [{ signature, ...kept.data }] : [];
  });
}

/** Keeps what was corrected of each table of the import, and lets go of what is to be forgotten. */
export function keepProfiles(
  tx: WriteDb,
  session: ImportSession,
  o: { at: string; newId: () => string },
): void {
  const rows = new Map(mappingProfiles(tx).map((row) => [row.signature, row.id]));
  const known = new Map(readProfiles(tx).map((profile) => [profile.signature, profile]));
  session.files.forEach((file, at) => {
    const corrections = session.corrections.filter((one) => one.file === at);
    for (const { signature, profile, forgets } of keptOf(file, corrections)) {
      const before = forgets ? undefined : known.get(signature);
      const merged: Profile = {
        signature,
        ...before,
        ...profile,
        mapping: profile.mapping.length > 0 ? profile.mapping : (before?.mapping ?? []),
        ...((before?.legend ?? profile.legend) && { legend: { ...before?.legend, ...profile.legend } }),
      };
      const { signature: _, ...mapping } = merged;
      const id = rows.get(signature);
      if (isEmpty(merged)) {
        if (id) deleteProfile(tx, id);
        rows.delete(signature);
        known.delete(signature);
        continue;
      }
      if (id) updateRow(tx, schema.importProfiles, id, { mapping, usedAt: o.at });
      else {
        const fresh = o.newId();
        rows.set(signature, fresh);
        insertRow(tx, schema.importProfiles, { id: fresh, signature, mapping, usedAt: o.at });
      }
      known.set(signature, merged);
    }
  });
}

function isEmpty({ mapping, kind, header, legend }: Profile): boolean {
  return mapping.length === 0 && !kind && !header && Object.keys(legend ?? {}).length === 0;
}

type ToKeep = { signature: string; profile: Omit<Profile, 'signature'>; forgets: boolean };

function keptOf(file: SessionFile, corrections: readonly Correction[]): ToKeep[] {
  if (file.content.kind !== 'tables') return [];
  const { recognition, first } = file.content;
  const legend = legendSaid(corrections);
  const hasLegend = Object.keys(legend).length > 0;
  return recognition.tables.flatMap((table): ToKeep[] => {
    const own = corrections.filter((one) => 'tableId' in one && one.tableId === table.id);
    const says = (kind: Correction['kind']) => own.some((one) => one.kind === kind);
    const ofRecords = table.kind === 'actions' || table.kind === 'kpis';
    const kindSaid =
      says('table-kind') ||
      corrections.some((one) => one.kind === 'answer' && one.questionId === `log:${table.id}`);
    const forgets = says('forget');
    const signature = signatureOfTable(table);
    const kept: ToKeep[] = [];
    if (says('column') || kindSaid || forgets || (hasLegend && ofRecords)) {
      kept.push({
        signature,
        forgets,
        profile: {
          mapping: says('column') ? mappingOf(table) : [],
          ...(kindSaid && { kind: table.kind }),
          ...(hasLegend && ofRecords && { legend }),
        },
      });
    }
    const header = own.findLast((one) => one.kind === 'header-rows');
    const found = first.find((one) => one.id === table.id);
    if (header?.kind === 'header-rows' && found) {
      kept.push({
        signature: signatureOfTable(found),
        forgets: false,
        profile: {
          mapping: [],
          header: { up: found.top - header.from, rows: header.to - header.from + 1 },
        },
      });
    }
    return kept;
  });
}

const signatureOfTable = (table: TableView) => signatureOf(table.columns.map((column) => column.header));

const mappingOf = (table: TableView) =>
  table.columns.map(({ header, field, role, period }) => ({ header, field, role, period }));

/** What colours and words were said to mean, on the legend or by answering a question. */
function legendSaid(corrections: readonly Correction[]): NonNullable<Profile['legend']> {
  const legend: Record<string, z.infer<typeof StateName> | null> = {};
  for (const one of corrections) {
    if (one.kind === 'legend') legend[one.mark.toLowerCase()] = one.state;
    if (one.kind !== 'answer' || !one.questionId.startsWith('legend:')) continue;
    const state = StateName.safeParse(one.choice);
    legend[one.questionId.slice('legend:'.length).toLowerCase()] = state.success ? state.data : null;
  }
  return legend;
}
