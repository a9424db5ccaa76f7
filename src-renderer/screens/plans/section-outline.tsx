import { useMutation } from '@tanstack/react-query';
import { memo, useCallback } from 'react';
import type { KeyEntry } from '#shared/contract/register.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { LinkButton } from '../../components/button.tsx';
import { say } from '../../shell/foot.tsx';
import { Outline } from './outline.tsx';
import type { SectionPlace } from './section-places.ts';
import type { SectionNode } from './section-tree.ts';

/**
 * The outline of a plan with what is done to it: add, move, renumber. Drawn again only when it changed: of hundreds of
 * sections that takes longer than the letter typed or the arrow pressed beside it.
 */
export const SectionOutline = memo(OutlineWithActs);

function OutlineWithActs(props: {
  readonly nodes: readonly SectionNode[];
  readonly planKey: readonly KeyEntry[];
  readonly current: string | null;
  readonly onShow: (sectionId: string) => void;
  readonly onEdit: (sectionId: string) => void;
  readonly onAdd: () => void;
  readonly onRenumber: () => void;
}) {
  const trpc = useTRPC();
  const { nodes } = props;
  const { mutate } = useMutation(
    trpc.plans.moveSection.mutationOptions({
      onError: (error) => say(`The section was not moved. ${wireErrorOf(error).message}`),
    }),
  );
  const onMove = useCallback(
    (sectionId: string, place: SectionPlace) => {
      const node = nodes.find(({ section }) => section.id === sectionId);
      mutate(
        { sectionId, ...place },
        {
          onSuccess: () => {
            const title = [node?.section.ref, node?.section.title].filter(Boolean).join(' ');
            say(`Moved: ${title}, with all that stands under it. “Renumber” puts the references in order.`);
          },
        },
      );
    },
    [mutate, nodes],
  );
  return (
    <>
      <div className="outline-acts">
        <LinkButton onPress={props.onAdd}>Add section</LinkButton>
        <LinkButton onPress={props.onRenumber}>Renumber</LinkButton>
      </div>
      {nodes.length > 0 ? (
        <Outline
          nodes={nodes}
          planKey={props.planKey}
          current={props.current}
          onShow={props.onShow}
          onEdit={props.onEdit}
          onMove={onMove}
        />
      ) : (
        <p className="panel-note q2">No section yet. Sections group the actions and head the reports.</p>
      )}
    </>
  );
}
