import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../client/trpc.ts';
import { ButtonLink, LinkButton } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { initialsOf } from '../../components/lead-chip.tsx';
import { Empty } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { count, listWords, matches } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { kindWords, type PersonRow } from './people-words.ts';
import { PersonDialog } from './person-dialog.tsx';

/** Everybody who leads something, with the address that e-mail drafts use. */
export function PeopleList() {
  const trpc = useTRPC();
  const people = useQuery(trpc.people.list.queryOptions());
  const [looked, setLooked] = useState('');
  const [editing, setEditing] = useState<PersonRow | null>(null);
  const all = people.data ?? [];
  const found = all.filter((one) =>
    matches(looked, one.name, one.initials, one.role, one.email, kindWords[one.kind]),
  );
  useFoot(people.data ? `${count(found.length, 'lead')}${looked ? ` of ${all.length}` : ''}` : null);
  return (
    <QueryState query={people} what="The people">
      {(list) =>
        list.length === 0 ? (
          <Empty title="Nobody is in the register." act={<ButtonLink to="/import">Import a file</ButtonLink>}>
            Leads come with the plans: initials in a cell become a person here, to be given a name and an
            address once.
          </Empty>
        ) : (
          <div className="settings">
            <FilterBox label="Filter the people" value={looked} onChange={setLooked} />
            {found.length === 0 ? <p>Nobody of that name.</p> : null}
            {found.length > 0 ? (
              <table className="people stack">
                <thead>
                  <tr>
                    <th>Short</th>
                    <th>Name</th>
                    <th>Kind</th>
                    <th>Role</th>
                    <th>E-mail</th>
                    <th>Leads</th>
                  </tr>
                </thead>
                <tbody>
                  {found.map((one) => (
                    <tr key={one.id}>
                      <td>
                        {one.kind === 'person' || one.initials ? (
                          <span className={one.kind === 'person' ? 'per' : 'org'}>
                            {one.initials ?? initialsOf(one.name)}
                          </span>
                        ) : null}
                      </td>
                      <td>
                        <LinkButton onPress={() => setEditing(one)} aria-label={`Edit ${one.name}`}>
                          {one.name}
                        </LinkButton>
                      </td>
                      <td className="q2" data-label="Kind">
                        {kindWords[one.kind]}
                      </td>
                      <td className="q2">{one.role}</td>
                      <td className="addr q2" data-label="E-mail">
                        {one.email ?? 'none yet'}
                      </td>
                      <td className="q2" data-label="Leads">
                        {leadsWhat(one)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ) : null}
            {editing ? <PersonDialog person={editing} onClose={() => setEditing(null)} /> : null}
          </div>
        )
      }
    </QueryState>
  );
}

function leadsWhat(one: PersonRow): string {
  const parts = [
    one.actions > 0 ? count(one.actions, 'action') : null,
    one.measures > 0 ? count(one.measures, 'measure') : null,
    one.kpis > 0 ? count(one.kpis, 'KPI') : null,
  ].filter((part) => part !== null);
  return listWords(parts) || 'nothing';
}
