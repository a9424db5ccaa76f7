import { useEffect, useState } from 'react';
import { storedChoice, type TinyStore, useStore } from './tiny-store.ts';

export type PanelSide = 'left' | 'right';
type Fold = 'open' | 'folded';

/** Whether each side's column is folded, remembered for this viewer across screens. */
const folds: Record<PanelSide, TinyStore<Fold>> = {
  left: storedChoice<Fold>('left-column', ['open', 'folded'], 'open'),
  right: storedChoice<Fold>('right-column', ['open', 'folded'], 'open'),
};
/**
 * In a narrow window a column floats over the work (right, under 1100 px) or stands in its flow (left, under
 * 760 px): then it begins closed, and this is not remembered.
 */
const narrow: Record<PanelSide, MediaQueryList> = {
  left: window.matchMedia('(max-width: 760px)'),
  right: window.matchMedia('(max-width: 1100px)'),
};

/** Ctrl 1 and Ctrl 2. */
export function toggleFold(side: PanelSide): void {
  document.dispatchEvent(new CustomEvent(`plan-register:fold-${side}`));
}

export function usePanelFold(side: PanelSide): {
  folded: boolean;
  floats: boolean;
  setFolded: (folded: boolean) => void;
} {
  const kept = useStore(folds[side]);
  const [floats, setFloats] = useState(narrow[side].matches);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const query = narrow[side];
    const onChange = () => setFloats(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, [side]);
  const folded = floats ? !over : kept === 'folded';
  const setFolded = (next: boolean) => {
    if (floats) setOver(!next);
    else folds[side].set(next ? 'folded' : 'open');
  };
  useEffect(() => {
    const onToggle = () => setFolded(!folded);
    document.addEventListener(`plan-register:fold-${side}`, onToggle);
    return () => document.removeEventListener(`plan-register:fold-${side}`, onToggle);
  });
  return { folded, floats, setFolded };
}
