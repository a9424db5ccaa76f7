import { type KeyboardEvent, useEffect, useState } from 'react';
import { chosenLine, type Line } from './palette-lines.ts';

type Pressed = { steps: number; isEntered: boolean };
const untouched: Pressed = { steps: 0, isEntered: false };

/**
 * The chosen line and the keys that choose. Keys pressed before the answer is there are not lost: the arrows count on,
 * and Enter is carried out when it is known what it means.
 */
export function useChoice(o: {
  text: string;
  lines: readonly Line[];
  /** How many lines from the top no answer can move any more; 'all' when every answer is there. */
  sure: number | 'all';
  onRun: (line: Line) => void;
}) {
  const [pressed, setPressed] = useState(untouched);
  const at = chosenLine(o.text, pressed.steps, o.lines.length, o.sure);
  const chosen = at === null ? null : (o.lines[at] ?? null);

  useEffect(() => {
    if (!pressed.isEntered) return;
    if (chosen) {
      setPressed(untouched);
      o.onRun(chosen);
    } else if (o.sure === 'all') setPressed((before) => ({ ...before, isEntered: false }));
  }, [pressed.isEntered, chosen, o.sure, o.onRun]);

  const step = (by: number) => setPressed((before) => ({ steps: before.steps + by, isEntered: false }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter') setPressed((before) => ({ ...before, isEntered: true }));
    else return;
    event.preventDefault();
  };
  return { chosen, onKeyDown, begin: () => setPressed(untouched) };
}
