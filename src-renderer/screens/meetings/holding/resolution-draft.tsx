import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type KeyboardEvent,
  type Ref,
  useDeferredValue,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { ItemShown, MeetingView } from '#shared/contract/meetings.ts';
import { LocalProblem, wireErrorOf } from '../../../client/errors.ts';
import { useTRPC } from '../../../client/trpc.ts';
import { Button } from '../../../components/button.tsx';
import { say } from '../../../shell/foot.tsx';
import { LineField, type LineHandle } from '../meeting/line-field.tsx';
import type { MeetingActs } from '../meeting/use-meeting.ts';
import { resolutionNumber, resolutionWords } from '../meeting-words.ts';
import { keptAs, type Tracking, trackingOf, usualPlace } from './tracking.ts';
import { TrackingFields } from './tracking-fields.tsx';

const asksFor = ({ kind }: Tracking) => kind === 'action' || kind === 'report';

/** Where the last action of this meeting went: the next one most likely goes there too. */
let lastPlace = '';

/**
 * The next resolution of an item: its words, and beneath them what they will be tracked as, read from them and open to
 * change. Ctrl Enter keeps it all. Enter keeps what asks for nothing, and goes to the fields of what does; left with
 * words in it, the resolution is kept and nothing is tracked.
 */
export function ResolutionDraft(props: {
  readonly view: MeetingView;
  readonly item: ItemShown;
  readonly acts: MeetingActs;
  readonly ref: Ref<LineHandle>;
}) {
  const { view, item, acts } = props;
  const trpc = useTRPC();
  const cache = useQueryClient();
  const line = useRef<LineHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState('');
  const [changes, setChanges] = useState<Partial<Tracking>>({});
  const [wrong, setWrong] = useState<string | null>(null);
  useImperativeHandle(props.ref, () => ({
    focus: () => line.current?.focus(),
    put: (next) => line.current?.put(next),
  }));
  const asked = useDeferredValue(words.trim());
  const read = useQuery({
    ...trpc.resolutions.read.queryOptions({ meetingId: view.meeting.id, text: asked }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const plans = useQuery(trpc.plans.list.queryOptions()).data ?? [];
  const isOpen = words.trim() !== '';
  const place = usualPlace(item, lastPlace, plans, view);
  const tracking = trackingOf(isOpen ? (read.data ?? null) : null, changes, place);
  const asks = asksFor(tracking);

  /** What words ask for: whoever types fast is ahead of what is shown. */
  const readOf = async (text: string): Promise<Tracking> => {
    if (text === asked && read.data && !read.isPlaceholderData) return tracking;
    const options = trpc.resolutions.read.queryOptions({ meetingId: view.meeting.id, text });
    return trackingOf(await cache.fetchQuery(options), changes, place);
  };
  const put = (next: { words: string; changes: Partial<Tracking>; wrong: string | null }) => {
    setWords(next.words);
    setChanges(next.changes);
    setWrong(next.wrong);
    line.current?.put(next.words);
  };
  /**
   * Writes the resolution; `tracks` whether what it asks for is tracked too. The line is free for the next one at once;
   * what cannot be kept comes back into it, with the reason.
   */
  const keep = async (tracks: boolean) => {
    const text = words.trim();
    if (text === '') return;
    put({ words: '', changes: {}, wrong: null });
    try {
      const now = await readOf(text);
      const kept = tracks ? keptAs(now, { bodyId: view.meeting.bodyId }) : { track: [], actionId: null };
      if (typeof kept === 'string') throw new LocalProblem(kept);
      const asksNow = asksFor(now);
      const added = await acts.addResolution({
        itemId: item.id,
        text,
        kind: now.kind,
        track: kept.track,
        ...(asksNow && { leads: now.leads, due: now.when }),
      });
      if (kept.actionId !== null) await acts.linkAction(added.resolutionId, kept.actionId);
      if (tracks && now.kind === 'action' && kept.actionId === null) lastPlace = now.under;
      const how = !asksNow ? '' : tracks ? ' and tracked' : ', not tracked yet';
      say(`${resolutionNumber(added.number)} is kept${how}. Undo takes it back.`);
    } catch (error) {
      put({ words, changes, wrong: wireErrorOf(error).message });
    }
  };
  const keepAndGoOn = () => {
    line.current?.focus();
    void keep(true);
  };
  const enter = async () => {
    if (!isOpen) return;
    if (asksFor(await readOf(words.trim())))
      box.current?.querySelector<HTMLElement>('.mh-track button')?.focus();
    else await keep(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      keepAndGoOn();
    } else if (event.key === 'Escape' && !event.defaultPrevented && isOpen) {
      event.preventDefault();
      line.current?.focus();
    }
  };
  const onLineKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey) return false;
    if (event.ctrlKey || event.metaKey) return false;
    void enter();
    return true;
  };
  // What is to be checked is in sight as soon as it is there, and when there is more of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each kind asks for other fields
  useEffect(() => {
    if (isOpen) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, tracking.kind]);
  const next = view.nextResolution[item.id] ?? '';
  return (
    <li>
      <span className="mh-rn">{resolutionNumber(next)}</span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys bubble from the fields inside */}
      <div
        ref={box}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          const to = event.relatedTarget;
          // A list of choices floats outside the block and is still part of it.
          if (box.current?.contains(to) || to?.closest('.float') || !document.hasFocus()) return;
          void keep(false);
        }}
      >
        <LineField
          ref={line}
          label={`Next resolution ${resolutionNumber(next)}`}
          value=""
          hint="Next resolution"
          onType={setWords}
          onKey={onLineKey}
          onSave={() => Promise.resolve()}
          isWrittenElsewhere
        />
        {isOpen ? (
          <section className="mh-track" aria-label="What it will be tracked as">
            <header>
              <b>{asks ? 'Will be tracked as' : resolutionWords[tracking.kind]}</b>
              <span className="q2 sm">Read from the words. Check it, then press Ctrl Enter.</span>
            </header>
            <TrackingFields
              value={tracking}
              item={item}
              version={asked}
              wrong={wrong}
              onChange={(change) => {
                setChanges({ ...changes, ...change });
                setWrong(null);
              }}
            />
            <div className="acts">
              <Button onPress={keepAndGoOn}>{asks ? 'Keep it, and track it' : 'Keep it'}</Button>
            </div>
          </section>
        ) : null}
      </div>
    </li>
  );
}
