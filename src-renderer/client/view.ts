import { createContext, useContext } from 'react';

/** What a window looks at: the register as it stands (null), or a snapshot by its id. */
export const ViewContext = createContext<string | null>(null);
export const useView = (): string | null => useContext(ViewContext);

/** Whether what is shown can be changed: not while a snapshot is looked at. */
export const useCanWrite = (): boolean => useView() === null;

/** True within what only reads: a dialogue, a form of choices. Buttons and fields there serve in a snapshot as well. */
export const ReadsContext = createContext(false);

/**
 * Whether a button or a field serves here. In a snapshot none does that is not said to read only: an act that was
 * forgotten is then missing, not refused.
 */
export function useServes(): boolean {
  const reads = useContext(ReadsContext);
  return useCanWrite() || reads;
}

/** Where the screens of a snapshot have their addresses: "/as-at/ID/plans" is what "/plans" is in the register. */
const place = '/as-at/';

export const basePathOf = (snapshotId: string): string => `${place}${snapshotId}`;

/** The address, as a link has it, at which a snapshot is opened. */
export const hrefOfView = (snapshotId: string, path = '/home'): string => `#${basePathOf(snapshotId)}${path}`;

/** Where reports of a snapshot are made: in the register, which keeps what was made of what. */
export const hrefOfReports = (snapshotId: string, planId?: string): string =>
  `#/reports?snapshot=${encodeURIComponent(snapshotId)}${planId ? `&plan=${encodeURIComponent(planId)}` : ''}`;

/** The snapshot that an address of this window looks at; null for the register. */
export function viewAt(pathname: string): string | null {
  if (!pathname.startsWith(place)) return null;
  const [id = ''] = pathname.slice(place.length).split('/');
  return id === '' ? null : decodeURIComponent(id);
}
