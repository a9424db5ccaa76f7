import { Link } from '@tanstack/react-router';
import type { LeadPage } from '#shared/contract/people.ts';
import { sharedInitials } from '#shared/domain/people-pairs.ts';
import { holdsOn } from '#shared/domain/spells.ts';
import { usePeople } from '../../components/people.tsx';
import { listWords } from '../../format/words.ts';
import { useToday } from '../../shell/register-state.ts';
import { AddSpell, SpellRow } from './spells.tsx';

/** What is known of a lead: initials, address, other spellings; what they hold, and who holds or belongs to them. */
export function LeadSide({ page }: { page: LeadPage }) {
  const { person, spells } = page;
  const people = usePeople();
  const today = useToday();
  const shared = [...sharedInitials([...people.values()]).values()].find((ids) => ids.includes(person.id));
  const namesakes = (shared ?? []).filter((id) => id !== person.id).map((id) => people.get(id)?.name ?? '');
  const post = person.kind === 'role' ? 'Held by' : person.kind === 'person' ? null : 'Members';
  const holders = person.holders.toSorted(
    (a, b) =>
      Number(holdsOn(b, today)) - Number(holdsOn(a, today)) || (b.from ?? '').localeCompare(a.from ?? ''),
  );
  return (
    <div className="lead-side">
      <section className="side-sec">
        <dl>
          {person.kind === 'person' ? (
            <>
              <dt>Initials</dt>
              <dd>
                {person.initials ?? <span className="q">none yet</span>}
                {namesakes.length > 0 ? (
                  <p className="sm q2">
                    {listWords(namesakes)} {namesakes.length === 1 ? 'goes' : 'go'} by them too: a cell that
                    says only this is left to you.
                  </p>
                ) : null}
              </dd>
            </>
          ) : null}
          <dt>E-mail</dt>
          <dd>{person.email ?? <span className="q">none yet: update forms cannot be sent</span>}</dd>
          <dt>Also written</dt>
          <dd>
            {person.aliases.length > 0 ? listWords(person.aliases) : <span className="q">no other way</span>}
          </dd>
        </dl>
      </section>
      {post ? (
        <section className="side-sec" aria-label={post}>
          <h2>{post}</h2>
          {holders.length === 0 ? <p className="q2">Nobody is known yet.</p> : null}
          <ul>
            {holders.map((spell) => (
              <li key={spell.spellId}>
                <SpellRow
                  spell={spell}
                  other={people.get(spell.personId)?.name ?? ''}
                  otherId={spell.personId}
                />
              </li>
            ))}
          </ul>
          <AddSpell of={person} />
        </section>
      ) : null}
      {person.kind !== 'role' ? (
        <section className="side-sec" aria-label="Roles and teams">
          <h2>Roles and teams</h2>
          {spells.length === 0 ? <p className="q2">None is known yet.</p> : null}
          <ul>
            {spells.map((spell) => (
              <li key={spell.spellId}>
                <SpellRow spell={spell} other={spell.name} otherId={spell.ofId} />
              </li>
            ))}
          </ul>
          <AddSpell by={person} />
        </section>
      ) : null}
      <p className="side-sec">
        <Link to="/people" className="hit">
          All people
        </Link>
      </p>
    </div>
  );
}
