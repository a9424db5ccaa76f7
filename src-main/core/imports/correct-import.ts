import { AppError } from '#shared/contract/errors.ts';
import type { Correction, ImportPreview } from '#shared/contract/imports.ts';
import type { App } from '../app.ts';
import { planSession, recogniseOptions } from './open-import.ts';
import { changesReading, correctionsOf } from './recognise/corrections.ts';
import { unpackDrafts } from './recognise/drafts-wire.ts';
import { type ImportSession, sessionOf } from './sessions.ts';
import { previewOf } from './views.ts';

/** Redoes the reading of the files that the corrections are about, then compares anew. One call is one act to take back. */
export async function correctImport(
  app: App,
  sessionId: string,
  corrections: readonly Correction[],
): Promise<ImportPreview> {
  const session = sessionOf(app, sessionId);
  await redo(app, session, [...session.acts, corrections], corrections);
  return previewOf(session);
}

/** Takes the last act of correcting back. Throws `not-possible` where there is none. */
export async function takeBackCorrection(app: App, sessionId: string): Promise<ImportPreview> {
  const session = sessionOf(app, sessionId);
  const last = session.acts.at(-1);
  if (!last) throw new AppError('not-possible', 'Nothing has been corrected in this import.');
  await redo(app, session, session.acts.slice(0, -1), last);
  return previewOf(session);
}

/** Puts these acts in force. Where the reading fails under them, the session stays as it was. */
async function redo(
  app: App,
  session: ImportSession,
  acts: readonly (readonly Correction[])[],
  touched: readonly Correction[],
): Promise<void> {
  const all = correctionsOf(acts);
  const again = new Set(touched.filter(changesReading).map((correction) => correction.file));
  for (const [at, file] of session.files.entries()) {
    if (!again.has(at) || file.content.kind !== 'tables') continue;
    const ofFile = all.filter((correction) => correction.file === at);
    const options = { ...session.options, year: yearOf(session, ofFile) };
    const recognition = await file.content.reading.redo(
      recogniseOptions(session.register, file.name, options, ofFile),
    );
    file.content.recognition = recognition;
    file.content.drafts = unpackDrafts(recognition.drafts);
  }
  session.acts.splice(0, session.acts.length, ...acts);
  session.corrections.splice(0, session.corrections.length, ...all);
  session.plan = planSession(app, session.register, session.files, session.options, session.corrections);
}

/** The answer to "which year" is the year that the reading is redone with. */
function yearOf(session: ImportSession, corrections: readonly Correction[]): string | null {
  const answer = corrections.findLast((one) => one.kind === 'answer' && one.questionId === 'year');
  return answer?.kind === 'answer' && answer.choice !== 'none' ? answer.choice : session.options.year;
}
