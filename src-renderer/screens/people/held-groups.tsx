import type { HeldOn } from '#shared/contract/held.ts';
import { capital } from '#shared/domain/words.ts';
import { Group } from '../../components/group.tsx';
import { dayOfInstant, formatDay, formatInstant } from '../../format/days.ts';
import { count } from '../../format/words.ts';
import { doubtInWords, placesInWords, pointingInWords } from './held-words.ts';

/** What is held on a person, from what is on record now to the backups. */
export function HeldGroups({ held }: { held: HeldOn }) {
  const pointing = pointingInWords(held);
  return (
    <div className="held">
      <Group name="On record">
        <p>
          <b>{count(held.now, 'place')}</b> {held.now === 1 ? 'names' : 'name'} them
          {held.inConfirmedMinutes > 0 ? `, ${held.inConfirmedMinutes} of these in confirmed minutes` : ''}.
        </p>
        <p>{pointing ? `${capital(pointing)} point to them.` : 'Nothing points to them.'}</p>
      </Group>
      <Group name="In the history">
        <p>
          <b>{count(held.history, 'place')}</b>: how things stood before and after each act, and what acts are
          called.
        </p>
      </Group>
      {held.doubtful.length > 0 ? (
        <Group name="Perhaps theirs" note="Words that may mean something else">
          <ul>
            {held.doubtful.map((one) => (
              <li key={one.doubt}>
                <p>
                  {doubtInWords(one)}: {placesInWords(one)}
                </p>
                {one.first.map((text) => (
                  <p key={text} className="sm q2">
                    {text}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </Group>
      ) : null}
      {held.files.length > 0 ? (
        <Group name="Files brought in" note="Kept as they came">
          <ul>
            {held.files.map((file) => (
              <li key={file.sha256}>
                <i>{file.name}</i>{' '}
                <span className="sm q2">
                  kept since {formatDay(dayOfInstant(file.at))}
                  {file.read ? '' : '; it cannot be read here, and may name them'}
                </span>
              </li>
            ))}
          </ul>
        </Group>
      ) : null}
      {held.snapshots.length > 0 ? (
        <Group name="Snapshots" note="Never altered">
          <ul>
            {held.snapshots.map((one) => (
              <li key={one.id}>
                {one.name}{' '}
                <span className="sm q2">
                  {count(one.places, 'place')}, taken {formatDay(dayOfInstant(one.takenAt))}
                  {one.circulatedAt ? `, circulated ${formatDay(dayOfInstant(one.circulatedAt))}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </Group>
      ) : null}
      <Group name="Backups" note={held.backups.length > 0 ? 'If one is made each day' : null}>
        <BackupList backups={held.backups} />
      </Group>
    </div>
  );
}

/** Backups with the day until which each stays. */
export function BackupList({ backups }: Pick<HeldOn, 'backups'>) {
  if (backups.length === 0) return <p className="q2">None has been made yet.</p>;
  return (
    <ul className="held-backups">
      {backups.map(({ id, at, until }) => (
        <li key={id}>
          {formatInstant(at)}{' '}
          <span className="sm q2">
            {until ? `stays until ${formatDay(until)}` : 'stays until newer ones of its kind take its place'}
          </span>
        </li>
      ))}
    </ul>
  );
}
