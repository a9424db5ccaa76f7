import { AppError } from '#shared/contract/errors.ts';
import type { Correction, ImportOptions, Question, TableView } from '#shared/contract/imports.ts';
import type { RegisterJson } from '#shared/contract/register.ts';
import type { App, Register } from '../app.ts';
import type { ImportPlan } from './plan/plan-types.ts';
import type { Drafts, Recognition } from './recognise/types.ts';
import type { ReadingSession } from './session/reading-session.ts';

/** One file of an import that nothing has been written of yet. */
export type SessionFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** The id its row of import_files will have. */
  readonly fileId: string;
  readonly seenBefore: { importId: string; at: string } | null;
  readonly content:
    | {
        readonly kind: 'tables';
        readonly format: string;
        readonly reading: ReadingSession;
        recognition: Recognition;
        /** The tables as they were read before anything was corrected. */
        readonly first: readonly TableView[];
        drafts: Drafts;
      }
    | { readonly kind: 'register'; readonly json: RegisterJson };
};

/** An import under way, from the files chosen to the records written or the import dropped. */
export type ImportSession = {
  readonly id: string;
  readonly startedAt: string;
  /** Put aside to be finished later. */
  aside: boolean;
  readonly register: Register;
  readonly options: ImportOptions;
  readonly files: readonly SessionFile[];
  /** The officer's acts of correcting, oldest first: the last can be taken back. */
  readonly acts: (readonly Correction[])[];
  /** What of them is in force. */
  readonly corrections: Correction[];
  plan: ImportPlan;
};

/** Imports that one core holds open at the same time: a worker each, so not many. */
const mostSessions = 6;
const stores = new WeakMap<App, Map<string, ImportSession>>();

function storeOf(app: App): Map<string, ImportSession> {
  let store = stores.get(app);
  if (!store) {
    store = new Map();
    stores.set(app, store);
  }
  return store;
}

/** Keeps a session; the oldest that was not put aside makes room. Throws `not-possible` where all were. */
export async function keepSession(app: App, session: ImportSession): Promise<void> {
  const store = storeOf(app);
  const aside = [...store.values()].filter((one) => one.aside && one.register === app.register);
  if (aside.length >= mostSessions) {
    throw new AppError(
      'not-possible',
      `${aside.length} imports wait to be finished. Finish one of them, or leave one out, before the next.`,
    );
  }
  store.set(session.id, session);
  for (const [id, old] of store) {
    const mayStay = old.aside || old === session || store.size <= mostSessions;
    if (mayStay && old.register === app.register) continue;
    store.delete(id);
    await closeFiles(old.files);
  }
}

/** The sessions of the open register, the newest first. */
export function sessionsOf(app: App): ImportSession[] {
  return [...storeOf(app).values()].filter((one) => one.register === app.register).reverse();
}

/** The session of the open register; throws `not-found` where it is gone. */
export function sessionOf(app: App, id: string): ImportSession {
  const session = storeOf(app).get(id);
  if (!session || session.register !== app.register) {
    throw new AppError(
      'not-found',
      'This import is no longer open. Nothing of it was written. Choose the file again.',
    );
  }
  return session;
}

export async function dropSession(app: App, id: string): Promise<boolean> {
  const session = storeOf(app).get(id);
  if (!session) return false;
  storeOf(app).delete(id);
  await closeFiles(session.files);
  return true;
}

export async function closeFiles(files: readonly SessionFile[]): Promise<void> {
  for (const { content } of files) if (content.kind === 'tables') await content.reading.close();
}

/** The answer in force of each question about one file. */
export function questionsOf(file: SessionFile): readonly Question[] {
  return file.content.kind === 'tables' ? file.content.recognition.questions : [];
}
