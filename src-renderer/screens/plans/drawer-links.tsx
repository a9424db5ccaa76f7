import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { cellText } from '#shared/contract/cells.ts';
import type { LinkLine, LinkTargetShown } from '#shared/contract/links.ts';
import type { ActionRow, ActionView } from '#shared/contract/plans.ts';
import { useTRPC } from '../../client/trpc.ts';
import { LinkButton } from '../../components/button.tsx';
import { TextEditor } from '../../grid/text-editor.tsx';
import { LinkReading } from './link-reading.tsx';
import { kindWords, linkChoices } from './link-words.ts';
import { usePlanDesk } from './plan-context.tsx';
import { TargetLink } from './target-link.tsx';

/** What an action is linked with, what that is, and the way to change it. */
export function Links(props: {
  row: ActionRow;
  sameAs: ActionView['sameAs'];
  onShow: (actionId: string) => void;
}) {
  const { row, sameAs, onShow } = props;
  const trpc = useTRPC();
  const { change, words } = usePlanDesk();
  const [editing, setEditing] = useState(false);
  const kept = useQuery({
    ...trpc.links.of.queryOptions({ actionId: row.id }),
    enabled: row.links.length > 0,
  });
  const write = (text: string) =>
    void change({ cause: 'type', cells: [{ id: row.id, key: 'links', text }], added: [], left: 0 });
  const close = () => {
    setEditing(false);
    // The button that opened the editor is drawn anew: the focus goes back to it.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.dr-change-links')?.focus());
  };
  const now = cellText(row, 'links');
  const lines = row.links.length > 0 ? (kept.data ?? []) : [];
  return (
    <section>
      <h3>Links</h3>
      {editing ? (
        <div className="dr-edit">
          <TextEditor
            row={row}
            column={{
              key: 'links',
              title: 'Links',
              width: 0,
              text: () => now,
              choices: (typed) => linkChoices(typed, words.linkTargets),
              reading: (text) => <LinkReading planId={row.planId} text={text} />,
            }}
            text={now}
            byTyping={false}
            cells={1}
            today={null}
            rows={() => [row]}
            onSave={(text) => {
              if (text !== now) write(text);
              close();
            }}
            onSaveRange={(text) => {
              if (text !== now) write(text);
              close();
            }}
            onCancel={close}
            onDone={close}
          />
          <p className="rd">
            One a line (Alt Enter); Alt Down chooses. Enter saves, Esc leaves it as it was.
          </p>
        </div>
      ) : (
        <>
          <ul className="dr-links">
            {lines.map((line) => (
              <Line
                key={line.text}
                line={line}
                onShow={onShow}
                onMeant={(target) => write(meantLine(now, line.text, target))}
              />
            ))}
          </ul>
          {sameAs.map((same) => (
            <p className="rd" key={`${same.ref} ${same.text}`}>
              {same.ref ? `${same.ref}: ` : ''}
              {same.text}
            </p>
          ))}
          <LinkButton className="dr-change-links" onPress={() => setEditing(true)}>
            {row.links.length > 0 ? 'Change the links' : 'Add a link'}
          </LinkButton>
        </>
      )}
    </section>
  );
}

/** The cell with one line settled by the title of the plan that is meant. */
function meantLine(now: string, line: string, target: LinkTargetShown): string {
  return now
    .split('\n')
    .map((one) => (one === line ? `${target.ref ?? target.title} (${target.plan ?? ''})` : one))
    .join('\n');
}

function Line(props: {
  line: LinkLine;
  onShow: (actionId: string) => void;
  onMeant: (target: LinkTargetShown) => void;
}) {
  const { text, pieces } = props.line;
  const [only] = pieces;
  return (
    <li>
      {only?.code === null && only.target ? (
        <TargetLink target={only.target} words={text} onShow={props.onShow} />
      ) : (
        <span>{text}</span>
      )}
      {pieces.map(({ code, target, several }) => (
        <div className="rd" key={code}>
          {target ? (
            code === null ? (
              [kindWords[target.kind], target.ref === text ? target.title : null, target.plan]
                .filter(Boolean)
                .join(', ')
            ) : (
              <>
                <TargetLink target={target} words={code} onShow={props.onShow} /> {target.title}
                {target.plan ? `, ${target.plan}` : ''}
              </>
            )
          ) : several.length > 0 ? (
            <>
              {code === null ? 'Which is meant?' : `Which ${code} is meant?`}{' '}
              {several.map((one) => (
                <LinkButton key={one.id} onPress={() => props.onMeant(one)}>
                  {one.plan ?? one.title}
                </LinkButton>
              ))}
            </>
          ) : (
            `${code === null ? 'Leads' : `${code} leads`} nowhere yet. The words are kept.`
          )}
        </div>
      ))}
    </li>
  );
}
