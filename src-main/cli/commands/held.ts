import { AppError } from '#shared/contract/errors.ts';
import type { Command } from '../command.ts';
import { writeInto } from '../files.ts';
import { registerPathOf, required, withRegister } from '../with-register.ts';

const formats = ['html', 'docx', 'xlsx', 'csv', 'pdf'] as const;

/** What is held on a person, in numbers and, with `--out`, in full. */
export const held: Command = {
  usage: 'held PERSON --register R [--format html,docx,xlsx,csv,pdf --out DIR] [--json]',
  options: { register: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' } },
  words: { least: 1, most: 1 },
  async run(args) {
    const wanted = args.words[0] ?? '';
    const folder = typeof args.options.out === 'string' ? args.options.out : null;
    const forms = folder
      ? formatsOf(required(args, 'format', `Say in which form: --format ${formats.join(',')}.`))
      : [];
    const { numbers, files } = await withRegister(
      registerPathOf(args),
      { create: false },
      async ({ core }) => {
        const personId = personNamed(await core.people.list(), wanted);
        const files = [];
        for (const format of forms) files.push(await core.people.heldFile({ personId, format }));
        return { numbers: await core.people.held({ personId }), files };
      },
    );
    const paths = files.map((file) => writeInto(folder ?? '', file.name, Buffer.from(file.base64, 'base64')));
    const { now, history, snapshots, backups } = numbers;
    return {
      json: { ...numbers, files: paths },
      words: [
        `${now} places on record, ${history} in the history, ${snapshots.length} snapshots, ${backups.length} backups`,
        ...paths,
      ].join('\n'),
    };
  },
};

/** By id, or by the whole name where one person has it. */
function personNamed(people: readonly { id: string; kind: string; name: string }[], wanted: string): string {
  const key = wanted.trim().toLowerCase();
  const found = people.filter(
    ({ id, kind, name }) => kind === 'person' && (id === wanted || name.toLowerCase() === key),
  );
  const [one, another] = found;
  if (one && !another) return one.id;
  throw new AppError(
    'not-found',
    one
      ? `${found.length} people are called “${wanted}”. Give the id of one: ${found.map(({ id }) => id).join(', ')}.`
      : `Nobody is called “${wanted}” in this register. Give the whole name or the id.`,
  );
}

function formatsOf(text: string): (typeof formats)[number][] {
  return text.split(',').map((part) => {
    const name = part.trim();
    const format = formats.find((one) => one === name);
    if (format) return format;
    throw new AppError('wrong-use', `There is no format “${name}”. There is ${formats.join(', ')}.`);
  });
}
