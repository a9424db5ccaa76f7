import { hrefOfView } from '../../client/view.ts';

/** Leads into a snapshot: the same screens, read only, as they were. An address, for it leaves the register's screens. */
export function OpenSnapshot({ snapshot }: { snapshot: { readonly id: string; readonly name: string } }) {
  return (
    <a href={hrefOfView(snapshot.id)} className="hit">
      Open<span className="vh"> {snapshot.name}</span>
    </a>
  );
}
