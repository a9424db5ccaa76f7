import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RegisterJson } from '#shared/contract/register.ts';
import { reportFormats, reportNames } from '#shared/contract/reports.ts';
import { jsonOf, run } from '#test/hosts/command-line.ts';

export type Format = (typeof reportFormats)[number] | 'eml';
export const allFormats: readonly Format[] = [...reportFormats, 'eml'];

/** A report as a file, or why the program refused to make it. */
export type Made = {
  readonly report: string;
  readonly format: Format;
  readonly path: string;
};
export type Refused = { readonly report: string; readonly format: Format; readonly refusal: string };

type Said = { readonly files?: { path: string }[]; readonly error?: { message: string } };

/**
 * Every kind of report of a register in every format, by the commands a person would type: plans and leads' lists each
 * for itself, agenda and minutes of every meeting. What is refused is told with the program's sentence.
 */
export async function makeReports(
  register: string,
  out: string,
  o: { reports?: readonly string[]; formats?: readonly Format[] } = {},
): Promise<{ made: Made[]; refused: Refused[] }> {
  const made: Made[] = [];
  const refused: Refused[] = [];
  const name = 'For the reports';
  const taken = jsonOf<{ id: string }>(
    await run('snapshot', 'take', '--register', register, '--name', name, '--json'),
  );
  const meetings = (await exported(register, join(out, 'register.json'))).meetings.map(({ id }) => id);
  for (const report of o.reports ?? reportNames) {
    const isOfMeeting = report === 'agenda' || report === 'minutes';
    const scopes = isOfMeeting ? meetings.map((id) => ['--meeting', id]) : [[]];
    for (const format of o.formats ?? allFormats) {
      for (const [at, scope] of scopes.entries()) {
        const folder = join(out, isOfMeeting ? `${report}-${at + 1}` : report);
        mkdirSync(folder, { recursive: true });
        const said = jsonOf<Said>(
          await run(
            ...['report', report, '--register', register, '--snapshot', taken.id, ...scope],
            ...['--format', format, '--out', folder, '--json'],
          ),
        );
        if (said.error) refused.push({ report, format, refusal: said.error.message });
        for (const { path } of said.files ?? []) made.push({ report, format, path });
      }
    }
  }
  return { made, refused };
}

export async function exported(register: string, path: string): Promise<RegisterJson> {
  mkdirSync(dirname(path), { recursive: true });
  await run('export', '--register', register, '--out', path, '--json');
  return JSON.parse(readFileSync(path, 'utf8')) as RegisterJson;
}
