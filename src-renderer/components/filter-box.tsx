import { Button, Input, SearchField } from 'react-aria-components';
import { Icon } from './icon.tsx';

/** Filters the list below as one types; Esc clears. Use `matches` of format/words for the rule. */
export function FilterBox(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
}) {
  return (
    <SearchField className="filter" aria-label={props.label} value={props.value} onChange={props.onChange}>
      <Input placeholder={props.placeholder ?? props.label} />
      <Button className="ib" aria-label="Clear the filter">
        <Icon name="close" size={12} />
      </Button>
    </SearchField>
  );
}
