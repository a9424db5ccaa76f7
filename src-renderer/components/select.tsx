import type { ReactNode } from 'react';
import {
  ComboBox as AriaComboBox,
  Select as AriaSelect,
  Button,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import { useServes } from '../client/view.ts';
import { Icon } from './icon.tsx';

export type Choice<K extends string> = {
  id: K;
  /** The words, also what typing finds. */
  text: string;
  /** How it is drawn where words alone do not do (a status with its shape). */
  look?: ReactNode;
};

function Choices<K extends string>({ choices }: { choices: readonly Choice<K>[] }) {
  return (
    <ListBox
      className="list"
      items={choices}
      renderEmptyState={() => <p className="opt q">Nothing of that name</p>}
    >
      {(choice) => (
        <ListBoxItem id={choice.id} textValue={choice.text} className="opt">
          {choice.look ?? choice.text}
        </ListBoxItem>
      )}
    </ListBox>
  );
}

/**
 * One of a few. With `hideLabel` the label is for screen readers only (the words beside it say it): it narrows what is
 * shown, in a snapshot too. One with its label is part of a form, and chooses nothing in a snapshot.
 */
export function Select<K extends string>(props: {
  label: string;
  hideLabel?: boolean;
  choices: readonly Choice<K>[];
  value: K | null;
  onChange: (value: K) => void;
  placeholder?: string;
  isDisabled?: boolean;
  help?: ReactNode;
}) {
  const serves = useServes();
  const own = props.choices.find((choice) => choice.id === props.value);
  return (
    <AriaSelect
      className="field"
      value={props.value}
      onChange={(key) => {
        if (key !== null) props.onChange(key as K);
      }}
      isDisabled={(props.isDisabled ?? false) || (!serves && !props.hideLabel)}
      placeholder={props.placeholder ?? 'Choose'}
    >
      <Label className={props.hideLabel ? 'vh' : 'label'}>{props.label}</Label>
      <Button className="fld">
        <SelectValue>
          {({ selectedText, defaultChildren }) => own?.look ?? (selectedText || defaultChildren)}
        </SelectValue>
        <Icon name="down" size={12} />
      </Button>
      {props.help ? (
        <Text slot="description" className="help">
          {props.help}
        </Text>
      ) : null}
      <Popover className="float" offset={2}>
        <Choices choices={props.choices} />
      </Popover>
    </AriaSelect>
  );
}

/** One of many, found by typing; with `allowsOther` words of one's own stand as typed. */
export function ComboBox<K extends string>(props: {
  label: string;
  choices: readonly Choice<K>[];
  value: K | null;
  onChange: (value: K | null) => void;
  /** Called with the words as typed where `allowsOther`. */
  onType?: (text: string) => void;
  allowsOther?: boolean;
  help?: ReactNode;
}) {
  return (
    <AriaComboBox
      className="field"
      defaultItems={props.choices}
      value={props.value}
      onChange={(key) => props.onChange(key as K | null)}
      {...(props.onType ? { onInputChange: props.onType } : {})}
      allowsCustomValue={props.allowsOther ?? false}
      menuTrigger="focus"
    >
      <Label>{props.label}</Label>
      <div className="combo">
        <Input />
        <Button className="ib" aria-label="Show the choices">
          <Icon name="down" size={12} />
        </Button>
      </div>
      {props.help ? (
        <Text slot="description" className="help">
          {props.help}
        </Text>
      ) : null}
      <Popover className="float" offset={2}>
        <Choices choices={props.choices} />
      </Popover>
    </AriaComboBox>
  );
}
