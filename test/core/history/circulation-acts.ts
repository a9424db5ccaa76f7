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

export const circulationActs: Record<string, (doing: Doing) => Promise<unknown>> = {
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
