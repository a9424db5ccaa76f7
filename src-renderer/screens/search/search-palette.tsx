import './search.css';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from '../../components/icon.tsx';
import { count, matches } from '../../format/words.ts';
import { useCommands } from './commands.ts';
import { placeOf } from './hits.ts';
import { PaletteLine } from './palette-line.tsx';
import { arrange, isCommandName, type Line } from './palette-lines.ts';
import { useChoice } from './use-choice.ts';
import { type Findings, useFindings } from './use-findings.ts';

/** Ctrl K: one search over everything, and the commands. */
export function SearchPalette(props: {
  isOpen: boolean;
  onClose: () => void;
  onUndo: () => void;
  onRedo: () => void;
}) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={props.isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Modal className="float palette">
        <Dialog aria-label="Search everything">
          <Seeking {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Seeking(props: { onClose: () => void; onUndo: () => void; onRedo: () => void }) {
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState('');
  const findings = useFindings(text);
  const { hits, meant, isSettled } = findings;
  const commands = useCommands(props).filter((command) => matches(text, command.text));
  const groups = arrange(text, commands, hits, meant);
  const lines = groups.flatMap((group) => group.lines);
  const run = (line: Line) => {
    if (line.kind === 'meant') return write(line.word);
    const place = line.kind === 'hit' ? placeOf(line.hit) : null;
    if (line.kind === 'hit' && !place) return;
    props.onClose();
    if (line.kind === 'do') line.command.run();
    else if (place) void navigate(place);
  };
  const sure = isSettled ? 'all' : isCommandName(text, commands) ? commands.length : 0;
  const choice = useChoice({ text, lines, sure, onRun: run });
  const write = (words: string) => {
    choice.begin();
    setText(words);
  };
  const idOf = (line: Line) => `${listId} ${line.id}`.replaceAll(' ', '-');
  return (
    <>
      <div className="seek">
        <Icon name="search" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette is opened in order to type
          autoFocus
          role="combobox"
          aria-label="Search everything"
          aria-autocomplete="list"
          aria-expanded={lines.length > 0}
          aria-controls={listId}
          aria-activedescendant={choice.chosen ? idOf(choice.chosen) : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder="Words of an action, a KPI, a minute, a name; or what to do"
          value={text}
          onChange={(event) => write(event.target.value)}
          onKeyDown={choice.onKeyDown}
        />
      </div>
      {findings.problem ? <p className="none">{findings.problem}</p> : null}
      {findings.isNothing && commands.length === 0 ? (
        <p className="none">
          Nothing in the register holds “{text.trim()}”.
          {isSettled && meant.length === 0 ? ' Fewer letters find more.' : ''}
        </p>
      ) : null}
      <div className="hits" role="listbox" id={listId} aria-label="Found">
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a list box
          <div key={group.id} role="group" className="of-kind" aria-labelledby={`${listId}-${group.id}`}>
            <div role="presentation" className="kind" id={`${listId}-${group.id}`}>
              {group.name}
            </div>
            {group.lines.map((line) => (
              <PaletteLine
                key={line.id}
                id={idOf(line)}
                line={line}
                isChosen={line === choice.chosen}
                onRun={() => run(line)}
              />
            ))}
          </div>
        ))}
      </div>
      <p className="hint">
        <span>
          <b>Up, Down</b> choose
        </span>
        <span>
          <b>Enter</b> goes there
        </span>
        <span>
          <b>Esc</b> closes
        </span>
        <span className="tally" role="status">
          {text.trim() && isSettled ? tallyOf(findings, commands.length) : ''}
        </span>
      </p>
    </>
  );
}

/** "12 found, 2 commands": said to those who do not see the list grow. */
function tallyOf({ hits, isCut }: Findings, commands: number): string {
  const found = isCut ? `The first ${hits.length} found` : `${hits.length} found`;
  return commands > 0 ? `${found}, ${count(commands, 'command')}` : found;
}
