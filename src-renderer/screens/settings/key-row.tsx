import { Input, TextField } from 'react-aria-components';
import type { KeyEntry } from '#shared/contract/register.ts';
import { isColour } from '#shared/domain/contrast.ts';
import { lookOf } from '#shared/domain/states.ts';
import { faintOn } from '#shared/domain/status-keys.ts';
import { IconButton, LinkButton } from '../../components/button.tsx';
import { StatusMark } from '../../components/status.tsx';
import { listWords } from '../../format/words.ts';

/** One word of a key: as it will look, the word, its colour with what is to be said about it, its meaning. */
export function KeyRow(props: {
  entry: KeyEntry;
  onChange: (entry: KeyEntry) => void;
  /** Null where it is the first, or the last. */
  onUp: (() => void) | null;
  onDown: (() => void) | null;
  /** Null for the only word of its state. */
  onRemove: (() => void) | null;
  onAnother: () => void;
}) {
  const { entry, onChange } = props;
  const usual = lookOf(entry.state);
  const own = isColour(entry.colour) && entry.colour.toLowerCase() !== usual.colour.toLowerCase();
  // A usual colour has a shade of its own on the dark theme.
  const faint = faintOn(entry.colour).filter(({ paper }) => own || paper === 'light');
  const name = entry.label || usual.label;
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
          label={props.onRemove ? `Word for ${usual.label}: ${entry.label}` : `Word for ${usual.label}`}
          value={entry.label}
          onChange={(label) => onChange({ ...entry, label })}
        />
        <span className="warn">
          {usual.label === entry.label ? null : <>means {usual.label.toLocaleLowerCase('en-GB')}. </>}
          <LinkButton aria-label={`Another word, behind ${name}`} onPress={props.onAnother}>
            Another word
          </LinkButton>{' '}
          {props.onRemove ? (
            <LinkButton aria-label={`Take out ${name}`} onPress={props.onRemove}>
              Take out
            </LinkButton>
          ) : null}
        </span>
      </td>
      <td data-label="Colour">
        <span className="colour">
          <input
            type="color"
            className="swatch"
            aria-label={`Choose the colour of ${name}`}
            value={isColour(entry.colour) ? entry.colour : usual.colour}
            onChange={(event) => onChange({ ...entry, colour: event.target.value })}
          />
          <Cell
            label={`Colour of ${name}`}
            value={entry.colour}
            onChange={(colour) => onChange({ ...entry, colour: colour.trim() })}
          />
        </span>
        {faint.length > 0 ? (
          <span className="warn">
            Pale on {listWords(faint.map(({ paper }) => (paper === 'light' ? 'paper' : 'the dark theme')))} (
            {faint.map(({ ratio }) => ratio.toFixed(1)).join(' and ')} to 1, and 3 is the least): it is given
            an outline.
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
          label={`What ${name} means`}
          value={entry.definition}
          onChange={(definition) => onChange({ ...entry, definition })}
        />
      </td>
      <td className="key-order">
        <IconButton
          icon="up"
          label={`Move ${name} up`}
          isDisabled={props.onUp === null}
          onPress={() => props.onUp?.()}
        />
        <IconButton
          icon="down"
          label={`Move ${name} down`}
          isDisabled={props.onDown === null}
          onPress={() => props.onDown?.()}
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
