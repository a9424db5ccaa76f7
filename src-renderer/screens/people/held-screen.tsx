import './people.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { HeldOn } from '#shared/contract/held.ts';
import { saveFile } from '../../client/save-file.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { Problem } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body } from '../../components/side-panel.tsx';
import { count } from '../../format/words.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { HeldGroups } from './held-groups.tsx';
import { RemoveNameDialog } from './remove-name-dialog.tsx';

const route = getRouteApi('/people/$personId/held');

const forms = [
  { id: 'html', text: 'Web page' },
  { id: 'docx', text: 'Word document' },
  { id: 'xlsx', text: 'Excel workbook' },
  { id: 'csv', text: 'CSV files' },
] as const;
type Form = (typeof forms)[number]['id'];

/** All that the register holds on one person, in numbers; as a file in full; and from here the name is taken out. */
export function HeldScreen() {
  const { personId } = route.useParams();
  const trpc = useTRPC();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const held = useQuery(trpc.people.held.queryOptions({ personId }));
  const save = useMutation({
    mutationFn: (format: Form) =>
      client.fetchQuery({ ...trpc.people.heldFile.queryOptions({ personId, format }), staleTime: 0 }),
    meta: { invalidates: 'none' },
    onSuccess: (file) => {
      saveFile(file);
      say(`Saved: ${file.name}`);
    },
  });
  useFoot(
    held.data ? `${count(held.data.now, 'place')} on record, ${held.data.history} in the history` : null,
  );
  const name = held.data?.person.name;
  return (
    <>
      <PageHead
        title={name ? `What is held on ${name}` : 'What is held on a person'}
        under="For the person who asks, and before their name is taken out"
        acts={
          held.data ? (
            <>
              <Menu
                label="Save all of it as"
                trigger={<Button isPending={save.isPending}>Save all of it</Button>}
                acts={forms.map((form) => ({ ...form, run: () => save.mutate(form.id) }))}
              />
              <Button onPress={() => setAsking(true)}>Take the name out…</Button>
            </>
          ) : null
        }
      />
      <Body label="What is held">
        {save.isError ? <Problem title="It was not saved." error={save.error} /> : null}
        <QueryState query={held} what="What is held">
          {(data: HeldOn) => <HeldGroups held={data} />}
        </QueryState>
        <p className="held-back">
          <Link to="/people/$personId" params={{ personId }} className="hit">
            {name ? `All that ${name} leads` : 'The lead’s page'}
          </Link>
        </p>
      </Body>
      {asking && held.data ? <RemoveNameDialog held={held.data} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
