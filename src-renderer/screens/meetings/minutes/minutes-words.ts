import type { MeetingView } from '#shared/contract/meetings.ts';
import { formatDay } from '../../../format/days.ts';
import { count, listWords } from '../../../format/words.ts';

/** How far the minutes are, in a sentence or two. */
export function stateInWords({ meeting, stage, confirmedAt }: MeetingView): string {
  if (stage === 'confirmed') {
    const when = meeting.confirmedOn ? ` on ${formatDay(meeting.confirmedOn)}` : '';
    const where = confirmedAt ? ` by ${confirmedAt.title}` : '';
    return `Confirmed${when}${where}. Nothing here changes any more; what was wrong is recorded as a correction below.`;
  }
  if (stage === 'circulated') {
    const since = meeting.circulatedOn ? ` since ${formatDay(meeting.circulatedOn)}` : '';
    const by = meeting.commentsBy ? `, comments by ${formatDay(meeting.commentsBy)}` : '';
    return `Out for comment${since}${by}. Still to be confirmed by the next meeting.`;
  }
  if (stage === 'draft') return 'Draft minutes. They may still be changed, at “At the meeting”.';
  return 'Not held yet: this is the agenda as its minutes would stand.';
}

/** "9 items, 14 points, 5 resolutions (3 tracked), 2 parts confidential": what confirming makes fast. */
export function numbersOf(view: MeetingView): string {
  const points = view.items.reduce((sum, { points }) => sum + points.length, 0);
  const tracked = view.resolutions.filter(({ action, reports }) => action || reports.length > 0).length;
  const resolutions = count(view.resolutions.length, 'resolution');
  return listWords([
    count(view.items.length, 'item'),
    count(points, 'point'),
    tracked > 0 ? `${resolutions} (${tracked} tracked)` : resolutions,
    `${confidentialOf(view).length || 'nothing'} confidential`,
  ]);
}

/** Everything that a public version leaves out, each by its place. */
export function confidentialOf(view: MeetingView): string[] {
  const names: string[] = [];
  view.items.forEach((item, at) => {
    const name = `Item ${item.number ?? at + 1}`;
    if (item.confidential) names.push(`${name}, all of it`);
    else {
      item.points.forEach((point, place) => {
        if (point.confidential) names.push(`${name}, point ${place + 1}`);
      });
      for (const paper of item.papers ?? []) if (paper.confidential) names.push(`${name}, a paper`);
    }
  });
  const hidden = new Set(view.items.filter(({ confidential }) => confidential).map(({ id }) => id as string));
  for (const { resolution, ref } of view.resolutions) {
    if (resolution.confidential && !hidden.has(resolution.agendaItemId ?? ''))
      names.push(`Resolution ${ref}`);
  }
  for (const correction of view.corrections) {
    if (correction.confidential) names.push(`The correction of ${formatDay(correction.on)}`);
  }
  return names;
}

/** What is odd about minutes that are to be confirmed, each in a sentence. None keeps anybody from confirming them. */
export function doubtsOf(view: MeetingView): string[] {
  const untracked = view.resolutions.filter(
    ({ resolution, action, reports }) =>
      (resolution.kind === 'action' || resolution.kind === 'report') && !action && reports.length === 0,
  );
  const present = view.attendance.filter(({ state }) => state === 'present').length;
  return [
    untracked.length > 0
      ? `${listWords(untracked.map(({ ref }) => ref))}: asks for something that nothing tracks.`
      : null,
    present === 0 ? 'Nobody is marked as here.' : null,
    view.quorum.quorate === false ? `The meeting was not quorate. ${view.quorum.words}` : null,
    view.stage === 'draft' ? 'The draft was not circulated for comment.' : null,
  ].filter((one) => one !== null);
}
