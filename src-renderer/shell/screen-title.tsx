import { tinyStore, useStore } from './tiny-store.ts';

const title = tinyStore('');

/** Names the screen that has come up, for the window and for screen readers. */
export function announceScreen(name: string): void {
  document.title = `${name} - Plan Register`;
  title.set(name);
}

/** A screen's name as it comes up, said to screen readers: the focus stays where the link was. */
export function ScreenTitle() {
  return (
    <p className="vh" role="status">
      {useStore(title)}
    </p>
  );
}
