import { formatDay } from '#shared/domain/dates.ts';
import { type Command, registerOption } from '../command.ts';
import { registerPathOf, withRegister } from '../with-register.ts';

/** Every round, the latest first: who has answered, who has not, what waits. */
export const roundStatus: Command = {
  usage: 'round status --register R [--json]',
  options: registerOption,
  words: { least: 0, most: 0 },
  async run(args) {
    const rounds = await withRegister(registerPathOf(args), { create: false }, async ({ core }) => {
      const all = await core.rounds.list();
      const told = [];
      for (const round of all)
        told.push({ ...round, leads: (await core.rounds.get({ roundId: round.id })).leads });
      return told;
    });
    const lines = rounds.flatMap(({ name, openedAt, dueOn, sent, returned, merged, leads }) => [
      `${name}, opened on ${formatDay(openedAt.slice(0, 10))}${dueOn ? `, due back ${formatDay(dueOn)}` : ''}: ${sent} sent, ${returned} returned, ${merged} merged`,
      ...leads.map((lead) => `  ${lead.name}: ${stateOf(lead)}`),
    ]);
    return { json: { rounds }, words: lines.join('\n') || 'No round of updates was opened yet.' };
  },
};

function stateOf(lead: {
  state: string;
  toDecide: number;
  toConfirm: number;
  remindedAt: string | null;
}): string {
  if (lead.toDecide > 0) return `${lead.toDecide} to decide`;
  if (lead.toConfirm > 0) return `${lead.toConfirm} to confirm`;
  if (lead.state !== 'sent') return 'merged';
  return lead.remindedAt ? `reminded on ${formatDay(lead.remindedAt.slice(0, 10))}` : 'not returned';
}
