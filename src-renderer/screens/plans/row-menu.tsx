import { useRef } from 'react';
import { Menu as AriaMenu, MenuItem, Popover, Separator } from 'react-aria-components';
import type { MenuAct } from '../../components/menu.tsx';

/** The menu of a row, where the pointer or the active cell is. */
export function RowMenu(props: {
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly acts: readonly (MenuAct | 'line')[];
  readonly label: string;
  readonly onClose: () => void;
}) {
  const anchor = useRef<HTMLSpanElement>(null);
  const { at } = props;
  return (
    <>
      <span
        ref={anchor}
        aria-hidden="true"
        style={{ position: 'fixed', width: 1, height: 1, left: at?.x ?? 0, top: at?.y ?? 0 }}
      />
      <Popover
        className="float"
        aria-label={props.label}
        triggerRef={anchor}
        isOpen={at !== null}
        placement="bottom start"
        offset={2}
        onOpenChange={(open) => {
          if (!open) props.onClose();
        }}
      >
        <AriaMenu className="list" aria-label={props.label} autoFocus="first" onClose={props.onClose}>
          {props.acts.map((act, place) =>
            act === 'line' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name
              <Separator key={place} className="menu-line" />
            ) : (
              <MenuItem
                key={act.id}
                id={act.id}
                className="opt"
                textValue={act.text}
                isDisabled={act.isDisabled ?? false}
                onAction={act.run}
              >
                {act.text}
                {act.keys ? <span className="kbd">{act.keys}</span> : null}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </>
  );
}
