import { AppError } from '#shared/contract/errors.ts';
import type { Logo, OfficeLook } from '#shared/contract/report-records.ts';
import { colourTrouble } from '#shared/domain/office-look.ts';
import { drawingPng } from '../reports/write/chart-png.ts';
import { cleanPng, tooLarge } from './clean-png.ts';

/** The most of a drawing that is read: a logo has a few kB, not half a megabyte. */
const mostDrawing = 500_000;
/** Three dots for each CSS pixel that a cover gives a logo. */
const room = { width: 660, height: 192 };
/** More repeats than this in a drawing are no logo. */
const mostRepeats = 200;

/** A logo as reports carry it. Only its dots come in: of a drawing none of its text, links, scripts or fonts. */
export async function readLogo(o: { name: string; base64: string; alt: string }): Promise<Logo> {
  const bytes = new Uint8Array(Buffer.from(o.base64, 'base64'));
  if (bytes.length === 0) throw new AppError('file-empty', `“${o.name}” is empty. Choose the logo again.`);
  const read = bytes[0] === 0x89 ? cleanPng(bytes) : cleanPng(await drawn(o.name, bytes));
  const { png, width, height } = read;
  return { png: Buffer.from(png).toString('base64'), width, height, alt: o.alt.trim() };
}

async function drawn(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length > mostDrawing) throw tooLarge(bytes.length);
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  if (!/<svg[\s>]/.test(text.slice(0, 4_000))) {
    throw new AppError(
      'file-unsupported',
      `“${name}” is neither a PNG nor an SVG, the two forms that a logo is read in. Save it as PNG first.`,
    );
  }
  // Words that stand for other words can swell without end; no drawing program needs them for a logo.
  const plain = text.replace(/<!DOCTYPE[^[>]*>/i, '');
  if (/<!DOCTYPE|<!ENTITY/i.test(plain) || (plain.match(/<use[\s>]/g)?.length ?? 0) > mostRepeats) {
    throw new AppError(
      'file-hostile',
      `“${name}” defines words of its own or repeats itself without end, as no logo does. Save it as PNG instead.`,
    );
  }
  const cannot = (cause?: unknown) =>
    new AppError(
      'file-damaged',
      `“${name}” cannot be drawn. Save it again in a drawing program, best as PNG.`,
      { cause },
    );
  const picture = await drawingPng(plain, room).catch((cause: unknown) => {
    throw cannot(cause);
  });
  if (!picture) throw cannot();
  return picture.png;
}

/** What is about to be kept, checked once more: whoever sends it, only a clean logo and colours that can be read. */
export function checkedLook(look: OfficeLook): OfficeLook {
  for (const colour of [look.colour, look.second]) {
    const trouble = colour === null ? null : colourTrouble(colour);
    if (trouble) throw new AppError('not-possible', trouble.words);
  }
  const confidentiality = look.confidentiality?.replace(/\s+/g, ' ').trim() || null;
  if (!look.logo) return { ...look, confidentiality };
  const { png, width, height } = cleanPng(new Uint8Array(Buffer.from(look.logo.png, 'base64')));
  const logo = { png: Buffer.from(png).toString('base64'), width, height, alt: look.logo.alt.trim() };
  return { ...look, logo, confidentiality };
}
