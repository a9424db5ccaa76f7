import { Check, RadioChoices } from '../../components/choices.tsx';
import {
  type Density,
  densityChoice,
  type Theme,
  themeChoice,
  tintChoice,
  useDensity,
  useTheme,
  useTint,
} from '../../shell/theme.ts';

/** Light or dark, how close the rows of a grid stand, whether status cells are filled. */
export function Looks() {
  const theme = useTheme();
  const density = useDensity();
  const tint = useTint();
  return (
    <div className="settings">
      <RadioChoices<Theme>
        label="Light or dark"
        value={theme}
        onChange={themeChoice.set}
        choices={[
          { id: 'system', text: 'As this machine is set', help: 'Follows Windows when it changes' },
          { id: 'light', text: 'Light' },
          { id: 'dark', text: 'Dark', help: 'Reports are always printed light' },
        ]}
      />
      <RadioChoices<Density>
        label="Rows of a grid"
        value={density}
        onChange={densityChoice.set}
        choices={[
          { id: 'compact', text: 'Compact', help: '26 pixels at the least' },
          { id: 'usual', text: 'Usual', help: '32 pixels at the least' },
          { id: 'roomy', text: 'Roomy', help: '40 pixels at the least' },
        ]}
      />
      <Check isSelected={tint === 'on'} onChange={(on) => tintChoice.set(on ? 'on' : 'off')}>
        Fill status cells with a tint of their colour
      </Check>
      <p className="sm q2">
        Text size follows the browser: Ctrl + and Ctrl -. At 200 per cent the columns fold away.
      </p>
    </div>
  );
}
