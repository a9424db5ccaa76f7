import type {
  Action,
  Kpi,
  KpiValue,
  Lead,
  Measure,
  RegisterContent,
  Section,
  Timescale,
} from '../contract/register.ts';
import type { Difference } from '../contract/reports.ts';

/**
 * What has changed between two states of the register, told as a quarterly report tells it: by permanent id,
 * each change once. Order: by plan, then in the reading order of the later state; removed records after it.
 */
export function differencesBetween(before: RegisterContent, after: RegisterContent): Difference[] {
  const tell = new Teller(before, after);
  return [
    ...tell.plans(),
    ...tell.sections(),
    ...tell.actions(),
    ...tell.measures(),
    ...tell.kpis(),
    ...tell.kpiValues(),
    ...tell.others(),
  ];
}

type Told = Omit<Difference, 'field' | 'before' | 'after' | 'words'> & {
  field?: string | null;
  before?: string | null;
  after?: string | null;
};

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));

const leadText = (leads: readonly Lead[]) => leads.map((lead) => lead.text).join(', ');
const lines = (texts: readonly string[]) => texts.join('\n');
const dateText = (timescale: Timescale | null) => timescale?.text ?? null;

/** A difference with its sentence; what stood before and after is quoted, empty words are named as none. */
function difference(told: Told, words: string): Difference {
  return {
    ...told,
    field: told.field ?? null,
    before: told.before ?? null,
    after: told.after ?? null,
    words,
  };
}

const named = (ref: string | null, title: string) => (ref ? `${ref} ${title}` : title);
const orNone = (text: string | null | undefined) => (text ? `"${text}"` : 'none');

class Teller {
  private readonly before: RegisterContent;
  private readonly after: RegisterContent;
  private readonly actionsBefore: ReadonlyMap<string, Action>;
  private readonly actionsAfter: ReadonlyMap<string, Action>;
  private readonly kpisBefore: ReadonlyMap<string, Kpi>;
  private readonly kpisAfter: ReadonlyMap<string, Kpi>;

  constructor(before: RegisterContent, after: RegisterContent) {
    this.before = before;
    this.after = after;
    this.actionsBefore = byId(before.actions);
    this.actionsAfter = byId(after.actions);
    this.kpisBefore = byId(before.kpis);
    this.kpisAfter = byId(after.kpis);
  }

  plans(): Difference[] {
    return this.each(this.before.plans, this.after.plans, {
      head: (plan) => ({ record: 'plan', id: plan.id, planId: plan.id, ref: null, title: plan.title }),
      fields: {
        title: { kind: 're-worded', of: (plan) => plan.title },
        kind: { kind: 'changed', of: (plan) => plan.kind },
        period: { kind: 'changed', of: (plan) => plan.period?.label ?? null },
        subject: { kind: 're-worded', of: (plan) => plan.subject },
        preamble: { kind: 're-worded', of: (plan) => plan.preamble },
        key: {
          kind: 'changed',
          of: (plan) => lines(plan.key.map((e) => `${e.state}: ${e.label}, ${e.colour}, ${e.definition}`)),
        },
      },
    });
  }

  sections(): Difference[] {
    return this.each(this.before.sections, this.after.sections, {
      head: (section: Section) => ({
        record: 'section',
        id: section.id,
        planId: section.planId,
        ref: section.ref,
        title: section.title,
      }),
      fields: {
        ref: { kind: 'renumbered', of: (section) => section.ref },
        title: { kind: 're-worded', of: (section) => section.title },
        bullets: { kind: 're-worded', of: (section) => lines(section.bullets) },
        leads: { kind: 're-assigned', of: (section) => leadText(section.leads) },
        parent: { kind: 'moved', of: (section) => section.parentId },
      },
    });
  }

  actions(): Difference[] {
    return this.each(this.before.actions, this.after.actions, {
      head: (action: Action) => ({
        record: 'action',
        id: action.id,
        planId: action.planId,
        ref: action.ref,
        title: action.text,
      }),
      fields: {
        ref: { kind: 'renumbered', of: (action) => action.ref },
        section: { kind: 'moved', of: (action) => action.sectionId },
        text: { kind: 're-worded', of: (action) => lines([action.text, ...action.bullets]) },
        timescale: { kind: 're-dated', of: (action) => dateText(action.timescale) },
        leads: { kind: 're-assigned', of: (action) => leadText(action.leads) },
        status: { kind: 'status-changed', of: (action) => action.status?.label ?? null },
        resources: { kind: 'changed', of: (action) => action.resources },
        comment: { kind: 'changed', of: (action) => action.comment },
        details: {
          kind: 'changed',
          of: (action) => lines(action.details.map((d) => `${d.label}: ${d.text}`)),
        },
        links: { kind: 'changed', of: (action) => lines(action.links.map((link) => link.text)) },
        review: { kind: 're-dated', of: (action) => action.reviewOn },
      },
    });
  }

  measures(): Difference[] {
    const owner = (measure: Measure) =>
      this.actionsAfter.get(measure.actionId) ?? this.actionsBefore.get(measure.actionId);
    return this.each(this.before.measures, this.after.measures, {
      head: (measure: Measure) => ({
        record: 'measure',
        id: measure.id,
        planId: owner(measure)?.planId ?? null,
        ref: owner(measure)?.ref ?? null,
        title: measure.text,
      }),
      // A measure of an action that is itself new or gone is told with the action.
      skip: (measure) =>
        !this.actionsBefore.has(measure.actionId) || !this.actionsAfter.has(measure.actionId),
      fields: {
        text: { kind: 'measure-changed', of: (measure) => measure.text },
        leads: { kind: 're-assigned', of: (measure) => leadText(measure.leads) },
      },
    });
  }

  kpis(): Difference[] {
    return this.each(this.before.kpis, this.after.kpis, {
      head: (kpi: Kpi) => ({ record: 'kpi', id: kpi.id, planId: kpi.planId, ref: kpi.ref, title: kpi.name }),
      fields: {
        ref: { kind: 'renumbered', of: (kpi) => kpi.ref },
        name: { kind: 'measure-changed', of: (kpi) => kpi.name },
        unit: { kind: 'measure-changed', of: (kpi) => kpi.unit },
        polarity: { kind: 'measure-changed', of: (kpi) => kpi.polarity },
        owners: { kind: 're-assigned', of: (kpi) => leadText(kpi.owners) },
        source: { kind: 'changed', of: (kpi) => kpi.dataSource },
        tolerance: { kind: 'changed', of: (kpi) => (kpi.tolerance === null ? null : String(kpi.tolerance)) },
      },
    });
  }

  kpiValues(): Difference[] {
    const owner = (value: KpiValue) => this.kpisAfter.get(value.kpiId) ?? this.kpisBefore.get(value.kpiId);
    return this.each(this.before.kpiValues, this.after.kpiValues, {
      head: (value: KpiValue) => ({
        record: 'kpi-value',
        id: value.id,
        planId: owner(value)?.planId ?? null,
        ref: owner(value)?.ref ?? null,
        title: `${owner(value)?.name ?? ''}, ${value.role}, ${value.period.label}`,
      }),
      skip: (value) => !this.kpisBefore.has(value.kpiId) || !this.kpisAfter.has(value.kpiId),
      kindOf: (value) => (value.role === 'target' ? 'target-changed' : null),
      fields: { figure: { kind: 'changed', of: (value) => value.text || String(value.number ?? '') } },
    });
  }

  /** Updates, meetings and the rest: added and removed are told; their words are in the record itself. */
  others(): Difference[] {
    const plain = <T extends { id: string }>(
      before: readonly T[],
      after: readonly T[],
      titleOf: (row: T) => string,
    ) =>
      this.each(before, after, {
        head: (row: T) => ({ record: 'other', id: row.id, planId: null, ref: null, title: titleOf(row) }),
        fields: { words: { kind: 'changed', of: titleOf } },
      });
    return [
      ...plain(
        this.before.progress,
        this.after.progress,
        (row) => row.text || (row.status?.label ?? 'Update'),
      ),
      ...plain(this.before.duties, this.after.duties, (row) => row.text),
      ...plain(this.before.bodies, this.after.bodies, (row) => row.name),
      ...plain(this.before.meetings, this.after.meetings, (row) => row.title),
      ...plain(this.before.agendaItems, this.after.agendaItems, (row) =>
        lines([row.title, row.text].filter(Boolean)),
      ),
      ...plain(this.before.resolutions, this.after.resolutions, (row) => `${row.number} ${row.text}`),
      ...plain(this.before.glossary, this.after.glossary, (row) => `${row.term}: ${row.meaning}`),
      ...plain(this.before.people, this.after.people, (row) => row.name),
    ];
  }

  private each<T extends { id: string }>(
    before: readonly T[],
    after: readonly T[],
    of: {
      head: (row: T) => Omit<Told, 'kind'>;
      skip?: (row: T) => boolean;
      /** A kind that overrides what the field or the act would be called. */
      kindOf?: (row: T) => Difference['kind'] | null;
      fields: Record<string, { kind: Difference['kind']; of: (row: T) => string | null | undefined }>;
    },
  ): Difference[] {
    const then = byId(before);
    const now = byId(after);
    const told: Difference[] = [];
    for (const row of after) {
      if (of.skip?.(row)) continue;
      const head = of.head(row);
      const old = then.get(row.id);
      if (!old) {
        told.push(
          difference({ ...head, kind: of.kindOf?.(row) ?? 'added' }, `Added: ${named(head.ref, head.title)}`),
        );
        continue;
      }
      for (const [field, rule] of Object.entries(of.fields)) {
        const was = rule.of(old) || null;
        const is = rule.of(row) || null;
        if (was === is) continue;
        told.push(
          difference(
            { ...head, kind: of.kindOf?.(row) ?? rule.kind, field, before: was, after: is },
            `${named(head.ref, head.title)}: ${field} was ${orNone(was)}, is ${orNone(is)}`,
          ),
        );
      }
    }
    for (const row of before) {
      if (now.has(row.id) || of.skip?.(row)) continue;
      const head = of.head(row);
      told.push(
        difference(
          { ...head, kind: of.kindOf?.(row) ?? 'removed' },
          `Removed: ${named(head.ref, head.title)}`,
        ),
      );
    }
    return told;
  }
}
