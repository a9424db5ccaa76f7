import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ItemShown, MeetingView } from '#shared/contract/meetings.ts';
import type { ResolutionShown } from '#shared/contract/resolutions.ts';
import { wireErrorOf } from '../../../client/errors.ts';
import { useTRPC } from '../../../client/trpc.ts';
import { Button } from '../../../components/button.tsx';
import { escTo } from '../../checks/settle-forms.tsx';
import type { MeetingActs } from '../meeting/use-meeting.ts';
import { keptAs, type Tracking, trackingOf, usualPlace } from './tracking.ts';
import { TrackingFields } from './tracking-fields.tsx';

/** A resolution that was kept without its action or its report gets it now. */
export function TrackLater(props: {
  readonly shown: ResolutionShown;
  readonly view: MeetingView;
  readonly item: ItemShown;
  readonly acts: MeetingActs;
  readonly onDone: () => void;
}) {
  const { view, item, acts } = props;
  const { resolution } = props.shown;
  const trpc = useTRPC();
  const [changes, setChanges] = useState<Partial<Tracking>>(resolution.kind ? { kind: resolution.kind } : {});
  const [wrong, setWrong] = useState<string | null>(null);
  const read = useQuery(
    trpc.resolutions.read.queryOptions({ meetingId: view.meeting.id, text: resolution.text }),
  );
  const plans = useQuery(trpc.plans.list.queryOptions()).data ?? [];
  const tracking = trackingOf(read.data ?? null, changes, usualPlace(item, '', plans, view));
  const track = async () => {
    const kept = keptAs(tracking, { bodyId: view.meeting.bodyId });
    if (typeof kept === 'string') return setWrong(kept);
    try {
      if (tracking.kind !== resolution.kind)
        await acts.editResolution(resolution.id, { kind: tracking.kind });
      if (kept.actionId !== null) await acts.linkAction(resolution.id, kept.actionId);
      for (const one of kept.track) await acts.track({ resolutionId: resolution.id, track: one });
      props.onDone();
    } catch (error) {
      setWrong(wireErrorOf(error).message);
    }
  };
  return (
    <section
      className="mh-track"
      aria-label={`What ${props.shown.ref} is tracked as`}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          void track();
        } else escTo(props.onDone)(event);
      }}
    >
      <TrackingFields
        value={tracking}
        item={item}
        version={read.data ? 'read' : 'reading'}
        wrong={wrong}
        onChange={(change) => {
          setChanges({ ...changes, ...change });
          setWrong(null);
        }}
      />
      <div className="acts">
        <Button onPress={() => void track()}>Track it</Button>
        <Button look="quiet" onPress={props.onDone}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
