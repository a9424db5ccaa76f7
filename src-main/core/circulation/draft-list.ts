import type { z } from 'zod';
import type { ReadDb } from '#db/handles.ts';
import { peopleWithLoad } from '#db/queries/people-list.ts';
import type { circulationContract } from '#shared/contract/circulation.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { FileOut } from '#shared/contract/reports.ts';
import { addressesOf } from '#shared/domain/round-share.ts';
import { count } from '#shared/domain/words.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { leadsWithSomething } from '../reports/compose/lead-list.ts';
import { openSource } from '../reports/compose-report.ts';
import { type Mail, noteMails, writeMail, writePapers } from '../reports/draft-mail.ts';
import { fileName } from '../reports/file-name.ts';
import { zipFiles } from '../reports/write/zip.ts';
import { fileOut } from '../reports/write-report.ts';
import { mustList } from './edit-lists.ts';
import { readLists } from './read-lists.ts';

type Wish = z.output<typeof circulationContract.draft.input>;
type Drafted = z.input<typeof circulationContract.draft.output>;

/** E-mail drafts of a snapshot's reports for a list, as those may read them who are on it. Nothing is sent. */
export async function draftForList({ app, register }: Doing, wish: Wish): Promise<Drafted> {
  const { db } = register;
  const list = mustList(db, wish.listId);
  const today = app.options.today();
  const papers = wish.papers ?? list.papers;
  const { to, bcc, without } = recipientsOf(db, wish.listId, today);
  const source = openSource(db, { snapshotId: wish.snapshotId, sees: list.sees, sinceId: wish.sinceId });
  const mail = { subject: wish.subject || list.subject, words: wish.words || list.words };
  const mails: Mail[] = [];
  if (list.eachLead) {
    const people = new Map(peopleWithLoad(db).map((person) => [person.id as string, person]));
    // What is not a lead's own is the same for all of them.
    const common = await writePapers({ app, register }, source, papers.filter(isForAll), wish);
    for (const { id, name } of leadsWithSomething(source.index, source.day)) {
      const person = people.get(id);
      const own = person ? addressesOf(person, people, today) : [];
      if (own.length === 0) {
        without.push(person?.name ?? name);
        continue;
      }
      const theirs = await writePapers(
        { app, register },
        source,
        papers.filter((one) => !isForAll(one)),
        {
          ...wish,
          leadId: id,
        },
      );
      const told = { ...mail, to: unique([...own, ...to]), bcc, forWhom: person?.name ?? name };
      mails.push(await writeMail(app, [...theirs, ...common], told));
    }
    if (mails.length === 0) throw noAddress('no lead of whom the snapshot tells something');
  } else {
    if (to.length + bcc.length === 0) throw noAddress(`nobody on the list “${list.name}”`);
    mails.push(
      await writeMail(app, await writePapers({ app, register }, source, papers, wish), { ...mail, to, bcc }),
    );
  }
  noteMails(
    register,
    `${count(mails.length, 'e-mail draft')} to “${list.name}”`,
    mails.map((one) => ({
      ...one,
      snapshotId: wish.snapshotId,
      listId: list.id,
      listName: list.name,
      audience: list.sees,
    })),
  );
  return {
    file: together(mails, list.name, today),
    without,
    drafts: mails.map((one) => ({
      name: one.file.name,
      size: one.draft.size,
      to: [...one.to],
      bcc: [...one.bcc],
      attached: one.attached.map(({ name, size = 0 }) => ({ name, size })),
    })),
  };
}

const isForAll = ({ report }: { report: string }) => report !== 'lead-list';
const unique = (addresses: readonly string[]): string[] => [
  ...new Map(addresses.map((one) => [one.toLowerCase(), one])).values(),
];

const noAddress = (who: string) =>
  new AppError(
    'nothing-found',
    `No draft was made: ${who} has an e-mail address. Give them one under People, or put addresses on the list.`,
  );

/** To whom a list goes today; who stands under both is written to openly, and once. */
function recipientsOf(
  db: ReadDb,
  listId: string,
  today: string,
): { to: string[]; bcc: string[]; without: string[] } {
  const recipients = readLists(db, today).find(({ id }) => id === listId)?.recipients ?? [];
  const of = (field: 'to' | 'bcc') =>
    unique(recipients.flatMap((one) => (one.field === field ? one.addresses : [])));
  const to = of('to');
  const open = new Set(to.map((one) => one.toLowerCase()));
  return {
    to,
    bcc: of('bcc').filter((one) => !open.has(one.toLowerCase())),
    without: recipients.flatMap(({ name, addresses }) => (addresses.length === 0 ? [name] : [])),
  };
}

/** One draft as it is; several in one zip, which no browser asks about once for each. */
function together(mails: readonly Mail[], list: string, day: string): FileOut {
  const [only, ...rest] = mails;
  if (only && rest.length === 0) return only.file;
  const zip = zipFiles(
    mails.map(({ file }, at) => ({
      name: `${String(at + 1).padStart(2, '0')} ${file.name}`,
      bytes: Buffer.from(file.base64, 'base64'),
    })),
  );
  return fileOut(`${fileName([`E-mail drafts to ${list}`, day])}.zip`, 'application/zip', zip);
}
