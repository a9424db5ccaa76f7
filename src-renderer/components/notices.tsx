import { type ReactNode, useEffect, useState } from 'react';
import { wireErrorOf } from '../client/errors.ts';
import { formatNumber } from '../format/words.ts';
import { Button, LinkButton } from './button.tsx';

/** What would be here, why one would want it, and one plain button. */
export function Empty({ title, children, act }: { title: string; children?: ReactNode; act?: ReactNode }) {
  return (
    <div className="empty">
      <p>{title}</p>
      {children ? <p className="q2">{children}</p> : null}
      {act}
    </div>
  );
}

/** What failed, what is safe, what to do: beside its cause, with a 2 px rule of ink. */
export function Problem(props: {
  title?: string;
  children?: ReactNode;
  error?: unknown;
  onRetry?: () => void;
  acts?: ReactNode;
}) {
  const sentence = props.error === undefined ? null : wireErrorOf(props.error).message;
  return (
    <div className="problem" role="alert">
      {props.title ? (
        <p>
          <b>{props.title}</b>
        </p>
      ) : null}
      {sentence ? <p className={props.title ? 'q2' : undefined}>{sentence}</p> : null}
      {props.children ? <div className="q2">{props.children}</div> : null}
      {props.onRetry || props.acts ? (
        <div className="acts">
          {props.onRetry ? (
            <Button reads onPress={props.onRetry}>
              Try again
            </Button>
          ) : null}
          {props.acts}
        </div>
      ) : null}
    </div>
  );
}

/** True once `waiting` has lasted 300 ms: before that nothing is said. */
function useLongWait(waiting: boolean, afterMs = 300): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!waiting) {
      setLong(false);
      return;
    }
    const timer = window.setTimeout(() => setLong(true), afterMs);
    return () => window.clearTimeout(timer);
  }, [waiting, afterMs]);
  return waiting && long;
}

/** A long job: the thing by name, how far, Stop, and leave to go on. Nothing for the first 300 ms. */
export function Working(props: {
  what: ReactNode;
  done?: number;
  of?: number | null;
  /** What is counted: "cells". */
  unit?: string;
  onStop?: () => void;
  /** True where other screens may be used meanwhile. */
  canGoOn?: boolean;
}) {
  const shown = useLongWait(true);
  if (!shown) return null;
  const { done = 0, of = null, unit = '' } = props;
  return (
    <div className="working" role="status">
      <p>{props.what}</p>
      {of ? (
        <span
          className="pb"
          role="progressbar"
          aria-label={typeof props.what === 'string' ? props.what : 'Progress'}
          aria-valuemin={0}
          aria-valuemax={of}
          aria-valuenow={done}
        >
          <i style={{ width: `${Math.min(100, (100 * done) / of)}%` }} />
        </span>
      ) : null}
      <p className="sm q2">
        {of ? `${formatNumber(done)} of ${formatNumber(of)} ${unit}`.trim().concat('. ') : ''}
        {props.canGoOn ? 'You can go on working. ' : ''}
        {props.onStop ? (
          <LinkButton reads onPress={props.onStop}>
            Stop
          </LinkButton>
        ) : null}
      </p>
    </div>
  );
}
