import type { Merge } from '#shared/contract/grid.ts';

export type Link = { readonly range: Merge; readonly target: string };

const urlMoniker = 'e0c9ea79f9bace118c8200aa004ba90b';
const fileMoniker = '0303000000000000c000000000000046';
const hasMoniker = 0x01;
const hasLocation = 0x08;
const hasDisplayName = 0x10;
const hasFrame = 0x80;
const monikerIsText = 0x100;

/** A link on a range of cells (HLink, MS-XLS 2.4.140; its object MS-OSHARED 2.3.7); null where it leads nowhere. */
export function readLink(data: Buffer): Link | null {
  const range: Merge = {
    top: data.readUInt16LE(0),
    bottom: data.readUInt16LE(2),
    left: data.readUInt16LE(4),
    right: data.readUInt16LE(6),
  };
  const flags = data.readUInt32LE(28);
  const cursor = { data, at: 32 };
  if ((flags & hasDisplayName) !== 0) linkText(cursor);
  if ((flags & hasFrame) !== 0) linkText(cursor);
  let target = '';
  if ((flags & hasMoniker) !== 0) {
    target = (flags & monikerIsText) !== 0 ? linkText(cursor) : moniker(cursor);
  }
  if ((flags & hasLocation) !== 0) target += `#${linkText(cursor)}`;
  return target === '' ? null : { range, target };
}

type Cursor = { readonly data: Buffer; at: number };

function linkText(cursor: Cursor): string {
  const bytes = cursor.data.readUInt32LE(cursor.at) * 2;
  const text = cursor.data.toString('utf16le', cursor.at + 4, cursor.at + 4 + bytes);
  cursor.at += 4 + bytes;
  return upToZero(text);
}

function moniker(cursor: Cursor): string {
  const { data } = cursor;
  const kind = data.toString('hex', cursor.at, cursor.at + 16);
  cursor.at += 16;
  if (kind === urlMoniker) {
    const bytes = data.readUInt32LE(cursor.at);
    const text = data.toString('utf16le', cursor.at + 4, cursor.at + 4 + bytes);
    cursor.at += 4 + bytes;
    return upToZero(text);
  }
  if (kind !== fileMoniker) return '';
  const up = data.readUInt16LE(cursor.at);
  const letters = data.readUInt32LE(cursor.at + 2);
  const short = upToZero(data.toString('latin1', cursor.at + 6, cursor.at + 6 + letters));
  cursor.at += 6 + letters + 24;
  const more = data.readUInt32LE(cursor.at);
  const long = more > 6 ? data.toString('utf16le', cursor.at + 10, cursor.at + 4 + more) : '';
  cursor.at += 4 + more;
  return '../'.repeat(Math.min(up, 20)) + (long === '' ? short : long);
}

function upToZero(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}
