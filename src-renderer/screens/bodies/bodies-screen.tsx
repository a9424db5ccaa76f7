import './bodies.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { BodyListed } from '#shared/contract/bodies.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { Empty, Problem } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { RowList } from '../../components/row-list.tsx';
import { Body } from '../../components/side-panel.tsx';
import { formatDay } from '../../format/days.ts';
import { count, matches } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { MeetingsNav } from '../meetings/list/meetings-nav.tsx';

/** Boards, partnerships and groups: how often each meets, when next, and what is open. */
export function BodiesScreen() {
  const trpc = useTRPC();
  const bodies = useQuery(trpc.bodies.list.queryOptions());
  const [words, setWords] = useState('');
  const [adding, setAdding] = useState(false);
  const shown = (bodies.data ?? []).filter((body) => matches(words, body.name, body.kind, body.cycle));
  useFoot(
    bodies.data
      ? `${count(shown.length, 'board or group', 'boards and groups')}${words ? ` of ${bodies.data.length}` : ''}`
      : null,
  );
  return (
    <>
      <PageHead
        title="Boards and groups"
        facts="Who meets, how often, and to whom they report."
        acts={
          <>
            <FilterBox label="Filter the boards and groups" value={words} onChange={setWords} />
            <Button look="primary" onPress={() => setAdding(true)}>
              Add a board or group
            </Button>
          </>
        }
      />
      <Body left={<MeetingsNav />} label="Boards and groups">
        <QueryState query={bodies} what="Boards and groups">
          {(all) => {
            if (all.length === 0) {
              return (
                <Empty
                  title="No board or group is in the register."
                  act={<Button onPress={() => setAdding(true)}>Add a board or group</Button>}
                >
                  A partnership, its board, a project group, a cabinet member: each with its members, how
                  often it meets and to whom it reports. Minutes that are brought in add theirs.
                </Empty>
              );
            }
            if (shown.length === 0) return <p>No board or group holds “{words}”.</p>;
            return <BodyRows bodies={shown} names={new Map(all.map(({ id, name }) => [id, name]))} />;
          }}
        </QueryState>
      </Body>
      {adding ? <AddBody onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function BodyRows({ bodies, names }: { bodies: readonly BodyListed[]; names: ReadonlyMap<string, string> }) {
  return (
    <RowList className="bd-scroll">
      <table className="bd-lines">
        <caption className="vh">Boards and groups</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Meets</th>
            <th scope="col">Next meeting</th>
            <th scope="col">Members</th>
            <th scope="col">Open</th>
          </tr>
        </thead>
        <tbody>
          {bodies.map((body) => {
            const to = body.reportsToId === null ? undefined : names.get(body.reportsToId);
            return (
              <tr key={body.id}>
                <th scope="row">
                  <Link to="/bodies/$bodyId" params={{ bodyId: body.id }} data-row="" className="hit">
                    {body.name}
                  </Link>
                  <p className="sm q2">
                    {[
                      body.kind,
                      to ? `reports to ${to}` : null,
                      body.endedOn ? `ended ${formatDay(body.endedOn)}` : null,
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </p>
                </th>
                <td className="bd-words">{body.cycle ?? <span className="q2">Not said</span>}</td>
                <td>
                  {body.next ? formatDay(body.next.on) : <span className="q2">None planned</span>}
                  {body.lastOn ? <p className="sm q2">last {formatDay(body.lastOn)}</p> : null}
                </td>
                <td>
                  {body.members}
                  {body.quorum === null ? null : <p className="sm q2">quorum {body.quorum}</p>}
                </td>
                <td>{openInWords(body)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </RowList>
  );
}

/** "3 resolutions, 1 report owed" */
function openInWords({ openResolutions, reportsOwed }: BodyListed): string {
  return [
    openResolutions > 0 ? count(openResolutions, 'resolution') : null,
    reportsOwed > 0 ? `${count(reportsOwed, 'report')} owed` : null,
  ]
    .filter(Boolean)
    .join(', ');
}

function AddBody({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [cycle, setCycle] = useState('');
  const [tried, setTried] = useState(false);
  const add = useMutation(
    trpc.bodies.add.mutationOptions({
      onSuccess: ({ bodyId }) => void navigate({ to: '/bodies/$bodyId', params: { bodyId } }),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '') add.mutate({ name, cycle: cycle.trim() || null });
  };
  return (
    <Dialog title="Add a board or group" isOpen onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field
          label="Name"
          value={name}
          onChange={setName}
          autoFocus
          wrong={tried && name.trim() === '' ? 'Name it, as its papers do.' : null}
        />
        <Field
          label="How often it meets"
          value={cycle}
          onChange={setCycle}
          help="In words: “termly”, “six a year”, “quarterly, on the second Tuesday”. It may be said later."
        />
        {add.isError ? <Problem title="It was not added." error={add.error} /> : null}
        <div className="acts">
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" isPending={add.isPending}>
            Add the board or group
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
