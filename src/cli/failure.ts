import { CommanderError } from 'commander';
import { problemOfDatabase } from '../common/constraint.js';
import { printable } from '../common/terminal/text-width.js';

/** 0 is done. */
export const EXIT = { refused: 1, usage: 2, unreachable: 3 } as const;

export interface Failure {
  code: number;
  /** null when it has been printed already */
  sentence: string | null;
}

const UNREACHABLE = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE',
  '57P03', // PostgreSQL is starting up
  '53300', // it has no connection left
  '28P01', '28000', // it does not let us in
  '3D000', // there is no such database
]);

/** What an error means to whoever typed the command. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return { code: 0, sentence: null };
    return { code: EXIT.usage, sentence: null }; // commander has said it
  }
  if (!(error instanceof Error)) return { code: EXIT.refused, sentence: String(error) };
  if (error.name === 'ConfigError') return { code: EXIT.usage, sentence: error.message };
  if (codesOf(error).some((code) => UNREACHABLE.has(code))) return { code: EXIT.unreachable, sentence: unreachable(error) };
  // What the database refused, in the words of its feature.
  return { code: EXIT.refused, sentence: problemOfDatabase(error)?.detail ?? printable(error.message) };
}

function codesOf(error: Error): string[] {
  const { code, errors, cause } = error as { code?: unknown; errors?: unknown; cause?: unknown };
  return [
    ...(typeof code === 'string' ? [code] : []),
    ...(Array.isArray(errors) ? errors.flatMap((each) => (each instanceof Error ? codesOf(each) : [])) : []),
    ...(cause instanceof Error ? codesOf(cause) : []),
  ];
}

function unreachable(error: Error): string {
  const [code] = codesOf(error);
  const named = error.message.includes(code) ? printable(error.message) : [printable(error.message), code].filter(Boolean).join(', ');
  return `a service does not answer (${named}). Check DATABASE_URL and REDIS_URL, or run \`npm start\`, which brings its own servers.`;
}
