import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { ActionRow, StatusChoice } from '#shared/contract/plans.ts';
import { Status } from '../../components/status.tsx';
import { formatDay } from '../../format/days.ts';
import { TextEditor } from '../../grid/text-editor.tsx';
import type { EditorProps } from '../../grid/types.ts';
import { useCompletedText } from '../../grid/use-completed-text.ts';
import { usePlanDesk } from './plan-context.tsx';
import { SaidBy } from './said-by.tsx';
import { choiceFor } from './status-letters.ts';
import { dayOf, orNone, useMeetingChoices, wrongDay } from './update-fields.tsx';

/**
 * The update editor of a status cell: the state by its letter or its words, what happened, on which day, said by
 * whom. A status never changes without a dated update, so this is the one editor of it.
 */
export function StatusEditor(props: EditorProps<ActionRow>) {
  // A blank row has no status to change yet: its first status comes with the row's other words.
  return props.row === null ? <TextEditor {...props} /> : <UpdateEditor {...props} row={props.row} />;
}

function UpdateEditor(props: EditorProps<ActionRow> & { row: ActionRow }) {
  const { row, cells, onCancel, onDone } = props;
  const desk = usePlanDesk();
  const { choices } = desk;
  const before = row.status?.label ?? '';
  const {
    text: typed,
    setText: setTyped,
    onInput,
    field,
  } = useCompletedText<HTMLInputElement>(props.byTyping ? props.text : before, (words) =>
    completion(words, choices),
  );
  const [words, setWords] = useState('');
  const [on, setOn] = useState(formatDay(desk.today));
  const [by, setBy] = useState(() => firstPerson(row, desk.people));
  const [evidence, setEvidence] = useState('');
  const [meetingId, setMeetingId] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const meetings = useMeetingChoices();
  const box = useRef<HTMLDivElement>(null);
  const closed = useRef(false);
  const choice = choiceFor(typed, choices);

  useLayoutEffect(() => {
    const input = field.current;
    input?.focus({ preventScroll: true });
    if (!props.byTyping) input?.select();
    box.current?.querySelector('.g-update')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [props.byTyping, field]);

  const close = (act: () => void) => {
    if (closed.current) return;
    closed.current = true;
    act();
  };
  const save = (all: boolean, next: 'enter' | 'stay') => {
    if (closed.current) return;
    const state = typed.trim() === '' ? null : (choice?.state ?? undefined);
    if (state === undefined) return setWrong(`“${typed}” is not a state of this plan. Choose one of these.`);
    if (state === null && words.trim() === '') {
      return setWrong('Choose how it stands, or write what happened. Esc leaves it as it was.');
    }
    const wrongOn = wrongDay(on, desk.today);
    if (wrongOn !== null) return setWrong(wrongOn);
    const rows = all ? props.rows() : [row];
    void desk.addProgress(
      {
        actionIds: rows.map((one) => one.id),
        state,
        text: words.trim(),
        on: dayOf(on),
        by: orNone(by),
        evidence: orNone(evidence),
        meetingId: meetingId === '' ? null : meetingId,
      },
      state === null ? null : (choice?.label ?? null),
    );
    close(() => onDone(next));
  };
  const take = (chosen: StatusChoice) => {
    setTyped(chosen.label);
    setWrong(null);
    field.current?.focus({ preventScroll: true });
  };

  const takeInput = (event: FormEvent<HTMLInputElement>) => {
    setWrong(null);
    onInput(event);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    const inWords = event.target instanceof HTMLTextAreaElement;
    if (event.key === 'Escape') {
      event.preventDefault();
      close(onCancel);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save(true, 'stay');
    } else if (event.key === 'Enter' && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      save(false, 'enter');
    } else if (event.key === 'Enter' && inWords && event.altKey) {
      event.preventDefault();
      document.execCommand('insertLineBreak');
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && event.target === field.current) {
      event.preventDefault();
      const place = choice ? choices.indexOf(choice) : -1;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = choices[(place + step + choices.length) % choices.length];
      if (next) take(next);
    } else if (event.key === 'Tab') keepInside(event, box.current);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields in it
    <div
      ref={box}
      className="g-edit"
      data-editor=""
      data-keep=""
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (box.current?.contains(event.relatedTarget) || !document.hasFocus()) return;
        const changed = words.trim() !== '' || (choice !== null && choice.label !== before);
        // Left by the pointer: what was chosen or written is kept, as in every other cell.
        if (changed && choice) save(false, 'stay');
        else close(() => onDone('stay'));
      }}
    >
      <input ref={field} aria-label="Status" value={typed} onChange={takeInput} autoComplete="off" />
      <div className="g-update" role="dialog" aria-label={`Status update for ${row.ref ?? 'this action'}`}>
        <div className="g-states" role="listbox" aria-label="States">
          {choices.map((one) => (
            <div
              key={`${one.state} ${one.label}`}
              role="option"
              tabIndex={-1}
              aria-selected={one === choice}
              onMouseDown={(event) => {
                event.preventDefault();
                take(one);
              }}
            >
              <Status status={one} planKey={desk.planKey} />
              <span className="kbd">{one.letter}</span>
            </div>
          ))}
        </div>
        <label>
          What happened
          <textarea rows={2} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
        </label>
        <div className="g-update-by">
          <label>
            On
            <input value={on} onChange={(event) => setOn(event.currentTarget.value)} autoComplete="off" />
          </label>
          <SaidBy value={by} onChange={setBy} people={desk.people} />
        </div>
        <div className="g-update-by">
          <label>
            Evidence
            <input
              value={evidence}
              onChange={(event) => setEvidence(event.currentTarget.value)}
              placeholder="path, address or words"
              autoComplete="off"
            />
          </label>
          {meetings.length > 0 ? (
            <label>
              Given at
              <select value={meetingId} onChange={(event) => setMeetingId(event.currentTarget.value)}>
                <option value="">No meeting</option>
                {meetings.map((meeting) => (
                  <option key={meeting.id} value={meeting.id}>
                    {meeting.text}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
        </div>
        {wrong === null ? null : (
          <p className="g-why" role="alert">
            {wrong}
          </p>
        )}
        <p className="g-update-keys">
          <span>
            <b>Enter</b> saves this one
          </span>
          {cells > 1 ? (
            <span>
              <b>Ctrl Enter</b> all {cells}
            </span>
          ) : null}
          <span>
            <b>Esc</b> cancels
          </span>
        </p>
      </div>
    </div>
  );
}

/** The label that typed letters mean; "R" for at risk puts the whole word there, ready to be typed over. */
function completion(words: string, choices: readonly StatusChoice[]): { text: string; from: number } | null {
  const label = choiceFor(words, choices)?.label;
  if (!label) return null;
  const goesOn = label.toLocaleLowerCase('en-GB').startsWith(words.toLocaleLowerCase('en-GB'));
  if (goesOn) return { text: words + label.slice(words.length), from: words.length };
  return words.length === 1 ? { text: label, from: 0 } : null;
}

function firstPerson(row: ActionRow, people: readonly { id: string; name: string; kind: string }[]): string {
  for (const lead of row.leads) {
    const person = people.find((one) => one.id === lead.personId);
    if (person?.kind === 'person') return person.name;
  }
  return '';
}

/** Tab goes round in the editor: leaving it is Enter's and Esc's to say. */
function keepInside(event: KeyboardEvent, box: HTMLElement | null): void {
  const fields = [...(box?.querySelectorAll<HTMLElement>('input, textarea, select') ?? [])];
  const place = fields.indexOf(event.target as HTMLElement);
  const next = fields[(place + (event.shiftKey ? -1 : 1) + fields.length) % fields.length];
  event.preventDefault();
  next?.focus();
}
