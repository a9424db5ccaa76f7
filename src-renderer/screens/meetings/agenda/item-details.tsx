import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, useDeferredValue, useState } from 'react';
import type { ItemLink } from '#shared/contract/meeting-records.ts';
import { itemKinds } from '#shared/contract/meeting-records.ts';
import type { ItemShown } from '#shared/contract/meetings.ts';
import type { SearchHit } from '#shared/contract/office.ts';
import { useTRPC } from '../../../client/trpc.ts';
import { Button, LinkButton } from '../../../components/button.tsx';
import { Check } from '../../../components/choices.tsx';
import { Field } from '../../../components/field.tsx';
import { Select } from '../../../components/select.tsx';
import { count } from '../../../format/words.ts';
import { say } from '../../../shell/foot.tsx';
import { LineField } from '../meeting/line-field.tsx';
import { type MeetingActs, orSay } from '../meeting/use-meeting.ts';
import { itemKindWords } from '../meeting-words.ts';

const none = 'none';
const linked = ['action', 'kpi', 'section', 'plan', 'resolution'] as const;

/** What else is said of an item: what it is for, its papers, what it is about, and whether the public may read it. */
export function ItemDetails(props: { item: ItemShown; number: string; acts: MeetingActs }) {
  const { item, number, acts } = props;
  const edit = (patch: Parameters<MeetingActs['editItem']>[1]) => orSay(acts.editItem(item.id, patch));
  const papers = item.papers ?? [];
  const links = item.links ?? [];
  return (
    <fieldset className="ma-details">
      <legend className="vh">Item {number}</legend>
      <div className="ma-pair">
        <Select
          label="What it is for"
          value={item.kind ?? none}
          choices={[
            { id: none, text: 'Nothing in particular' },
            ...itemKinds.map((id) => ({ id: id as string, text: itemKindWords[id] })),
          ]}
          onChange={(id) => edit({ kind: itemKinds.find((one) => one === id) ?? null })}
        />
        <div className="field">
          <span className="label">Further to minute</span>
          <LineField
            label="Further to minute"
            value={item.furtherTo ?? ''}
            hint="27/10"
            onSave={(furtherTo) => acts.editItem(item.id, { furtherTo: furtherTo || null })}
          />
        </div>
      </div>
      <div className="field">
        <span className="label">Words under the title</span>
        <LineField
          label="Words under the title"
          value={item.text}
          hint="What the item is about"
          onSave={(text) => acts.editItem(item.id, { text })}
        />
      </div>
      <Listed
        name="Papers"
        lines={papers.map(({ title, where }) => [title, where].filter(Boolean).join(', '))}
        onRemove={(at) => edit({ papers: papers.toSpliced(at, 1) })}
      />
      <PaperForm
        onAdd={(title, where) =>
          edit({ papers: [...papers, { title, where: where || null, report: null, snapshotId: null }] })
        }
      />
      <Listed
        name="About"
        lines={links.map(({ text }) => text)}
        onRemove={(at) => edit({ links: links.toSpliced(at, 1) })}
      />
      <LinkFinder onLink={(link) => edit({ links: [...links, link] })} />
      <Check isSelected={item.confidential === true} onChange={(confidential) => edit({ confidential })}>
        Confidential: left out of every public version
      </Check>
      <div className="acts">
        <Button
          look="quiet"
          onPress={() =>
            orSay(
              acts.removeItem(item.id).then(({ resolutions }) => {
                const also = resolutions > 0 ? ` and ${count(resolutions, 'resolution')}` : '';
                say(`Taken out: ${item.title}${also}. Undo brings it back.`);
              }),
            )
          }
        >
          Take item {number} out
        </Button>
      </div>
    </fieldset>
  );
}

function Listed(props: { name: string; lines: readonly string[]; onRemove: (at: number) => void }) {
  if (props.lines.length === 0) return null;
  return (
    <div>
      <p className="sm q2">{props.name}</p>
      <ul>
        {props.lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice
          <li key={at} className="ma-listed">
            {line}
            <LinkButton onPress={() => props.onRemove(at)}>
              Take out<span className="vh">: {line}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

function PaperForm({ onAdd }: { onAdd: (title: string, where: string) => void }) {
  const [title, setTitle] = useState('');
  const [where, setWhere] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') return;
    onAdd(title.trim(), where.trim());
    setTitle('');
    setWhere('');
  };
  return (
    <form className="ma-add" onSubmit={submit}>
      <Field label="A paper" value={title} onChange={setTitle} />
      <Field label="Where it lies" value={where} onChange={setWhere} />
      <Button type="submit">Add the paper</Button>
    </form>
  );
}

/** Finds what the item is about by typing; a press links it. */
function LinkFinder({ onLink }: { onLink: (link: ItemLink) => void }) {
  const trpc = useTRPC();
  const [looked, setLooked] = useState('');
  const asked = useDeferredValue(looked.trim());
  const found = useQuery({
    ...trpc.search.find.queryOptions({ text: asked, limit: 40 }),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  });
  const hits = asked.length > 1 ? (found.data ?? []).filter(isLinked).slice(0, 8) : [];
  return (
    <div>
      <Field
        label="About an action, KPI, section, plan or resolution"
        value={looked}
        onChange={setLooked}
        help="Type its reference or words, then choose it."
      />
      <ul>
        {hits.map((hit) => (
          <li key={`${hit.kind} ${hit.id}`}>
            <button
              type="button"
              className="ma-hit foci"
              onClick={() => {
                onLink(linkTo(hit));
                setLooked('');
              }}
            >
              {hit.title} <span className="q2 sm">{hit.kind}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const isLinked = ({ kind }: SearchHit) => (linked as readonly string[]).includes(kind);

function linkTo(hit: SearchHit): ItemLink {
  const of = (kind: SearchHit['kind']) => (hit.kind === kind ? hit.id : null);
  return {
    text: hit.title,
    planId: hit.kind === 'plan' ? hit.id : null,
    sectionId: of('section'),
    actionId: of('action'),
    kpiId: of('kpi'),
    resolutionId: of('resolution'),
  };
}
