import type { Logo } from '#shared/contract/report-records.ts';

/** The most room that a logo has on a cover, in CSS pixels. */
const room = { width: 220, height: 64 };

/** The size at which a logo stands on a cover (or in less room), in CSS pixels: whole, and never enlarged. */
export function logoSize(
  { width, height }: Pick<Logo, 'width' | 'height'>,
  { width: across, height: down } = room,
): { width: number; height: number } {
  const scale = Math.min(1, across / width, down / height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
