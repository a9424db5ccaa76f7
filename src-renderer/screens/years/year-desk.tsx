import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { YearOptions, type YearProposal } from '#shared/contract/years.ts';
import { dateHasPassed } from '#shared/domain/next-year.ts';
import { readPeriod } from '#shared/domain/periods.ts';
import { completed, countsInWords, countsOf } from '#shared/domain/year-choices.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { Problem } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { RowList } from '../../components/row-list.tsx';
import { Body, SidePanel } from '../../components/side-panel.tsx';
import { count, matches } from '../../format/words.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { useYearDrafts } from './use-year-drafts.ts';
import { focusWords, useYearKeys } from './use-year-keys.ts';
import { YearBulk } from './year-bulk.tsx';
import { begin, choicesOf, faultsOf, kpiChoicesOf, newRefs } from './year-draft.ts';
import { YearKpis } from './year-kpis.tsx';
import { YearOptionsForm } from './year-options.tsx';
import { YearSections } from './year-sections.tsx';

/** Every action of the old plan with its way, the numbers it comes to, and the one button that does it. */
export function YearDesk({ proposal }: { proposal: YearProposal }) {
  const { plan, actions, kpis, next } = proposal;
  const trpc = useTRPC();
  const navigate = useNavigate();
  const [head, setHead] = useState(next);
  const [options, setOptions] = useState(() => YearOptions.parse({}));
  const [looked, setLooked] = useState('');
  const [tried, setTried] = useState(false);
  const desk = useYearDrafts(
    useMemo(() => begin(proposal), [proposal]),
    actions,
  );
  const { drafts } = desk;
  const oldYear = plan.period?.label ?? 'the old plan';

  // Typing goes first: numbers, references and what is missing follow when it rests.
  const settled = useDeferredValue(drafts);
  const choices = useMemo(() => choicesOf(settled, actions), [settled, actions]);
  const faults = useMemo(() => faultsOf(settled, proposal), [settled, proposal]);
  const refs = useMemo(() => newRefs(settled, proposal, options), [settled, proposal, options]);
  const start = useMemo(() => readPeriod(head.period).start, [head.period]);
  const passed = useMemo(
    () => new Set(actions.filter((one) => dateHasPassed(one.timescale, start)).map(({ id }) => id as string)),
    [actions, start],
  );
  const shown = useMemo(
    () =>
      new Set(
        actions
          .filter((one) =>
            matches(looked, one.ref, one.text, one.leads, one.status?.label, one.timescale?.text),
          )
          .map(({ id }) => id as string),
      ),
    [actions, looked],
  );
  const numbers = countsInWords(countsOf(completed(actions, choices)));

  const roll = useMutation(
    trpc.years.rollForward.mutationOptions({
      onSuccess: async (done) => {
        await navigate({ to: '/plans/$planId', params: { planId: done.planId } });
        const look = done.toLookAt.length;
        say(
          `${done.words}.${look > 0 ? ` ${count(look, 'thing')} to look at: dates that have passed first.` : ''}`,
        );
      },
    }),
  );
  const apply = () => {
    setTried(true);
    const [first] = faultsOf(drafts, proposal).keys();
    if (first !== undefined) {
      setLooked('');
      desk.openRow(first);
      focusWords(first);
      return;
    }
    if (head.title.trim() === '' || head.period.trim() === '') return;
    const to = { title: head.title.trim(), period: head.period.trim() };
    roll.mutate({
      planId: plan.id,
      ...to,
      options,
      choices: choicesOf(drafts, actions),
      kpis: kpiChoicesOf(drafts, kpis),
    });
  };
  const onKeyDown = useYearKeys({
    onKind: desk.choose,
    onMark: desk.mark,
    onWords: (id) => {
      desk.closeGroup();
      desk.openRow(desk.wordsAt(id));
      focusWords(desk.wordsAt(id));
    },
  });
  useFoot(
    `${numbers}${desk.marked.size > 0 ? `. ${count(desk.marked.size, 'row')} marked` : ''}${looked ? `. ${shown.size} shown` : ''}`,
  );

  return (
    <>
      <PageHead
        title="Roll forward"
        under={plan.title}
        facts={<span className="yr-numbers">{numbers}</span>}
        acts={
          <>
            <ButtonLink to="/plans/$planId" params={{ planId: plan.id }}>
              Back to the plan
            </ButtonLink>
            <Button look="primary" onPress={apply} isPending={roll.isPending}>
              Make the plan of {head.period.trim() || 'next year'}
            </Button>
          </>
        }
      />
      <Body
        label="Actions"
        left={
          <SidePanel side="left" title="The new plan" width={264}>
            <YearOptionsForm
              head={head}
              options={options}
              oldYear={oldYear}
              onHead={setHead}
              onOptions={setOptions}
            />
          </SidePanel>
        }
      >
        {proposal.continuedBy.length > 0 ? (
          <p className="yr-note">
            This plan was rolled forward already, to{' '}
            {proposal.continuedBy
              .map(({ title, period }) => `${title}${period ? ` (${period})` : ''}`)
              .join('; ')}
            .
          </p>
        ) : null}
        {roll.error ? (
          <Problem title="The new plan was not made.">{wireErrorOf(roll.error).message}</Problem>
        ) : null}
        {tried && faults.size > 0 ? (
          <Problem title={`${count(faults.size, 'row')} to settle first.`}>
            <ul>
              {[...faults].slice(0, 5).map(([id, message]) => (
                <li key={id}>{message}</li>
              ))}
            </ul>
          </Problem>
        ) : null}
        <div className="yr-strip">
          <FilterBox label="Filter the actions" value={looked} onChange={setLooked} />
          <YearBulk proposal={proposal} onBulk={desk.bulk} />
          <p className="sm q2 yr-keys">
            <span className="kbd">c</span> carry <span className="kbd">r</span> re-word{' '}
            <span className="kbd">s</span> split <span className="kbd">m</span> merge{' '}
            <span className="kbd">x</span> close <span className="kbd">d</span> drop{' '}
            <span className="kbd">Space</span> mark <span className="kbd">Enter</span> words{' '}
            <span className="kbd">Esc</span> back
          </p>
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys bubble from the rows inside */}
        <div className="yr-list" onKeyDown={onKeyDown}>
          <RowList>
            <YearSections
              proposal={proposal}
              drafts={drafts}
              shown={shown}
              passed={passed}
              refs={refs}
              faults={faults}
              tried={tried}
              desk={desk}
            />
            {kpis.length > 0 && looked === '' ? (
              <>
                <h2 className="yr-section">KPIs</h2>
                <YearKpis
                  kpis={kpis}
                  drafts={drafts}
                  faults={tried ? faults : noFaults}
                  open={desk.open}
                  onKind={desk.choose}
                  onEdit={desk.edit}
                />
              </>
            ) : null}
          </RowList>
          {shown.size === 0 && actions.length > 0 ? <p>No action holds “{looked}”.</p> : null}
        </div>
      </Body>
    </>
  );
}

const noFaults: ReadonlyMap<string, string> = new Map();
