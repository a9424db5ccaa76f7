import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

export type MenuAct = {
  id: string;
  text: string;
  /** Shown at the right: "Ctrl D". */
  keys?: string;
  run: () => void;
  isDisabled?: boolean;
};

/** A button (the child) that opens a list of acts. */
export function Menu({
  trigger,
  label,
  acts,
}: {
  trigger: ReactElement;
  label: string;
  acts: readonly MenuAct[];
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="float" offset={2}>
        <AriaMenu className="list" aria-label={label} items={acts}>
          {(act) => (
            <MenuItem
              className="opt"
              id={act.id}
              textValue={act.text}
              isDisabled={act.isDisabled ?? false}
              onAction={act.run}
            >
              {act.text}
              {act.keys ? <span className="kbd">{act.keys}</span> : null}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
