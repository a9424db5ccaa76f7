import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import type { ReportingEnd } from '#shared/contract/reporting.ts';
import type { Outputs } from '../../client/app-router.ts';

export type Ends = Outputs['reporting']['ends'];

type Choice = { id: string; text: string; kind: string };

/** A board, group or plan of the register, found by typing, or the words as typed where it is in neither. */
export function EndField(props: {
  label: string;
  help: string;
  ends: Ends;
  value: string;
  onChange: (words: string) => void;
}) {
  const choices: Choice[] = [
    ...props.ends.bodies.map(({ id, name }) => ({ id, text: name, kind: 'Board or group' })),
    ...props.ends.plans.map(({ id, title }) => ({ id, text: title, kind: 'Plan' })),
  ];
  return (
    <ComboBox
      className="field"
      defaultItems={choices}
      inputValue={props.value}
      onInputChange={props.onChange}
      allowsCustomValue
      menuTrigger="input"
    >
      <Label>{props.label}</Label>
      <Input />
      <Text slot="description" className="help">
        {props.help}
      </Text>
      <Popover className="float pop">
        <ListBox className="list">
          {(choice: Choice) => (
            <ListBoxItem id={choice.id} textValue={choice.text} className="opt">
              <span>
                {choice.text} <span className="sm q2">{choice.kind}</span>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** What the words name: a board or group, a plan, or nothing but themselves. */
export function endOf(words: string, ends: Ends): ReportingEnd {
  const same = (text: string) =>
    text.trim().toLocaleLowerCase('en-GB') === words.trim().toLocaleLowerCase('en-GB');
  const body = ends.bodies.find(({ name }) => same(name));
  const plan = body ? undefined : ends.plans.find(({ title }) => same(title));
  return {
    bodyId: body?.id ?? null,
    planId: plan?.id ?? null,
    words: body || plan ? null : words.trim() || null,
  };
}
