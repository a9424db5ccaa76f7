import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Section, sectionKinds } from '#shared/contract/register.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Select } from '../../components/select.tsx';
import { capital, count } from '../../format/words.ts';
import { seriesAfter } from '../../grid/series.ts';
import { say } from '../../shell/foot.tsx';
import { PointedTo } from './pointed-to.tsx';

type Kind = Section['kind'];
const top = 'top';

/** Adds a section, or changes one that is there. What is deleted here comes back with Undo. */
export function SectionDialog(props: {
  readonly planId: string;
  readonly section: Section | null;
  readonly sections: readonly Section[];
  /** Under which a new one is offered to stand. */
  readonly near: Section | null;
  readonly actionsIn: number;
  readonly onClose: (sectionId: string | null) => void;
}) {
  const { planId, section, sections, near } = props;
  const trpc = useTRPC();
  const siblings = sections.filter((one) => one.parentId === (section ?? near)?.parentId);
  const lastRef = siblings.at(-1)?.ref;
  const nextRef = lastRef ? (seriesAfter([lastRef], 1)?.[0] ?? '') : '';
  const [title, setTitle] = useState(section?.title ?? '');
  const [ref, setRef] = useState(section ? (section.ref ?? '') : nextRef);
  const [kind, setKind] = useState<Kind>(section?.kind ?? near?.kind ?? 'priority');
  const [parent, setParent] = useState(near?.parentId ?? top);
  const [wrong, setWrong] = useState<string | null>(null);
  const done = (id: string | null) => props.onClose(id);
  const add = useMutation(
    trpc.plans.addSection.mutationOptions({ onSuccess: (made) => done(made.sectionId) }),
  );
  const edit = useMutation(
    trpc.plans.editSection.mutationOptions({ onSuccess: () => done(section?.id ?? null) }),
  );
  const remove = useMutation(
    trpc.plans.removeSection.mutationOptions({
      onSuccess: () => {
        say(`Deleted: ${section?.title ?? ''}. Undo brings it back.`);
        done(null);
      },
    }),
  );
  const save = () => {
    if (title.trim() === '') {
      setWrong('A section needs a title: the plan and its reports show it as a heading.');
      return;
    }
    const words = { title: title.trim(), ref: ref.trim() === '' ? null : ref.trim(), kind };
    if (section) edit.mutate({ sectionId: section.id, ...words });
    else add.mutate({ planId, parentId: parent === top ? null : parent, afterSectionId: null, ...words });
  };
  return (
    <FormDialog
      title={section ? 'Section' : 'Add a section'}
      save={section ? 'Save the section' : 'Add the section'}
      onSave={save}
      onClose={() => done(null)}
      isSaving={add.isPending || edit.isPending}
      failed={{ title: 'The section was not saved.', error: add.error ?? edit.error ?? remove.error }}
      below={section ? <PointedTo kind="section" id={section.id} /> : null}
      also={
        <>
          {section ? (
            <ButtonLink look="quiet" to="/history" search={{ record: section.id }}>
              History of this section
            </ButtonLink>
          ) : null}
          {section ? (
            <Button look="quiet" onPress={() => remove.mutate({ sectionId: section.id })}>
              {props.actionsIn > 0 ? `Delete with ${count(props.actionsIn, 'action')}` : 'Delete the section'}
            </Button>
          ) : null}
        </>
      }
    >
      <Field label="Title" value={title} onChange={setTitle} wrong={wrong} autoFocus />
      <div className="form-row">
        <Field label="Reference" value={ref} onChange={setRef} />
        <Select
          label="Kind"
          value={kind}
          onChange={setKind}
          choices={sectionKinds.map((one) => ({ id: one, text: capital(one) }))}
        />
        {section ? null : (
          <Select
            label="Stands under"
            value={parent}
            onChange={setParent}
            choices={[
              { id: top, text: 'The plan itself' },
              ...sections.map((one) => ({
                id: one.id as string,
                text: [one.ref, one.title].filter(Boolean).join(' '),
              })),
            ]}
          />
        )}
      </div>
    </FormDialog>
  );
}
