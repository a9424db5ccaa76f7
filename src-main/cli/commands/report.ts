import { templateNamed } from '#core/reports/templates.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ReportTemplate } from '#shared/contract/report-records.ts';
import { type FileOut, reportFormats, reportNames } from '#shared/contract/reports.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { count } from '#shared/domain/words.ts';
import type { Command } from '../command.ts';
import { writeInto } from '../files.ts';
import { optional, registerPathOf, required, withRegister } from '../with-register.ts';
import { idOf } from './snapshot-compare.ts';

type ReportFormat = (typeof reportFormats)[number];

/** What a draft carries where no other form is asked for: read anywhere, and worked with in Excel. */
const drafted: readonly ReportFormat[] = ['html', 'xlsx'];

export const report: Command = {
  usage:
    'report plan|exceptions|quarterly-review|kpi-book|outcome-report-card|lead-list|changes|agenda|minutes --register R [--plan ID] [--section ID] [--lead ID] [--meeting ID] [--body ID] [--public] [--since SNAPSHOT] [--snapshot ID] --format html,docx,xlsx,pdf,csv,eml [--table NAME] [--template NAME] --out DIR [--json]',
  options: {
    register: { type: 'string' },
    plan: { type: 'string' },
    section: { type: 'string' },
    body: { type: 'string' },
    meeting: { type: 'string' },
    public: { type: 'boolean' },
    lead: { type: 'string' },
    since: { type: 'string' },
    snapshot: { type: 'string' },
    format: { type: 'string' },
    table: { type: 'string' },
    template: { type: 'string' },
    out: { type: 'string' },
  },
  words: { least: 1, most: 1 },
  async run(args, work) {
    const name = oneOf('report', args.words[0] ?? '', reportNames);
    const byName = optional(args, 'template');
    const asked =
      byName === null
        ? formatsOf(required(args, 'format', 'Say in which form: --format html,docx,xlsx,pdf,csv,eml.'))
        : null;
    const ofMeeting = name === 'agenda' || name === 'minutes';
    for (const only of ['body', 'meeting']) {
      if (args.options[only] !== undefined && !ofMeeting) {
        throw new AppError(
          'wrong-use',
          `“--${only}” is for an agenda or minutes, and “${name}” is neither. Leave it out.`,
        );
      }
    }
    const meetingId = optional(args, 'meeting');
    const bodyId = optional(args, 'body');
    const audience = args.options.public ? ('public' as const) : ('members' as const);
    const meeting = { meetingId, bodyId, audience };
    const folder = required(args, 'out', 'Say where the files go: --out DIR.');
    const table = optional(args, 'table');

    const made = await withRegister(registerPathOf(args), { create: false }, async ({ core, app }) => {
      // Before a snapshot is taken: a template that is not there costs none.
      const template = byName === null ? null : templateNamed(await core.reports.templates(), name, byName);
      const { formats, draft } = asked ?? formatsBy(optional(args, 'format'), template);
      const planId = optional(args, 'plan') ?? template?.choices.planId ?? null;
      const sectionId = optional(args, 'section') ?? template?.choices.sectionId ?? null;
      const templateId = template?.id ?? null;
      const listId = template?.choices.listId ?? null;
      const sees = listId
        ? ((await core.circulation.lists()).find(({ id }) => id === listId)?.sees ?? null)
        : null;
      const given = optional(args, 'snapshot');
      const snapshotId = given
        ? idOf(await core.snapshots.list(), given)
        : (
            await core.snapshots.take({
              name: `Report of ${formatDay(app.options.today())}`,
              withWords: true,
            })
          ).id;
      work.say(`From the snapshot ${snapshotId}`);
      const all = await core.snapshots.list();
      const since = optional(args, 'since');
      const sinceId = since === null ? null : idOf(all, since);
      // A plan report is of one plan: without --plan, every plan gets its own. So it is with a lead's list.
      const plans = planId === null && name === 'plan' ? await core.plans.list() : [{ id: planId }];
      const leadId = optional(args, 'lead') ?? template?.choices.leadId ?? null;
      const leads =
        leadId === null && name === 'lead-list' ? await core.reports.leads({ snapshotId }) : [{ id: leadId }];
      const files: FileOut[] = [];
      const each = plans.flatMap((plan) => leads.map((lead) => ({ planId: plan.id, leadId: lead.id })));
      const nobody = { planId, leadId };
      for (const of of each.length > 0 ? each : [nobody]) {
        for (const format of formats) {
          files.push(
            await core.reports.make({
              snapshotId,
              report: name,
              ...of,
              ...meeting,
              sectionId,
              sinceId,
              format,
              table,
              templateId,
              sees,
            }),
          );
        }
        if (draft) {
          const reports = (formats.length > 0 ? formats : drafted).map((format) => ({
            report: name,
            format,
          }));
          files.push(
            await core.reports.draft({
              snapshotId,
              ...of,
              ...meeting,
              sectionId,
              sinceId,
              reports,
              templateId,
              sees,
            }),
          );
        }
      }
      const { figures, warnings } = await core.reports.leftOut({ snapshotId, planId });
      if (figures.length > 0) work.say(`Left out as small numbers: ${count(figures.length, 'figure')}`);
      for (const warning of warnings) work.say(`Look at this before it goes out: ${warning.words}`);
      return { snapshotId, files };
    });
    const files = made.files.map((file) => ({
      path: writeInto(folder, file.name, Buffer.from(file.base64, 'base64')),
      name: file.name,
      mime: file.mime,
    }));
    return { json: { snapshotId: made.snapshotId, files }, words: files.map((file) => file.path).join('\n') };
  },
};

/** What the template is made in where no form is asked for; a web page where it names none. */
function formatsBy(text: string | null, template: Pick<ReportTemplate, 'choices'> | null) {
  if (text !== null) return formatsOf(text);
  const formats = template?.choices.formats ?? [];
  return { formats: formats.length > 0 ? formats : (['html'] as ReportFormat[]), draft: false };
}

/** "html,eml": which files to write, and whether an e-mail draft carries them. */
function formatsOf(text: string): { formats: ReportFormat[]; draft: boolean } {
  const names = text.split(',').map((part) => part.trim());
  const formats = names
    .filter((name) => name !== 'eml')
    .map((name) => oneOf<ReportFormat>('format', name, reportFormats));
  return { formats: [...new Set(formats)], draft: names.includes('eml') };
}

function oneOf<T extends string>(what: string, name: string, now: readonly T[]): T {
  const found = now.find((candidate) => candidate === name);
  if (found) return found;
  throw new AppError('wrong-use', `There is no ${what} “${name}”. There is ${now.join(', ')}.`);
}
