import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';
import { noteFile, notesPackages } from './bundled-packages.ts';

const root = join(import.meta.dirname, '..');
const outDir = join(root, 'dist', 'electron');

/** What the packaged program loads from node_modules: the driver with its binaries, and Electron itself. */
const external = ['electron', 'better-sqlite3'];

/**
 * `new URL('./worker.ts', import.meta.url)` names a worker's file. Run from source it is that file; in the
 * bundle it becomes an entry of its own.
 */
function workersAsEntries(): Plugin {
  return {
    name: 'workers-as-entries',
    transform(code, id) {
      const pattern = /new URL\(\s*(['"])(\.{1,2}\/[^'"]+)\.ts\1\s*,\s*import\.meta\.url\s*,?\s*\)/g;
      if (!pattern.test(code)) return null;
      const replaced = code.replace(pattern, (_all, _quote, path: string) => {
        const chunk = this.emitFile({
          type: 'chunk',
          id: join(id, '..', `${path}.ts`),
          fileName: `${path.replace(/^.*\//, '')}.js`,
        });
        return `new URL(${JSON.stringify(`./${this.getFileName(chunk)}`)}, import.meta.url)`;
      });
      return { code: replaced, map: null };
    },
  };
}

/**
 * `require.resolve('package/file.wasm')` names a file that a package brings to be read at run time (a font, a
 * WebAssembly module). Run from source it lies in node_modules; in the bundle it becomes a file beside it.
 */
function filesBeside(): Plugin {
  return {
    name: 'files-beside',
    transform(code, id) {
      const pattern = /require\.resolve\(\s*(['"])([^'"]+\.(?:wasm|ttf))\1\s*,?\s*\)/g;
      if (!pattern.test(code)) return null;
      const { resolve } = createRequire(id);
      const replaced = code.replace(pattern, (_all, _quote, name: string) => {
        const path = resolve(name);
        noteFile(path);
        const fileName = basename(path);
        this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
        return `new URL(${JSON.stringify(`./${fileName}`)}, import.meta.url)`;
      });
      return { code: replaced, map: null };
    },
  };
}

const common: InlineConfig = {
  root,
  configFile: false,
  envDir: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, external, target: 'node' },
};

/** The main process and its workers, as ES modules side by side in one folder. */
export const electronMain: InlineConfig = {
  ...common,
  plugins: [workersAsEntries(), filesBeside(), notesPackages()],
  build: {
    ssr: true,
    // What a package brings to be read at run time is written too: see filesBeside.
    ssrEmitAssets: true,
    outDir,
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rollupOptions: {
      input: { main: join(root, 'src-main', 'electron', 'main.ts') },
      external,
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};

/** A sandboxed preload script must be one CommonJS file. */
export const electronPreload: InlineConfig = {
  ...common,
  build: {
    ssr: true,
    outDir,
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rollupOptions: {
      input: { preload: join(root, 'src-main', 'electron', 'preload.ts') },
      external,
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
};

/** The same bundle in another folder, and of another entry where one is given: for tests. */
export function bundleInto(bundle: InlineConfig, folder: string, entry?: string): InlineConfig {
  const rollupOptions = { ...bundle.build?.rollupOptions, ...(entry ? { input: { main: entry } } : {}) };
  return { ...bundle, build: { ...bundle.build, outDir: folder, rollupOptions } };
}
