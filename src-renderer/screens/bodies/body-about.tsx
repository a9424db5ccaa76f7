import { useQuery } from '@tanstack/react-query';
import type { Body } from '#shared/contract/meeting-records.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Select } from '../../components/select.tsx';
import { say } from '../../shell/foot.tsx';
import { linesOf } from './body-words.ts';
import { KeptField } from './kept-field.tsx';
import { useBodyEdit } from './use-body-edit.ts';

/** Name, kind, purpose, role, to whom it reports, terms of reference and documents. */
export function BodyAbout({ body }: { body: Body }) {
  const trpc = useTRPC();
  const edit = useBodyEdit(body.id);
  const bodies = useQuery(trpc.bodies.list.queryOptions());
  const others = (bodies.data ?? []).filter(({ id }) => id !== body.id);
  const none = 'none';
  return (
    <div className="bd-fields">
      <KeptField
        label="Name"
        value={body.name}
        check={(words) => (words === '' ? 'It needs a name.' : null)}
        onKeep={(name) => edit({ name })}
      />
      <KeptField
        label="Kind"
        value={body.kind ?? ''}
        help="Board, partnership, project group, cluster forum, cabinet member."
        onKeep={(kind) => edit({ kind: kind || null })}
      />
      <KeptField
        label="Purpose"
        lines={3}
        value={body.purpose ?? ''}
        onKeep={(purpose) => edit({ purpose: purpose || null })}
      />
      <KeptField
        label="Role"
        lines={3}
        value={body.role ?? ''}
        onKeep={(role) => edit({ role: role || null })}
      />
      <Select
        label="Reports to"
        value={body.reportsToId ?? none}
        choices={[{ id: none, text: 'Nobody' }, ...others.map(({ id, name }) => ({ id, text: name }))]}
        onChange={(id) => {
          edit({ reportsToId: id === none ? null : id }).catch((error: unknown) =>
            say(wireErrorOf(error).message),
          );
        }}
        help="By what report and how often stands under Reporting lines."
      />
      <KeptField
        label="Terms of reference"
        lines={4}
        value={body.terms ?? ''}
        onKeep={(terms) => edit({ terms: terms || null })}
      />
      <KeptField
        label="Documents, one a line"
        lines={3}
        value={(body.documents ?? [])
          .map(({ title, where }) => (where ? `${title}: ${where}` : title))
          .join('\n')}
        help="A title and where it lies: “Constitution 2010: folder Governance”."
        onKeep={(words) => edit({ documents: linesOf(words).map(documentOf) })}
      />
    </div>
  );
}

/** The title stands before the first colon that a space follows, so that an address keeps its own. */
function documentOf(line: string): { title: string; where: string } {
  const at = line.search(/:\s/);
  return at < 0
    ? { title: line, where: '' }
    : { title: line.slice(0, at).trim(), where: line.slice(at + 1).trim() };
}
