import type { Command } from './command.ts';

type Load = () => Promise<Command>;

/** Every command, each loaded only when it is the one that runs. */
export const commands: Readonly<Record<string, Load | undefined>> = {
  example: async () => (await import('./commands/example.ts')).example,
  import: async () => (await import('./commands/import.ts')).importFiles,
  export: async () => (await import('./commands/export.ts')).exportRegister,
  'snapshot take': async () => (await import('./commands/snapshot-take.ts')).snapshotTake,
  'snapshot list': async () => (await import('./commands/snapshot-list.ts')).snapshotList,
  'snapshot compare': async () => (await import('./commands/snapshot-compare.ts')).snapshotCompare,
  report: async () => (await import('./commands/report.ts')).report,
  calendar: async () => (await import('./commands/calendar.ts')).calendar,
  'roll-forward': async () => (await import('./commands/roll-forward.ts')).rollForward,
  'round open': async () => (await import('./commands/round-open.ts')).roundOpen,
  'round merge': async () => (await import('./commands/round-merge.ts')).roundMerge,
  'round status': async () => (await import('./commands/round-status.ts')).roundStatus,
  held: async () => (await import('./commands/held.ts')).held,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  check: async () => (await import('./commands/check.ts')).check,
  undo: async () => (await import('./commands/undo.ts')).undo,
  redo: async () => (await import('./commands/undo.ts')).redo,
  history: async () => (await import('./commands/history.ts')).history,
  serve: async () => (await import('./commands/serve.ts')).serveRegister,
};

export function usageOfAll(): string {
  return `npm run -s register -- COMMAND

  example --register R                      write the example register of an invented partnership
  import FILE... --register R               bring in workbooks, documents and tables
         [--year 2009-10] [--into PLAN_ID] [--legend "#00B050=complete,..."] [--dry-run]
  export --register R [--out FILE]          the whole register as JSON
  snapshot take --register R --name NAME    freeze the register as it is now
  snapshot list --register R
  snapshot compare --register R A B         what differs; B may be "now"
  report NAME --register R --out DIR        write a report: plan, exceptions, kpi-book,
         --format html,docx,xlsx,pdf,csv,eml  outcome-report-card
         [--plan ID] [--section ID] [--snapshot ID] [--table NAME]
  calendar --register R --out DIR           meetings as a calendar file (.ics) for Outlook
           [--body ID] [--meeting ID] [--from DAY] [--to DAY]
  roll-forward PLAN_ID --to 2010-11 --register R
                                            next year's plan, with what became of each action
  round open --register R --name NAME --out DIR
         [--due DAY] [--plan ID,...]        a form for each lead, alone and in its e-mail draft
         [--format xlsx|docx]
  round merge FILE... --register R          merge forms that came back; conflicts wait
         [--hold-dates] [--dry-run]
  round status --register R                 who has answered, and who has not
  held PERSON --register R                  what is held on a person, in numbers and in full
       [--format html,docx --out DIR]
  backup --register R --to DIR              a verified copy
  restore BACKUP --to FILE                  a backup as a new register
  check --register R                        integrity, references, own rules
  undo|redo|history --register R
  serve --register R [--port N]             the program in a browser; prints its link

R is a .register file; commands that write make it where it is not there. --json prints one JSON value.
Exit status: 0 done, 1 a fault of the program, 2 wrong use, 3 refused with nothing changed.`;
}
