import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { notesPackages } from './bundled-packages.ts';

const root = join(import.meta.dirname, '..');

/**
 * The page: one build for both hosts. Everything is a file of its own (no inline script, no data: address), so
 * that the strict content security policy needs no exception.
 */
export default defineConfig({
  root: join(root, 'src-renderer'),
  base: '/',
  logLevel: 'warn',
  plugins: [react(), notesPackages()],
  build: {
    outDir: join(root, 'dist', 'renderer'),
    emptyOutDir: true,
    // Electron 45 and the browsers of the last two years.
    target: ['chrome130', 'firefox132', 'safari18'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
  },
});
