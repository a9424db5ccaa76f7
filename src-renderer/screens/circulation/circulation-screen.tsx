import './circulation.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Group } from '../../components/group.tsx';
import { Empty } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body } from '../../components/side-panel.tsx';
import { count } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { useWish } from '../../shell/wishes.ts';
import type { List } from './circulation-words.ts';
import { ListDialog } from './list-dialog.tsx';
import { ListTable } from './list-table.tsx';
import { SentTable } from './sent-table.tsx';
import { VersionBox } from './version-box.tsx';

const route = getRouteApi('/circulation');

/** To whom reports go and what they may see, what went out, and which version somebody has. */
export function CirculationScreen() {
  const looked = route.useSearch();
  const trpc = useTRPC();
  const lists = useQuery(trpc.circulation.lists.queryOptions());
  const sent = useQuery(trpc.circulation.sent.queryOptions());
  const [editing, setEditing] = useState<List | 'new' | null>(null);
  useWish('add-circulation-list', () => setEditing('new'));
  useFoot(sent.data ? `${count(sent.data.length, 'e-mail draft')} made here so far` : null);
  return (
    <>
      <PageHead
        title="Circulation"
        facts="Who gets which reports, what they may see, and what went out."
        acts={
          <>
            <ButtonLink to="/reports">Make a report</ButtonLink>
            <Button look="primary" onPress={() => setEditing('new')}>
              Add a list
            </Button>
          </>
        }
      />
      <Body label="Circulation">
        <Group name="Lists" note="in the register, for all who work in it">
          <QueryState query={lists} what="The circulation lists">
            {(all) =>
              all.length === 0 ? (
                <Empty
                  title="No circulation list is in the register."
                  act={<Button onPress={() => setEditing('new')}>Add a list</Button>}
                >
                  A list holds who gets a report, what they may see of it, and the words it goes out with.
                  Then an e-mail to the board, or one to each lead, is one choice under Reports.
                </Empty>
              ) : (
                <ListTable lists={all} looked={looked.list ?? null} onEdit={setEditing} />
              )
            }
          </QueryState>
        </Group>
        <VersionBox />
        <Group name="What went out" note="stands for ever">
          <QueryState query={sent} what="What went out">
            {(all) =>
              all.length === 0 ? (
                <Empty
                  title="Nothing has gone out from here yet."
                  act={<ButtonLink to="/reports">Make a report</ButtonLink>}
                >
                  Every e-mail draft saved under Reports is noted here: to whom, when, from which snapshot,
                  and the check sum of each file.
                </Empty>
              ) : (
                <SentTable sent={all} looked={looked.sent ?? null} />
              )
            }
          </QueryState>
        </Group>
      </Body>
      {editing ? (
        <ListDialog list={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      ) : null}
    </>
  );
}
