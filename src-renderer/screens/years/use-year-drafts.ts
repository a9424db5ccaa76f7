import { useCallback, useMemo, useRef, useState } from 'react';
import type { YearProposal } from '#shared/contract/years.ts';
import { say } from '../../shell/foot.tsx';
import { focusWords } from './use-year-keys.ts';
import { choose, type Draft, type Drafts, edit, kinds, membersOf } from './year-draft.ts';

export type YearDrafts = {
  readonly drafts: Drafts;
  readonly marked: ReadonlySet<string>;
  /** Rows whose words are shown though nothing asks for them. */
  readonly open: ReadonlySet<string>;
  /** Gives the row its way, and with it all marked rows. */
  readonly choose: (id: string, kind: Draft['kind']) => void;
  readonly bulk: (ids: readonly string[], kind: Draft['kind'], state: string) => void;
  readonly edit: (id: string, patch: Partial<Draft>) => void;
  readonly mark: (id: string) => void;
  readonly openRow: (id: string) => void;
  /** The row in which the words of this one are typed: for a merger, the first of it. */
  readonly wordsAt: (id: string) => string;
  /** The next m begins another merger. */
  readonly closeGroup: () => void;
};

const wayOf = (kind: Draft['kind']) => kinds.find((one) => one.kind === kind)?.name ?? '';

export function useYearDrafts(begun: Drafts, actions: YearProposal['actions']): YearDrafts {
  const [drafts, setDrafts] = useState(begun);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  /** The merger that rows on which m is pressed go on joining. */
  const group = useRef<string | null>(null);
  const latest = useRef({ drafts, marked });
  latest.current = { drafts, marked };

  const give = useCallback(
    (ids: readonly string[], kind: Draft['kind']) => {
      const before = latest.current.drafts;
      let joins: string | undefined;
      if (kind === 'merged') {
        const own = ids.flatMap((id) => before.get(id)?.group ?? [])[0];
        const held = group.current;
        const stillOpen = held !== null && membersOf(before, actions, held).length > 0;
        joins = own ?? (stillOpen && ids.length === 1 ? held : (ids[0] ?? ''));
        group.current = joins;
      }
      setDrafts(choose(before, actions, { ids, kind, ...(joins === undefined ? {} : { group: joins }) }));
    },
    [actions],
  );
  const chooseRow = useCallback(
    (id: string, kind: Draft['kind']) => {
      const chosen = latest.current.marked;
      const isKpi = !actions.some((action) => action.id === id);
      if (isKpi && kind !== 'carried' && kind !== 'dropped') {
        say('A KPI is carried (c) or dropped (d).');
        return;
      }
      const ids = !isKpi && chosen.size > 0 ? [...new Set([...chosen, id])] : [id];
      give(ids, kind);
      if (ids.length > 1) {
        setMarked(new Set());
        say(`${ids.length} rows: ${wayOf(kind)}.`);
        if (kind === 'merged') group.current = null;
      }
      // What cannot go on without words is asked for them at once; a merger first for its rows.
      if (ids.length === 1 && (kind === 'reworded' || kind === 'split' || kind === 'dropped')) focusWords(id);
    },
    [actions, give],
  );
  const bulk = useCallback(
    (ids: readonly string[], kind: Draft['kind'], state: string) => {
      give(ids, kind);
      say(`${state}: ${ids.length} set to ${wayOf(kind).toLowerCase()}.`);
    },
    [give],
  );
  const editRow = useCallback(
    (id: string, patch: Partial<Draft>) => setDrafts((now) => edit(now, id, patch)),
    [],
  );
  const mark = useCallback((id: string) => {
    setMarked((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const openRow = useCallback((id: string) => setOpen((now) => new Set(now).add(id)), []);
  const wordsAt = useCallback(
    (id: string) => {
      const now = latest.current.drafts;
      return membersOf(now, actions, now.get(id)?.group ?? null)[0]?.id ?? id;
    },
    [actions],
  );
  const closeGroup = useCallback(() => {
    group.current = null;
  }, []);
  return useMemo(
    () => ({
      ...{ drafts, marked, open, choose: chooseRow, bulk, edit: editRow, mark, openRow, wordsAt, closeGroup },
    }),
    [drafts, marked, open, chooseRow, bulk, editRow, mark, openRow, wordsAt, closeGroup],
  );
}
