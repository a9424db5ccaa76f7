import { createContext, useContext } from 'react';

/** What a window looks at: the register as it stands (null), or a snapshot by its id. */
export const ViewContext = createContext<string | null>(null);
export const useView = (): string | null => useContext(ViewContext);

/** Whether what is shown can be changed: not while a snapshot is looked at. */
export const useCanWrite = (): boolean => useView() === null;

/** Where the screens of a snapshot have their addresses: "/as-at/ID/plans" is what "/plans" is in the register. */
const place = '/as-at/';

export const basePathOf = (snapshotId: string): string => `${place}${snapshotId}`;

/** The address, as a link has it, at which a snapshot is opened. */
export const hrefOfView = (snapshotId: string, path = '/home'): string => `#${basePathOf(snapshotId)}${path}`;

/** The snapshot that an address of this window looks at; null for the register. */
export function viewAt(pathname: string): string | null {
  if (!pathname.startsWith(place)) return null;
  const [id = ''] = pathname.slice(place.length).split('/');
  return id === '' ? null : decodeURIComponent(id);
}
