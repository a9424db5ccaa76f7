import { join } from 'node:path';
import { failLoop, prepareTemplate } from './fail-loop.ts';
import type { ErrorName, Kinds } from './shim/control.ts';
import { works } from './works/works.ts';

/** The program behind the shim (fail.ts starts it): one work, one error; prints its result as JSON. */
const [name = '', error = '', ever = '', every = '1', from = '1', kinds = 'writes'] = process.argv.slice(2);
const work = works.find((one) => one.name === name);
if (!work) throw new Error(`no work is called "${name}"`);
const root = process.env.SHIM_ROOT ?? '';
const template = join(root, '..', 'template');
await prepareTemplate(work, template, root);
const order = {
  work,
  root,
  template,
  error: error as ErrorName,
  ever: ever === 'ever',
  kinds: kinds as Kinds,
};
const result = await failLoop({ ...order, every: Number(every), from: Number(from) });
console.log(JSON.stringify(result));
// A worker that waits for the next file would keep the program.
process.exit(0);
