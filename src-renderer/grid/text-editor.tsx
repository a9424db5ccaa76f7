import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { editCommandOf } from './keys.ts';
import type { EditorProps } from './types.ts';
import { added, useCompletedText } from './use-completed-text.ts';

/**
 * The editor of a cell of words: a text field over the cell that grows downward. What completion adds stands
 * selected behind the caret, so that typing on replaces it, Backspace takes it away and Enter keeps it.
 */
export function TextEditor<Row>(props: EditorProps<Row>) {
  const { column, onSave, onSaveRange, onCancel } = props;
  const { text, setText, onInput, field } = useCompletedText<HTMLTextAreaElement>(props.text, (typed) =>
    added(typed, column.complete?.(typed) ?? null),
  );
  const [byTyping, setByTyping] = useState(props.byTyping);
  const [picking, setPicking] = useState<number | null>(null);
  const listId = useId();
  const closed = useRef(false);

  useLayoutEffect(() => {
    const area = field.current;
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(area.value.length, area.value.length);
    area?.closest('[data-editor]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [field]);

  const typed = field.current ? text.slice(0, field.current.selectionStart) : text;
  const choices = column.choices?.(typed) ?? [];
  const close = (act: () => void) => {
    if (closed.current) return;
    closed.current = true;
    act();
  };
  const pick = (place: number) => {
    const choice = choices[place];
    if (!choice) return;
    setText(choice.words);
    setPicking(null);
    field.current?.focus({ preventScroll: true });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // A composition's own Enter and arrows belong to the input method.
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (picking !== null && choices.length > 0) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : -1;
        setPicking((picking + step + choices.length) % choices.length);
        return;
      }
      if (event.key === 'Enter' && !event.altKey && !event.ctrlKey) {
        event.preventDefault();
        pick(picking);
        return;
      }
      if (event.key === 'Escape') {
        event.preventDefault();
        setPicking(null);
        return;
      }
    }
    const command = editCommandOf(event, byTyping);
    if (!command) return;
    event.preventDefault();
    switch (command.do) {
      case 'save':
        return close(() => onSave(text, command.next));
      case 'save-range':
        return close(() => onSaveRange(text));
      case 'cancel':
        return close(onCancel);
      case 'toggle-mode':
        return setByTyping((before) => !before);
      case 'today':
        if (props.today !== null) document.execCommand('insertText', false, props.today);
        return;
      case 'pick':
        return setPicking(choices.length > 0 ? 0 : null);
      case 'line-break':
        // The field's own editing, so that its Ctrl Z takes the break out again.
        document.execCommand('insertLineBreak');
    }
  };

  const reading = column.reading?.(text);
  return (
    <div className="g-edit" data-editor="" data-keep="">
      <textarea
        ref={field}
        aria-label={column.title}
        aria-controls={choices.length > 0 ? listId : undefined}
        aria-activedescendant={picking === null ? undefined : `${listId}-${picking}`}
        className={column.numeric ? 'num' : undefined}
        rows={1}
        spellCheck
        value={text}
        onChange={(event) => {
          setPicking(null);
          onInput(event);
        }}
        onKeyDown={onKeyDown}
        onMouseDown={() => setByTyping(false)}
        onBlur={(event) => {
          const within = event.currentTarget.closest('[data-editor]');
          if (within?.contains(event.relatedTarget) || !document.hasFocus()) return;
          close(() => onSave(text, 'stay'));
        }}
      />
      {reading ? <div className="g-reading">{reading}</div> : null}
      {choices.length > 0 ? (
        <div className="g-choices" id={listId} role="listbox" aria-label={`${column.title}: choices`}>
          {choices.map((choice, place) => (
            <div
              key={choice.words}
              id={`${listId}-${place}`}
              role="option"
              aria-selected={place === picking}
              tabIndex={-1}
              onMouseDown={(event) => {
                event.preventDefault();
                pick(place);
              }}
            >
              <span>{choice.words}</span> <span className="rd">{choice.note}</span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
