import { type KeyboardEvent, useRef, useState } from 'react';
import type { Attendance } from '#shared/contract/register.ts';
import { Button } from '../../../components/button.tsx';
import { RowList } from '../../../components/row-list.tsx';
import { PersonField } from '../../checks/person-field.tsx';
import { escTo } from '../../checks/settle-forms.tsx';
import { partOf, quorumWords, type Sitting } from './attendance-strip.tsx';
import type { RosterRow } from './roster.ts';

type State = Attendance['state'];

/** What the keys of a row do; each also stands on a button. */
const states: readonly { readonly key: string; readonly state: State; readonly word: string }[] = [
  { key: 'p', state: 'present', word: 'Here' },
  { key: 'a', state: 'apologies', word: 'Apologies' },
  { key: 'n', state: 'absent', word: 'Not here' },
];

export type AttendanceActs = {
  /** Says that somebody is here, sent apologies or is not here; null takes back what was said. */
  readonly mark: (row: RosterRow, state: State | null) => void;
  readonly substitute: (row: RosterRow, name: string) => void;
  readonly add: (name: string) => void;
  readonly setChair: (name: string | null) => void;
  readonly setClerk: (name: string | null) => void;
};

/**
 * The members of the body and whoever else came, each marked by one key: P here, A apologies, N not here, S who came
 * for them, C in the chair, M takes the minutes, Delete for nothing said. The next row is then in hand.
 */
export function AttendanceList(props: Sitting & { readonly acts: AttendanceActs }) {
  const { rows, acts } = props;
  const box = useRef<HTMLDivElement>(null);
  const [sending, setSending] = useState<string | null>(null);
  const unmarked = rows.filter(({ state }) => state === null).length;

  const goOn = (from: HTMLElement) => {
    const all = [...(box.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const own = from.closest('li')?.querySelector<HTMLElement>('[data-row]');
    (own ? all[all.indexOf(own) + 1] : undefined)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const from = event.target as HTMLElement;
    if (from.matches('input, textarea') || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows.find((one) => rowKey(one) === from.closest('li')?.dataset.name);
    if (!row) return;
    const key = event.key.toLowerCase();
    const state = states.find((one) => one.key === key)?.state;
    if (state) {
      acts.mark(row, state);
      goOn(from);
    } else if (key === 's') setSending(rowKey(row));
    else if (key === 'c') acts.setChair(props.chair === row.name ? null : row.name);
    else if (key === 'm') acts.setClerk(props.clerk === row.name ? null : row.name);
    else if (key === 'delete' || key === 'backspace') acts.mark(row, null);
    else return;
    event.preventDefault();
  };

  return (
    <section className="mh-item" aria-label="Who is here">
      <h2>Attendance and apologies</h2>
      <p className="q2" role="status">
        {rows.filter(({ state }) => state === 'present').length} here. {quorumWords(props.quorum)}.
        {unmarked > 0 ? ` ${unmarked} not asked for yet.` : ''}
      </p>
      {rows.length === 0 ? (
        <p className="q2">
          No member of this body is in the register. Type who is here below, or add the members on the body’s
          own page.
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys bubble from the buttons inside */}
      <div ref={box} onKeyDown={onKeyDown}>
        <RowList>
          <ul className="mh-roster">
            {rows.map((row) => (
              <li key={rowKey(row)} data-name={rowKey(row)}>
                <button
                  type="button"
                  className="mh-name foci"
                  data-row=""
                  onClick={(e) => e.currentTarget.focus()}
                >
                  <b>{row.name}</b>
                  <span className="sm q2">
                    {[row.role, partOf(row, props)].filter(Boolean).join(', ')}
                    <span className="vh">: {wordOf(row.state)}</span>
                  </span>
                </button>
                <fieldset className="mh-marks">
                  <legend className="vh">{row.name}</legend>
                  {states.map(({ state, word, key }) => (
                    <button
                      key={state}
                      type="button"
                      className="btn s"
                      data-beside=""
                      aria-pressed={row.state === state}
                      aria-keyshortcuts={key}
                      onClick={() => acts.mark(row, row.state === state ? null : state)}
                    >
                      {word}
                    </button>
                  ))}
                  {row.isMember ? (
                    <button
                      type="button"
                      className="btn t s"
                      data-beside=""
                      aria-keyshortcuts="s"
                      onClick={() => setSending(rowKey(row))}
                    >
                      Somebody came for them
                    </button>
                  ) : null}
                </fieldset>
                {sending === rowKey(row) ? (
                  <NameForm
                    label={`Who came for ${row.name}`}
                    verb="Mark as here"
                    onCancel={() => {
                      setSending(null);
                      focusRow(box.current, rowKey(row));
                    }}
                    onName={(name) => {
                      acts.substitute(row, name);
                      setSending(null);
                      focusRow(box.current, rowKey(row));
                    }}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </RowList>
      </div>
      <NameForm label="Somebody else who is here" verb="Add" onName={acts.add} />
    </section>
  );
}

/** The same before and after something is said of them, so that the focus stays. */
const rowKey = (row: RosterRow) => `${row.name} for ${row.substituteFor ?? 'themselves'}`;

const wordOf = (state: State | null) =>
  states.find((one) => one.state === state)?.word.toLocaleLowerCase('en-GB') ?? 'nothing said yet';

function focusRow(box: HTMLElement | null, key: string): void {
  const own = [...(box?.querySelectorAll<HTMLElement>('li') ?? [])].find((one) => one.dataset.name === key);
  own?.querySelector<HTMLElement>('[data-row]')?.focus();
}

function NameForm(props: {
  label: string;
  verb: string;
  onName: (name: string) => void;
  onCancel?: () => void;
}) {
  const [name, setName] = useState('');
  // The field keeps its words itself: a new one is an empty one.
  const [times, setTimes] = useState(0);
  const isForOne = props.onCancel !== undefined;
  return (
    <form
      className="mh-name-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        props.onName(name.trim());
        setTimes(times + 1);
        setName('');
      }}
      onKeyDown={props.onCancel ? escTo(props.onCancel) : undefined}
    >
      <PersonField
        key={times}
        label={props.label}
        value=""
        onChange={setName}
        autoFocus={isForOne || times > 0}
      />
      <Button type="submit">{props.verb}</Button>
    </form>
  );
}
