import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Link as AriaLink,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { useServes } from '../client/view.ts';
import { Icon, type IconName } from './icon.tsx';

export type ButtonLook = {
  /** `primary`: the one ink button of a view. `quiet`: no border. */
  look?: 'primary' | 'plain' | 'quiet';
  small?: boolean;
};
/** A button is taken to write, and is not there while a snapshot is looked at, unless it says that it only reads. */
export type Reading = { reads?: boolean };
export type ButtonProps = AriaButtonProps & ButtonLook & Reading;

const classOf = ({ look = 'plain', small = false }: ButtonLook) =>
  ['btn', look === 'primary' ? 'p' : look === 'quiet' ? 't' : '', small ? 's' : ''].filter(Boolean).join(' ');

/**
 * Verb and thing. A button that cannot act says why beside it, or is not there. While `isPending` it keeps the
 * focus and does nothing; what is under way is said by Working.
 */
export function Button({
  look,
  small,
  className,
  isPending = false,
  onPress,
  type,
  reads = false,
  ...rest
}: ButtonProps) {
  const serves = useServes();
  if (!serves && !reads) return null;
  return (
    <AriaButton
      {...rest}
      className={`${classOf({ look, small })} ${className ?? ''}`.trim()}
      aria-disabled={isPending || undefined}
      type={isPending ? 'button' : (type ?? 'button')}
      {...(onPress && !isPending ? { onPress } : {})}
    />
  );
}

/** A button that reads as a link: an act on the spot, in a row or a sentence. */
export function LinkButton({ className, reads = false, ...rest }: AriaButtonProps & Reading) {
  const serves = useServes();
  if (!serves && !reads) return null;
  return <AriaButton {...rest} className={`lk ${className ?? ''}`.trim()} />;
}

/** Undo, redo, previous, next, close: the only icons without a word, which `label` gives on hover and focus. */
export function IconButton({
  icon,
  label,
  keys,
  className,
  ...rest
}: AriaButtonProps & {
  icon: IconName;
  label: string;
  /** Shown after the label: "Ctrl Z". */
  keys?: string;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton {...rest} aria-label={label} className={`ib ${className ?? ''}`.trim()}>
        <Icon name={icon} />
      </AriaButton>
      <Tooltip className="float tip" offset={4}>
        {label}
        {keys ? <span className="kbd">{keys}</span> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}

type AnchorProps = ComponentProps<typeof AriaLink> & ButtonLook;
function Anchor({ look, small, className, ...rest }: AnchorProps) {
  return <AriaLink {...rest} className={`${classOf({ look, small })} ${className ?? ''}`.trim()} />;
}
/** A route that looks like a button: `<ButtonLink to="/reports">Make a report</ButtonLink>`. */
export const ButtonLink = createLink(Anchor);
