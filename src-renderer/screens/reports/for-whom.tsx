import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTRPC } from '../../client/trpc.ts';
import { Group } from '../../components/group.tsx';
import { Select } from '../../components/select.tsx';
import { type List, recipientsWords, seesWords } from '../circulation/circulation-words.ts';
import { AudienceNotice } from './audience-notice.tsx';

/** For which list the report is made: what it leaves out for them is told with numbers before anything is saved. */
export function ForWhom(props: {
  list: List | null;
  snapshotId: string | null;
  planId: string | null;
  onChange: (listId: string | null) => void;
}) {
  const trpc = useTRPC();
  const lists = useQuery(trpc.circulation.lists.queryOptions());
  const { list } = props;
  return (
    <Group id="for-whom" name="For whom" note={<Link to="/circulation">Circulation lists</Link>}>
      <Select
        label="Circulation list"
        choices={[
          { id: 'none', text: 'No list: all is shown, addresses are typed' },
          ...(lists.data ?? []).map(({ id, name }) => ({ id: id as string, text: name })),
        ]}
        value={list?.id ?? 'none'}
        onChange={(id) => props.onChange(id === 'none' ? null : id)}
      />
      {list ? (
        <>
          <p className="q2">
            {recipientsWords(list)}. {seesWords(list.sees)}.
          </p>
          <AudienceNotice sees={list.sees} snapshotId={props.snapshotId} planId={props.planId} />
        </>
      ) : null}
    </Group>
  );
}
