import { useState } from 'react';
import type { AboutShown, ItemShown, MeetingView } from '#shared/contract/meetings.ts';
import { Button } from '../../../components/button.tsx';
import { Status } from '../../../components/status.tsx';
import { formatDay } from '../../../format/days.ts';
import { AboutLink } from '../meeting/about-link.tsx';
import { Matters } from './matters.tsx';
import { ProgressForm } from './progress-form.tsx';

const keys: readonly (readonly [string, string])[] = [
  ['Enter', 'Keep the line'],
  ['Ctrl R', 'New resolution'],
  ['Ctrl Enter', 'Keep it, and track it'],
  ['Alt Down, Up', 'Next item, the one before'],
  ['Alt A', 'Who is here'],
  ['Alt P', 'Note progress'],
  ['Alt C', 'Confidential, or not'],
  ['Alt Shift Up', 'Move the line'],
];

/** What the register knows of the item in hand, what earlier meetings left open, and the keys. */
export function ItemSide({ view, item }: { view: MeetingView; item: ItemShown | null }) {
  return (
    <div className="mh-side">
      {item ? (
        <section>
          <h2>About this item</h2>
          {item.about.length === 0 ? (
            <p className="q2">
              Nothing of the register is linked to it. Link actions and KPIs to it on the agenda.
            </p>
          ) : (
            item.about.map((about) => <About key={`${about.kind} ${about.id}`} view={view} about={about} />)
          )}
          {item.plannedStart ? <p className="q2 sm">Planned for {item.plannedStart}</p> : null}
        </section>
      ) : null}
      {item?.kind === 'matters-arising' ? null : (
        <section>
          <h2>Arising from earlier meetings</h2>
          <Matters view={view} />
        </section>
      )}
      {view.owed.length > 0 ? (
        <section>
          <h2>Reports owed</h2>
          <ul>
            {view.owed.map(({ report, daysLate }) => (
              <li key={report.id}>
                {report.title}
                <span className="sm q2">
                  {' '}
                  {report.nextOn ? `by ${formatDay(report.nextOn)}` : report.every}
                  {daysLate ? ', late' : ''}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2>Keys</h2>
        <dl className="mh-keys">
          {keys.map(([key, what]) => (
            <div key={key}>
              <dt className="q2">{key}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

function About({ view, about }: { view: MeetingView; about: AboutShown }) {
  const [telling, setTelling] = useState(false);
  const name = [about.ref, about.title].filter(Boolean).join(' ');
  const given = view.progress.filter(({ actionId }) => actionId === about.id);
  return (
    <div className="mh-about">
      <h3>
        <AboutLink about={about}>{name}</AboutLink>
      </h3>
      <p className="mh-stand">
        {about.status ? <Status status={about.status} /> : null}
        {about.toldOn ? <span className="q2 sm">since {formatDay(about.toldOn)}</span> : null}
      </p>
      {about.told ? <p className="q2">{about.told}</p> : null}
      {about.when ? <p className="q2 sm">Due: {about.when}</p> : null}
      {given.map((update) => (
        <p key={update.id} className="sm">
          Noted here: {[update.status?.label, update.text].filter(Boolean).join('. ')}
        </p>
      ))}
      {about.kind === 'action' && about.planId ? (
        telling ? (
          <ProgressForm
            actionId={about.id}
            planId={about.planId}
            name={about.ref ?? about.title}
            meetingId={view.meeting.id}
            on={view.meeting.heldOn ?? ''}
            onDone={() => setTelling(false)}
          />
        ) : (
          <Button small onPress={() => setTelling(true)} data-tell="">
            Note progress<span className="vh"> of {about.ref ?? about.title}</span>
          </Button>
        )
      ) : null}
    </div>
  );
}
