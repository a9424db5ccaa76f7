import '../styles/minutes.css';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ItemShown, MeetingView } from '#shared/contract/meetings.ts';
import type { Detail } from '#shared/contract/register.ts';
import { RowList } from '../../../components/row-list.tsx';
import { Body, SidePanel } from '../../../components/side-panel.tsx';
import { Status } from '../../../components/status.tsx';
import { count } from '../../../format/words.ts';
import { useFoot } from '../../../shell/foot.tsx';
import { headed } from '../holding/points.tsx';
import { AgendaNav } from '../meeting/agenda-nav.tsx';
import { ConfidentialMark } from '../meeting/confidential.tsx';
import { LinkedWords } from '../meeting/linked-words.tsx';
import { MinuteRef } from '../meeting/minute-ref.tsx';
import { TrackedWords } from '../meeting/tracked-words.tsx';
import { type MeetingActs, orSay } from '../meeting/use-meeting.ts';
import { itemNumber, resolutionNumber } from '../meeting-words.ts';
import { Attended } from './attended.tsx';
import { Corrections } from './corrections.tsx';
import { stateInWords } from './minutes-words.ts';

/** The minutes to read: who was there, each item with its points, what was resolved and what became of it. */
export function Minutes(props: {
  readonly view: MeetingView;
  readonly acts: MeetingActs;
  /** The item to bring up. */
  readonly item: string | null;
}) {
  const { view, acts, item } = props;
  const isFixed = view.stage === 'confirmed';
  useEffect(() => {
    if (item) document.getElementById(`item-${item}`)?.scrollIntoView();
  }, [item]);
  useFoot(`${count(view.items.length, 'item')}, ${count(view.resolutions.length, 'resolution')}`);
  const loose = view.resolutions.filter(
    ({ resolution }) => !view.items.some(({ id }) => id === resolution.agendaItemId),
  );
  return (
    <Body
      label="Minutes"
      left={
        view.items.length > 0 ? (
          <SidePanel side="left" title="Agenda" width={264}>
            <AgendaNav
              items={view.items}
              resolutions={view.resolutions.map(({ resolution }) => resolution)}
              current=""
              onOpen={(id) => document.getElementById(`item-${id}`)?.scrollIntoView()}
              noteOf={() => null}
              isTaken={() => false}
            />
          </SidePanel>
        ) : null
      }
    >
      <article className="mm-minutes">
        <p className={isFixed ? 'mm-state mm-fixed' : 'mm-state'}>{stateInWords(view)}</p>
        <Attended view={view} />
        {view.items.length + view.resolutions.length === 0 ? (
          <p className="q2">Neither agenda nor minutes are in the register yet.</p>
        ) : null}
        <RowList>
          {view.items.map((one, at) => (
            <Item key={one.id} view={view} item={one} at={at} acts={isFixed ? null : acts} />
          ))}
          {loose.length > 0 ? (
            <section className="mm-item">
              <Resolved view={view} itemId={null} acts={isFixed ? null : acts} />
            </section>
          ) : null}
        </RowList>
        <Details details={view.meeting.details ?? []} />
        <Corrections view={view} />
      </article>
    </Body>
  );
}

function Item(props: { view: MeetingView; item: ItemShown; at: number; acts: MeetingActs | null }) {
  const { view, item, acts } = props;
  const told = view.progress.filter(({ actionId }) => item.about.some(({ id }) => id === actionId));
  const points = item.points;
  const mark = (place: number) => {
    const point = points[place];
    if (!point || !acts) return;
    const { confidential, ...rest } = point;
    orSay(
      acts.editItem(item.id, {
        points: points.with(place, confidential ? rest : { ...rest, confidential: true }),
      }),
    );
  };
  return (
    <section id={`item-${item.id}`} className="mm-item">
      <p className="q2">
        {itemNumber(item.number ?? String(props.at + 1))}
        {item.minuteRef ? (
          <>
            , minute <b>{item.minuteRef}</b>
          </>
        ) : null}
      </p>
      <h2>{item.title}</h2>
      <Marked
        what={item.title}
        isMarked={item.confidential === true}
        onMark={acts ? () => orSay(acts.editItem(item.id, { confidential: !item.confidential })) : null}
      />
      {item.furtherTo ? (
        <p className="q2">
          Further to minute{' '}
          {item.references
            .filter(({ ref }) => item.furtherTo?.includes(ref))
            .map((reference) => (
              <MinuteRef key={reference.ref} reference={reference} />
            ))}
        </p>
      ) : null}
      {item.text ? <Paragraphs item={item} /> : null}
      {headed(points).map((group) => (
        <div key={`${group.from} ${group.heading}`}>
          <h3>{group.heading || 'Points'}</h3>
          <ol className="mm-points read">
            {group.points.map((point, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the order is the number that is shown
              <li key={index}>
                <span className="q">{index + 1}</span>
                <span>
                  {point.kind === 'question' ? 'Question: ' : point.kind === 'answer' ? 'Answer: ' : null}
                  {point.kind === 'decision' ? <b>Decision: </b> : null}
                  {point.text}
                </span>
                <Marked
                  what={point.text}
                  isMarked={point.confidential === true}
                  onMark={acts ? () => mark(group.from + index) : null}
                />
              </li>
            ))}
          </ol>
        </div>
      ))}
      {told.length > 0 ? (
        <>
          <h3>Progress noted</h3>
          <ul>
            {told.map((update) => (
              <li key={update.id}>
                {update.ref} {update.status ? <Status status={update.status} /> : null} {update.text}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Resolved view={view} itemId={item.id} acts={acts} />
    </section>
  );
}

/** The mark of what no public version holds, and the way to set it or take it back while the minutes may change. */
function Marked(props: { what: string; isMarked: boolean; onMark: (() => void) | null }) {
  const { what, isMarked, onMark } = props;
  return (
    <span className="mm-marked">
      {isMarked ? <ConfidentialMark /> : null}
      {onMark ? (
        <button
          type="button"
          className="lk sm"
          data-row=""
          aria-label={`${isMarked ? 'Make public again' : 'Mark as confidential'}: ${what.slice(0, 80)}`}
          onClick={onMark}
        >
          {isMarked ? 'Make public again' : 'Mark as confidential'}
        </button>
      ) : null}
    </span>
  );
}

function Paragraphs({ item }: { item: ItemShown }) {
  return item.text.split('\n').map((words, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their order
    <p key={at} className="read mm-text">
      <LinkedWords text={words} references={item.references} />
    </p>
  ));
}

function Resolved(props: { view: MeetingView; itemId: string | null; acts: MeetingActs | null }) {
  const { view, itemId, acts } = props;
  const own = view.resolutions.filter(({ resolution }) => resolution.agendaItemId === itemId);
  if (own.length === 0) return null;
  return (
    <>
      <h3>{view.resolvingWords || 'Resolved'}</h3>
      <ol className="mm-res read">
        {own.map((shown) => {
          const { resolution } = shown;
          return (
            <li key={resolution.id}>
              <Link
                to="/meetings/resolutions"
                search={{ resolution: resolution.id }}
                className="hit"
                aria-label={`${shown.ref} in the register of resolutions`}
              >
                {resolutionNumber(resolution.number)}
              </Link>
              <div>
                {resolution.text}
                <TrackedWords shown={shown} />
                <p className="sm q2">{shown.because}</p>
              </div>
              <Marked
                what={resolution.text}
                isMarked={resolution.confidential === true}
                onMark={
                  acts
                    ? () =>
                        orSay(acts.editResolution(resolution.id, { confidential: !resolution.confidential }))
                    : null
                }
              />
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** What the minutes say over and under their items: their heading, the time, who signed. */
function Details({ details }: { details: readonly Detail[] }) {
  if (details.length === 0) return null;
  return (
    <section className="mm-item">
      <h3>Also in the minutes</h3>
      <dl className="mm-details read">
        {details.map(({ label, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is all they have
          <div key={at}>
            <dt className="q2">{label || 'Line'}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
