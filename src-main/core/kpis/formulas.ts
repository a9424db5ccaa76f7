import type { ReadDb } from '#db/handles.ts';
import { type KpiFormula, kpiFormulas } from '#db/queries/kpi-links.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Kpi } from '#shared/contract/kpi-records.ts';
import type { FormulaView } from '#shared/contract/kpis.ts';
import { formulaText, idsIn, inputsOf, keptFormula, readFormula } from '#shared/domain/formula.ts';
import { ringInWords, ringThrough } from '#shared/domain/formula-rings.ts';
import type { FormulaDoubts } from '#shared/domain/kpi-due.ts';

const shortName = ({ ref, name }: Pick<KpiFormula, 'ref' | 'name'>): string => ref ?? name;

/** A formula as it reads, with what is wrong with it; `kpiId` is whose it would be, null for one still to be made. */
export function viewFormula(
  db: ReadDb,
  kpiId: string | null,
  text: string,
): FormulaView & { kept: string | null } {
  return viewAmong(kpiFormulas(db), kpiId, text);
}

/** What is to be told of the formulas of these KPIs, by KPI; the names of all are read once. */
export function formulaDoubts(
  db: ReadDb,
  kpis: readonly { readonly kpi: Pick<Kpi, 'id' | 'formula'> }[],
): ReadonlyMap<string, FormulaDoubts> {
  const made = kpis.filter(({ kpi }) => kpi.formula !== undefined);
  if (made.length === 0) return new Map();
  const all = kpiFormulas(db);
  return new Map(
    made.map(({ kpi }): [string, FormulaDoubts] => {
      const { fault, children, dropped } = viewAmong(all, kpi.id, kpi.formula ?? '');
      return [kpi.id, { fault, children, dropped }];
    }),
  );
}

function viewAmong(
  all: readonly KpiFormula[],
  kpiId: string | null,
  text: string,
): FormulaView & { kept: string | null } {
  const read = readFormula(text, all);
  const byId = new Map(all.map((kpi) => [kpi.id, kpi]));
  const nameOf = (id: string) => {
    const kpi = byId.get(id);
    return kpi ? shortName(kpi) : 'one that is no longer there';
  };
  if (read.fault !== null) {
    const words = text.replace(/\{([^}]*)\}/g, (_, id: string) => nameOf(id));
    return { words, inputs: [], fault: read.fault, children: [], dropped: [], kept: null };
  }
  const inputs = inputsOf(read.formula);
  const before = kpiId === null ? null : (byId.get(kpiId)?.continuesPlanId ?? null);
  const named = (is: (kpi: KpiFormula) => boolean) =>
    inputs.flatMap((id) => {
      const kpi = byId.get(id);
      return kpi && is(kpi) ? [shortName(kpi)] : [];
    });
  const ring = kpiId === null ? null : ringThrough(kpiId, withFormula(all, kpiId, inputs));
  return {
    words: formulaText(read.formula, nameOf),
    inputs: inputs.flatMap((id) => {
      const kpi = byId.get(id);
      return kpi ? [{ id, ref: kpi.ref, name: kpi.name }] : [];
    }),
    fault: ring ? `This goes round in a ring: ${ringInWords(ring, nameOf)}.` : null,
    children: named(({ countsChildren }) => countsChildren === 1),
    dropped: named(({ planId }) => before !== null && planId === before),
    kept: keptFormula(read.formula),
  };
}

function withFormula(all: readonly KpiFormula[], kpiId: string, inputs: readonly string[]) {
  const known = new Map<string, readonly string[]>(
    all.flatMap(({ id, formula }) => (formula === null ? [] : [[id, idsIn(formula)]])),
  );
  return known.set(kpiId, inputs);
}

/** The formula as it is kept. Throws `wrong-use` with the sentence that says what is wrong with it. */
export function mustReadFormula(db: ReadDb, kpiId: string | null, text: string): string {
  const { kept, fault } = viewFormula(db, kpiId, text);
  if (fault !== null || kept === null) throw new AppError('wrong-use', fault ?? 'This is no formula.');
  return kept;
}

/** KPIs whose formula has this one in it. */
export function usersOf(db: ReadDb, kpiId: string): KpiFormula[] {
  return kpiFormulas(db).filter(({ formula }) => formula !== null && idsIn(formula).includes(kpiId));
}
