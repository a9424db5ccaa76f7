import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PlanView } from '#shared/contract/plans.ts';
import { numberInOrder } from '#shared/domain/number-in-order.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Problem } from '../../components/notices.tsx';
import { count } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { ScrollBox } from './scroll-box.tsx';

const mostListed = 300;

/** Shows every reference that would change and writes them as one act. What links to an action leads there still. */
export function RenumberDialog({ view, onClose }: { view: PlanView; onClose: () => void }) {
  const trpc = useTRPC();
  const { plan, sections, actions } = view;
  const made = useMemo(
    () =>
      numberInOrder(
        sections,
        actions.map(({ id, sectionId, ref }) => ({ id, parentId: sectionId, ref })),
      ),
    [sections, actions],
  );
  const names = useMemo(
    () =>
      new Map<string, string>([
        ...sections.map((one) => [one.id, one.title] as const),
        ...actions.map((one) => [one.id, one.text] as const),
      ]),
    [sections, actions],
  );
  const all = [...made.sections, ...made.actions];
  const changed = new Set(made.actions.map(({ id }) => id));
  const linked = actions.reduce(
    (sum, action) => sum + action.links.filter((link) => changed.has(link.actionId ?? '')).length,
    0,
  );
  const renumber = useMutation(
    trpc.plans.renumber.mutationOptions({
      onSuccess: ({ changed: number }) => {
        say(`${count(number, 'reference')} renumbered. Undo brings the old ones back.`);
        onClose();
      },
    }),
  );
  const write = () =>
    renumber.mutate({
      planId: plan.id,
      sections: made.sections.map(({ id, before, after }) => ({ id, before, after })),
      actions: made.actions.map(({ id, before, after }) => ({ id, before, after })),
    });
  return (
    <Dialog
      title="Renumber the references"
      isOpen
      onClose={onClose}
      acts={
        all.length === 0 ? (
          <Button look="primary" onPress={onClose}>
            Close
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button look="primary" onPress={write} isPending={renumber.isPending}>
              Renumber {count(all.length, 'reference')}
            </Button>
          </>
        )
      }
    >
      {all.length === 0 ? (
        <p>Every reference stands in order already. Nothing would change.</p>
      ) : (
        <>
          <p className="q2">
            {[
              made.sections.length > 0 ? count(made.sections.length, 'section') : '',
              made.actions.length > 0 ? count(made.actions.length, 'action') : '',
            ]
              .filter(Boolean)
              .join(' and ')}{' '}
            in the scheme they have. Each stays the same action, with its history.
            {linked > 0
              ? ` ${count(linked, 'link')} ${linked === 1 ? 'names' : 'name'} one of them by words: ${linked === 1 ? 'it leads' : 'they lead'} there still, and the words stay as written.`
              : ''}
          </p>
          <ScrollBox label="Old and new references">
            <table>
              <thead>
                <tr>
                  <th scope="col">Now</th>
                  <th scope="col">New</th>
                  <th scope="col">Of</th>
                </tr>
              </thead>
              <tbody>
                {all.slice(0, mostListed).map(({ id, before, after }) => (
                  <tr key={id}>
                    <td>{before ?? <span className="q2">None</span>}</td>
                    <td>
                      <b>{after}</b>
                    </td>
                    <td>{names.get(id)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {all.length > mostListed ? <p className="q2">And {all.length - mostListed} more.</p> : null}
          </ScrollBox>
        </>
      )}
      {renumber.error ? (
        <Problem title="Nothing was renumbered.">{wireErrorOf(renumber.error).message}</Problem>
      ) : null}
    </Dialog>
  );
}
