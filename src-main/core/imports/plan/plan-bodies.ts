import { type KnownBody, knownBodies } from '#db/queries/imports-match-meetings.ts';
import { comparable } from '#shared/domain/similarity.ts';
import type { DraftBody } from '../recognise/types.ts';
import { difference, differText } from './differences.ts';
import { noteAdded, noteMatched, type PlanState } from './plan-state.ts';

const step = 1_024;

/** Plans the bodies of a file, matched by name; gives the id of each draft's body. */
export function planBodies(state: PlanState): string[] {
  const { drafts, plan } = state;
  if (drafts.bodies.length === 0) return [];
  const known = new Map(knownBodies(state.db).map((body) => [comparable(body.name), body]));
  // Another file of this import may have brought it already.
  const fresh = new Map(plan.rows.bodies.map((row) => [comparable(row.name), row.id]));
  return drafts.bodies.map((body) => {
    const name = comparable(body.name);
    const before = known.get(name);
    if (before) {
      changeBody(state, before, body);
      return before.id;
    }
    const again = fresh.get(name);
    if (again !== undefined) return again;
    const id = addBody(state, body);
    fresh.set(name, id);
    return id;
  });
}

function addBody(state: PlanState, body: DraftBody): string {
  const source = state.sourceOf(body.source);
  const id = state.newId();
  const { name, kind, purpose, role, cycle } = body;
  state.plan.rows.bodies.push({
    id,
    position: state.nextPosition('bodies'),
    name,
    kind,
    purpose,
    role,
    cycle,
    reportsToId: null,
    ...source,
  });
  addMembers(state, id, body.members, 0);
  noteAdded(state, 'bodies', { id, title: name, where: source.sourceWhere });
  return id;
}

function changeBody(state: PlanState, before: KnownBody, body: DraftBody): void {
  const found = difference();
  if (state.mayChange) {
    // What kind of body it is was only guessed from its name.
    if (before.kind === null) differText(found, 'kind', null, body.kind);
    differText(found, 'purpose', before.purpose, body.purpose);
    differText(found, 'role', before.role, body.role);
    differText(found, 'cycle', before.cycle, body.cycle);
  }
  const there = new Set(before.members.map(comparable));
  const joining = body.members.filter(({ name }) => !there.has(comparable(name)));
  if (joining.length > 0) {
    addMembers(state, before.id, joining, before.members.length);
    found.fields.push({
      field: 'members',
      before: before.members.join(', ') || null,
      after: [...before.members, ...joining.map(({ name }) => name)].join(', '),
    });
  }
  const source = state.sourceOf(body.source);
  noteMatched(state, 'bodies', { id: before.id, title: before.name, source }, found);
}

function addMembers(state: PlanState, bodyId: string, members: DraftBody['members'], already: number): void {
  members.forEach(({ name, role }, at) => {
    state.plan.rows.bodyMembers.push({
      id: state.newId(),
      bodyId,
      position: (already + at + 1) * step,
      name,
      personId: state.people.find(name),
      role,
      from: null,
      until: null,
    });
  });
}
