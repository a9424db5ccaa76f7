import './search.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import type { SearchHit } from '#shared/contract/office.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Icon } from '../../components/icon.tsx';
import { matches } from '../../format/words.ts';
import { type Command, useCommands } from './commands.ts';
import { byKind, placeOf } from './hits.ts';

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
  const trpc = useTRPC();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const found = useQuery(
    trpc.search.find.queryOptions(
      { text: asked, limit: 60 },
      { enabled: asked.length > 0, placeholderData: keepPreviousData, staleTime: 0 },
    ),
  );
  const hits = asked ? (found.data ?? []) : [];
  const isNothing = asked !== '' && found.isSuccess && !found.isPlaceholderData && hits.length === 0;
  const like = useQuery(trpc.search.like.queryOptions({ text: asked }, { enabled: isNothing }));
  const meant = isNothing ? (like.data ?? []) : [];
  const commands = useCommands(props).filter((command) => matches(text, command.text));
  const go = (hit: SearchHit) => {
    const place = placeOf(hit);
    if (!place) return;
    props.onClose();
    void navigate(place);
  };
  const nothing = isNothing && commands.length === 0;
  // What begins as the name of a command is most likely meant as one.
  const begun = text.trim().toLocaleLowerCase('en-GB');
  const named =
    begun.length > 3 && commands.some((one) => one.text.toLocaleLowerCase('en-GB').startsWith(begun));
  const doing =
    commands.length > 0 ? (
      <MenuSection id="commands" className="of-kind">
        <Header className="kind">Do</Header>
        {commands.map((command) => (
          <CommandItem key={command.id} command={command} onDone={props.onClose} />
        ))}
      </MenuSection>
    ) : null;
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField className="seek" aria-label="Search everything" autoFocus>
        <Icon name="search" />
        <Input placeholder="Words of an action, a KPI, a minute, a name; or what to do" />
      </SearchField>
      {found.isError && asked ? <p className="none">{wireErrorOf(found.error).message}</p> : null}
      {nothing ? (
        <p className="none">
          Nothing in the register holds “{asked}”.
          {meant.length === 0 && !like.isFetching ? ' Fewer letters find more.' : ''}
        </p>
      ) : null}
      <Menu className="hits" aria-label="Found" selectionMode="none">
        {named ? doing : null}
        {meant.length > 0 ? (
          <MenuSection id="meant" className="of-kind">
            <Header className="kind">Did you mean</Header>
            {meant.map((other) => (
              <MenuItem
                key={other}
                className="opt"
                id={`meant ${other}`}
                textValue={other}
                onAction={() => setText(other)}
                shouldCloseOnSelect={false}
              >
                <span>{other}</span>
              </MenuItem>
            ))}
          </MenuSection>
        ) : null}
        {byKind(hits).map((group) => (
          <MenuSection key={group.kind} id={group.kind} className="of-kind">
            <Header className="kind">{group.name}</Header>
            {group.hits.map((hit) => (
              <HitItem key={`${hit.kind} ${hit.id}`} hit={hit} onGo={() => go(hit)} />
            ))}
          </MenuSection>
        ))}
        {named ? null : doing}
      </Menu>
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
      </p>
    </Autocomplete>
  );
}

function HitItem({ hit, onGo }: { hit: SearchHit; onGo: () => void }) {
  const excerpt = hit.excerpt
    .map((piece) => piece.text)
    .join('')
    .trim();
  const at = hit.title.indexOf(excerpt);
  return (
    <MenuItem className="opt" id={`${hit.kind} ${hit.id}`} textValue={hit.title} onAction={onGo}>
      {at >= 0 && excerpt ? (
        <span>
          {hit.title.slice(0, at)}
          <Excerpt hit={hit} />
          {hit.title.slice(at + excerpt.length)}
        </span>
      ) : (
        <>
          <span>{hit.title}</span>
          <span className="ex">
            <Excerpt hit={hit} />
          </span>
        </>
      )}
    </MenuItem>
  );
}

/** The text round the hit, the words looked for underlined. */
function Excerpt({ hit }: { hit: SearchHit }) {
  let at = 0;
  return hit.excerpt.map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.hit ? <mark key={key}>{piece.text}</mark> : <span key={key}>{piece.text}</span>;
  });
}

function CommandItem({ command, onDone }: { command: Command; onDone: () => void }) {
  const run = () => {
    onDone();
    command.run();
  };
  return (
    <MenuItem className="opt" id={`do ${command.id}`} textValue={command.text} onAction={run}>
      <span>{command.text}</span>
      {command.keys ? <span className="kbd">{command.keys}</span> : null}
    </MenuItem>
  );
}
