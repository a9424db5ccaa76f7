import { useEffect, useRef } from 'react';
import type { AgendaItem, Resolution } from '#shared/contract/register.ts';
import { Icon } from '../../../components/icon.tsx';
import { RowList } from '../../../components/row-list.tsx';
import { listWords } from '../../../format/words.ts';
import { resolutionNumber } from '../meeting-words.ts';

/** The agenda beside the work: what was taken, what is in hand, how long the rest is to take. Arrows move, Enter opens. */
export function AgendaNav(props: {
  readonly items: readonly AgendaItem[];
  readonly resolutions: readonly Resolution[];
  /** The id of what is shown; 'attendance' stands before the first item. */
  readonly current: string;
  readonly onOpen: (id: string) => void;
  /** A line under the title of an item: "began 14:38, 11 minutes left". */
  readonly noteOf: (item: AgendaItem) => string | null;
  readonly isTaken: (item: AgendaItem) => boolean;
  /** Whether attendance stands before the items. */
  readonly attendance?: string | null;
}) {
  const { items, current, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item in hand is the occasion
  useEffect(() => {
    box.current?.querySelector('.mt-cur')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div ref={box}>
      <RowList className="mt-agenda">
        {props.attendance === undefined ? null : (
          <ul>
            <li className={current === 'attendance' ? 'mt-cur' : undefined}>
              <button
                type="button"
                className="foci"
                data-row=""
                aria-current={current === 'attendance' ? 'step' : undefined}
                onClick={() => onOpen('attendance')}
              >
                <span className="mt-no" />
                <span>
                  <span className="mt-title">Who is here</span>
                  {props.attendance ? <span className="sm q2">{props.attendance}</span> : null}
                </span>
              </button>
            </li>
          </ul>
        )}
        <ol>
          {items.map((item, at) => {
            const numbers = props.resolutions
              .filter((one) => one.agendaItemId === item.id)
              .map((one) => resolutionNumber(one.number));
            const notes = [
              props.noteOf(item),
              numbers.length > 0 ? `Resolved ${listWords(numbers)}` : null,
              item.confidential ? 'Confidential' : null,
            ].filter(Boolean);
            const isCurrent = item.id === current;
            const taken = props.isTaken(item);
            return (
              <li key={item.id} className={isCurrent ? 'mt-cur' : taken ? 'mt-ok' : undefined}>
                <button
                  type="button"
                  className="foci"
                  data-row=""
                  aria-current={isCurrent ? 'step' : undefined}
                  onClick={() => onOpen(item.id)}
                >
                  <span className="mt-no">{item.number ?? at + 1}</span>
                  <span>
                    <span className="mt-title">{item.title}</span>
                    {notes.map((note) => (
                      <span key={note} className="sm q2">
                        {note}
                      </span>
                    ))}
                  </span>
                  <span className="sm q2">
                    {taken && !isCurrent ? (
                      <>
                        <Icon name="tick" size={14} />
                        <span className="vh">taken</span>
                      </>
                    ) : item.plannedMinutes ? (
                      `${item.plannedMinutes} min`
                    ) : null}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      </RowList>
    </div>
  );
}
