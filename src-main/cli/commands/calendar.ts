import { AppError } from '#shared/contract/errors.ts';
import { Id } from '#shared/contract/record.ts';
import { count } from '#shared/domain/words.ts';
import type { Command } from '../command.ts';
import { writeInto } from '../files.ts';
import { optional, registerPathOf, required, withRegister } from '../with-register.ts';

export const calendar: Command = {
  usage: 'calendar --register R [--body ID] [--meeting ID] [--from DAY] [--to DAY] --out DIR [--json]',
  options: {
    register: { type: 'string' },
    body: { type: 'string' },
    meeting: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    out: { type: 'string' },
  },
  words: { least: 0, most: 0 },
  async run(args, work) {
    const folder = required(args, 'out', 'Say where the file goes: --out DIR.');
    const asked = {
      meetingId: idOrNull('meeting', optional(args, 'meeting')),
      bodyId: idOrNull('body', optional(args, 'body')),
      from: optional(args, 'from'),
      to: optional(args, 'to'),
    };
    const made = await withRegister(registerPathOf(args), { create: false }, ({ core }) =>
      core.calendars.make(asked),
    );
    if (made.withoutDay > 0) work.say(`Left out: ${count(made.withoutDay, 'meeting')} without a day`);
    const path = writeInto(folder, made.file.name, Buffer.from(made.file.base64, 'base64'));
    const { name, mime } = made.file;
    return {
      json: { meetings: made.meetings, withoutDay: made.withoutDay, files: [{ path, name, mime }] },
      words: `${path}\n${count(made.meetings, 'meeting')}`,
    };
  },
};

function idOrNull(what: string, text: string | null): string | null {
  if (text === null || Id.safeParse(text).success) return text;
  throw new AppError('wrong-use', `“${text}” is not the id of a ${what}. The export lists them.`);
}
