import { type ReactNode, useEffect, useRef } from 'react';
import { announceScreen } from '../shell/screen-title.tsx';

/** False until the first screen has been drawn: nothing had the focus before it, so nothing lost it. */
let arrived = false;

/**
 * The 56 px head of a screen: title, facts, at most four buttons. Sets the window's title, and takes the focus
 * where a link that had it is gone, so that reading begins here.
 */
export function PageHead(props: {
  title: string;
  /** One line beside the title. */
  facts?: ReactNode;
  /** One line under the title, where there is much to say. */
  under?: ReactNode;
  /** Between facts and buttons: a summary, a pair of choices. */
  children?: ReactNode;
  /** Right: the view's buttons. */
  acts?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { title } = props;
  useEffect(() => {
    announceScreen(title);
  }, [title]);
  useEffect(() => {
    if (arrived && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
    arrived = true;
  }, []);
  return (
    <div className="head" data-region="Page head">
      <div className={props.under ? 'ttl two' : 'ttl'}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {props.under ? <p className="sm q2">{props.under}</p> : null}
      </div>
      {props.facts ? <span className="facts">{props.facts}</span> : null}
      {props.children}
      {props.acts ? <div className="r">{props.acts}</div> : null}
    </div>
  );
}
