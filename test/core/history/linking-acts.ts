import { at, type Doing } from './pick.ts';

/** Acts on keys, links, measures, duties, funding streams and the glossary. */
export const linkingActs: Record<string, (doing: Doing) => Promise<unknown>> = {
  async 'office key'({ office, a, text }) {
    const entry = { state: 'on-track' as const, label: text, shape: 'disc', definition: '' };
    const colour = at(['#16724f', '#ae130e'], a) ?? '#16724f';
    await office.caller.keys.set({ planId: null, entries: a % 3 === 0 ? [] : [{ ...entry, colour }] });
  },
  async links(doing) {
    const { office, planId, a, b, text } = doing;
    const view = await office.caller.plans.get({ planId });
    const action = at(view.actions, a);
    const words = at(['1 and 2', 'As 2.1', 'Grant', `${text}\n1.1-1.3`, 'Plan'], b) ?? text;
    if (!action) return;
    await office.caller.plans.setCells({
      planId,
      edits: [{ actionId: action.id, field: 'links', text: words }],
    });
  },
  async relink({ office, planId, a }) {
    await office.caller.links.relink({ planId: a % 2 ? planId : null });
  },
  async measure({ office, planId, a, b, text }) {
    const action = at((await office.caller.plans.get({ planId })).actions, a);
    const measure = at(action?.measures ?? [], b);
    if (!action) return;
    if (!measure) return await office.caller.measures.add({ actionId: action.id, text });
    if (b % 5 === 0) return await office.caller.measures.remove({ measureId: measure.id });
    const kpi = at(await office.caller.kpis.list({}), a);
    const doneOn = b % 2 ? '2010-09-01' : null;
    return await office.caller.measures.edit({
      measureId: measure.id,
      leads: text,
      doneOn,
      kpiId: kpi?.id ?? null,
    });
  },
  async duty({ office, planId, a, b, text }) {
    const duties = await office.caller.duties.list();
    const duty = at(duties, a);
    if (!duty || duties.length < 3) {
      const of = b % 2 ? planId : null;
      return await office.caller.duties.add({ text: `Duty ${text}`, basis: null, inForce: text, planId: of });
    }
    if (b % 7 === 0) return await office.caller.duties.remove({ dutyId: duty.id });
    const { sections, actions } = await office.caller.plans.get({ planId });
    const [section, action] = [at(sections, b), at(actions, b)];
    const record = b % 2 && section ? section : action;
    if (!record) return;
    const answer = {
      dutyId: duty.id,
      kind: record === section ? ('section' as const) : ('action' as const),
      recordId: record.id,
    };
    return duty.answers.some((one) => one.recordId === record.id)
      ? await office.caller.duties.unanswer(answer)
      : await office.caller.duties.answer(answer);
  },
  async stream({ office, a, b, text }) {
    const { streams } = await office.caller.streams.list();
    const stream = at(streams, a);
    if (!stream || b % 3 === 0)
      return await office.caller.streams.add({ name: `Grant ${a}`, also: ['Grant'], note: null });
    if (b % 5 === 0) return await office.caller.streams.remove({ streamId: stream.id });
    return await office.caller.streams.edit({ streamId: stream.id, note: text });
  },
  async term({ office, planId, a, b, text }) {
    const { glossary } = await office.caller.settings.words();
    const term = at(glossary, a);
    if (!term || b % 3 === 0)
      return await office.caller.glossary.add({ term: text, meaning: text, planId: b % 2 ? planId : null });
    if (b % 5 === 0) return await office.caller.glossary.remove({ termId: term.id });
    return await office.caller.glossary.edit({ termId: term.id, meaning: `${text} ${b}` });
  },
};
