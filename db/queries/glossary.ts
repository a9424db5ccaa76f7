import type { ReadDb } from '../handles.ts';
import { rowOf } from './prepared.ts';

export function termHead(db: ReadDb, termId: string): { term: string } | undefined {
  return rowOf(db, 'SELECT term FROM glossary WHERE id = ?', termId);
}
