import { Link } from '@tanstack/react-router';
import type { MinuteLink } from '#shared/contract/meetings.ts';

/** "27/10", leading to that minute where the register has it. */
export function MinuteRef({ reference }: { reference: MinuteLink }) {
  if (!reference.meetingId) return <>{reference.ref}</>;
  return (
    <Link
      to="/meetings/$meetingId"
      params={{ meetingId: reference.meetingId }}
      search={{ as: 'minutes', ...(reference.itemId && { item: reference.itemId }) }}
      className="hit"
      title={reference.title ?? undefined}
    >
      {reference.ref}
    </Link>
  );
}
