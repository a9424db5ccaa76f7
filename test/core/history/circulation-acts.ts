import { usualLayout } from '#shared/contract/report-records.ts';
import { at, type Doing } from './pick.ts';

/** Acts on circulation lists: added, changed, deleted. */

async function fieldsOf({ office, a, b, text }: Doing) {
  const person = at(await office.caller.people.list(), b);
  return {
    name: `List ${text} ${a}`,
    recipients: [
      { personId: null, address: `someone${b}@harbour.example`, field: 'to' as const },
      ...(person ? [{ personId: person.id, address: null, field: 'bcc' as const }] : []),
    ],
    sees: { notes: a % 2 === 0, names: b % 2 === 0, confidential: false },
    eachLead: a % 3 === 0,
    papers: [{ report: 'exceptions' as const, format: 'html' as const }],
    subject: text,
    words: null,
  };
}

const reports = ['plan', 'exceptions', 'kpi-book'] as const;

/** Acts on words in reports and on templates of reports. */
const reportActs: Record<string, (doing: Doing) => Promise<unknown>> = {
  async 'words in a report'({ office, planId, a, b, text }) {
    const words = ['foreword', 'closing', 'after:summary'].slice(0, 1 + (b % 3)).map((place) => ({
      place,
      recordId: null,
      text: a % 4 === 0 ? '' : text,
      internal: b % 2 === 0,
    }));
    await office.caller.reports.writeWords({
      report: reports[a % 3] ?? 'plan',
      snapshotId: null,
      planId,
      words,
    });
  },
  async 'template of a report'({ office, planId, a, b, text }) {
    const [known] = b % 2 === 0 ? await office.caller.reports.templates() : [];
    await office.caller.reports.saveTemplate({
      templateId: known?.id ?? null,
      name: `Template ${text} ${a}`,
      report: reports[a % 3] ?? 'plan',
      usual: a % 2 === 0,
      choices: {
        planId,
        sectionId: null,
        leadId: null,
        listId: null,
        formats: ['html'],
        layout: usualLayout,
        words: [],
      },
    });
  },
  async 'template deleted'({ office, c }) {
    const template = at(await office.caller.reports.templates(), c);
    if (template) await office.caller.reports.removeTemplate({ templateId: template.id });
  },
  async 'look of reports'({ office, a, text }) {
    const look = { logo: null, colour: a % 2 === 0 ? '#00543c' : null, second: null, confidentiality: text };
    await office.caller.settings.set({ look });
  },
};

export const circulationActs: Record<string, (doing: Doing) => Promise<unknown>> = {
  ...reportActs,
  async 'list added'(doing) {
    await doing.office.caller.circulation.add(await fieldsOf(doing));
  },
  async 'list changed'(doing) {
    const list = at(await doing.office.caller.circulation.lists(), doing.c);
    if (list) await doing.office.caller.circulation.edit({ listId: list.id, ...(await fieldsOf(doing)) });
  },
  async 'list deleted'(doing) {
    const list = at(await doing.office.caller.circulation.lists(), doing.c);
    if (list) await doing.office.caller.circulation.remove({ listId: list.id });
  },
};
