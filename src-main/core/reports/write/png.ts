import { crc32, deflateSync } from 'node:zlib';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * Opaque RGBA pixels as PNG (W3C PNG, third edition): with a palette where there are no more than 256 colours, as
 * in nearly every chart, else in full colour. Written here because the drawing library's own file is half as large again.
 */
export function encodePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const palette = paletteOf(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = palette ? 3 : 2;
  const rows = palette ? indexedRows(pixels, width, height, palette) : fullRows(pixels, width, height);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', paletteBytes(palette))] : []),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Each colour and its place in the palette, in the order met; null where there are too many. */
function paletteOf(pixels: Uint8Array): Map<number, number> | null {
  const colours = new Map<number, number>();
  let last = -1;
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = colourAt(pixels, at);
    // Most dots are like the one before.
    if (colour === last) continue;
    last = colour;
    if (colours.has(colour)) continue;
    if (colours.size === 256) return null;
    colours.set(colour, colours.size);
  }
  return colours;
}

const colourAt = (pixels: Uint8Array, at: number) =>
  ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);

const paletteBytes = (palette: ReadonlyMap<number, number>) =>
  Uint8Array.from([...palette.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));

/** Each row begins with its filter: none, which serves flat colours best. */
function indexedRows(
  pixels: Uint8Array,
  width: number,
  height: number,
  palette: ReadonlyMap<number, number>,
): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  let [last, place] = [-1, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = colourAt(pixels, 4 * (y * width + x));
      if (colour !== last) [last, place] = [colour, palette.get(colour) ?? 0];
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
