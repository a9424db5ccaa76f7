import type { YearProposal } from '#shared/contract/years.ts';
import type { YearDrafts } from './use-year-drafts.ts';
import { type Drafts, membersOf } from './year-draft.ts';
import { YearRow } from './year-row.tsx';

const none: readonly string[] = [];
const alone: ReturnType<typeof membersOf> = [];

/** The actions under their sections, as the plan has them. */
export function YearSections(props: {
  proposal: YearProposal;
  drafts: Drafts;
  shown: ReadonlySet<string>;
  passed: ReadonlySet<string>;
  refs: ReadonlyMap<string, readonly string[]>;
  faults: ReadonlyMap<string, string>;
  /** Faults are shown once the officer has tried to go on; while typing nobody wants to hear of them. */
  tried: boolean;
  desk: YearDrafts;
}) {
  const { proposal, drafts, shown, passed, refs, faults, tried, desk } = props;
  const { sections, actions, plan } = proposal;
  const own = new Set(sections.map(({ id }) => id as string));
  const bySection = Map.groupBy(
    actions.filter(({ id }) => shown.has(id)),
    ({ sectionId }) => (sectionId !== null && own.has(sectionId) ? sectionId : null),
  );
  const groups = [
    { id: null, name: 'In no section' },
    ...sections.map(({ id, ref, title }) => ({ id, name: [ref, title].filter(Boolean).join(' ') })),
  ].filter(({ id }) => bySection.has(id));
  return groups.map(({ id, name }) => (
    <section key={id ?? 'none'} aria-label={name}>
      {groups.length > 1 || id !== null ? <h2 className="yr-section">{name}</h2> : null}
      <ul className="yr-rows">
        {(bySection.get(id) ?? []).map((action) => {
          const draft = drafts.get(action.id);
          if (!draft) return null;
          const members = draft.kind === 'merged' ? membersOf(drafts, actions, draft.group) : alone;
          return (
            <YearRow
              key={action.id}
              action={action}
              draft={draft}
              members={members}
              planKey={plan.key}
              newRefs={refs.get(action.id) ?? none}
              passed={passed.has(action.id)}
              marked={desk.marked.has(action.id)}
              open={desk.open.has(action.id)}
              fault={tried ? (faults.get(action.id) ?? null) : null}
              onKind={desk.choose}
              onEdit={desk.edit}
              onMark={desk.mark}
            />
          );
        })}
      </ul>
    </section>
  ));
}
