import type { YearOptions } from '#shared/contract/years.ts';
import { Check, RadioChoices } from '../../components/choices.tsx';
import { Field } from '../../components/field.tsx';

export type Head = { readonly title: string; readonly period: string };

/** What holds for the whole of the new plan. */
export function YearOptionsForm(props: {
  head: Head;
  options: YearOptions;
  oldYear: string;
  onHead: (head: Head) => void;
  onOptions: (options: YearOptions) => void;
}) {
  const { head, options, oldYear, onHead, onOptions } = props;
  return (
    <div className="yr-options">
      <Field
        label="Title of the new plan"
        value={head.title}
        onChange={(title) => onHead({ ...head, title })}
      />
      <Field
        label="Its period"
        value={head.period}
        onChange={(period) => onHead({ ...head, period })}
        help="As you write it: 2010-11"
        wrong={head.period.trim() === '' ? 'Say for which year the new plan is.' : null}
      />
      <RadioChoices
        label="Status at the beginning"
        value={options.statuses}
        onChange={(statuses) => onOptions({ ...options, statuses })}
        choices={[
          { id: 'carried', text: 'As it stands', help: `Its first update says what it was in ${oldYear}.` },
          { id: 'not-started', text: 'Not started' },
        ]}
      />
      <RadioChoices
        label="References"
        value={options.references}
        onChange={(references) => onOptions({ ...options, references })}
        choices={[
          { id: 'renumbered', text: 'Close up', help: 'In the scheme they have, where actions leave.' },
          { id: 'kept', text: 'Leave as they are' },
        ]}
      />
      <Check
        isSelected={options.emptied === 'left-out'}
        onChange={(out) => onOptions({ ...options, emptied: out ? 'left-out' : 'kept' })}
      >
        Leave out sections that lose all their actions
      </Check>
      <Check isSelected={options.closeOld} onChange={(closeOld) => onOptions({ ...options, closeOld })}>
        Close in {oldYear} too what is closed or dropped
      </Check>
      <p className="sm q2">
        {oldYear} stays as it stands, and so do its reports. Leads, measures, links, resources and dates go
        along; the words of a date stay as they are.
      </p>
    </div>
  );
}
