import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, type RefObject, useState } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
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
        <Card person={props.person} onLeave={() => setOpen(false)} />
      </Popover>
    </DialogTrigger>
  );
}

/**
 * The same card under a chip that is no button. It takes no focus: whoever pressed the chip goes on typing where they
 * were, and whatever they do next closes it.
 */
export function LeadCardUnder(props: {
  person: PersonRow;
  chip: RefObject<Element | null>;
  onClose: () => void;
}) {
  return (
    <Popover
      className="float lead-card"
      offset={4}
      placement="bottom start"
      isNonModal
      isOpen
      triggerRef={props.chip}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <section aria-label={props.person.name}>
        <Card person={props.person} onLeave={props.onClose} />
      </section>
    </Popover>
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
    <div className="card-in">
      <p className="card-name">{person.name}</p>
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
    </div>
  );
}
