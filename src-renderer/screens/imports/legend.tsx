import type { LegendEntry } from '#shared/contract/imports.ts';
import { states } from '#shared/domain/states.ts';
import { Icon } from '../../components/icon.tsx';
import { type Choice, Select } from '../../components/select.tsx';
import { labelOf, Status } from '../../components/status.tsx';
import { count } from '../../format/words.ts';
import type { Correct } from './use-import.ts';

type StateChoice = (typeof states)[number] | 'none';
const choices: Choice<StateChoice>[] = [
  ...states.map((state) => ({ id: state, text: labelOf(state), look: <Status status={state} /> })),
  { id: 'none', text: 'No status' },
];

/** What the colours and status words of this file mean; asked once, and kept for the next file of its kind. */
export function Legend(props: { legend: readonly LegendEntry[]; fileAt: number; onCorrect: Correct }) {
  if (props.legend.length === 0) return null;
  return (
    <section className="leg" aria-label="What the colours and words mean here">
      <h2>What the colours and words mean here</h2>
      <table className="lt">
        <tbody>
          {props.legend.map((entry) => (
            <tr key={`${entry.kind} ${entry.mark}`}>
              <th scope="row">
                {entry.kind === 'fill' ? (
                  <>
                    <span className="sw" style={{ background: entry.mark }} aria-hidden="true" />
                    {colourWord(entry.mark)} fill
                  </>
                ) : (
                  `“${entry.mark}”`
                )}
              </th>
              <td className="nw">{count(entry.cells, 'cell')}</td>
              <td>
                <Icon name="arrow" />
              </td>
              <td>
                <Select
                  label={`Meaning of ${entry.kind === 'fill' ? `${colourWord(entry.mark)} fill` : entry.mark}`}
                  hideLabel
                  choices={choices}
                  value={entry.state ?? 'none'}
                  onChange={(state) =>
                    props.onCorrect([
                      {
                        kind: 'legend',
                        file: props.fileAt,
                        mark: entry.mark,
                        state: state === 'none' ? null : state,
                      },
                    ])
                  }
                />
              </td>
              <td className="q2">{entry.evidence ?? 'No key found. Look whether this is right.'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The everyday name of a colour, so that a fill is never told by its look alone. */
export function colourWord(hex: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const high = Math.max(r, g, b);
  const low = Math.min(r, g, b);
  const spread = high - low;
  if (spread < 0.08) return high > 0.93 ? 'White' : high < 0.2 ? 'Black' : 'Grey';
  const turn =
    high === r ? ((g - b) / spread + 6) % 6 : high === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  const hue = turn * 60;
  const names: readonly [number, string][] = [
    [16, 'Red'],
    [34, 'Orange'],
    [50, 'Amber'],
    [70, 'Yellow'],
    [165, 'Green'],
    [200, 'Turquoise'],
    [255, 'Blue'],
    [300, 'Purple'],
    [345, 'Pink'],
  ];
  return names.find(([upTo]) => hue < upTo)?.[1] ?? 'Red';
}
