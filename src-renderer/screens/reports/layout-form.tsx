import type { ReportLayout } from '#shared/contract/report-records.ts';
import { defaultLooks, type State } from '#shared/domain/states.ts';
import { Button } from '../../components/button.tsx';
import { Check, RadioChoices } from '../../components/choices.tsx';
import { Group } from '../../components/group.tsx';
import type { Preview } from './report-choices.ts';

/** Which parts in which order, which columns and rows, on what paper, with what cover. */
export function LayoutForm(props: {
  preview: Preview;
  layout: ReportLayout;
  onChange: (layout: ReportLayout) => void;
}) {
  const { preview, layout } = props;
  const set = (some: Partial<ReportLayout>) => props.onChange({ ...layout, ...some });
  return (
    <>
      <Group name="Parts" note="in the order in which they stand">
        <PartsList preview={preview} layout={layout} onChange={(parts) => set({ parts })} />
      </Group>
      <Group name="Tables" note="columns and rows that are left out are told on the cover">
        <fieldset className="cols">
          <legend className="label">Columns</legend>
          {preview.columns.map((label) => (
            <Check
              key={label}
              isSelected={!layout.withoutColumns.includes(label)}
              onChange={(on) =>
                set({
                  withoutColumns: on
                    ? layout.withoutColumns.filter((one) => one !== label)
                    : [...layout.withoutColumns, label],
                })
              }
            >
              {label}
            </Check>
          ))}
        </fieldset>
        <States states={layout.states} onChange={(states) => set({ states })} />
      </Group>
      <Group name="Paper and cover">
        <RadioChoices
          label="Paper"
          inline
          value={layout.paper.size}
          onChange={(size) => set({ paper: { ...layout.paper, size } })}
          choices={[
            { id: 'A4', text: 'A4' },
            { id: 'A3', text: 'A3' },
          ]}
        />
        <RadioChoices
          label="It lies"
          inline
          value={layout.paper.orientation}
          onChange={(orientation) => set({ paper: { ...layout.paper, orientation } })}
          choices={[
            { id: 'upright', text: 'Upright, wide tables on their side' },
            { id: 'sideways', text: 'On its side throughout' },
          ]}
        />
        <CoverChoices cover={layout.cover} onChange={(cover) => set({ cover })} />
      </Group>
    </>
  );
}

type Cover = ReportLayout['cover'];

function CoverChoices({ cover, onChange }: { cover: Cover; onChange: (cover: Cover) => void }) {
  return (
    <>
      <Check isSelected={cover.ownPage} onChange={(ownPage) => onChange({ ...cover, ownPage })}>
        Cover on a page of its own
      </Check>
      <Check isSelected={cover.contents} onChange={(contents) => onChange({ ...cover, contents })}>
        Contents
      </Check>
      <Check isSelected={cover.logo} onChange={(logo) => onChange({ ...cover, logo })}>
        Logo <span className="sm q">where the office has one, under Settings</span>
      </Check>
    </>
  );
}

function PartsList({
  preview,
  layout,
  onChange,
}: {
  preview: Preview;
  layout: ReportLayout;
  onChange: (parts: ReportLayout['parts']) => void;
}) {
  const parts = orderedParts(preview, layout);
  const move = (at: number, by: number) => {
    const next = [...parts];
    const [one] = next.splice(at, 1);
    if (one) next.splice(at + by, 0, one);
    onChange(next.map(({ id, shown }) => ({ id, shown })));
  };
  return (
    <ol className="parts-list">
      {parts.map(({ id, name, says, shown }, at) => (
        <li key={id}>
          <Check
            isSelected={shown}
            onChange={(on) =>
              onChange(parts.map((one) => ({ id: one.id, shown: one.id === id ? on : one.shown })))
            }
          >
            {name} {says ? null : <span className="sm q">has nothing to tell here</span>}
          </Check>
          <Button
            look="quiet"
            small
            isDisabled={at === 0}
            aria-label={`Up: ${name}`}
            onPress={() => move(at, -1)}
          >
            Up
          </Button>
          <Button
            look="quiet"
            small
            isDisabled={at === parts.length - 1}
            aria-label={`Down: ${name}`}
            onPress={() => move(at, 1)}
          >
            Down
          </Button>
        </li>
      ))}
    </ol>
  );
}

/** As the report has them, in the order of the layout; what that does not name follows what it follows there. */
function orderedParts({ parts }: Preview, layout: ReportLayout) {
  const known = new Map(parts.map((part) => [part.id, part]));
  const order = layout.parts.filter(({ id }) => known.has(id)).map(({ id }) => id);
  parts.forEach(({ id }, at) => {
    if (order.includes(id)) return;
    const before = parts[at - 1]?.id;
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  const hidden = new Set(layout.parts.flatMap(({ id, shown }) => (shown ? [] : [id])));
  return order.flatMap((id) => {
    const part = known.get(id);
    return part ? [{ ...part, shown: !hidden.has(id) }] : [];
  });
}

function States({
  states,
  onChange,
}: {
  states: ReportLayout['states'];
  onChange: (states: ReportLayout['states']) => void;
}) {
  const every: State[] = defaultLooks.map(({ state }) => state);
  const wanted = new Set(states ?? every);
  const toggle = (state: State, on: boolean) => {
    const next = every.filter((one) => (one === state ? on : wanted.has(one)));
    // A report of no status would be empty tables: the last one stays.
    if (next.length > 0) onChange(next.length === every.length ? null : next);
  };
  return (
    <fieldset className="cols">
      <legend className="label">Rows of these statuses</legend>
      {defaultLooks.map(({ state, label }) => (
        <Check key={state} isSelected={wanted.has(state)} onChange={(on) => toggle(state, on)}>
          {label}
        </Check>
      ))}
    </fieldset>
  );
}
