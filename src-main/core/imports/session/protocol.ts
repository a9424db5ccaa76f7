import type { ErrorCode } from '#shared/contract/errors.ts';
import type { ReadFile } from '#shared/contract/grid.ts';
import type { SheetPicture } from '#shared/contract/imports.ts';
import type { Evidence } from '../evidence.ts';
import type { ReadLimits } from '../read/limits.ts';
import type { RecogniseOptions, Recognition } from '../recognise/types.ts';

/** What the core asks of the reading worker. One request is under way at a time, told apart by its number. */
export type ReadingRequest = { readonly id: number } & (
  | {
      readonly kind: 'open';
      readonly bytes: Uint8Array;
      readonly name: string;
      readonly options: RecogniseOptions;
      readonly limits: Partial<ReadLimits>;
    }
  | { readonly kind: 'redo'; readonly options: RecogniseOptions }
  /** The cells of a small file and nothing made of them: a form that came back. */
  | {
      readonly kind: 'read';
      readonly bytes: Uint8Array;
      readonly name: string;
      readonly limits: Partial<ReadLimits>;
    }
  /** How many source cells stand nowhere in this. */
  | { readonly kind: 'unfound'; readonly evidence: Evidence }
  | { readonly kind: 'picture'; readonly sheet: number; readonly firstRow: number; readonly rowCount: number }
  /** Nothing more will be asked: the worker closes by itself. No reply. */
  | { readonly kind: 'end' }
);

/** How far a file is: its sheets are read one by one, then all of it is recognised. */
export type ReadingProgress =
  | { readonly step: 'read'; readonly sheet: string; readonly done: number; readonly of: number }
  | { readonly step: 'recognise' };

export type Recognised = { readonly format: ReadFile['format']; readonly recognition: Recognition };

export type ReadingReply =
  | { readonly kind: 'progress'; readonly progress: ReadingProgress }
  | { readonly kind: 'recognised'; readonly id: number; readonly value: Recognised }
  | { readonly kind: 'picture'; readonly id: number; readonly value: SheetPicture }
  | { readonly kind: 'cells'; readonly id: number; readonly value: ReadFile }
  | { readonly kind: 'unfound'; readonly id: number; readonly value: number }
  /** `trace` is for the log only, and only where the program itself is at fault. */
  | {
      readonly kind: 'refused';
      readonly id: number;
      readonly code: ErrorCode;
      readonly message: string;
      readonly trace: string | null;
    };
