import type { PersonRow } from '#shared/contract/people.ts';
import type { Office } from '../office.ts';
import { at, type Doing } from './pick.ts';

/** Acts on people, teams and organisations: every procedure of theirs that writes. */

const kinds = ['person', 'role', 'team', 'organisation'] as const;
const days = ['2008-04-01', '2009-09-01', '2010-10-12', null] as const;

const everybody = ({ office }: Doing): Promise<PersonRow[]> => office.caller.people.list();

async function two(doing: Doing): Promise<[PersonRow, PersonRow] | null> {
  const people = await everybody(doing);
  const [one, other] = [at(people, doing.a), at(people, doing.a + 1 + doing.b)];
  return one && other && one.id !== other.id ? [one, other] : null;
}

/** A role and a team that somebody holds, so that acts on spells find some from the beginning. */
export async function withPosts({ caller }: Office): Promise<void> {
  const details = { initials: null, role: null, email: null };
  const { personId: holder } = await caller.people.add({ name: 'Ben Tull', kind: 'person', ...details });
  for (const [name, kind] of [
    ['Head of Service', 'role'],
    ['Outreach', 'team'],
  ] as const) {
    const { personId: ofId } = await caller.people.add({ name, kind, ...details });
    await caller.people.addSpell({ ofId, personId: holder, from: '2008-04-01', until: null });
  }
}

export const peopleActs: Record<string, (doing: Doing) => Promise<unknown>> = {
  async 'new lead'({ office, a, b, text }) {
    await office.caller.people.add({
      name: `${text} ${b}`,
      kind: at(kinds, a) ?? 'person',
      initials: a % 2 ? 'RA' : null,
      role: null,
      email: null,
    });
  },
  async 'lead’s details'(doing) {
    const person = at(await everybody(doing), doing.a);
    if (!person) return;
    await doing.office.caller.people.edit({
      personId: person.id,
      name: `${doing.text} ${doing.b}`,
      ...(doing.c % 4 === 0 && { kind: at(kinds, doing.b) }),
      ...(doing.c % 3 === 0 && { aliases: ['RA', `R. ${doing.b}`, doing.text] }),
    });
  },
  async retire(doing) {
    const person = at(await everybody(doing), doing.a);
    if (person)
      await doing.office.caller.people.retire({ personId: person.id, on: at(days, doing.b) ?? null });
  },
  async 'spell of office'(doing) {
    const people = await everybody(doing);
    const post = at(
      people.filter(({ kind }) => kind !== 'person'),
      doing.a,
    );
    const holder = at(
      people.filter(({ kind }) => kind !== 'role'),
      doing.b,
    );
    if (!post || !holder) return;
    const until = doing.c % 2 ? null : '2012-03-31';
    const from = at(days, doing.c) ?? null;
    await doing.office.caller.people.addSpell({ ofId: post.id, personId: holder.id, from, until });
  },
  async 'days of a spell'(doing) {
    const spell = at(
      (await everybody(doing)).flatMap(({ holders }) => holders),
      doing.a,
    );
    if (!spell) return;
    const days = { from: null, until: `2011-0${1 + (doing.b % 9)}-15` };
    await doing.office.caller.people.editSpell({ spellId: spell.spellId, ...days });
  },
  async 'drop spell'(doing) {
    const spell = at(
      (await everybody(doing)).flatMap(({ holders }) => holders),
      doing.a,
    );
    if (spell) await doing.office.caller.people.removeSpell({ spellId: spell.spellId });
  },
  async assign(doing) {
    const { caller } = doing.office;
    const person = at(await everybody(doing), doing.a);
    const unled = await caller.people.unled();
    if (!person || unled.length === 0) return;
    const of = (kind: 'action' | 'kpi') => unled.filter((one) => one.kind === kind).map(({ id }) => id);
    await caller.people.assign({
      personId: person.id,
      actionIds: of('action').slice(0, 1 + (doing.b % 5)),
      kpiIds: of('kpi').slice(0, doing.c % 3),
    });
  },
  async reassign(doing) {
    const pair = await two(doing);
    if (!pair) return;
    const { plans } = await doing.office.caller.people.page({ personId: pair[0].id });
    const led = at(
      plans.flatMap((plan) => plan.led),
      doing.c,
    );
    if (led) await doing.office.caller.people.reassign({ leadId: led.leadId, personId: pair[1].id });
  },
  async 'hand-over'(doing) {
    const pair = await two(doing);
    if (!pair) return;
    const who = { personId: pair[0].id, successorId: pair[1].id, on: at(days, doing.c) ?? '2010-01-01' };
    const { plans } = await doing.office.caller.people.handOverPreview(who);
    await doing.office.caller.people.handOver({
      ...who,
      planIds: plans.map(({ planId }) => planId),
      posts: doing.c % 2 === 0,
      retire: doing.b % 2 === 0,
    });
  },
  async merge(doing) {
    const pair = await two(doing);
    if (pair) await doing.office.caller.people.merge({ keepId: pair[0].id, otherId: pair[1].id });
  },
  async 'keep apart'(doing) {
    const pair = await two(doing);
    if (pair) await doing.office.caller.people.setApart({ personId: pair[0].id, otherId: pair[1].id });
  },
};
