import { timeWordsIn } from './arising.ts';
import type { Line } from './blocks.ts';
import type { MinutesRecord } from './record.ts';
import { askedIn, resolutionKind, withoutOpening } from './resolutions.ts';

/** Writes resolutions, and tracks what they ask for once their words are whole. */
export function resolutionKeeper(record: MinutesRecord): {
  add(number: string | null, text: string, line: Line): number;
  settle(): void;
} {
  let unsettled: { at: number; line: Line } | null = null;

  /** What a resolution asks of somebody is tracked as an action, a report owed again and again too. */
  function settle(): void {
    if (!unsettled) return;
    const { at, line } = unsettled;
    unsettled = null;
    const text = record.resolutionText(at);
    const kind = resolutionKind(text);
    record.setKind(at, kind);
    if (kind !== 'action' && kind !== 'report') return;
    const asked = askedIn(text);
    const lead = asked && asked.who !== '' ? asked.who : null;
    record.linkAction(
      at,
      record.addAction({ ref: null, text: withoutOpening(text), lead, time: timeWordsIn(text) }, line),
    );
  }

  return {
    add(number, text, line) {
      settle();
      const at = record.addResolution(number, text, line);
      unsettled = { at, line };
      return at;
    },
    settle,
  };
}
