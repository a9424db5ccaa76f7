/**
 * Ctrl Enter: presses the ink button, the next thing of the view that is in front: of the open dialogue, else of the
 * part that holds the focus, else of the screen. True where there was one to press.
 */
export function pressInkButton(focus: Element | null): boolean {
  // In a grid Ctrl Enter fills the range; a row added there by one press too many would be a surprise.
  if (focus?.closest('[role="grid"], [role="treegrid"]')) return false;
  const fronts = document.querySelectorAll<HTMLElement>('[role="dialog"], [role="alertdialog"]');
  const front = fronts[fronts.length - 1] ?? document.querySelector<HTMLElement>('main');
  if (!front) return false;
  for (let part = focus && front.contains(focus) ? focus : front; ; part = part.parentElement ?? front) {
    const ink = [...part.querySelectorAll<HTMLElement>('.btn.p')].find(canPress);
    if (ink) ink.click();
    if (ink || part === front) return ink !== undefined;
  }
}

function canPress(button: HTMLElement): boolean {
  const isOff = button.matches(':disabled, [aria-disabled="true"]');
  return !isOff && button.getClientRects().length > 0;
}
