import { defaultLooks } from '#shared/domain/states.ts';
import type { KeyRow } from './rows.ts';

/** The seven states in the words of the product. */
export const defaultKey: readonly KeyRow[] = defaultLooks.map(
  ({ state, label, colour, definition }): KeyRow => [state, label, colour, definition],
);

/** A key of three colours, in which green means done. */
export const threeColourKey: readonly KeyRow[] = [
  ['complete', 'Green', '#92d050', 'Done and embedded'],
  ['on-track', 'Amber', '#ffc000', 'Under way, to time'],
  ['off-track', 'Red', '#ff0000', 'Will be missed this year, or has been changed'],
];

/** A key in words, as an inspection plan uses it. */
export const wordKey: readonly KeyRow[] = [
  ['complete', 'Done', '#173a9c', 'Finished, and the evidence is in the folder'],
  ['on-track', 'In hand', '#16724f', 'Begun, and will be done by its date'],
  ['at-risk', 'Needs help', '#b27212', 'Begun, but cannot be done without a decision'],
  ['not-started', 'Not begun', '#6a7380', 'Waits for its turn'],
];
