import { Link } from '@tanstack/react-router';
import type { PersonLoad, PersonRow } from '#shared/contract/people.ts';
import { sharedInitials } from '#shared/domain/people-pairs.ts';
import { holdersOn } from '#shared/domain/spells.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { initialsOf } from '../../components/lead-chip.tsx';
import { Empty } from '../../components/notices.tsx';
import { RowList } from '../../components/row-list.tsx';
import { formatDay } from '../../format/days.ts';
import { count, listWords, matches } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { belongsTo, kindWords, type Show, shows } from './people-words.ts';

/** The people of one list: who they are, how much is open, and what to look at. */
export function PeopleTable(props: {
  people: readonly PersonRow[];
  loads: readonly PersonLoad[] | null;
  show: Show;
  looked: string;
  onAdd: () => void;
}) {
  const { people, show, looked } = props;
  const loads = new Map(props.loads?.map((load) => [load.personId, load]));
  const shared = new Set([...sharedInitials(people).values()].flat());
  const listed = people.filter((person) => belongsTo(person, show));
  const found = listed.filter((one) =>
    matches(looked, one.name, one.initials, one.role, one.email, kindWords[one.kind], ...one.aliases),
  );
  useFoot(`${count(found.length, 'lead')}${looked ? ` of ${listed.length}` : ''}`);
  if (people.length === 0) {
    return (
      <Empty
        title="Nobody is in the register."
        act={
          <div className="acts">
            <ButtonLink to="/import">Import a file</ButtonLink>
            <Button onPress={props.onAdd}>Add a lead</Button>
          </div>
        }
      >
        Leads come with the plans: initials in a cell become a person here, to be given a name and an address
        once.
      </Empty>
    );
  }
  if (found.length === 0) {
    const name = shows.find(({ id }) => id === show)?.name.toLocaleLowerCase('en-GB') ?? '';
    return <p className="read">{looked === '' ? `No ${name} yet.` : 'Nobody of that name.'}</p>;
  }
  return (
    <RowList>
      <table className="people-list">
        <thead>
          <tr>
            <th>Name</th>
            <th>Role, or who holds it</th>
            <th className="num">Open actions</th>
            <th className="num">Overdue</th>
            <th className="num">KPIs</th>
            <th>E-mail</th>
          </tr>
        </thead>
        <tbody>
          {found.map((one) => {
            const load = loads.get(one.id);
            return (
              <tr key={one.id}>
                <td>
                  <Link to="/people/$personId" params={{ personId: one.id }} className="hit who" data-row="">
                    {one.kind === 'person' ? (
                      <span className="per" aria-hidden="true">
                        {one.initials ?? initialsOf(one.name)}
                      </span>
                    ) : null}
                    <b>{one.name}</b>
                  </Link>
                  {shared.has(one.id) ? <p className="sm q2">{one.initials} is somebody else’s too</p> : null}
                  {one.aliases.length > 0 ? <p className="sm q">also {listWords(one.aliases)}</p> : null}
                </td>
                <td className="q2">
                  <Post person={one} people={people} />
                </td>
                <td className="num">{load?.openActions || <Nothing />}</td>
                <td className="num">{load?.overdue ? <b>{load.overdue}</b> : <Nothing />}</td>
                <td className="num">{load?.kpis || <Nothing />}</td>
                <td className="q2 addr">{one.email ?? <span className="q">none yet</span>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </RowList>
  );
}

const Nothing = () => <span className="q">0</span>;

/** A person’s role; who holds a role or belongs to a team today; since when somebody is gone. */
function Post({ person, people }: { person: PersonRow; people: readonly PersonRow[] }) {
  const today = useToday();
  const holders = holdersOn(person.holders, today).map(
    (id) => people.find((one) => one.id === id)?.name ?? '',
  );
  const held = listWords(holders);
  return (
    <>
      {person.kind === 'person'
        ? person.role
        : person.kind === 'role'
          ? held || 'held by nobody known'
          : null}
      {person.kind === 'team' || person.kind === 'organisation' ? (
        <>
          {kindWords[person.kind]}
          {held ? <span className="sm"> with {held}</span> : null}
        </>
      ) : null}
      {person.retiredOn ? <p className="sm q">retired from {formatDay(person.retiredOn)}</p> : null}
    </>
  );
}
