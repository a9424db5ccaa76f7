import { useState } from 'react';
import type { ActionRow, EditableField } from '#shared/contract/plans.ts';
import type { State } from '#shared/domain/states.ts';
import { readTimescale } from '#shared/domain/timescales.ts';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Select } from '../../components/select.tsx';
import { Status } from '../../components/status.tsx';
import { formatDay } from '../../format/days.ts';
import { count } from '../../format/words.ts';
import { type BulkWay, bulkChanges, isList } from './bulk-changes.ts';
import { usePlanDesk } from './plan-context.tsx';
import { ScrollBox } from './scroll-box.tsx';
import { TimescaleReading } from './timescale-view.tsx';
import { type Beside, dayOf, orNone, UpdateFields, wrongDay } from './update-fields.tsx';
import type { PlanEdits } from './use-plan-edits.ts';

const fields = [
  ['status', 'Status'],
  ['leads', 'Leads'],
  ['timescale', 'Timescale'],
  ['lastUpdate', 'Last update'],
  ['measures', 'Measures'],
  ['links', 'Links'],
  ['resources', 'Resources'],
  ['comment', 'Comment'],
  ['reviewOn', 'Review on'],
] as const satisfies readonly (readonly [EditableField, string])[];
type BulkField = (typeof fields)[number][0];

const ways: readonly { id: BulkWay; text: string }[] = [
  { id: 'replace', text: 'In place of what stands there' },
  { id: 'add', text: 'Beside what stands there' },
  { id: 'take-out', text: 'Taken out of what stands there' },
];
const mostListed = 100;

/** One field of several actions at once: before and after of each listed, one act, one Undo. */
export function BulkDialog(props: {
  readonly rows: readonly ActionRow[];
  /** The column in hand, offered first where it can be changed so. */
  readonly firstField: string | null;
  readonly edits: PlanEdits;
  readonly readWhen: Parameters<typeof readTimescale>[1];
  readonly onClose: () => void;
}) {
  const { rows, edits } = props;
  const desk = usePlanDesk();
  const [field, setField] = useState<BulkField>(
    () => fields.find(([key]) => key === props.firstField)?.[0] ?? 'status',
  );
  const [way, setWay] = useState<BulkWay>('replace');
  const [words, setWords] = useState('');
  const [state, setState] = useState<State>(desk.choices[0]?.state ?? 'on-track');
  const [beside, setBeside] = useState<Beside>({
    on: formatDay(desk.today),
    by: '',
    evidence: '',
    meetingId: null,
  });
  const [wrong, setWrong] = useState<string | null>(null);
  const choice = desk.choices.find((one) => one.state === state);
  const ofStatus = field === 'status';
  const usedWay = isList(field) ? way : 'replace';
  const changes = ofStatus
    ? rows.map((row) => ({ row, before: row.status?.label ?? '', after: choice?.label ?? '' }))
    : bulkChanges(rows, field, words, usedWay);

  const wrongOn = wrongDay(beside.on, desk.today);
  const save = () => {
    if (changes.length === 0) {
      setWrong('Nothing would change: write what is to stand there.');
      return;
    }
    if (ofStatus) {
      if (wrongOn !== null) return;
      void edits.addProgress(
        {
          actionIds: rows.map((row) => row.id),
          state,
          text: words.trim(),
          on: dayOf(beside.on),
          by: orNone(beside.by),
          evidence: orNone(beside.evidence),
          meetingId: beside.meetingId,
        },
        choice?.label ?? null,
      );
    } else {
      void edits.change({
        cause: 'fill',
        cells: changes.map(({ row, after }) => ({ id: row.id, key: field, text: after })),
        added: [],
        left: 0,
      });
    }
    props.onClose();
  };
  return (
    <FormDialog
      title={`Change ${count(rows.length, 'action')}`}
      save={ofStatus ? `Write ${count(changes.length, 'update')}` : `Change ${count(changes.length, 'cell')}`}
      onSave={save}
      onClose={props.onClose}
      below={
        <ScrollBox label="Before and after">
          <table>
            <thead>
              <tr>
                <th scope="col">Action</th>
                <th scope="col">Before</th>
                <th scope="col">After</th>
              </tr>
            </thead>
            <tbody>
              {changes.slice(0, mostListed).map(({ row, before, after }) => (
                <tr key={row.id}>
                  <th scope="row">{row.ref ?? row.text.slice(0, 40)}</th>
                  <td>{before === '' ? <span className="q2">Nothing</span> : before}</td>
                  <td>{after === '' ? <span className="q2">Nothing</span> : after}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="q2" role="status">
            {changes.length > mostListed ? `And ${changes.length - mostListed} more. ` : ''}
            {rows.length > changes.length
              ? `${count(rows.length - changes.length, 'action')} would stay as before.`
              : ''}
          </p>
        </ScrollBox>
      }
    >
      <div className="form-row">
        <Select
          label="Field"
          value={field}
          onChange={(next) => {
            setField(next);
            setWrong(null);
          }}
          choices={fields.map(([id, text]) => ({ id, text }))}
        />
        {isList(field) ? <Select label="How" value={way} onChange={setWay} choices={ways} /> : null}
        {ofStatus ? (
          <Select
            label="Status"
            value={state}
            onChange={setState}
            choices={desk.choices.map((one) => ({
              id: one.state,
              text: one.label,
              look: <Status status={one} planKey={desk.planKey} />,
            }))}
          />
        ) : null}
      </div>
      <Field
        label={ofStatus ? 'What happened' : 'New words'}
        value={words}
        onChange={(next) => {
          setWords(next);
          setWrong(null);
        }}
        wrong={wrong}
        lines={2}
        help={
          ofStatus ? (
            'A dated update on each; the updates before it stay as they are.'
          ) : field === 'timescale' && words.trim() !== '' ? (
            <TimescaleReading timescale={readTimescale(words, props.readWhen)} />
          ) : undefined
        }
      />
      {ofStatus ? <UpdateFields value={beside} onChange={setBeside} wrongOn={wrongOn} /> : null}
    </FormDialog>
  );
}
