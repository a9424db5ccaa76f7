import { incomplete } from '../refusals.ts';

/** The numbers of the records that are read (Microsoft MS-XLS 2.3). */
export const recordNumbers = {
  formula: 0x0006,
  eof: 0x000a,
  note: 0x001c,
  date1904: 0x0022,
  filePass: 0x002f,
  font: 0x0031,
  continued: 0x003c,
  codePage: 0x0042,
  object: 0x005d,
  columns: 0x007d,
  boundSheet: 0x0085,
  palette: 0x0092,
  manyNumbers: 0x00bd,
  manyBlanks: 0x00be,
  macros: 0x00d3,
  richLabel: 0x00d6,
  format: 0x00e0,
  merges: 0x00e5,
  sharedTexts: 0x00fc,
  sharedLabel: 0x00fd,
  supBook: 0x01ae,
  conditions: 0x01b0,
  condition: 0x01b1,
  drawnText: 0x01b6,
  link: 0x01b8,
  blank: 0x0201,
  number: 0x0203,
  label: 0x0204,
  truthOrError: 0x0205,
  text: 0x0207,
  row: 0x0208,
  shortNumber: 0x027e,
  numberFormat: 0x041e,
  begin: 0x0809,
  formatMore: 0x087d,
  theme: 0x0896,
} as const;

/** A stream of records that is read from the front; `data` is the body of the record it stands at. */
export type Records = {
  readonly stream: Buffer;
  readonly fileName: string;
  at: number;
  type: number;
  data: Buffer;
};

export function recordsOf(stream: Buffer, fileName: string, from = 0): Records {
  return { stream, fileName, at: from, type: 0, data: stream.subarray(0, 0) };
}

/** Moves to the next record; false at the end of the stream. A record that runs over the end is an incomplete file. */
export function nextRecord(r: Records): boolean {
  if (r.at + 4 > r.stream.length) return false;
  r.type = r.stream.readUInt16LE(r.at);
  const length = r.stream.readUInt16LE(r.at + 2);
  if (r.at + 4 + length > r.stream.length) throw incomplete(r.fileName);
  r.data = r.stream.subarray(r.at + 4, r.at + 4 + length);
  r.at += 4 + length;
  return true;
}

/** The body of the record it stands at and of those that continue it; moves to the last of them. */
export function withContinued(r: Records): Buffer[] {
  const parts = [r.data];
  while (r.at + 4 <= r.stream.length && r.stream.readUInt16LE(r.at) === recordNumbers.continued) {
    nextRecord(r);
    parts.push(r.data);
  }
  return parts;
}
