/** Values that a column refuses: text too long, a number out of range, a check, a null, a reference to nothing. */
const REFUSED_VALUES = /^(22|23)/;

/**
 * Whether a batch failed for what is in it, so that it is worth looking for the one person who made it fail. A database
 * that is gone, a deadlock or a lack of memory concerns nobody in particular: the job fails and is run again.
 */
export function isFaultOfAPerson(error: unknown): boolean {
  const code = codeOf(error);
  return code === null ? error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError : REFUSED_VALUES.test(code);
}

/** What is kept of a failure, for whoever looks into it. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (code === null ? text : `${code} ${text}`).slice(0, 2000);
}

function codeOf(error: unknown): string | null {
  const driverError = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const code = (driverError as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : null;
}
