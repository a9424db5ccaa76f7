import { AppError } from '#shared/contract/errors.ts';
import { isDay } from '#shared/domain/dates.ts';
import { count, listWords } from '#shared/domain/words.ts';
import type { Command } from '../command.ts';
import { writeInto } from '../files.ts';
import { optional, registerPathOf, required, withRegister } from '../with-register.ts';

/** Opens a round and writes a form for each lead, alone and in its e-mail draft. */
export const roundOpen: Command = {
  usage:
    'round open --register R --name NAME --out DIR [--due 2010-10-01] [--plan ID,ID] [--format xlsx|docx] [--json]',
  options: {
    register: { type: 'string' },
    name: { type: 'string' },
    out: { type: 'string' },
    due: { type: 'string' },
    plan: { type: 'string' },
    format: { type: 'string' },
  },
  words: { least: 0, most: 0 },
  async run(args) {
    const path = registerPathOf(args);
    const name = required(args, 'name', 'Say what the round is called: --name "July to September 2010".');
    const folder = required(args, 'out', 'Say where the forms go: --out DIR.');
    const due = optional(args, 'due');
    if (due !== null && !isDay(due)) {
      throw new AppError('wrong-use', `“${due}” is no day. Write --due as 2010-10-01.`);
    }
    const form = formatOf(optional(args, 'format') ?? 'xlsx');
    const planIds =
      optional(args, 'plan')
        ?.split(',')
        .map((id) => id.trim()) ?? null;
    const made = await withRegister(path, { create: false }, async ({ core }) => {
      const asked = { planIds, dueOn: due };
      const { unasked } = await core.rounds.propose(asked);
      const { roundId } = await core.rounds.open({ name, ...asked });
      const { leads } = await core.rounds.get({ roundId });
      const written = [];
      for (const lead of leads) {
        const wish = { roundId, formIds: [lead.formId], form };
        const [file] = (await core.rounds.files({ ...wish, what: 'forms' })).files;
        const [draft] = (await core.rounds.files({ ...wish, what: 'drafts' })).files;
        if (file && draft) written.push({ lead, file, draft });
      }
      return { roundId, unasked, written };
    });
    const taken = new Set<string>();
    const put = (file: { name: string; base64: string }) =>
      writeInto(folder, apart(taken, file.name), Buffer.from(file.base64, 'base64'));
    const forms = made.written.map(({ lead, file, draft }) => ({
      formId: lead.formId,
      personId: lead.personId,
      lead: lead.name,
      addresses: lead.addresses,
      rows: lead.rows,
      file: put(file),
      draft: put(draft),
    }));
    const without = forms.filter(({ addresses }) => addresses.length === 0).map(({ lead }) => lead);
    const { roundId, unasked } = made;
    return {
      json: { roundId, name, dueOn: due, forms, withoutAddress: without, unasked },
      words: [
        `Round “${name}” for ${count(forms.length, 'lead')}, forms and drafts in ${folder}`,
        ...(without.length > 0 ? [`Without an e-mail address: ${listWords(without)}`] : []),
        ...(unasked.length > 0
          ? [`Nobody is asked about ${count(unasked.length, 'row')}: no known lead`]
          : []),
      ].join('\n'),
    };
  },
};

function formatOf(text: string): 'xlsx' | 'docx' {
  if (text === 'xlsx' || text === 'docx') return text;
  throw new AppError('wrong-use', `There is no form “${text}”. There is xlsx and docx.`);
}

/** Two leads of one name get two files. */
function apart(taken: Set<string>, name: string): string {
  const [, stem = name, extension = ''] = /^(.*)(\.[a-z]+)$/s.exec(name) ?? [];
  let own = name;
  for (let n = 2; taken.has(own.toLowerCase()); n += 1) own = `${stem} ${n}${extension}`;
  taken.add(own.toLowerCase());
  return own;
}
