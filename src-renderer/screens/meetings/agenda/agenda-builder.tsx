import { Writes } from '../../../components/writes.tsx';
import '../styles/agenda.css';
import { type DragEvent, useRef, useState } from 'react';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { Empty } from '../../../components/notices.tsx';
import { Body, SidePanel } from '../../../components/side-panel.tsx';
import { count } from '../../../format/words.ts';
import { say, useFoot } from '../../../shell/foot.tsx';
import { lengthWords } from '../meeting/clock-words.ts';
import { LineField, type LineHandle } from '../meeting/line-field.tsx';
import { type MeetingActs, orSay } from '../meeting/use-meeting.ts';
import { AgendaRow } from './agenda-row.tsx';
import { placeAfterStep } from './place.ts';
import { Proposal } from './proposal.tsx';

/** The agenda as it is made: what is due at the right, items numbered and timed in the middle, each open to change. */
export function AgendaBuilder(props: { readonly view: MeetingView; readonly acts: MeetingActs }) {
  const { view, acts } = props;
  const list = useRef<HTMLOListElement>(null);
  const next = useRef<LineHandle>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const ids = view.items.map(({ id }) => id as string);
  useFoot(view.items.length > 0 ? count(view.items.length, 'item') : null);

  const step = (id: string, by: 1 | -1) => {
    const after = placeAfterStep(ids, id, by);
    if (after === undefined) {
      say(by === 1 ? 'This is the last item.' : 'This is the first item.');
      return;
    }
    const label = document.activeElement?.getAttribute('aria-label');
    orSay(
      acts.moveItem(id, after).then(() => {
        // The row was taken out and put in elsewhere, and with it what had the focus.
        const row = list.current?.querySelector(`[data-item="${id}"]`);
        const fields = [...(row?.querySelectorAll<HTMLElement>('textarea, button') ?? [])];
        const own = fields.find((field) => field.getAttribute('aria-label') === label);
        (own ?? fields[0])?.focus();
      }),
    );
  };
  const drop = (event: DragEvent, onto: string) => {
    event.preventDefault();
    if (dragged !== null && dragged !== onto) {
      const box = event.currentTarget.getBoundingClientRect();
      const isBelow = event.clientY > box.top + box.height / 2;
      const rest = ids.filter((id) => id !== dragged);
      const at = rest.indexOf(onto);
      orSay(acts.moveItem(dragged, isBelow ? onto : (rest[at - 1] ?? null)));
    }
    setDragged(null);
    setOver(null);
  };

  return (
    <Body
      label="Agenda"
      right={
        <Writes>
          <SidePanel side="right" title="What is due" width={376}>
            <Proposal view={view} acts={acts} />
          </SidePanel>
        </Writes>
      }
    >
      <div className="ma-agenda">
        {view.items.length === 0 ? (
          <Empty title="This agenda is empty.">
            At the right stands what is due for this meeting: tick what goes in and press Add. Or type the
            first item below.
          </Empty>
        ) : (
          <p className="q2 sm">
            {lengthWords(view.meeting, view.items)}
            {view.plannedEnd ? `, ends ${view.plannedEnd}` : ''}. Alt with an arrow moves an item.
          </p>
        )}
        <ol ref={list} className="ma-items">
          {view.items.map((item, at) => (
            <AgendaRow
              key={item.id}
              item={item}
              number={item.number ?? String(at + 1)}
              acts={acts}
              isOver={over === item.id}
              onStep={(by) => step(item.id, by)}
              drag={{
                draggable: true,
                onDragStart: (event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('application/x-agenda-item', item.id);
                  setDragged(item.id);
                },
                onDragEnd: () => {
                  setDragged(null);
                  setOver(null);
                },
                onDragOver: (event) => {
                  if (dragged === null) return;
                  event.preventDefault();
                  setOver(item.id);
                },
                onDrop: (event) => drop(event, item.id),
              }}
            />
          ))}
        </ol>
        <Writes>
          <div className="ma-next">
            <LineField
              ref={next}
              label="Next item"
              value=""
              hint="Type the next item and press Enter"
              clears
              onSave={(title) => acts.addItem({ title })}
            />
          </div>
        </Writes>
      </div>
    </Body>
  );
}
