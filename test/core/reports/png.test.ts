import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePng } from '#core/reports/write/png.ts';

/** The colours of a PNG as this product writes them, dot by dot. */
function read(png: Buffer): number[][] {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const head = chunks.get('IHDR') ?? Buffer.alloc(13);
  const [width, height, palette] = [head.readUInt32BE(0), head.readUInt32BE(4), chunks.get('PLTE')];
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const each = palette ? 1 : 3;
  return Array.from({ length: width * height }, (_, dot) => {
    const at = Math.floor(dot / width) * (width * each + 1) + 1 + (dot % width) * each;
    const place = palette ? (rows[at] ?? 0) * 3 : at;
    return [...(palette ?? rows).subarray(place, place + 3)];
  });
}

describe('encodePng', () => {
  it('keeps every dot, with few colours and with many', () => {
    const size = fc.integer({ min: 1, max: 24 });
    fc.assert(
      fc.property(
        size,
        size,
        fc.constantFrom(2, 256, 1_000),
        fc.infiniteStream(fc.nat(0xffffff)),
        (w, h, most, stream) => {
          const colours = Array.from({ length: Math.min(most, w * h) }, () => Number(stream.next().value));
          const dots = Array.from({ length: w * h }, (_, at) => colours[at % colours.length] ?? 0);
          const pixels = Uint8Array.from(dots.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255, 255]));
          expect(read(Buffer.from(encodePng(pixels, w, h)))).toEqual(
            dots.map((c) => [c >> 16, (c >> 8) & 255, c & 255]),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
