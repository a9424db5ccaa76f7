import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProposedItem } from '#shared/contract/agenda.ts';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { useTRPC, useTRPCClient } from '../../../client/trpc.ts';
import { Button } from '../../../components/button.tsx';
import { Check } from '../../../components/choices.tsx';
import { QueryState } from '../../../components/query-state.tsx';
import { count } from '../../../format/words.ts';
import { say } from '../../../shell/foot.tsx';
import { type MeetingActs, orSay } from '../meeting/use-meeting.ts';
import { itemKindWords } from '../meeting-words.ts';

/** What the agenda would hold: ticked unless it is there already, with why each is proposed; Add puts the ticked in. */
export function Proposal({ view, acts }: { view: MeetingView; acts: MeetingActs }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const meetingId = view.meeting.id;
  const query = useQuery(trpc.agenda.proposal.queryOptions({ meetingId }));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const build = (chosen: readonly ProposedItem[]) =>
    orSay(
      acts
        .write(() =>
          client.agenda.build.mutate({
            meetingId,
            items: chosen.map(({ key: _key, why: _why, there: _there, ...item }) => item),
          }),
        )
        .then(({ itemIds }) => say(`${count(itemIds.length, 'item')} added. Undo takes them out again.`)),
    );
  return (
    <div className="ma-proposal">
      <h2>What is due</h2>
      <QueryState query={query} what="What is due">
        {(all) => {
          const missing = all.filter(({ there }) => !there);
          const chosen = missing.filter(({ key }) => !left.has(key));
          const there = all.length - missing.length;
          const groups = [...Map.groupBy(missing, ({ kind }) => kind)];
          return (
            <>
              <p className="q2 sm">
                {count(missing.length, 'item')} proposed
                {there > 0 ? `, ${there} on the agenda already` : ''}.
              </p>
              {missing.length === 0 ? <p className="q2">Nothing more is due for this meeting.</p> : null}
              {groups.map(([kind, items]) => (
                <section key={kind}>
                  <h3>{itemKindWords[kind]}</h3>
                  {items.map((item) => (
                    <Proposed
                      key={item.key}
                      item={item}
                      isChosen={!left.has(item.key)}
                      onChange={(isChosen) => {
                        const next = new Set(left);
                        if (isChosen) next.delete(item.key);
                        else next.add(item.key);
                        setLeft(next);
                      }}
                    />
                  ))}
                </section>
              ))}
              {missing.length > 0 ? (
                <div className="acts ma-build">
                  <Button
                    {...(view.items.length === 0 && { look: 'primary' as const })}
                    isDisabled={chosen.length === 0}
                    onPress={() => build(chosen)}
                  >
                    Add {count(chosen.length, 'item')}
                  </Button>
                  {chosen.length === 0 ? <span className="sm q2">Tick what goes in.</span> : null}
                </div>
              ) : null}
            </>
          );
        }}
      </QueryState>
    </div>
  );
}

/** How many lines of a matter are shown before the rest are counted. */
const few = 6;

function Proposed(props: { item: ProposedItem; isChosen: boolean; onChange: (isChosen: boolean) => void }) {
  const { item } = props;
  return (
    <div className="ma-proposed">
      <Check isSelected={props.isChosen} onChange={props.onChange}>
        {item.title}
        {item.plannedMinutes ? <span className="q2 sm"> {item.plannedMinutes} min</span> : null}
        {item.officer ? <span className="q2 sm">, {item.officer}</span> : null}
      </Check>
      <p className="sm q2">{item.why}</p>
      {item.lines.length > 0 ? (
        <ul className="sm">
          {item.lines.slice(0, few).map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice
            <li key={at}>{line}</li>
          ))}
          {item.lines.length > few ? (
            <li className="q2">and {count(item.lines.length - few, 'other')}</li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}
