import type { ReadDb } from '#db/handles.ts';
import { peopleWithLoad } from '#db/queries/people-list.ts';
import { type FormRecord, formRows, type RoundRow, roundRow } from '#db/queries/rounds.ts';
import { readSettings } from '#db/queries/settings.ts';
import { updateRow } from '#db/rows.ts';
import { roundForms } from '#db/schema/index.ts';
import type { FileOut } from '#shared/contract/reports.ts';
import { addressesOf } from '#shared/domain/round-share.ts';
import { count } from '#shared/domain/words.ts';
import { plainName } from '../plain-name.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { fileOut } from '../reports/write-report.ts';
import type { FormFacts } from './lay-form.ts';
import { draftOf, reminderOf } from './letters.ts';
import { momentOf } from './moment.ts';
import { noForm, noRound } from './open-round.ts';

/** Forms and letters as files. Writers that bring a library are loaded when first wanted. */

const openXml = 'application/vnd.openxmlformats-officedocument';
export type FormFormat = 'xlsx' | 'docx';
export type FilesOut = { files: FileOut[]; withoutAddress: string[] };

export function factsOf(db: ReadDb, round: RoundRow, form: FormRecord): FormFacts {
  return {
    formId: form.id,
    version: form.version,
    roundId: round.id,
    round: round.name,
    partnership: readSettings(db).partnership,
    lead: form.name,
    sentOn: form.sentAt.slice(0, 10),
    dueOn: round.dueOn,
    content: form.sent,
  };
}

export async function formFile(facts: FormFacts, at: string, format: FormFormat): Promise<FileOut> {
  const name = plainName(`${facts.lead}, ${facts.round}`, 'form') || 'Form';
  if (format === 'docx') {
    const { writeFormDocx } = await import('./write-form-docx.ts');
    return fileOut(`${name}.docx`, `${openXml}.wordprocessingml.document`, await writeFormDocx(facts, at));
  }
  const { writeFormXlsx } = await import('./write-form-xlsx.ts');
  return fileOut(`${name}.xlsx`, `${openXml}.spreadsheetml.sheet`, await writeFormXlsx(facts, at));
}

type Wish = { roundId: string; formIds: readonly string[] | null; form: FormFormat; together: boolean };

function chosen(db: ReadDb, { roundId, formIds }: Wish): { round: RoundRow; forms: FormRecord[] } {
  const round = roundRow(db, roundId);
  if (!round) throw noRound();
  const all = formRows(db, roundId);
  const forms = formIds === null ? all : all.filter(({ id }) => formIds.includes(id));
  if (formIds !== null && forms.length < new Set(formIds).size) throw noForm();
  return { round, forms };
}

/** The forms alone, or each in its e-mail draft. */
export async function roundFiles(
  { app, register }: Doing,
  wish: Wish & { what: 'forms' | 'drafts' },
): Promise<FilesOut> {
  const { db } = register;
  const { round, forms } = chosen(db, wish);
  const today = app.options.today();
  const people = new Map(peopleWithLoad(db).map((person) => [person.id as string, person]));
  const made = await inTurn(forms, async (form) => {
    const facts = factsOf(db, round, form);
    const file = await formFile(facts, form.sentAt, wish.form);
    const person = people.get(form.personId ?? '');
    const to = person ? addressesOf(person, people, today) : [];
    if (wish.what === 'forms') return { file, to, name: form.name };
    return { file: await draftOf(facts, { to, file, at: form.sentAt, id: form.id }), to, name: form.name };
  });
  const name = `${round.name}, ${wish.what === 'forms' ? 'forms' : 'drafts'}`;
  return {
    files: await asOne(
      made.map(({ file }) => file),
      name,
      wish.together,
    ),
    withoutAddress: unaddressed(made),
  };
}

/** Letters to those who have not answered, or not all; that they were reminded is one act. */
export async function remind({ app, register }: Doing, wish: Wish): Promise<FilesOut> {
  const { db } = register;
  const picked = chosen(db, wish);
  const { round } = picked;
  const forms = wish.formIds === null ? picked.forms.filter(({ state }) => state === 'sent') : picked.forms;
  if (forms.length === 0) return { files: [], withoutAddress: [] };
  const { newId, today } = app.options;
  const people = new Map(peopleWithLoad(db).map((person) => [person.id as string, person]));
  const at = momentOf(app.options);
  const made = await inTurn(forms, async (form) => {
    const facts = factsOf(db, round, form);
    const file = await formFile(facts, form.sentAt, wish.form);
    const person = people.get(form.personId ?? '');
    const to = person ? addressesOf(person, people, today()) : [];
    const letter = {
      to,
      file,
      at,
      id: newId(),
      answered: Object.keys(form.returned?.values ?? {}),
      today: today(),
    };
    return { file: await reminderOf(facts, letter), to, name: form.name };
  });
  const label = `${count(forms.length, 'reminder')} of “${round.name}” drafted`;
  register.act({ kind: 'round', label }, (tx) => {
    for (const { id } of forms) updateRow(tx, roundForms, id, { remindedAt: at });
  });
  const files = await asOne(
    made.map(({ file }) => file),
    `${round.name}, reminders`,
    wish.together,
  );
  return { files, withoutAddress: unaddressed(made) };
}

const unaddressed = (made: readonly { name: string; to: readonly string[] }[]) =>
  made.filter(({ to }) => to.length === 0).map(({ name }) => name);

async function inTurn<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const one of list) done.push(await work(one));
  return done;
}

/** Several files as one zip, each under a name of its own. */
async function asOne(files: FileOut[], name: string, together: boolean): Promise<FileOut[]> {
  const named = apart(files);
  if (!together || files.length < 2) return named;
  const { zipFiles } = await import('../reports/write/zip.ts');
  const zip = zipFiles(named.map((file) => ({ name: file.name, bytes: Buffer.from(file.base64, 'base64') })));
  return [fileOut(`${plainName(name, 'round') || 'Round'}.zip`, 'application/zip', zip)];
}

/** Two leads of one name get two files. */
function apart(files: readonly FileOut[]): FileOut[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const [, stem = file.name, extension = ''] = /^(.*)(\.[a-z]+)$/s.exec(file.name) ?? [];
    let name = file.name;
    for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${stem} ${n}${extension}`;
    taken.add(name.toLowerCase());
    return { ...file, name };
  });
}
