import type { Kpi } from '#shared/contract/register.ts';
import { Check } from '../../../components/choices.tsx';
import { Field } from '../../../components/field.tsx';
import { ComboBox, Select } from '../../../components/select.tsx';
import {
  frequencyChoices,
  fromChoices,
  monthChoices,
  toleranceByChoices,
  unitKindChoices,
  unitOfKind,
  wayChoices,
  yearByChoices,
  yearKindChoices,
} from './definition-words.ts';
import type { Draft, Wrong } from './draft.ts';
import { FormulaField } from './formula-field.tsx';

export type FieldsProps = {
  readonly draft: Draft;
  readonly wrong: Wrong;
  readonly set: (change: Partial<Draft>) => void;
};

/** What is measured: name, words, unit, and which way is better. */
export function MeasuredFields(props: FieldsProps & { readonly evident: Kpi['polarity'] }) {
  const { draft, wrong, set, evident } = props;
  return (
    <>
      <Field
        label="Name"
        value={draft.name}
        onChange={(name) => set({ name })}
        wrong={wrong.name}
        autoFocus
      />
      <Field
        label="What it measures"
        value={draft.measured}
        onChange={(measured) => set({ measured })}
        lines={2}
        help="Who is counted, when, and how."
      />
      <div className="kdef-row">
        <Field label="Reference" value={draft.ref} onChange={(ref) => set({ ref })} />
        <Select
          label="Kind of figure"
          value={draft.unitKind}
          choices={unitKindChoices}
          onChange={(unitKind) =>
            set({
              unitKind,
              ...(draft.unit === '' || draft.unit === unitOfKind[draft.unitKind]
                ? { unit: unitOfKind[unitKind] }
                : {}),
            })
          }
        />
        <Field
          label="Unit in words"
          value={draft.unit}
          onChange={(unit) => set({ unit })}
          help="%, places, per 1,000 births"
        />
        <Select
          label="Better is"
          value={draft.way}
          onChange={(way) => set({ way })}
          choices={wayChoices}
          help={
            draft.way !== 'unset'
              ? undefined
              : evident === null
                ? 'Its figures do not tell which way is better: without an answer it has no status.'
                : `Its targets go ${evident}, so ${evident === 'up' ? 'higher' : 'lower'} is taken as better.`
          }
        />
      </div>
    </>
  );
}

/** Its calendar, and how the year is reached. */
export function CalendarFields({ draft, set }: FieldsProps) {
  return (
    <div className="kdef-row">
      <Select
        label="Counted"
        value={draft.frequency}
        choices={frequencyChoices}
        onChange={(frequency) => set({ frequency })}
      />
      <Select
        label="Year"
        value={draft.yearKind}
        choices={yearKindChoices}
        onChange={(yearKind) => set({ yearKind })}
      />
      {draft.yearKind === 'custom' ? (
        <Select
          label="Year begins in"
          value={String(draft.startMonth)}
          choices={monthChoices}
          onChange={(month) => set({ startMonth: Number(month) })}
        />
      ) : null}
      <Select
        label="The year is reached"
        value={draft.yearBy}
        choices={
          draft.from === 'formula' ? yearByChoices : yearByChoices.filter(({ id }) => id !== 'formula')
        }
        onChange={(yearBy) => set({ yearBy })}
      />
      <Field label="Calendar as written" value={draft.calendar} onChange={(calendar) => set({ calendar })} />
    </div>
  );
}

/** Where the figures come from: typed, worked out, or counted from the register. */
export function OriginFields(
  props: FieldsProps & {
    readonly kpiId: string | null;
    readonly bodies: readonly { id: string; text: string }[];
    readonly plans: readonly { id: string; text: string }[];
  },
) {
  const { draft, wrong, set } = props;
  const counts = draft.from === 'actions-on-track' || draft.from === 'duties-answered';
  return (
    <>
      <div className="kdef-row">
        <Select
          label="Its figures are"
          value={draft.from}
          choices={fromChoices}
          onChange={(from) => set({ from })}
        />
        {draft.from === 'attendance' ? (
          <Select
            label="Of which board or group"
            value={draft.bodyId ?? 'all'}
            choices={[{ id: 'all', text: 'All meetings' }, ...props.bodies]}
            onChange={(id) => set({ bodyId: id === 'all' ? null : id })}
          />
        ) : null}
        {counts ? (
          <Select
            label="Of which plan"
            value={draft.countedPlanId ?? 'all'}
            choices={[{ id: 'all', text: 'Every plan' }, ...props.plans]}
            onChange={(id) => set({ countedPlanId: id === 'all' ? null : id })}
          />
        ) : null}
        {draft.from === 'typed' ? null : (
          <Field
            label="Places after the point"
            value={draft.decimals}
            onChange={(decimals) => set({ decimals })}
            wrong={wrong.decimals}
          />
        )}
        <Field label="Source of the figures" value={draft.source} onChange={(source) => set({ source })} />
      </div>
      {draft.from === 'formula' ? (
        <FormulaField
          kpiId={props.kpiId}
          value={draft.formula}
          onChange={(formula) => set({ formula })}
          wrong={wrong.formula}
          countsChildren={draft.countsChildren}
        />
      ) : null}
    </>
  );
}

/** When a miss is a miss, and when a figure is due. */
export function RuleFields({ draft, wrong, set }: FieldsProps) {
  return (
    <>
      <div className="kdef-row">
        <Field
          label="Tolerance"
          value={draft.tolerance}
          onChange={(tolerance) => set({ tolerance })}
          wrong={wrong.tolerance}
          help="A miss by no more than this is at risk, not off track"
        />
        <Field
          label="On track within"
          value={draft.onTrackWithin}
          onChange={(onTrackWithin) => set({ onTrackWithin })}
          wrong={wrong.onTrackWithin}
          help="A miss by no more than this is on track"
        />
        <Select
          label="Both are in"
          value={draft.toleranceBy}
          choices={toleranceByChoices}
          onChange={(toleranceBy) => set({ toleranceBy })}
        />
        <Field
          label="Due, days after the period"
          value={draft.dueDays}
          onChange={(dueDays) => set({ dueDays })}
          wrong={wrong.dueDays}
          help="10 where nothing is said"
        />
      </div>
      <Check isSelected={draft.countsChildren} onChange={(countsChildren) => set({ countsChildren })}>
        It counts children: small numbers are not published
      </Check>
    </>
  );
}

/** Under what it stands, and whose it is. */
export function PlaceFields(
  props: FieldsProps & {
    readonly plans: readonly { id: string; text: string }[];
    readonly sections: readonly { id: string; text: string }[];
    readonly isNew: boolean;
  },
) {
  const { draft, set, plans, sections, isNew } = props;
  return (
    <>
      <Field
        label="Owners, one a line"
        value={draft.owners}
        onChange={(owners) => set({ owners })}
        lines={2}
      />
      <div className="kdef-row">
        {isNew ? (
          <Select
            label="Plan"
            value={draft.planId ?? 'none'}
            choices={[...plans, { id: 'none', text: 'No plan' }]}
            onChange={(id) => set({ planId: id === 'none' ? null : id, sectionId: null })}
          />
        ) : null}
        {sections.length > 0 ? (
          <ComboBox
            label="Section"
            choices={[{ id: 'none', text: 'No section' }, ...sections]}
            value={draft.sectionId ?? 'none'}
            onChange={(id) => set({ sectionId: id === 'none' ? null : id })}
          />
        ) : null}
      </div>
    </>
  );
}
