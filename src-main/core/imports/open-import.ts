import { hash } from 'node:crypto';
import { holdsAnything, seenBefore } from '#db/queries/imports-list.ts';
import { readSettings } from '#db/queries/settings.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Correction, ImportOptions } from '#shared/contract/imports.ts';
import { RegisterJson } from '#shared/contract/register.ts';
import type { App, Register } from '../app.ts';
import type { Job } from '../jobs/jobs.ts';
import { decisionsOf } from './plan/decisions.ts';
import { planImport } from './plan/plan-import.ts';
import type { ImportPlan } from './plan/plan-types.ts';
import { readProfiles } from './profiles.ts';
import { unpackDrafts } from './recognise/drafts-wire.ts';
import { alikeIn } from './recognise/questions.ts';
import type { RecogniseOptions } from './recognise/types.ts';
import { startReading } from './session/reading-session.ts';
import { closeFiles, type ImportSession, keepSession, questionsOf, type SessionFile } from './sessions.ts';

export type NamedFile = { readonly name: string; readonly bytes: Uint8Array };

/** Reads and recognises files and compares them with the register; nothing is written. */
export async function openImport(
  app: App,
  job: Job,
  chosen: readonly NamedFile[],
  options: ImportOptions,
): Promise<ImportSession> {
  const register = app.openedRegister();
  const files: SessionFile[] = [];
  try {
    for (const file of chosen) files.push(await openFile(app, register, job, file, options));
    job.throwIfStopped();
    refuseMixture(register, files);
    job.progress('Comparing with the register', 0, null);
    const session: ImportSession = {
      id: app.options.newId(),
      startedAt: app.options.now(),
      aside: false,
      register,
      options,
      files,
      acts: [],
      corrections: [],
      plan: planSession(app, register, files, options, []),
    };
    await keepSession(app, session);
    return session;
  } catch (error) {
    await closeFiles(files);
    throw error;
  }
}

async function openFile(
  app: App,
  register: Register,
  job: Job,
  file: NamedFile,
  options: ImportOptions,
): Promise<SessionFile> {
  const { name, bytes } = file;
  const sha256 = hash('sha256', bytes);
  const common = {
    name,
    bytes,
    sha256,
    fileId: app.options.newId(),
    seenBefore: seenBefore(register.db, sha256),
  };
  job.progress(`Reading ${name}`, 0, null);
  const json = registerJsonOf(name, bytes);
  if (json) return { ...common, content: { kind: 'register', json } };
  const reading = await startReading({
    name,
    bytes,
    options: recogniseOptions(register, name, options, []),
    signal: job.signal,
    onProgress: (step) => {
      if (step.step === 'read') job.progress(`Reading ${name}: ${step.sheet}`, step.done, step.of);
      else job.progress(`Recognising ${name}`, 0, null);
    },
  });
  const recognition = reading.recognition();
  return {
    ...common,
    content: {
      kind: 'tables',
      format: reading.format,
      reading,
      recognition,
      first: recognition.tables,
      drafts: unpackDrafts(recognition.drafts),
    },
  };
}

/** What recognition is told: the office's year, the officer's legend and corrections, mappings kept from before. */
export function recogniseOptions(
  register: Register,
  fileName: string,
  options: ImportOptions,
  corrections: readonly Correction[],
): RecogniseOptions {
  return {
    fileName,
    year: options.year,
    yearStartMonth: readSettings(register.db).financialYearStart,
    legend: options.legend,
    corrections,
    profiles: readProfiles(register.db),
  };
}

/** Compares what was recognised with the register as it is now. */
export function planSession(
  app: App,
  register: Register,
  files: readonly SessionFile[],
  options: ImportOptions,
  corrections: readonly Correction[],
): ImportPlan {
  const tables = files.flatMap((file, at) =>
    file.content.kind === 'tables'
      ? [
          {
            fileId: file.fileId,
            name: file.name,
            decisions: decisionsOf(corrections, at),
            places: file.content.recognition.sheets,
            drafts: file.content.drafts,
            apart: apartOf(file),
            alike: alikeOf(file),
            seen: file.seenBefore !== null,
          },
        ]
      : [],
  );
  return planImport(register.db, tables, {
    newId: app.options.newId,
    intoPlanId: options.intoPlanId,
    today: app.options.today(),
  });
}

/** Forms of names that the officer said are one person's, each with the fullest. */
function alikeOf(file: SessionFile): ReadonlyMap<string, string> {
  return new Map(
    questionsOf(file).flatMap((question) => {
      const [fullest, ...others] = question.taken === 'same' ? (alikeIn(question.id) ?? []) : [];
      return fullest === undefined ? [] : others.map((form) => [form, fullest] as const);
    }),
  );
}

/** Names whose spellings the officer said are different people. */
function apartOf(file: SessionFile): ReadonlySet<string> {
  return new Set(
    questionsOf(file).flatMap((question) =>
      question.about === 'lead' && question.taken === 'different' ? [question.id.replace(/^lead:/, '')] : [],
    ),
  );
}

/** The register's own export, by its content; null for any other file. */
function registerJsonOf(name: string, bytes: Uint8Array): RegisterJson | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 200))
    .toString('utf8')
    .trimStart();
  if (!head.startsWith('{') && !/\.json$/i.test(name)) return null;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  } catch (cause) {
    if (!/\.json$/i.test(name)) return null;
    throw new AppError(
      'file-damaged',
      `“${name}” is not whole: its JSON ends or breaks off too early. Export it again.`,
      { cause },
    );
  }
  const parsed = RegisterJson.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError(
    'file-unsupported',
    `“${name}” is JSON, but not a register that this program exported. Export the register again, or bring in a workbook.`,
    { cause: parsed.error },
  );
}

function refuseMixture(register: Register, files: readonly SessionFile[]): void {
  if (!files.some((file) => file.content.kind === 'register')) return;
  if (files.length > 1) {
    throw new AppError(
      'not-possible',
      'A whole register is brought in by itself. Choose that one file, and the others afterwards.',
    );
  }
  if (holdsAnything(register.db)) {
    throw new AppError(
      'not-possible',
      'A whole register can only be brought into an empty one. Make a new register, and bring it in there.',
    );
  }
}
