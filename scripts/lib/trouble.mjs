/** Something the person at the terminal can mend. Its message is one clear sentence; no stack is shown. */
export class Trouble extends Error {
  name = 'Trouble';
}

/** Runs a script's main function and turns what it throws into an exit code. */
export async function run(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Trouble ? `vigil: ${error.message}` : error);
    process.exitCode = 1;
  }
}
