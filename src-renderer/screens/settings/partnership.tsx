import { useMutation, useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import type { Settings } from '#shared/contract/register.ts';
import { monthNames } from '#shared/domain/dates.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Select } from '../../components/select.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { say } from '../../shell/foot.tsx';

const months = monthNames.map((text, index) => ({ id: String(index + 1), text }));

/** The partnership's name and when its years begin. */
export function Partnership() {
  const trpc = useTRPC();
  const settings = useQuery(trpc.settings.get.queryOptions());
  return (
    <QueryState query={settings} what="The settings">
      {(saved) => <PartnershipForm saved={saved} />}
    </QueryState>
  );
}

function PartnershipForm({ saved }: { saved: Settings }) {
  const trpc = useTRPC();
  const draft = useDraft(saved);
  const save = useMutation(
    trpc.settings.set.mutationOptions({
      onSuccess: () => {
        draft.reset();
        say('Settings saved.');
      },
    }),
  );
  const { value, set } = draft;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { partnership, financialYearStart, academicYearStart } = value;
    if (draft.changed && partnership.trim()) {
      save.mutate({ partnership: partnership.trim(), financialYearStart, academicYearStart });
    }
  };
  return (
    <form className="settings" onSubmit={submit}>
      <Field
        label="Name of the partnership"
        value={value.partnership}
        onChange={(partnership) => set({ ...value, partnership })}
        help="Stands at the foot of this window and at the head of every report."
        wrong={value.partnership.trim() ? null : 'A report needs a name to stand under.'}
      />
      <Select
        label="The financial year begins in"
        choices={months}
        value={String(value.financialYearStart)}
        onChange={(month) => set({ ...value, financialYearStart: Number(month) })}
        help="“2010-11” and “Q3” are read by it. April in local government."
      />
      <Select
        label="The academic year begins in"
        choices={months}
        value={String(value.academicYearStart)}
        onChange={(month) => set({ ...value, academicYearStart: Number(month) })}
        help="“Autumn term” is read by it."
      />
      {save.isError ? <Problem title="The settings were not saved." error={save.error} /> : null}
      <SaveOrNot changed={draft.changed} isSaving={save.isPending} onReset={draft.reset} />
    </form>
  );
}

/** Save, and leave it as it was; both only once something differs. */
export function SaveOrNot(props: {
  changed: boolean;
  isSaving: boolean;
  onReset: () => void;
  what?: string;
}) {
  if (!props.changed) return null;
  return (
    <div className="acts">
      <Button look="primary" type="submit" isPending={props.isSaving}>
        Save {props.what ?? 'the settings'}
      </Button>
      <Button look="quiet" onPress={props.onReset}>
        Leave as it was
      </Button>
    </div>
  );
}
