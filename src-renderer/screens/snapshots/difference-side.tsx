import type { Difference } from '#shared/contract/reports.ts';
import { statusMoves } from '#shared/domain/difference-words.ts';
import { Icon } from '../../components/icon.tsx';
import { StatusWords } from './key-words.tsx';

/** The right column: the changes as sentences, and how statuses moved. */
export function DifferenceSide({
  sentences,
  all,
}: {
  sentences: readonly string[];
  all: readonly Difference[];
}) {
  const moves = statusMoves(all);
  return (
    <div className="side-pad">
      <section className="side-sec inwords">
        <h2>In words</h2>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      {moves.length > 0 ? (
        <section className="side-sec">
          <h2>How statuses moved</h2>
          <table className="mv">
            <thead>
              <tr>
                <th>Then</th>
                <th>
                  <span className="vh">became</span>
                </th>
                <th>Now</th>
                <th className="num">Actions</th>
              </tr>
            </thead>
            <tbody>
              {moves.map((move) => (
                <tr key={`${move.from} ${move.to} ${move.planId}`}>
                  <td>
                    <StatusWords label={move.from} planId={move.planId} />
                  </td>
                  <td>
                    <Icon name="arrow" size={14} />
                  </td>
                  <td>
                    <StatusWords label={move.to} planId={move.planId} />
                  </td>
                  <td className="num">{move.n}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </div>
  );
}
