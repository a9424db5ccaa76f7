import type { ReactNode } from 'react';
import type { Move } from './navigation.ts';
import type { Advance } from './selection.ts';

/** Where the active cell goes after an edit. */
export type Next = Advance | Move | 'stay';

/** What the editor of a cell is given. `row` is null in a blank row. */
export type EditorProps<Row> = {
  readonly row: Row | null;
  readonly column: GridColumn<Row>;
  /** The words to begin with: the cell's after F2, none where typing replaces. */
  readonly text: string;
  /** True where editing began by typing: arrows then save and move on. */
  readonly byTyping: boolean;
  /** How many cells are selected: what Ctrl Enter fills. */
  readonly cells: number;
  /** What Ctrl ; writes; null where the grid knows no day. */
  readonly today: string | null;
  /** The rows of the selection, for an editor that writes them all by itself. */
  readonly rows: () => readonly Row[];
  readonly onSave: (text: string, next: Next) => void;
  readonly onSaveRange: (text: string) => void;
  readonly onCancel: () => void;
  /** Closes the editor that has written by itself. */
  readonly onDone: (next: Next) => void;
};

export type GridColumn<Row> = {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  /** The growing column takes what room the others leave, but never less than this. */
  readonly least?: number;
  readonly grows?: boolean;
  /** Stays in view when the grid scrolls sideways. Only the first columns may. */
  readonly frozen?: boolean;
  readonly numeric?: boolean;
  /** References: a drag of the corner square goes on counting. */
  readonly counts?: boolean;
  /** The words of the cell: what is copied, edited and looked through. */
  readonly text: (row: Row) => string;
  /** How the cell is drawn where it is more than its words. */
  readonly show?: (row: Row) => ReactNode;
  /** Words drawn beneath `typed` ones before the register has answered, and beside the editor. */
  readonly reading?: (text: string) => ReactNode;
  /** What the cell bar shows where it is more than the words. */
  readonly bar?: (row: Row) => ReactNode;
  /** Why the cell takes no typing; null where it does. */
  readonly fixed?: (row: Row) => string | null;
  /** Words in a blank row that say what typing there does. */
  readonly invites?: string;
  readonly editor?: (props: EditorProps<Row>) => ReactNode;
  /** What would complete the words typed so far; null for nothing. */
  readonly complete?: (typed: string) => string | null;
  /** Alt Down, or a click: the choices that fit the words typed so far, each as the whole new words. */
  readonly choices?: (typed: string) => readonly { readonly words: string; readonly note: string }[];
  /** A question the cell asks ("Two ways to read it"), and what answers it. */
  readonly question?: (row: Row) => string | null;
};

/** What stands on a cell beside its value: words typed and not yet, or not, taken, with the sentence why. */
export type CellNote = { readonly text?: string; readonly message?: string; readonly changed?: boolean };
export type RowNotes = Readonly<Record<string, CellNote>>;

/** Everything one act writes: cells that exist, and words typed or pasted into blank rows or below the last. */
export type GridChange = {
  readonly cause: 'type' | 'paste' | 'cut' | 'fill' | 'clear';
  readonly cells: readonly { readonly id: string; readonly key: string; readonly text: string }[];
  readonly added: readonly {
    readonly blankId: string;
    /** True where the same blank row was typed into just before and its row has not arrived yet. */
    readonly continues: boolean;
    readonly texts: Readonly<Record<string, string>>;
  }[];
  /** Cells that the act touched and that take no typing. */
  readonly left: number;
};

/** What is selected, for the cell bar, the foot bar and the drawer. */
export type GridSelection = {
  /** Line ids of the rows with a selected cell, top to bottom. */
  readonly ids: readonly string[];
  /** Columns with a selected cell, left to right. */
  readonly keys: readonly string[];
  /** How many cells are selected, in one range or several; those of blank rows are none. */
  readonly cells: number;
  readonly activeId: string | null;
  readonly activeKey: string | null;
};

/** What an act of the keyboard asks of the screen. */
export type GridAct =
  | { readonly do: 'add-row'; readonly id: string | null }
  | { readonly do: 'remove-rows'; readonly ids: readonly string[] }
  | { readonly do: 'move-row'; readonly ids: readonly string[]; readonly by: -1 | 1 }
  | { readonly do: 'duplicate-rows'; readonly ids: readonly string[] }
  | {
      readonly do: 'move-rows';
      readonly ids: readonly string[];
      readonly toId: string;
      readonly side: 'before' | 'behind';
    }
  | {
      readonly do: 'move-columns';
      readonly keys: readonly string[];
      readonly toKey: string;
      readonly side: 'before' | 'behind';
    }
  | { readonly do: 'change-rows'; readonly ids: readonly string[]; readonly key: string | null }
  | { readonly do: 'filter' }
  | { readonly do: 'origins' }
  | { readonly do: 'column-menu'; readonly key: string; readonly x: number; readonly y: number }
  | { readonly do: 'menu'; readonly ids: readonly string[]; readonly x: number; readonly y: number };

/** What a screen may ask of the grid. */
export type GridHandle = {
  /**
   * Brings up a row or group head, now or as soon as it is there; a row becomes the active one. With `edit` the
   * focus goes to its cell and typing begins: in its `words`, or `anew` over them.
   */
  readonly show: (id: string, key?: string, o?: { readonly edit?: 'words' | 'anew' }) => void;
  /** Makes columns as wide as their words need. */
  readonly fit: (keys: readonly string[]) => void;
  readonly focus: () => void;
};
