import { enableCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';

/**
 * Makes what is loaded after it load quickly; for programs that run from source. Plain JavaScript, and loaded
 * before the program itself (node --import): then nothing that was compiled once needs the TypeScript reader.
 *
 * Compiled code is kept from one run to the next. And modules of drizzle-orm are found without asking Node
 * each time: its package.json has 180 kB of exports, which Node 24 parses anew for every module of the package,
 * 600 ms in all (getPackageScopeConfig spreads its getters). Measured: docs/decisions/0029.
 */
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'compile'));

const slow = 'drizzle-orm';
const inSlow = `/node_modules/${slow}/`;
/** @type {Map<string, string>} */
const found = new Map();

registerHooks({
  resolve(specifier, context, nextResolve) {
    const { parentURL } = context;
    if (specifier.startsWith('.') && parentURL?.includes(inSlow) && parentURL.endsWith('.js')) {
      return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
    }
    if (specifier !== slow && !specifier.startsWith(`${slow}/`)) return nextResolve(specifier, context);
    const known = found.get(specifier);
    if (known) return { url: known, format: 'module', shortCircuit: true };
    const resolved = nextResolve(specifier, context);
    found.set(specifier, resolved.url);
    return resolved;
  },
});
