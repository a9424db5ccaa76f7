import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { ItemShown, MeetingView } from '#shared/contract/meetings.ts';
import { Icon } from '../../../components/icon.tsx';
import { AboutLink } from '../meeting/about-link.tsx';
import { ConfidentialMark, isConfidentialKey } from '../meeting/confidential.tsx';
import { LineField } from '../meeting/line-field.tsx';
import { MinuteRef } from '../meeting/minute-ref.tsx';
import type { MeetingActs } from '../meeting/use-meeting.ts';
import { Matters } from './matters.tsx';
import { Points } from './points.tsx';
import { Resolutions, type ResolutionsHandle } from './resolutions.tsx';

export type DeskHandle = { resolve: () => void };

/** One item as it is taken: what was said, the points, what was resolved. Every line is written as it is left. */
export function ItemDesk(props: {
  readonly view: MeetingView;
  readonly item: ItemShown;
  /** Its place on the agenda, where it has no number. */
  readonly number: number;
  readonly acts: MeetingActs;
  readonly ref: Ref<DeskHandle>;
}) {
  const { view, item, acts } = props;
  const resolutions = useRef<ResolutionsHandle>(null);
  const desk = useRef<HTMLElement>(null);
  useImperativeHandle(props.ref, () => ({ resolve: () => resolutions.current?.next() }));
  // Whoever comes to an item by a key goes on typing there.
  useEffect(() => {
    if (document.activeElement === document.body)
      desk.current?.querySelector<HTMLElement>('.mh-read textarea')?.focus();
  }, []);
  const minute = item.minuteRef;
  return (
    <article className="mh-item" ref={desk}>
      <div className="mh-facts">
        <span>
          Item {item.number ?? props.number}
          {minute ? (
            <>
              , minute <b>{minute}</b>
            </>
          ) : null}
        </span>
        {item.references.map((reference) => (
          <span key={`${reference.ref} ${reference.at}`}>
            Further to minute <MinuteRef reference={reference} />
          </span>
        ))}
        {item.officer ? <span>{item.officer.text}</span> : null}
        {item.confidential ? <ConfidentialMark /> : null}
      </div>
      <h2 className="vh">{item.title}</h2>
      <div className="mh-title">
        <LineField
          label="Title of the item"
          value={item.title}
          isRequired
          onSave={(title) => acts.editItem(item.id, { title })}
          onKey={(event) => {
            if (!isConfidentialKey(event)) return false;
            void acts.editItem(item.id, { confidential: !item.confidential });
            return true;
          }}
        />
      </div>
      <Docs item={item} />
      {item.kind === 'matters-arising' ? <Matters view={view} isWide /> : null}
      <h3 className="mh-lab">Discussion</h3>
      <div className="mh-read">
        <LineField
          label="Discussion"
          value={item.text}
          hint="What was reported and said"
          onSave={(text) => acts.editItem(item.id, { text })}
          onEnter={() => desk.current?.querySelector<HTMLElement>('.mh-next textarea')?.focus()}
        />
      </div>
      <Points
        points={item.points}
        onWrite={(points) => acts.editItem(item.id, { points })}
        onKey={() => false}
      />
      <Resolutions ref={resolutions} view={view} item={item} acts={acts} />
    </article>
  );
}

/** The papers before the meeting, and the records that the item is about. */
function Docs({ item }: { item: ItemShown }) {
  const papers = item.papers ?? [];
  if (papers.length + item.about.length === 0) return null;
  return (
    <ul className="mh-docs" aria-label="Papers and what it is about">
      {papers.map((paper) => (
        <li key={`${paper.title} ${paper.where}`}>
          <Icon name="document" size={14} />
          {paper.title}
          {paper.where ? <span className="q">{paper.where}</span> : null}
        </li>
      ))}
      {item.about.map((about) => (
        <li key={`${about.kind} ${about.id}`}>
          <Icon name="link" size={14} />
          <AboutLink about={about}>{about.ref ?? about.title}</AboutLink>
        </li>
      ))}
    </ul>
  );
}
