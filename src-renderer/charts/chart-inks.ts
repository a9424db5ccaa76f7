import { useEffect, useState } from 'react';
import type { State } from '#shared/domain/states.ts';

/** The tokens a chart draws with, as the colours they are now. */
export type ChartInks = {
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly edge: string;
  readonly hair: string;
  readonly sel: string;
  readonly paper: string;
  readonly font: string;
  readonly states: Readonly<Record<State, string>>;
};

const stateTokens: Readonly<Record<State, string>> = {
  'not-started': '--ns',
  'on-track': '--on',
  'at-risk': '--risk',
  'off-track': '--off',
  complete: '--done',
  changed: '--chg',
  closed: '--shut',
};

function readInks(): ChartInks {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    ink2: token('--ink2'),
    ink3: token('--ink3'),
    edge: token('--edge'),
    hair: token('--hair'),
    sel: token('--sel'),
    paper: token('--paper'),
    font: token('--font'),
    states: Object.fromEntries(
      Object.entries(stateTokens).map(([state, name]) => [state, token(name)]),
    ) as Record<State, string>,
  };
}

/** A canvas does not follow the style sheet by itself: read the tokens again when the theme or contrast changes. */
export function useChartInks(): ChartInks {
  const [inks, setInks] = useState(readInks);
  useEffect(() => {
    const look = () => setInks(readInks());
    const watch = new MutationObserver(look);
    watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
    const media = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'].map(
      (query) => window.matchMedia(query),
    );
    for (const one of media) one.addEventListener('change', look);
    return () => {
      watch.disconnect();
      for (const one of media) one.removeEventListener('change', look);
    };
  }, []);
  return inks;
}
