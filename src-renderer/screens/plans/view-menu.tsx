import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { type Grouping, groupings, groupingWords, type PlanLook, type SavedView } from './plan-look.ts';

/** How the plan is looked at: grouped, sorted, with which columns; and the views saved under a name. */
export function ViewMenu(props: {
  readonly look: PlanLook;
  readonly views: readonly SavedView[];
  readonly onGroup: (group: Grouping) => void;
  readonly onReadingOrder: () => void;
  readonly onColumns: () => void;
  readonly onTint: () => void;
  readonly onOpen: (view: SavedView) => void;
  readonly onSave: () => void;
}) {
  const { look, views } = props;
  return (
    <MenuTrigger>
      <Button reads>View</Button>
      <Popover className="float" offset={2}>
        <Menu className="list plan-views" aria-label="View of this plan">
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[look.group]}
            onSelectionChange={(keys) => {
              const chosen = groupings.find((one) => keys !== 'all' && keys.has(one));
              if (chosen) props.onGroup(chosen);
            }}
          >
            <Header className="plan-views-head">Grouped by</Header>
            {groupings.map((one) => (
              <MenuItem key={one} id={one} className="opt" textValue={groupingWords[one]}>
                {({ isSelected }) => (
                  <>
                    <span className="plan-views-tick" aria-hidden="true">
                      {isSelected ? <Icon name="tick" size={12} /> : null}
                    </span>
                    {groupingWords[one]}
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection aria-label="Order, columns and looks">
            {look.sort ? (
              <MenuItem id="order" className="opt" onAction={props.onReadingOrder}>
                Back to reading order
              </MenuItem>
            ) : null}
            <MenuItem id="columns" className="opt" onAction={props.onColumns}>
              Columns
            </MenuItem>
            <MenuItem id="tint" className="opt" onAction={props.onTint}>
              {look.tint ? 'Leave status cells plain' : 'Fill status cells'}
            </MenuItem>
          </MenuSection>
          <MenuSection>
            <Header className="plan-views-head">Saved views</Header>
            {views.map((view) => (
              <MenuItem
                key={view.name}
                id={`view ${view.name}`}
                className="opt"
                textValue={view.name}
                onAction={() => props.onOpen(view)}
              >
                {view.name}
              </MenuItem>
            ))}
            <MenuItem id="save" className="opt" onAction={props.onSave}>
              Save or delete a view
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
