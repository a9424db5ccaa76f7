import { parseArgs } from 'node:util';
import { causeWords } from '#core/log-words.ts';
import { AppError, type WireError } from '#shared/contract/errors.ts';
import type { Arguments, Command, Streams } from './command.ts';
import { commands, usageOfAll } from './commands.ts';

/** What the program says with its exit status. */
export const exitStatus = { done: 0, fault: 1, wrongUse: 2, refused: 3 } as const;

/** Runs one command line and gives its exit status. Nothing is ever thrown, and no stack is ever printed. */
export async function runCommandLine(argv: readonly string[], streams: Streams): Promise<number> {
  const json = argv.includes('--json');
  try {
    const name = argv[0];
    if (name === undefined || name === '--help' || name === 'help') {
      streams.out(`${usageOfAll()}\n`);
      return name === undefined ? exitStatus.wrongUse : exitStatus.done;
    }
    const command = await commandNamed(argv);
    const args = argumentsOf(command, argv.slice(command.skip));
    const outcome = await command.run(args, { json, streams, say: (line) => streams.err(`${line}\n`) });
    if (outcome) streams.out(`${json ? JSON.stringify(outcome.json) : outcome.words}\n`);
    return exitStatus.done;
  } catch (error) {
    const wire = wireOf(error);
    if (json) streams.out(`${JSON.stringify({ error: wire })}\n`);
    else streams.err(`${wire.message}\n`);
    return statusOf(wire);
  }
}

type Found = Command & { readonly skip: number };

/** `snapshot take` is one command of two words. */
async function commandNamed(argv: readonly string[]): Promise<Found> {
  const [first = '', second = ''] = argv;
  for (const [name, skip] of [
    [`${first} ${second}`, 2],
    [first, 1],
  ] as const) {
    const load = commands[name];
    if (load) return { ...(await load()), skip };
  }
  throw new AppError('wrong-use', `There is no command “${first}”. “help” lists the commands.`);
}

function argumentsOf(command: Command, argv: readonly string[]): Arguments {
  let parsed: { values: Arguments['options']; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...argv],
      options: { ...command.options, json: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    }) as typeof parsed;
  } catch (error) {
    throw new AppError('wrong-use', `${sentence(error)} Use: ${command.usage}`, { cause: error });
  }
  const { least, most } = command.words;
  if (parsed.positionals.length < least || parsed.positionals.length > most) {
    throw new AppError('wrong-use', `The words given do not fit this command. Use: ${command.usage}`);
  }
  return { options: parsed.values, words: parsed.positionals };
}

function sentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return `${text.split(/\n|\. /, 1)[0]?.replace(/\.$/, '')}.`;
}

/** Whatever was thrown, as code and sentence; what is no refusal of ours is a fault of the program. */
function wireOf(error: unknown): WireError {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  // A command may run at night with its words kept in somebody's log: what a fault quotes has no business there.
  const words = causeWords(error);
  const what = [words?.kind, words?.code, words?.says, words?.at?.[0]].filter(Boolean).join(', ');
  return { code: 'fault', message: `The program made a mistake and gave up: ${what}.` };
}

function statusOf({ code }: WireError): number {
  if (code === 'fault') return exitStatus.fault;
  if (code === 'wrong-use' || code === 'not-yet') return exitStatus.wrongUse;
  return exitStatus.refused;
}
