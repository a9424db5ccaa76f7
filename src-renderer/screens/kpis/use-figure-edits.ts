import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { z } from 'zod';
import type { KpiView, ValueEdit } from '#shared/contract/kpis.ts';
import { isPeriodText } from '#shared/domain/periods.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import type { GridChange, RowNotes } from '../../grid/types.ts';
import { say } from '../../shell/foot.tsx';
import { type FigureRow, type Role, readActual, rowId } from './figure-rows.ts';

type Edit = z.input<typeof ValueEdit>;

/** Saves figures as typed or pasted; the words stand in their cells until the register has answered. */
export function useFigureEdits(view: KpiView) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [notes, setNotes] = useState<ReadonlyMap<string, RowNotes>>(new Map());
  const [typed, setTyped] = useState<readonly string[]>([]);
  const save = useMutation(trpc.kpis.setValues.mutationOptions({ meta: { invalidates: 'none' } }));
  const kpiId = view.kpi.id;

  const note = useCallback((id: string, key: string, words: RowNotes[string] | null) => {
    setNotes((before) => {
      const after = new Map(before);
      const { [key]: _old, ...others } = after.get(id) ?? {};
      const row = words === null ? others : { ...others, [key]: words };
      if (Object.keys(row).length === 0) after.delete(id);
      else after.set(id, row);
      return after;
    });
  }, []);

  const change = useCallback(
    async (made: GridChange, rows: ReadonlyMap<string, FigureRow>): Promise<readonly string[]> => {
      const spots = new Map<Edit, { id: string; key: string; words: string }>();
      const add = (row: FigureRow, key: string, words: string) => {
        const read: { role: Role; text: string } =
          key === 'target' ? { role: 'target', text: words.trim() } : readActual(row, words);
        spots.set({ kpiId, period: row.label, role: read.role, text: read.text }, { id: row.id, key, words });
      };
      for (const { id, key, text } of made.cells) {
        const row = rows.get(id);
        if (row) add(row, key, text);
      }
      const fresh: string[] = [];
      for (const { texts } of made.added) {
        const label = texts.period?.trim() ?? '';
        if (label === '') {
          say('Write the period first: July to September 2014, or 2014-15. The figure belongs to it.');
          continue;
        }
        if (!isPeriodText(label))
          say(`“${label}” is kept as the name of the period; no dates are read from it.`);
        const row = { id: rowId(label), label, period: null };
        fresh.push(row.id);
        setTyped((before) => (before.includes(label) ? before : [...before, label]));
        for (const key of ['actual', 'target']) if (texts[key]) add(row, key, texts[key]);
      }
      if (spots.size === 0) return fresh;
      for (const { id, key, words } of spots.values()) note(id, key, { text: words });
      try {
        const result = await save.mutateAsync({ edits: [...spots.keys()] });
        await cache.invalidateQueries();
        for (const [edit, { id, key, words }] of spots) {
          const refusal = result.refused.find(
            (one) => one.period === edit.period && one.role === edit.role && one.text === edit.text,
          );
          note(id, key, refusal ? { text: words, message: refusal.message } : null);
        }
        say(
          result.refused.length === 0
            ? ''
            : 'Some figures were not taken. Their words are kept, with the reason.',
        );
      } catch (error) {
        const { message } = wireErrorOf(error);
        for (const { id, key, words } of spots.values()) note(id, key, { text: words, message });
        say(`Not saved. ${message}`);
      }
      return fresh;
    },
    [cache, kpiId, note, save],
  );
  return { notes, typed, change };
}
