import type { YearProposal } from '#shared/contract/years.ts';
import { Field } from '../../components/field.tsx';
import { type Draft, type Drafts, kpiKinds } from './year-draft.ts';

/** The KPIs, each carried with its last actual as baseline, or dropped with a reason. */
export function YearKpis(props: {
  kpis: YearProposal['kpis'];
  drafts: Drafts;
  faults: ReadonlyMap<string, string>;
  open: ReadonlySet<string>;
  onKind: (id: string, kind: Draft['kind']) => void;
  onEdit: (id: string, patch: Partial<Draft>) => void;
}) {
  const { kpis, drafts, faults, open, onKind, onEdit } = props;
  return (
    <ul className="yr-rows" aria-label="KPIs">
      {kpis.map((kpi) => {
        const draft = drafts.get(kpi.id);
        const dropped = draft?.kind === 'dropped';
        const name = kpi.ref ?? kpi.name;
        return (
          <li key={kpi.id} className={dropped ? 'yr-row ends' : 'yr-row'}>
            {/* biome-ignore lint/a11y/useSemanticElements: a row of a list that is reached by arrows and answers to letters */}
            <div
              role="group"
              className="yr-line"
              data-row={kpi.id}
              tabIndex={-1}
              aria-label={`${dropped ? 'Drop' : 'Carry'}: ${[kpi.ref, kpi.name].filter(Boolean).join(' ')}`}
            >
              <span />
              <span className="yr-ways">
                {kpiKinds.map(({ kind, letter, name: word }) => (
                  <button
                    key={kind}
                    type="button"
                    tabIndex={-1}
                    className={kind === draft?.kind ? 'on' : undefined}
                    aria-pressed={kind === draft?.kind}
                    aria-label={word}
                    title={`${word} (${letter})`}
                    onClick={() => onKind(kpi.id, kind)}
                  >
                    {kind === draft?.kind ? word : letter}
                  </button>
                ))}
              </span>
              <span className="yr-ref">{kpi.ref}</span>
              <span className="yr-text">{kpi.name}</span>
              <span className="yr-wide">
                {kpi.baseline ? (
                  <>
                    Baseline {kpi.baseline.text}
                    <span className="rd">Actual of {kpi.baseline.period}; the new target is left open</span>
                  </>
                ) : (
                  <span className="q">No figure yet</span>
                )}
              </span>
            </div>
            {dropped ? (
              <div className="yr-words" data-words={kpi.id}>
                <Field
                  label={`Why ${name} is dropped`}
                  value={draft.reason}
                  onChange={(reason) => onEdit(kpi.id, { reason })}
                  wrong={faults.get(kpi.id) ?? null}
                />
              </div>
            ) : open.has(kpi.id) || draft?.measured ? (
              <div className="yr-words" data-words={kpi.id}>
                <Field
                  label="What is measured has changed"
                  value={draft?.measured ?? ''}
                  onChange={(measured) => onEdit(kpi.id, { measured })}
                  help="Another definition, source or way of counting. What you write is told in the next report."
                />
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
