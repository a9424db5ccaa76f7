import { Input, TextField } from 'react-aria-components';
import type { KeyEntry } from '#shared/contract/register.ts';
import { contrast, isColour, papers } from '#shared/domain/contrast.ts';
import { lookOf } from '#shared/domain/states.ts';
import { LinkButton } from '../../components/button.tsx';
import { StatusMark } from '../../components/status.tsx';

/** One state of a key: as it will look, its word, its colour with what is to be said about it, its meaning. */
export function KeyRow({ entry, onChange }: { entry: KeyEntry; onChange: (entry: KeyEntry) => void }) {
  const usual = lookOf(entry.state);
  const own = isColour(entry.colour) && entry.colour.toLowerCase() !== usual.colour.toLowerCase();
  const faint = isColour(entry.colour) && contrast(entry.colour, papers.light) < 3;
  return (
    <tr>
      <td className="looks">
        <span className={entry.state === 'off-track' ? 'st off' : 'st'}>
          <StatusMark state={entry.state} colour={own ? entry.colour : undefined} />
          <span>{entry.label || '…'}</span>
        </span>
      </td>
      <td data-label="Word">
        <Cell
          label={`Word for ${usual.label}`}
          value={entry.label}
          onChange={(label) => onChange({ ...entry, label })}
        />
      </td>
      <td data-label="Colour">
        <span className="colour">
          <input
            type="color"
            className="swatch"
            aria-label={`Choose the colour of ${entry.label || usual.label}`}
            value={isColour(entry.colour) ? entry.colour : usual.colour}
            onChange={(event) => onChange({ ...entry, colour: event.target.value })}
          />
          <Cell
            label={`Colour of ${entry.label || usual.label}`}
            value={entry.colour}
            onChange={(colour) => onChange({ ...entry, colour: colour.trim() })}
          />
        </span>
        {faint ? (
          <span className="warn">
            Pale on paper ({contrast(entry.colour, papers.light).toFixed(1)} to 1): it is given an outline of
            ink.
          </span>
        ) : null}
        {own ? (
          <span className="warn">
            <LinkButton onPress={() => onChange({ ...entry, colour: usual.colour })}>
              Take the usual colour
            </LinkButton>
          </span>
        ) : null}
      </td>
      <td data-label="What it means">
        <Cell
          label={`What ${entry.label || usual.label} means`}
          value={entry.definition}
          onChange={(definition) => onChange({ ...entry, definition })}
        />
      </td>
    </tr>
  );
}

/** A field in a table: its column head is its visible label. */
function Cell(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <TextField className="field" aria-label={props.label} value={props.value} onChange={props.onChange}>
      <Input />
    </TextField>
  );
}
