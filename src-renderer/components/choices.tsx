import type { ReactNode } from 'react';
import { Checkbox, Label, Radio, RadioGroup } from 'react-aria-components';
import { useServes } from '../client/view.ts';
import { Icon } from './icon.tsx';

/** One of a few, each with a line of explanation. */
export function RadioChoices<K extends string>(props: {
  label: string;
  hideLabel?: boolean;
  value: K;
  onChange: (value: K) => void;
  choices: readonly { id: K; text: ReactNode; help?: ReactNode }[];
  /** Side by side instead of below each other. */
  inline?: boolean;
}) {
  const serves = useServes();
  return (
    <RadioGroup
      isReadOnly={!serves}
      className={props.inline ? 'choices inline' : 'choices'}
      value={props.value}
      onChange={(value) => props.onChange(value as K)}
      orientation={props.inline ? 'horizontal' : 'vertical'}
    >
      <Label className={props.hideLabel ? 'vh' : 'label'}>{props.label}</Label>
      {props.choices.map((choice) => (
        <Radio key={choice.id} value={choice.id} className="check foci">
          <span className="box dot" />
          <span>
            <p>{choice.text}</p>
            {choice.help ? <p>{choice.help}</p> : null}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** Yes or no. */
export function Check(props: {
  isSelected: boolean;
  onChange: (selected: boolean) => void;
  children: ReactNode;
}) {
  const serves = useServes();
  return (
    <Checkbox className="check" isReadOnly={!serves} isSelected={props.isSelected} onChange={props.onChange}>
      {({ isSelected }) => (
        <>
          <span className="box">{isSelected ? <Icon name="tick" size={14} /> : null}</span>
          <span>{props.children}</span>
        </>
      )}
    </Checkbox>
  );
}
