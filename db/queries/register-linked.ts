import type { DutyAnswer, FundingStream } from '#shared/contract/linked.ts';
import type { RegisterJson } from '#shared/contract/register.ts';
import type { ReadDb } from '../handles.ts';
import { insertRows } from '../rows.ts';
import { dutyAnswers, fundingStreams } from '../schema/index.ts';
import { rowsOf } from './prepared.ts';
import { jsonOr } from './record-parts.ts';
import type { ContentPart } from './register-parts.ts';
import { type Writing, withPositions } from './register-writing.ts';

/** The office's funding streams in their order. */
export function fundingStreamsIn(db: ReadDb): FundingStream[] {
  return rowsOf<{ id: string; name: string; also: string; note: string | null }>(
    db,
    'SELECT id, name, also, note FROM funding_streams ORDER BY position, id',
  ).map(({ id, name, also, note }) => ({ id, source: null, name, also: jsonOr<string[]>(also, []), note }));
}

/** What was said to answer the duties, in the order in which it was said. */
export function dutyAnswersIn(db: ReadDb): DutyAnswer[] {
  return rowsOf<Omit<DutyAnswer, 'source'>>(
    db,
    `SELECT id, duty_id AS dutyId, action_id AS actionId, section_id AS sectionId, kpi_id AS kpiId
     FROM duty_answers ORDER BY position, id`,
  ).map((row) => ({ ...row, source: null }));
}

/** A list is left out where it is empty: so a snapshot taken before there was one keeps its words and its hash. */
export function readLinked(db: ReadDb): ContentPart<'fundingStreams' | 'dutyAnswers'> {
  const [streams, answers] = [fundingStreamsIn(db), dutyAnswersIn(db)];
  return {
    ...(streams.length > 0 && { fundingStreams: streams }),
    ...(answers.length > 0 && { dutyAnswers: answers }),
  };
}

export function writeLinked({ tx }: Writing, json: RegisterJson): void {
  insertRows(
    tx,
    fundingStreams,
    withPositions(json.fundingStreams ?? [], ({ source: _, ...columns }, position) => ({
      position,
      ...columns,
    })),
  );
  insertRows(
    tx,
    dutyAnswers,
    withPositions(json.dutyAnswers ?? [], ({ source: _, ...columns }, position) => ({
      position,
      ...columns,
    })),
  );
}
