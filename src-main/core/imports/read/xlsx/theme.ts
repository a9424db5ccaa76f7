import { attribute, next, type Xml } from '../xml.ts';
import { officeTheme, themeSlots } from './colours.ts';

/** The twelve colours of a theme part, in the order in which cells count them. */
export function readTheme(x: Xml): readonly string[] {
  const colours = [...officeTheme];
  let inScheme = false;
  let slot = -1;
  for (let kind = next(x); kind !== 'end'; kind = next(x)) {
    if (kind === 'close' && x.name === 'clrScheme') break;
    if (kind !== 'open') continue;
    if (x.name === 'clrScheme') inScheme = true;
    if (!inScheme) continue;
    const named = (themeSlots as readonly string[]).indexOf(x.name);
    if (named >= 0) slot = named;
    const value =
      x.name === 'srgbClr' ? attribute(x, 'val') : x.name === 'sysClr' ? attribute(x, 'lastClr') : null;
    if (value !== null && slot >= 0 && /^[0-9a-f]{6}$/i.test(value)) colours[slot] = value.toLowerCase();
  }
  return colours;
}
