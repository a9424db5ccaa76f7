import type { ErrorCode } from '#shared/contract/errors.ts';
import type { FrozenSlip } from '#shared/contract/snapshot-content.ts';

/** What the core hands to the worker that lays a snapshot out. */
export type LayRequest = {
  readonly name: string;
  readonly takenAt: string;
  /** SHA-256 of `content`, hex, as it was when the snapshot was taken. */
  readonly hash: string;
  readonly content: string;
  readonly importedAt: ReadonlyMap<string, string>;
};

export type Laid = {
  /** The pages of the register in memory; db/frozen.ts opens them. */
  readonly pages: Uint8Array<ArrayBuffer>;
  readonly slippage: readonly FrozenSlip[];
};

export type LayReply =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | ({ readonly kind: 'laid' } & Laid)
  | {
      readonly kind: 'refused';
      readonly code: ErrorCode;
      readonly message: string;
      readonly trace: string | null;
    };
