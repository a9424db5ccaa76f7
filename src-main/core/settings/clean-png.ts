import { crc32, inflateSync } from 'node:zlib';
import { AppError } from '#shared/contract/errors.ts';
import { mostLogoBytes, mostLogoDots } from '#shared/contract/report-records.ts';

/**
 * Reads a PNG as strictly as PNG (Third Edition, W3C 2025) lets one, and writes it again of nothing but what is needed
 * to draw it: no text, no profile, no other picture, nothing behind its end.
 */

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What a picture is drawn by; all else is left out. */
const needed = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
/** Values for each dot, by colour type. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

const damaged = () =>
  new AppError(
    'file-damaged',
    'The logo is named a PNG but cannot be read as one. Save it again as PNG in a drawing program, or ask for it once more.',
  );

export type CleanPng = { readonly png: Uint8Array; readonly width: number; readonly height: number };

export function cleanPng(bytes: Uint8Array): CleanPng {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!whole.subarray(0, 8).equals(signature)) throw damaged();
  const kept: Buffer[] = [signature];
  const data: Buffer[] = [];
  let head: { width: number; height: number; depth: number; type: number } | null = null;
  let hasPalette = false;
  let at = 8;
  let ended = false;
  while (!ended) {
    if (at + 12 > whole.length) throw damaged();
    const length = whole.readUInt32BE(at);
    if (at + 12 + length > whole.length) throw damaged();
    const named = whole.subarray(at + 4, at + 8 + length);
    const name = named.toString('latin1', 0, 4);
    if (crc32(named) !== whole.readUInt32BE(at + 8 + length)) throw damaged();
    const content = named.subarray(4);
    if ((head === null) !== (name === 'IHDR')) throw damaged();
    if (name === 'IHDR') head = readHead(content);
    else if (name === 'PLTE') hasPalette = true;
    else if (name === 'IDAT') data.push(content);
    if (needed.has(name)) kept.push(whole.subarray(at, at + 12 + length));
    // A critical part that is none of PNG's own: what it would draw is not known.
    else if (/^[A-Z]/.test(name)) throw damaged();
    ended = name === 'IEND';
    at += 12 + length;
  }
  if (!head || data.length === 0 || (head.type === 3 && !hasPalette)) throw damaged();
  checkDots(head, Buffer.concat(data));
  const png = Buffer.concat(kept);
  if (png.length > mostLogoBytes) throw tooLarge(png.length);
  return { png: new Uint8Array(png), width: head.width, height: head.height };
}

function readHead(content: Buffer) {
  if (content.length !== 13) throw damaged();
  const [width, height] = [content.readUInt32BE(0), content.readUInt32BE(4)];
  const [depth = 0, type = 0, compression, filter, interlace = 2] = content.subarray(8);
  if (width < 1 || height < 1 || !depths[type]?.includes(depth)) throw damaged();
  if (compression !== 0 || filter !== 0 || interlace > 1) throw damaged();
  if (width > mostLogoDots || height > mostLogoDots) {
    throw new AppError(
      'file-too-large',
      `The logo is ${width} by ${height} dots. Make it smaller: at most ${mostLogoDots} along each side; 600 are enough for print.`,
    );
  }
  if (interlace === 1) {
    throw new AppError(
      'not-possible',
      'The logo is an interlaced PNG, which Word and Excel draw badly. Save it again without interlacing.',
    );
  }
  return { width, height, depth, type };
}

/** The dots are all there and no more: nothing swells up when the picture is drawn. */
function checkDots({ width, height, depth, type }: ReturnType<typeof readHead>, data: Buffer): void {
  const row = Math.ceil((width * depth * (channels[type] ?? 1)) / 8) + 1;
  let dots: Buffer;
  try {
    dots = inflateSync(data, { maxOutputLength: row * height });
  } catch {
    throw damaged();
  }
  if (dots.length !== row * height) throw damaged();
  for (let y = 0; y < height; y += 1) if ((dots[y * row] ?? 5) > 4) throw damaged();
}

export const tooLarge = (bytes: number) =>
  new AppError(
    'file-too-large',
    `The logo is ${Math.ceil(bytes / 1000)} kB; at most ${mostLogoBytes / 1000} kB go with every report. Save it with fewer dots or colours.`,
  );
