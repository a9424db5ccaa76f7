import { AppError } from '#shared/contract/errors.ts';
import { Id } from '#shared/contract/register.ts';
import type { RolledForward } from '#shared/contract/years.ts';
import { count } from '#shared/domain/words.ts';
import type { Command } from '../command.ts';
import { registerPathOf, required, withRegister } from '../with-register.ts';

/** Next year's plan, with the choices that the screen proposes: what has ended is closed, everything else carried. */
export const rollForward: Command = {
  usage: 'roll-forward PLAN_ID --to 2010-11 --register R [--json]',
  options: { register: { type: 'string' }, to: { type: 'string' } },
  words: { least: 1, most: 1 },
  async run(args) {
    const path = registerPathOf(args);
    const to = required(args, 'to', 'Say for which year: --to 2010-11.');
    const planId = args.words[0] ?? '';
    if (!Id.safeParse(planId).success) {
      throw new AppError(
        'wrong-use',
        `“${planId}” is not the id of a plan. Export the register to see the ids.`,
      );
    }
    const done = await withRegister(path, { create: false }, async ({ core }) => {
      const { next } = await core.years.proposal({ planId, to });
      return core.years.rollForward({ planId, title: next.title, period: to });
    });
    return { json: done, words: inWords(done) };
  },
};

type Done = RolledForward['actions'][number];

function inWords(done: RolledForward): string {
  return [
    `${done.title}, ${done.period} (${done.planId})`,
    done.words,
    ...(done.kpis.length > 0 ? [`${count(done.kpis.length, 'KPI')} carried, their targets left open`] : []),
    ...done.actions.map(
      (one) => `  ${one.kind}: ${list(one.from)}${one.to.length > 0 ? ` as ${list(one.to)}` : ''}`,
    ),
    ...(done.toLookAt.length > 0 ? ['To look at:'] : []),
    ...done.toLookAt.map(({ ref, why }) => `  ${ref ?? 'No reference'}: ${why}`),
  ].join('\n');
}

const list = (actions: Done['from']): string => actions.map(({ ref, text }) => ref ?? text).join(', ');
