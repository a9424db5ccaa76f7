import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { Settings } from '#shared/contract/register.ts';
import type { OfficeLook } from '#shared/contract/report-records.ts';
import { colourTrouble } from '#shared/domain/office-look.ts';
import { base64Of } from '../../client/save-file.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { say } from '../../shell/foot.tsx';
import { ColourField } from './colour-field.tsx';
import { SaveOrNot } from './partnership.tsx';

const plain: OfficeLook = { logo: null, colour: null, second: null, confidentiality: null };

/** How the office's reports look: logo, colours, and the line that says who may see them. */
export function ReportLook() {
  const trpc = useTRPC();
  const settings = useQuery(trpc.settings.get.queryOptions());
  return (
    <QueryState query={settings} what="How reports look">
      {(saved) => <LookForm saved={saved} />}
    </QueryState>
  );
}

function LookForm({ saved }: { saved: Settings }) {
  const trpc = useTRPC();
  const draft = useDraft<OfficeLook>(saved.look ?? plain);
  const { value, set } = draft;
  const save = useMutation(trpc.settings.set.mutationOptions());
  const wrong = [value.colour, value.second].some((one) => one !== null && colourTrouble(one) !== null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!draft.changed || wrong) return;
    await save.mutateAsync({ look: value });
    draft.reset();
    say('Saved. Reports of snapshots taken from now on look so.');
  };
  return (
    <form className="settings" onSubmit={(event) => void submit(event).catch(() => undefined)}>
      <p className="q2">
        Stands on the cover and at the head of every page of each report, in every form, under the name “
        {saved.partnership}”. A report looks as its snapshot had it, so that it can be made again the same.
      </p>
      <LogoField value={value} saved={saved} onChange={set} />
      <ColourField
        label="Colour of rules and titles"
        instead="ink"
        value={value.colour}
        onChange={(colour) => set({ ...value, colour })}
      />
      <ColourField
        label="Second colour, for headings and your own words"
        instead="the first"
        value={value.second}
        onChange={(second) => set({ ...value, second })}
      />
      <Field
        label="Line of confidentiality"
        value={value.confidentiality ?? ''}
        onChange={(text) => set({ ...value, confidentiality: text === '' ? null : text })}
        maxLength={200}
        help="For instance “Official: for partners only”. Left empty, there is none."
      />
      {save.isError ? <Problem title="The look was not saved." error={save.error} /> : null}
      <SaveOrNot
        changed={draft.changed && !wrong}
        isSaving={save.isPending}
        onReset={draft.reset}
        what="the look"
      />
      <p>
        <ButtonLink to="/reports">See a report</ButtonLink>
      </p>
    </form>
  );
}

function LogoField(props: { value: OfficeLook; saved: Settings; onChange: (look: OfficeLook) => void }) {
  const { value, saved, onChange } = props;
  const trpc = useTRPC();
  const read = useMutation(trpc.settings.readLogo.mutationOptions());
  const [isReading, setReading] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setReading(true);
    try {
      // What was said of the picture before is not said of this one.
      const alt = `Logo of ${saved.partnership}`;
      const logo = await read.mutateAsync({
        name: file.name,
        base64: await base64Of(file),
        alt: alt.slice(0, 200),
      });
      onChange({ ...value, logo });
    } catch {
      // Told beside the button by the mutation itself.
    } finally {
      setReading(false);
    }
  };
  const { logo } = value;
  return (
    <>
      <div className="logo-field">
        {logo ? (
          <img src={`data:image/png;base64,${logo.png}`} alt={logo.alt} width={Math.min(220, logo.width)} />
        ) : (
          <p className="q2">
            No logo yet. A PNG or SVG of up to 150 kB; a wide one of 600 dots is enough for print.
          </p>
        )}
        <div className="acts">
          <FileTrigger acceptedFileTypes={['.png', '.svg']} onSelect={(files) => void take(files?.[0])}>
            <Button isPending={isReading}>{logo ? 'Choose another logo' : 'Choose a logo'}</Button>
          </FileTrigger>
          {logo ? (
            <Button look="quiet" onPress={() => onChange({ ...value, logo: null })}>
              Go without
            </Button>
          ) : null}
        </div>
        {read.isError ? <Problem title="The logo was not taken." error={read.error} /> : null}
      </div>
      {logo ? (
        <Field
          label="What the logo shows"
          value={logo.alt}
          onChange={(alt) => onChange({ ...value, logo: { ...logo, alt } })}
          maxLength={200}
          help="For those who do not see it."
        />
      ) : null}
    </>
  );
}
