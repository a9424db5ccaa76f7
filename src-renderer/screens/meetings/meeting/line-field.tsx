import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { wireErrorOf } from '../../../client/errors.ts';
import { useCanWrite } from '../../../client/view.ts';
import { useHistoryActs } from '../../../shell/history-acts.ts';

export type LineHandle = {
  readonly focus: () => void;
  /** Puts words there as if they had been typed; the focus stays where it is. */
  readonly put: (words: string) => void;
};

/**
 * Words written straight into the minutes: a line that grows with them, saved on Enter and on leaving it. Shift Enter
 * breaks the line, Esc takes back what was not yet saved. Where nothing is unsaved Ctrl Z takes back the last act, as it
 * does outside a field. What could not be saved stays, with the reason under it.
 */
export function LineField(props: {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** Writes the words; a refusal keeps them in the line. */
  readonly onSave: (words: string) => Promise<unknown>;
  /** After Enter: where the hands go next. */
  readonly onEnter?: () => void;
  /** Keys of the place the line stands in. True where one was taken. */
  readonly onKey?: (event: KeyboardEvent<HTMLTextAreaElement>, words: string) => boolean;
  /** As typed, for what is read from the words beneath. */
  readonly onType?: (words: string) => void;
  /** A line for the next thing: empty again once its words are written. */
  readonly clears?: boolean;
  /** Neither Enter nor leaving the line writes: its words are part of something that is kept as a whole. */
  readonly isWrittenElsewhere?: boolean;
  readonly isRequired?: boolean;
  readonly ref?: Ref<LineHandle>;
}) {
  const { value, onSave, clears = false } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const sent = useRef<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const acts = useHistoryActs();
  const canWrite = useCanWrite();
  const id = useId();
  const words = draft ?? value;

  const set = (next: string | null) => {
    setDraft(next);
    props.onType?.(next ?? value);
  };
  useImperativeHandle(props.ref, () => ({
    focus: () => box.current?.focus(),
    put: (next: string) => set(next === value ? null : next),
  }));

  // What was sent is shown until the register says the same; a value that changed meanwhile (Undo) is then shown.
  useEffect(() => {
    if (sent.current === null) return;
    if (sent.current === value) sent.current = null;
    setDraft((now) => (now === value ? null : now));
  }, [value]);

  const save = async () => {
    if (props.isWrittenElsewhere) return;
    const next = words.trim();
    if (draft === null || next === value.trim() || sent.current === next) {
      if (!clears && sent.current === null) setDraft(null);
      return;
    }
    if (next === '' && (clears || props.isRequired)) {
      set(null);
      return;
    }
    setWrong(null);
    if (clears) set(null);
    else sent.current = next;
    try {
      await onSave(next);
    } catch (error) {
      sent.current = null;
      setDraft((now) => (now === null || now === '' ? next : now));
      setWrong(wireErrorOf(error).message);
      return;
    }
    sent.current = null;
    // The register may say it in its own way ("15 min" of "15"); what was typed on meanwhile stays.
    if (!clears) setDraft((now) => (now?.trim() === next ? null : now));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (props.onKey?.(event, words)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const isChord = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey && !isChord) {
      event.preventDefault();
      void save();
      props.onEnter?.();
    } else if (event.key === 'Escape' && draft !== null) {
      event.preventDefault();
      event.stopPropagation();
      set(null);
      setWrong(null);
    } else if (isChord && !event.altKey && (draft === null || draft === value)) {
      const key = event.key.toLowerCase();
      const act = key === 'y' || (key === 'z' && event.shiftKey) ? acts.redo : key === 'z' ? acts.undo : null;
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  };

  return (
    <div className="mt-line">
      <div className="mt-grow" data-words={`${words} `}>
        <textarea
          ref={box}
          rows={1}
          readOnly={!canWrite}
          aria-label={props.label}
          aria-invalid={wrong !== null}
          aria-describedby={wrong === null ? undefined : `${id}-wrong`}
          value={words}
          placeholder={props.hint}
          onChange={(event) => set(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => void save()}
        />
      </div>
      {wrong === null ? null : (
        <p className="sm mt-wrong" id={`${id}-wrong`} role="alert">
          Not saved. {wrong}
        </p>
      )}
    </div>
  );
}
