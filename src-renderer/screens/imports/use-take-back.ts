import { useEffect, useRef } from 'react';
import { say } from '../../shell/foot.tsx';

/**
 * Ctrl Z while a file is reviewed takes the last correction of the reading back. It never reaches the register's own
 * Undo from here: nothing of this file is written yet.
 */
export function useTakeBackKey(corrected: number, onTakeBack: () => void): void {
  const latest = useRef({ corrected, onTakeBack });
  latest.current = { corrected, onTakeBack };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== 'z' || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      if (latest.current.corrected > 0) latest.current.onTakeBack();
      else say('Nothing has been changed in this import.');
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');
