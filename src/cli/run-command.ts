import { say } from '../common/terminal/output.js';
import { failureOf } from './failure.js';
import { vigil } from './vigil.js';

/** One command, as it was typed after `vigil`; gives the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const program = vigil();
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    const { code, sentence } = failureOf(error);
    if (sentence !== null) say(`vigil: ${sentence}`);
    if (program.opts<{ trace?: boolean }>().trace && error instanceof Error) say(error.stack ?? '');
    return code;
  }
}
