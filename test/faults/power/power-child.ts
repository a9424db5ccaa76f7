import { cpSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareTemplate } from '../fail-loop.ts';
import { shimControl } from '../shim/control.ts';
import { deskIn } from '../works/work.ts';
import { works } from '../works/works.ts';

/** The program behind the shim whose writes are recorded: one work, so many times, each told before and after. */
const [name = '', times = '1'] = process.argv.slice(2);
const work = works.find((one) => one.name === name);
if (!work) throw new Error(`no work is called "${name}"`);
const root = process.env.SHIM_ROOT ?? '';
const template = join(root, '..', 'template');
await prepareTemplate(work, template, root);
rmSync(root, { recursive: true, force: true });
cpSync(template, root, { recursive: true });

function mark(text: string): void {
  try {
    openSync(`${root}/@mark/${text}`, 'r');
  } catch (error) {
    // The shim takes it for a mark, and says that there is no such file.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

shimControl().record(true);
const desk = deskIn(root, 1);
if (work.opens) await desk.app.openPath(desk.register);
for (let turn = 0; turn < Number(times); turn += 1) {
  mark(`begin ${turn}`);
  await work.run(desk, turn);
  mark(`done ${turn}`);
}
// As if it were killed: what closing writes is not asked about.
process.exit(0);
