import { useState } from 'react';
import { isColour } from '#shared/domain/contrast.ts';
import { colourTrouble } from '#shared/domain/office-look.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';

/** A colour by its number, with a sample of a title in it; one too pale is told, with the nearest that is not. */
export function ColourField(props: {
  label: string;
  /** What stands where it is left empty. */
  instead: string;
  /** #rrggbb, or null for that. */
  value: string | null;
  onChange: (colour: string | null) => void;
}) {
  const { label, instead, value, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value ?? '';
  const trouble = value === null ? null : colourTrouble(value);
  const isHalf = typed !== null && typed.trim() !== '' && !isColour(asNumber(typed));
  return (
    <div className="colour-field">
      <Field
        label={label}
        value={text}
        onChange={(next) => {
          setTyped(next);
          const number = asNumber(next);
          if (next.trim() === '') onChange(null);
          else if (isColour(number)) onChange(number);
        }}
        onBlur={() => {
          if (!isHalf) setTyped(null);
        }}
        help={`As # and six figures, for instance #00543c. Left empty, it is ${instead}.`}
        wrong={isHalf ? 'A colour is # and six figures from 0 to 9 and a to f.' : (trouble?.words ?? null)}
      />
      {value !== null ? (
        <p className="colour-sample">
          <svg width="14" height="14" aria-hidden="true">
            <rect width="14" height="14" fill={value} />
          </svg>{' '}
          <svg width="180" height="20" role="img" aria-label={`A title in ${value}`}>
            <rect width="180" height="20" fill="#ffffff" />
            <text x="4" y="15" fontSize="15" fontWeight="600" fill={value}>
              Quarterly review
            </text>
          </svg>
        </p>
      ) : null}
      {trouble ? (
        <Button
          onPress={() => {
            setTyped(null);
            onChange(trouble.nearest);
          }}
        >
          Take {trouble.nearest}
        </Button>
      ) : null}
    </div>
  );
}

const asNumber = (text: string): string => {
  const bare = text.trim().toLowerCase();
  return bare.startsWith('#') ? bare : `#${bare}`;
};
