import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Block } from '../document.ts';
import { chartDrawing, chartSize } from './chart-svg.ts';
import { multiplesDrawing, multiplesSize } from './multiples-svg.ts';
import { encodePng } from './png.ts';
import { reportingDrawing, reportingSize } from './reporting-svg.ts';

type Chart = Extract<Block, { kind: 'chart' }>;

/** A picture for a file that cannot hold SVG; sizes in CSS pixels, the picture itself is finer. */
export type Picture = { readonly png: Uint8Array; readonly width: number; readonly height: number };

/** Dots for each CSS pixel: across the text of an A4 page about 250 to the inch. */
const fineness = 2.5;

/**
 * The face comes along, so that the same chart is the same picture on every machine: none of the system's own are
 * looked at. Open Sans, whose shapes are those of Segoe UI.
 */
const face = 'Open Sans';

const require = createRequire(import.meta.url);
let ready: Promise<readonly Uint8Array[]> | null = null;

/** The drawing engine (2.4 MB of WebAssembly) and the face, loaded when the first picture is wanted. */
function prepare(): Promise<readonly Uint8Array[]> {
  ready ??= (async () => {
    const [engine, ...faces] = await Promise.all([
      readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')),
      readFile(require.resolve('@expo-google-fonts/open-sans/400Regular/OpenSans_400Regular.ttf')),
      readFile(require.resolve('@expo-google-fonts/open-sans/600SemiBold/OpenSans_600SemiBold.ttf')),
    ]);
    await initWasm(engine);
    return faces.map((bytes) => new Uint8Array(bytes));
  })();
  return ready;
}

/** A KPI's chart as a picture: the very drawing of the page, in dots. */
export const chartPng = (chart: Chart): Promise<Picture> => picture(chartDrawing(chart), chartSize);

async function picture(
  inside: string,
  { width, height }: { width: number; height: number },
): Promise<Picture> {
  const fontBuffers = [...(await prepare())];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>text{font-family:"${face}";font-size:12px;fill:#454c57}.b{font-weight:600;fill:#15181d}</style>`,
    inside,
    '</svg>',
  ].join('');
  const drawing = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: fineness },
    font: { fontBuffers, defaultFontFamily: face, sansSerifFamily: face },
  });
  try {
    const drawn = drawing.render();
    try {
      return { png: encodePng(drawn.pixels, drawn.width, drawn.height), width, height };
    } finally {
      drawn.free();
    }
  } finally {
    drawing.free();
  }
}

/** The pictures of all charts of a report. Others have their turn between two: the core serves a window meanwhile. */
export async function chartPictures(blocks: readonly Block[]): Promise<ReadonlyMap<Block, Picture>> {
  const pictures = new Map<Block, Picture>();
  for (const block of blocks) {
    if (block.kind === 'chart') pictures.set(block, await chartPng(block));
    else if (block.kind === 'multiples') {
      pictures.set(block, await picture(multiplesDrawing(block.items), multiplesSize(block.items.length)));
    } else if (block.kind === 'reporting') {
      pictures.set(block, await picture(reportingDrawing(block.layout), reportingSize(block.layout)));
    } else continue;
    await setImmediate();
  }
  return pictures;
}

/** A drawing of somebody else's in dots on white, as large as it fits into the room; null where it draws nothing. */
export async function drawingPng(
  svg: string,
  room: { width: number; height: number },
): Promise<Picture | null> {
  const fontBuffers = [...(await prepare())];
  const font = { fontBuffers, defaultFontFamily: face, sansSerifFamily: face };
  const measured = new Resvg(svg, { font });
  const { width, height } = measured;
  measured.free();
  if (!(width > 0 && height > 0)) return null;
  const value = Math.min(room.width / width, room.height / height);
  const drawing = new Resvg(svg, { background: '#ffffff', fitTo: { mode: 'zoom', value }, font });
  try {
    const drawn = drawing.render();
    try {
      return {
        png: encodePng(drawn.pixels, drawn.width, drawn.height),
        width: drawn.width,
        height: drawn.height,
      };
    } finally {
      drawn.free();
    }
  } finally {
    drawing.free();
  }
}
