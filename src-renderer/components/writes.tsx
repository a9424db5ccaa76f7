import type { ReactNode } from 'react';
import { ReadsContext, useCanWrite } from '../client/view.ts';

/**
 * What changes the register: an act, a form, a field. It is not there while a snapshot is looked at, whose band says why.
 * `instead` stands in its place: the words that the field would hold.
 */
export function Writes({ children, instead = null }: { children: ReactNode; instead?: ReactNode }) {
  return useCanWrite() ? children : instead;
}

/** What only reads: its buttons and fields serve while a snapshot is looked at too. */
export function Reads({ children }: { children: ReactNode }) {
  return <ReadsContext value={true}>{children}</ReadsContext>;
}
