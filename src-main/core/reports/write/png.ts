import { crc32, deflateSync } from 'node:zlib';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * Opaque RGBA pixels as PNG (W3C PNG, third edition): with a palette where there are no more than 256 colours, as
 * in nearly every chart, else in full colour. Written here because the drawing library's own file is half as large again.
 */
export function encodePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const dots = dotsOf(pixels);
  const palette = paletteOf(dots);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = palette ? 3 : 2;
  const rows = palette ? indexedRows(dots, width, height, palette) : fullRows(pixels, width, height);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', paletteBytes(palette))] : []),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** The pixels as one number each, in the order of bytes of the machine: read four at a time, as there are millions. */
function dotsOf(pixels: Uint8Array): Uint32Array {
  const { buffer, byteOffset, length } = byteOffsetFits(pixels) ? pixels : pixels.slice();
  return new Uint32Array(buffer, byteOffset, length / 4);
}
const byteOffsetFits = ({ byteOffset }: Uint8Array) => byteOffset % 4 === 0;

/** Each colour and its place in the palette, in the order met; null where there are too many. */
function paletteOf(dots: Uint32Array): Map<number, number> | null {
  const colours = new Map<number, number>();
  let last: number | undefined;
  for (const colour of dots) {
    // Most dots are like the one before.
    if (colour === last) continue;
    last = colour;
    if (colours.has(colour)) continue;
    if (colours.size === 256) return null;
    colours.set(colour, colours.size);
  }
  return colours;
}

const paletteBytes = (palette: ReadonlyMap<number, number>) => {
  const four = new Uint8Array(Uint32Array.from(palette.keys()).buffer);
  return four.filter((_, at) => at % 4 !== 3);
};

/** Each row begins with its filter: none, which serves flat colours best. */
function indexedRows(
  dots: Uint32Array,
  width: number,
  height: number,
  palette: ReadonlyMap<number, number>,
): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  let last: number | undefined;
  let place = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = dots[y * width + x] ?? 0;
      if (colour !== last) {
        last = colour;
        place = palette.get(colour) ?? 0;
      }
      rows[y * (width + 1) + 1 + x] = place;
    }
  }
  return rows;
}

function fullRows(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array((3 * width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = 4 * (y * width + x);
      rows.set(pixels.subarray(from, from + 3), y * (3 * width + 1) + 1 + 3 * x);
    }
  }
  return rows;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
