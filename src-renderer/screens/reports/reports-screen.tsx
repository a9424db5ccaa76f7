import './reports.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { usualLayout } from '#shared/contract/report-records.ts';
import { saveFile } from '../../client/save-file.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Check, RadioChoices } from '../../components/choices.tsx';
import { Group } from '../../components/group.tsx';
import { Empty, Problem, Working } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Select } from '../../components/select.tsx';
import { Body, SidePanel } from '../../components/side-panel.tsx';
import { formatInstant } from '../../format/days.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { useSnapshots } from '../snapshots/use-snapshots.ts';
import { ArrangeView } from './arrange-view.tsx';
import { DraftForm } from './draft-form.tsx';
import { ForWhom } from './for-whom.tsx';
import { LeadChoice } from './lead-choice.tsx';
import { LeftOutNotice } from './left-out-notice.tsx';
import { ListDraft } from './list-draft.tsx';
import {
  type Chosen,
  choicesOf,
  comparing,
  formatTexts,
  isUsualLayout,
  ofWords,
  type ReportFormat,
  type ReportName,
  reportTexts,
  sectioned,
  wishOf,
  withReport,
  withTemplate,
} from './report-choices.ts';
import { ReportsSide } from './reports-side.tsx';
import { SectionChoice } from './section-choice.tsx';
import { TemplateChoice } from './template-choice.tsx';

/** From a snapshot, or the register now, to a report saved or an e-mail drafted. */
export function ReportsScreen() {
  const trpc = useTRPC();
  const search = useSearch({ from: '/reports' });
  const snapshots = useSnapshots();
  const plans = useQuery(trpc.plans.list.queryOptions());
  const [chosen, setChosen] = useState<Chosen>({
    snapshotId: search.snapshot ?? null,
    report: search.lead ? 'lead-list' : search.plan ? 'plan' : 'exceptions',
    planId: search.plan ?? null,
    sectionId: null,
    leadId: search.lead ?? null,
    sinceId: null,
    formats: { html: true, docx: false, xlsx: false, pdf: false, csv: false },
    layout: usualLayout,
    templateId: search.template ?? null,
  });
  const [isArranging, setArranging] = useState(false);
  const templates = useQuery(trpc.reports.templates.queryOptions());
  const templateList = templates.data ?? [];
  const template = templateList.find(({ id }) => id === chosen.templateId) ?? null;
  const lists = useQuery(trpc.circulation.lists.queryOptions());
  const [listId, setListId] = useState(search.list ?? null);
  const list = lists.data?.find(({ id }) => id === listId) ?? null;
  const isFound = list !== null;
  const found = useQuery({
    ...trpc.reports.placeOfWords.queryOptions({ id: search.words ?? '' }),
    enabled: search.words !== undefined,
  });
  const place = found.data;
  useEffect(() => {
    // Who came from a search is brought to the report in which the words stand.
    if (!place) return;
    const { report, ofId, snapshotId } = place;
    setChosen((old) => ({ ...old, ...ofWords(report, ofId), snapshotId }));
    setArranging(true);
  }, [place]);
  const isNamed = search.template !== undefined && template !== null;
  useEffect(() => {
    if (isNamed && template) setChosen((old) => withTemplate(old, template));
  }, [isNamed, template]);
  useEffect(() => {
    // Who came for a list is brought to it.
    if (search.list && isFound) document.getElementById('for-whom')?.scrollIntoView({ block: 'start' });
  }, [search.list, isFound]);
  const make = useMutation(trpc.reports.make.mutationOptions());
  const planList = plans.data ?? [];
  const wish = wishOf(chosen, planList);
  const { planId } = wish;
  const formats = (Object.keys(chosen.formats) as ReportFormat[]).filter((format) => chosen.formats[format]);
  const lacksLead = chosen.report === 'lead-list' && chosen.leadId === null;
  const snapshot = snapshots.data?.find((one) => one.id === chosen.snapshotId);
  useFoot(
    snapshot
      ? `From the snapshot of ${formatInstant(snapshot.takenAt)}`
      : 'From the register as it stands now',
  );

  /** Of "now": the snapshot taken for the first file is chosen for all that follow, so that they say the same. */
  const choose = (snapshotId: string) => setChosen((old) => ({ ...old, snapshotId }));
  const save = async () => {
    let snapshotId = chosen.snapshotId;
    for (const format of formats) {
      const file = await make.mutateAsync({
        snapshotId,
        ...wish,
        format,
        sees: list?.sees ?? null,
        layout: chosen.layout,
      });
      saveFile(file);
      say(`Saved to your downloads: ${file.name}`);
      if (snapshotId !== null) continue;
      snapshotId = (await snapshots.refetch()).data?.[0]?.id ?? null;
      if (snapshotId !== null) choose(snapshotId);
    }
  };

  if (plans.data && planList.length === 0) {
    return (
      <>
        <PageHead title="Reports" />
        <Body>
          <Empty
            title="There is no plan to report on."
            act={<ButtonLink to="/import">Import a file</ButtonLink>}
          >
            Once a plan is in the register, its exception report and the plan itself can be saved and e-mailed
            from here.
          </Empty>
        </Body>
      </>
    );
  }
  if (isArranging && !lacksLead) {
    return (
      <ArrangeView
        wish={{
          snapshotId: chosen.snapshotId,
          ...wish,
          sees: list?.sees ?? null,
          templateId: chosen.templateId,
        }}
        of={snapshot ? `Of the snapshot “${snapshot.name}”` : 'Of the register as it stands'}
        layout={chosen.layout}
        onLayout={(layout) => setChosen({ ...chosen, layout })}
        onBack={() => setArranging(false)}
      />
    );
  }
  return (
    <>
      <PageHead
        title="Reports"
        facts="Each is made from a snapshot, so that it can be made again and compared."
        acts={
          <Button
            look="primary"
            isPending={make.isPending}
            isDisabled={formats.length === 0 || lacksLead}
            onPress={() => void save().catch(() => undefined)}
          >
            Save the report
          </Button>
        }
      />
      <Body
        label="The report"
        right={
          <SidePanel side="right" title="From snapshots" width={328}>
            <ReportsSide snapshots={snapshots.data ?? []} />
          </SidePanel>
        }
      >
        <div className="rep">
          {make.isPending ? (
            <Working what={`Making the ${reportTexts[chosen.report].name.toLowerCase()}`} />
          ) : null}
          {make.isError ? <Problem title="The report was not made." error={make.error} /> : null}
          <Group name="As it stood">
            <Select
              label="Snapshot"
              choices={[
                { id: 'now', text: 'Register now (takes a snapshot)' },
                ...(snapshots.data ?? []).map((one) => ({
                  id: one.id,
                  text: `${one.name}, ${formatInstant(one.takenAt)}`,
                })),
              ]}
              value={chosen.snapshotId ?? 'now'}
              onChange={(id) => setChosen({ ...chosen, snapshotId: id === 'now' ? null : id })}
            />
          </Group>
          <Group name="Which report">
            <RadioChoices<ReportName>
              label="Which report"
              hideLabel
              value={chosen.report}
              onChange={(report) => setChosen(withReport(chosen, report, templateList))}
              choices={(Object.keys(reportTexts) as ReportName[]).map((id) => ({
                id,
                text: reportTexts[id].name,
                help: reportTexts[id].help,
              }))}
            />
            {chosen.report === 'lead-list' ? (
              <LeadChoice
                snapshotId={chosen.snapshotId}
                leadId={chosen.leadId}
                onChange={(leadId) => setChosen({ ...chosen, leadId })}
              />
            ) : (
              <Select
                label="Plan"
                choices={[
                  ...(chosen.report !== 'plan' ? [{ id: 'all', text: 'All plans' }] : []),
                  ...planList.map((plan) => ({ id: plan.id, text: plan.title })),
                ]}
                value={planId ?? 'all'}
                onChange={(id) => setChosen({ ...chosen, planId: id === 'all' ? null : id, sectionId: null })}
              />
            )}
            {planId !== null && sectioned.has(chosen.report) ? (
              <SectionChoice
                planId={planId}
                sectionId={chosen.sectionId}
                onChange={(sectionId) => setChosen({ ...chosen, sectionId })}
              />
            ) : null}
            {comparing.has(chosen.report) ? (
              <Select
                label="Compared with"
                choices={[
                  { id: 'before', text: 'The snapshot before, where there is one' },
                  ...(snapshots.data ?? [])
                    .filter((one) => !snapshot || one.takenAt < snapshot.takenAt)
                    .map((one) => ({ id: one.id, text: `${one.name}, ${formatInstant(one.takenAt)}` })),
                ]}
                value={chosen.sinceId ?? 'before'}
                onChange={(id) => setChosen({ ...chosen, sinceId: id === 'before' ? null : id })}
              />
            ) : null}
          </Group>
          <Group name="Words and layout" note="a foreword, beside each part, at the end">
            <p className="q2">
              {isUsualLayout(chosen.layout)
                ? 'All parts, in their usual order, on A4.'
                : 'Laid out by your own choice of parts, columns, paper or cover.'}
            </p>
            <div className="acts">
              <Button isDisabled={lacksLead} onPress={() => setArranging(true)}>
                Write words and lay out
              </Button>
              {isUsualLayout(chosen.layout) ? null : (
                <Button look="quiet" onPress={() => setChosen({ ...chosen, layout: usualLayout })}>
                  Lay out as usual
                </Button>
              )}
            </div>
          </Group>
          <TemplateChoice
            report={chosen.report}
            templates={templateList}
            value={template}
            choices={choicesOf(chosen, { wish, listId, template })}
            wordsOf={{ snapshotId: chosen.snapshotId, ...wish }}
            onChange={(one) => {
              setChosen(one ? withTemplate(chosen, one) : { ...chosen, templateId: null });
              if (one?.choices.listId) setListId(one.choices.listId);
            }}
            onSaved={(templateId) => setChosen({ ...chosen, templateId })}
          />
          <Group name="In which form">
            {(Object.keys(formatTexts) as ReportFormat[]).map((format) => (
              <Check
                key={format}
                isSelected={chosen.formats[format]}
                onChange={(on) => setChosen({ ...chosen, formats: { ...chosen.formats, [format]: on } })}
              >
                {formatTexts[format].name} <span className="sm q">{formatTexts[format].help}</span>
              </Check>
            ))}
            {formats.length === 0 ? (
              <p className="sm">Choose at least one form; then the report can be saved.</p>
            ) : null}
            {lacksLead ? <p className="sm">Choose whose list it is to be; then it can be saved.</p> : null}
          </Group>
          <LeftOutNotice snapshotId={chosen.snapshotId} planId={planId} />
          <ForWhom list={list} snapshotId={chosen.snapshotId} planId={planId} onChange={setListId} />
          {list ? (
            <ListDraft
              key={list.id}
              list={list}
              snapshotId={chosen.snapshotId}
              wish={wish}
              layout={chosen.layout}
              formats={formats}
              onTaken={choose}
            />
          ) : (
            <DraftForm chosen={chosen} wish={wish} formats={formats} onTaken={choose} />
          )}
        </div>
      </Body>
    </>
  );
}
