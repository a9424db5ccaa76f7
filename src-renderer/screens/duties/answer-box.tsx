import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Outputs } from '../../client/trpc.ts';
import { useTRPC } from '../../client/trpc.ts';

type Candidate = Outputs['duties']['candidates'][number];

const kinds = { action: 'Action', section: 'Section', kpi: 'KPI' } as const;

/** Finds what answers a duty by its reference or words, as one types; Enter takes the chosen one, Esc leaves. */
export function AnswerBox(props: {
  label: string;
  onChoose: (candidate: Candidate) => void;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const found = useQuery({
    ...trpc.duties.candidates.queryOptions({ text: asked }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const candidates = asked === '' ? [] : (found.data ?? []);
  return (
    <ComboBox
      className="field"
      aria-label={props.label}
      items={candidates.map((one) => ({ ...one, id: one.recordId }))}
      inputValue={text}
      onInputChange={setText}
      onSelectionChange={(id) => {
        const chosen = candidates.find((one) => one.recordId === id);
        if (chosen) props.onChoose(chosen);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && text === '') props.onClose();
      }}
      allowsEmptyCollection
      menuTrigger="input"
      autoFocus
    >
      <Label className="vh">{props.label}</Label>
      <Input placeholder="Reference or words of an action, a section or a KPI" />
      <Popover className="float pop">
        <ListBox
          className="list"
          renderEmptyState={() => (
            <p className="opt q">
              {asked === '' ? 'Type a reference or words' : 'Nothing holds these words'}
            </p>
          )}
        >
          {(one: Candidate & { id: string }) => (
            <ListBoxItem id={one.recordId} textValue={text} className="opt">
              <span>
                {[one.ref, one.text].filter(Boolean).join(' ')}{' '}
                <span className="sm q2">{[kinds[one.kind], one.plan].filter(Boolean).join(', ')}</span>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
