import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ActionView } from '#shared/contract/plans.ts';
import type { KeyEntry, Progress } from '#shared/contract/register.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { LinkButton } from '../../components/button.tsx';
import { labelOf, StatusMark } from '../../components/status.tsx';
import { formatDay } from '../../format/days.ts';
import { say } from '../../shell/foot.tsx';
import { CorrectUpdate } from './correct-update.tsx';

/** Every update of an action, newest first. None is ever changed: what was wrong is corrected by one of its own. */
export function ProgressList(
  props: Pick<ActionView, 'progress' | 'meetings'> & { planKey: readonly KeyEntry[] },
) {
  const { progress, planKey, meetings } = props;
  const [correcting, setCorrecting] = useState<string | null>(null);
  const corrections = new Map(progress.flatMap((one) => (one.correctsId ? [[one.correctsId, one]] : [])));
  const byId = new Map(progress.map((one) => [one.id, one]));
  const trpc = useTRPC();
  const write = useMutation(
    trpc.plans.addProgress.mutationOptions({
      onSuccess: () => {
        setCorrecting(null);
        say('Corrected by a new update. The earlier one stands as it was given. Ctrl Z takes it back.');
      },
    }),
  );
  if (progress.length === 0) {
    return (
      <section>
        <h3>Progress</h3>
        <p className="q2">No update yet. Typing in the Status or Last update cell writes the first.</p>
      </section>
    );
  }
  return (
    <section>
      <h3>Progress</h3>
      <ol className="dr-progress">
        {progress.map((one) => {
          const better = corrections.get(one.id);
          return (
            <li key={one.id} className={better ? 'dr-wrong' : undefined}>
              {one.status ? (
                <StatusMark
                  state={one.status.state}
                  planKey={planKey}
                  word={one.status.label}
                  colour={one.statusColour}
                />
              ) : (
                <span />
              )}
              <div>
                {one.text === '' ? null : <p>{better ? <del>{one.text}</del> : one.text}</p>}
                <p className="rd">{saidOf(one, planKey)}</p>
                <GivenAt update={one} meetings={meetings} />
                {one.evidence ? <Evidence words={one.evidence} /> : null}
                {one.correctsId ? (
                  <p className="rd">Corrects the update of {dayOrNone(byId.get(one.correctsId))}.</p>
                ) : null}
                {better ? (
                  <p className="rd">Corrected by the update of {dayOrNone(better)}.</p>
                ) : correcting === one.id ? null : (
                  <LinkButton
                    onPress={() => setCorrecting(one.id)}
                    aria-label={`Correct it: the update of ${dayOrNone(one)}`}
                  >
                    Correct
                  </LinkButton>
                )}
                {correcting === one.id ? (
                  <CorrectUpdate
                    update={one}
                    planKey={planKey}
                    wrong={write.isError ? wireErrorOf(write.error).message : null}
                    onWrite={(update) =>
                      write.mutate({ actionIds: [one.actionId ?? ''], correctsId: one.id, ...update })
                    }
                    onCancel={() => setCorrecting(null)}
                  />
                ) : null}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const dayOrNone = (update: Progress | undefined) => (update?.on ? formatDay(update.on) : 'no date');

function saidOf({ status, on, by }: Progress, planKey: readonly KeyEntry[]): string {
  return [
    status?.label || (status ? labelOf(status.state, planKey) : null),
    on ? formatDay(on) : 'no date',
    by,
  ]
    .filter(Boolean)
    .join(', ');
}

function GivenAt({ update, meetings }: { update: Progress } & Pick<ActionView, 'meetings'>) {
  const meeting = meetings.find(({ id }) => id === update.meetingId);
  if (!meeting) return null;
  return (
    <p className="rd">
      Given at{' '}
      <Link to="/meetings/$meetingId" params={{ meetingId: meeting.id }} className="hit">
        {meeting.title}
      </Link>
    </p>
  );
}

/** Where the evidence lies, as words to be copied: this program opens nothing over the network. */
function Evidence({ words }: { words: string }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words);
      say('Copied. Paste it into the address bar of Explorer or the browser.');
    } catch {
      // Some hosts refuse the clipboard: the words stand there to be marked and copied by hand.
      say('The clipboard is not open to this window. Mark the words and press Ctrl C.');
    }
  };
  return (
    <p className="rd">
      Evidence: <span className="dr-evidence">{words}</span>{' '}
      <LinkButton reads onPress={() => void copy()} aria-label={`Copy where the evidence lies: ${words}`}>
        Copy
      </LinkButton>
    </p>
  );
}
