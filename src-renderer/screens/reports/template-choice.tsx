import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TemplateChoices } from '#shared/contract/report-records.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Check } from '../../components/choices.tsx';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Group } from '../../components/group.tsx';
import { Problem } from '../../components/notices.tsx';
import { Select } from '../../components/select.tsx';
import { say } from '../../shell/foot.tsx';
import { type ReportName, reportTexts, type Template, type WordsWish } from './report-choices.ts';

type Saving = { templateId: string | null; name: string; usual: boolean };

/** A report's choices kept under a name: taken, kept anew, renamed, copied, removed. */
export function TemplateChoice(props: {
  report: ReportName;
  templates: readonly Template[];
  value: Template | null;
  /** All that is chosen now. */
  choices: TemplateChoices;
  /** The report whose words a template begins with. */
  wordsOf: WordsWish;
  onChange: (template: Template | null) => void;
  /** A template that was saved under a new identity is the one in use. */
  onSaved: (templateId: string) => void;
}) {
  const { report, value } = props;
  const trpc = useTRPC();
  const remove = useMutation(trpc.reports.removeTemplate.mutationOptions());
  const [saving, setSaving] = useState<Saving | null>(null);
  const own = props.templates.filter((one) => one.report === report);
  const kind = reportTexts[report].name.toLowerCase();
  return (
    <Group name="Template" note="choices kept under a name">
      <Select
        label="Template"
        choices={[
          { id: 'none', text: own.length === 0 ? `None yet for the ${kind}` : 'None' },
          ...own.map(({ id, name, usual }) => ({
            id: id as string,
            text: usual ? `${name}, the usual one` : name,
          })),
        ]}
        value={value?.id ?? 'none'}
        onChange={(id) => props.onChange(own.find((one) => one.id === id) ?? null)}
      />
      <div className="acts">
        {value ? (
          <>
            <Button onPress={() => setSaving({ templateId: value.id, name: value.name, usual: value.usual })}>
              Save or rename “{value.name}”
            </Button>
            <Button
              look="quiet"
              onPress={() => setSaving({ templateId: null, name: `${value.name}, copy`, usual: false })}
            >
              Copy
            </Button>
            <Button
              look="quiet"
              onPress={() =>
                void remove
                  .mutateAsync({ templateId: value.id })
                  .then(({ removed }) => {
                    props.onChange(null);
                    say(`Removed: ${removed}. Undo brings it back.`);
                  })
                  .catch(() => undefined)
              }
            >
              Remove
            </Button>
          </>
        ) : (
          <Button onPress={() => setSaving({ templateId: null, name: '', usual: own.length === 0 })}>
            Save the choices as a template
          </Button>
        )}
      </div>
      {remove.isError ? <Problem title="The template was not removed." error={remove.error} /> : null}
      {saving ? (
        <SaveTemplate
          saving={saving}
          report={report}
          choices={props.choices}
          wordsOf={props.wordsOf}
          onClose={() => setSaving(null)}
          onSaved={props.onSaved}
        />
      ) : null}
    </Group>
  );
}

function SaveTemplate(props: {
  saving: Saving;
  report: ReportName;
  choices: TemplateChoices;
  wordsOf: WordsWish;
  onClose: () => void;
  onSaved: (templateId: string) => void;
}) {
  const { saving, report, choices } = props;
  const trpc = useTRPC();
  const [name, setName] = useState(saving.name);
  const [usual, setUsual] = useState(saving.usual);
  const [lacksName, setLacksName] = useState(false);
  const save = useMutation(trpc.reports.saveTemplate.mutationOptions());
  const submit = async () => {
    if (name.trim() === '') {
      setLacksName(true);
      return;
    }
    const { templateId } = await save.mutateAsync({
      templateId: saving.templateId,
      name: name.trim(),
      report,
      usual,
      choices,
      wordsOf: props.wordsOf,
    });
    props.onSaved(templateId);
    props.onClose();
    say(`Saved as the template “${name.trim()}”.`);
  };
  return (
    <FormDialog
      title={saving.templateId === null ? 'Save as a template' : 'Save the template'}
      save="Save the template"
      onSave={() => void submit().catch(() => undefined)}
      onClose={props.onClose}
      isSaving={save.isPending}
      failed={save.error ? { title: 'The template was not saved.', error: save.error } : null}
    >
      <Field
        label="Name"
        value={name}
        onChange={setName}
        autoFocus
        wrong={lacksName && name.trim() === '' ? 'A template needs a name to be found by.' : null}
      />
      <Check isSelected={usual} onChange={setUsual}>
        The {reportTexts[report].name.toLowerCase()} usually begins with it
      </Check>
      <p className="q2">
        Kept are the plan, section or lead, the list, the forms, the parts, columns and statuses, the paper,
        the cover, and the words as they stand now, for the next to begin with.
      </p>
    </FormDialog>
  );
}
