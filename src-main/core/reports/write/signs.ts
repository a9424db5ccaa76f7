import type { State } from '#shared/domain/states.ts';
import type { Mark } from '../document.ts';

/** Signs that stand for the seven shapes where only text can be written: never colour alone. */
export const signs: Record<State, string> = {
  'not-started': '○',
  'on-track': '●',
  'at-risk': '▲',
  'off-track': '◆',
  complete: '☑',
  changed: '➤',
  closed: '⊟',
};

/** "◆ Off track": a status where there is neither drawing nor colour. */
export function statusWords(mark: Pick<Mark, 'state' | 'label'>): string {
  return `${signs[mark.state]} ${mark.label}`;
}
