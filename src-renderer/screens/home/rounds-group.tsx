import { Link } from '@tanstack/react-router';
import type { HomeRound, HomeView } from '#shared/contract/office.ts';
import { Group } from '../../components/group.tsx';
import { daysBetween, formatDayNear, formatDaySoon } from '../../format/days.ts';
import { count, listWords } from '../../format/words.ts';

/** How many open rounds stand on Home before the way to all. */
const shown = 3;
/** How many names stand in a row before the others are counted. */
const named = 2;

/** Rounds of updates that are open: how many leads have answered, who is late, and what is to be done next. */
export function RoundsGroup({ rounds, today }: { rounds: HomeView['rounds']; today: string }) {
  const { first, total } = rounds;
  if (total === 0) return null;
  return (
    <Group
      name="Update rounds"
      note={
        <>
          {count(total, 'open round')}{' '}
          {total > shown ? (
            <Link to="/updates" className="hit">
              Show all
            </Link>
          ) : null}
        </>
      }
    >
      <ul>
        {first.slice(0, shown).map((round) => (
          <li key={round.id}>
            <Link to="/updates/$roundId" params={{ roundId: round.id }} className="row set round" data-row="">
              <span className="n">
                {round.answered} of {round.sent}
              </span>
              <span className="what">
                answered: <b>{round.name}</b>
                <span className="q">{standing(round, today)}</span>
              </span>
              <span className="when">{due(round, today)}</span>
              <span className="go">{next(round, today)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Group>
  );
}

const isLate = ({ dueOn }: HomeRound, today: string) => dueOn !== null && dueOn < today;

/** ". To settle: Jean Whitlock. Late: Dev Raman, Hal Brandreth and 4 more", after the name */
function standing(round: HomeRound, today: string): string {
  const { waiting, missing } = round;
  const parts = [
    waiting.length > 0 ? `To settle: ${few(waiting)}` : null,
    missing.length > 0 ? `${isLate(round, today) ? 'Late' : 'Not back yet'}: ${few(missing)}` : null,
  ];
  return parts.map((part) => (part === null ? '' : `. ${part}`)).join('');
}

/** The first few names; one more is named rather than counted. */
function few(names: readonly string[]): string {
  if (names.length <= named + 1) return listWords(names);
  return listWords([...names.slice(0, named), `${names.length - named} more`]);
}

function due(round: HomeRound, today: string) {
  const { dueOn, missing } = round;
  if (dueOn === null) return 'no day set';
  if (!isLate(round, today)) return `due ${formatDaySoon(dueOn, today)}`;
  return (
    <>
      due {formatDayNear(dueOn, today)}{' '}
      {missing.length > 0 ? <b>{count(daysBetween(dueOn, today), 'day')} late</b> : null}
    </>
  );
}

/** What the officer does next with it; all of it is done in the round. */
function next(round: HomeRound, today: string): string {
  const { waiting, missing } = round;
  if (waiting.length > 0) return waiting.length === 1 ? 'Settle it' : 'Settle them';
  if (missing.length === 0) return 'Close it';
  if (isLate(round, today)) return 'Remind them';
  return 'Read returns';
}
