import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import type { ItemShown, MeetingView } from '#shared/contract/meetings.ts';
import type { ResolutionShown } from '#shared/contract/resolutions.ts';
import { LinkButton } from '../../../components/button.tsx';
import { say } from '../../../shell/foot.tsx';
import { ConfidentialMark, isConfidentialKey } from '../meeting/confidential.tsx';
import { LineField, type LineHandle } from '../meeting/line-field.tsx';
import { TrackedWords } from '../meeting/tracked-words.tsx';
import { type MeetingActs, orSay } from '../meeting/use-meeting.ts';
import { resolutionNumber, resolutionWords } from '../meeting-words.ts';
import { ResolutionDraft } from './resolution-draft.tsx';
import { TrackLater } from './track-later.tsx';

export type ResolutionsHandle = { next: () => void };

/** What was resolved under an item, each with what became of it, and the line for the next. */
export function Resolutions(props: {
  readonly view: MeetingView;
  readonly item: ItemShown;
  readonly acts: MeetingActs;
  readonly ref: Ref<ResolutionsHandle>;
}) {
  const { view, item, acts } = props;
  const next = useRef<LineHandle>(null);
  useImperativeHandle(props.ref, () => ({ next: () => next.current?.focus() }));
  const own = view.resolutions.filter(({ resolution }) => resolution.agendaItemId === item.id);
  return (
    <>
      <h3 className="mh-lab">{titleOf(view.resolvingWords)}</h3>
      <ol className="mh-res">
        {own.map((shown) => (
          <Kept key={shown.resolution.id} shown={shown} view={view} item={item} acts={acts} />
        ))}
        <ResolutionDraft ref={next} view={view} item={item} acts={acts} />
      </ol>
    </>
  );
}

/** "RESOLVED" is "Resolved" as a heading; other words stand as the body says them. */
const titleOf = (words: string) =>
  words === ''
    ? 'Resolved'
    : words.toLocaleUpperCase('en-GB') === words
      ? words.charAt(0) + words.slice(1).toLocaleLowerCase('en-GB')
      : words;

function Kept(props: { shown: ResolutionShown; view: MeetingView; item: ItemShown; acts: MeetingActs }) {
  const { shown, acts } = props;
  const { resolution } = shown;
  const [tracking, setTracking] = useState(false);
  const asks = resolution.kind === 'action' || resolution.kind === 'report';
  const isTracked = shown.action !== null || shown.reports.length > 0;
  return (
    <li>
      <span className="mh-rn">{resolutionNumber(resolution.number)}</span>
      <LineField
        label={`Resolution ${resolutionNumber(resolution.number)}`}
        value={resolution.text}
        onSave={async (text) => {
          if (text !== '') return acts.editResolution(resolution.id, { text });
          await acts.removeResolution(resolution.id);
          say(`Taken out: ${shown.ref}. What was tracked of it stays. Undo brings it back.`);
        }}
        onKey={(event) => {
          if (!isConfidentialKey(event)) return false;
          orSay(acts.editResolution(resolution.id, { confidential: !resolution.confidential }));
          return true;
        }}
      />
      {resolution.confidential ? <ConfidentialMark /> : null}
      <div className="mh-under">
        {isTracked ? (
          <TrackedWords shown={shown} />
        ) : (
          <p className="sm q2">
            {resolution.kind ? resolutionWords[resolution.kind] : 'Nothing said of what it does'}
            {asks && !tracking ? (
              <>
                {'. '}
                <LinkButton onPress={() => setTracking(true)}>
                  Track it<span className="vh">: {shown.ref}</span>
                </LinkButton>
              </>
            ) : null}
          </p>
        )}
      </div>
      {tracking ? <TrackLater {...props} onDone={() => setTracking(false)} /> : null}
    </li>
  );
}
