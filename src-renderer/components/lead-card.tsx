import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { PersonRow } from '#shared/contract/people.ts';
import { useTRPC } from '../client/trpc.ts';
import { count } from '../format/words.ts';
import { useHolders } from './people.tsx';

/** A chip that opens a small card: who it is, how much is open, and the way to their page. Esc closes it. */
export function LeadCard(props: {
  person: PersonRow;
  look: 'per' | 'org';
  /** The full name, for screen readers. */
  label: string;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className={props.look} aria-label={props.label}>
        {props.children}
      </Button>
      <Popover className="float lead-card" offset={4} placement="bottom start">
        <Dialog>
          <Card person={props.person} onLeave={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Card({ person, onLeave }: { person: PersonRow; onLeave: () => void }) {
  const trpc = useTRPC();
  const loads = useQuery(trpc.people.loads.queryOptions());
  const holders = useHolders()(person);
  const load = loads.data?.loads.find((one) => one.personId === person.id);
  const what = [
    load && load.openActions > 0 ? count(load.openActions, 'open action') : null,
    load && load.overdue > 0 ? `${load.overdue} overdue` : null,
    load && load.kpis > 0 ? count(load.kpis, 'KPI') : null,
  ].filter((part) => part !== null);
  return (
    <>
      <Heading slot="title">{person.name}</Heading>
      {person.kind === 'role' ? (
        <p className="q2">
          {holders.length > 0 ? `Held by ${holders.join(', ')}` : 'A role; who holds it is not known'}
        </p>
      ) : person.role ? (
        <p className="q2">{person.role}</p>
      ) : null}
      {person.email ? <p className="q2">{person.email}</p> : null}
      {loads.data ? <p>{what.length > 0 ? what.join(', ') : 'Nothing open'}</p> : null}
      <p>
        <Link
          to="/people/$personId"
          params={{ personId: person.id }}
          className="hit"
          aria-label={`All that is theirs: ${person.name}`}
          onClick={onLeave}
        >
          All that is theirs
        </Link>
      </p>
    </>
  );
}
