import { storedChoice, useStore } from './tiny-store.ts';

const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
const densities = ['compact', 'usual', 'roomy'] as const;
/** Height of a grid's row at the least: 26, 32, 40 px. */
export type Density = (typeof densities)[number];

/** Choices of this viewer, on this machine. */
export const themeChoice = storedChoice<Theme>('theme', themes, 'system');
export const densityChoice = storedChoice<Density>('density', densities, 'usual');
/** Whether whole status cells are tinted in the grid. */
export const tintChoice = storedChoice<'off' | 'on'>('tint', ['off', 'on'], 'off');

export const useTheme = () => useStore(themeChoice);
export const useDensity = () => useStore(densityChoice);
export const useTint = () => useStore(tintChoice);

/** Puts data-theme (light or dark, as it comes out) and data-density on the page, and keeps them there. */
export function applyLooks(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const theme = themeChoice.get();
    const root = document.documentElement;
    root.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    root.dataset.density = densityChoice.get();
  };
  dark.addEventListener('change', apply);
  themeChoice.subscribe(apply);
  densityChoice.subscribe(apply);
  apply();
}
