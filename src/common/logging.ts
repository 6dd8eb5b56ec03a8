import { types } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger as Pino } from 'pino';
import type { LogLevel } from './config.js';
import { allowedInLog, withoutDenied } from './log-deny-list.js';

/**
 * The log is for whoever runs the machine, and holds nothing about the people in the files: no body, no query string,
 * no name. An error is logged by its kind, code and place, because its message may quote what a person typed; and what a
 * deny-list names is taken out of every line, whoever wrote it.
 */
export class Log implements LoggerService {
  private readonly pino: Pino;

  constructor(level: LogLevel, process: 'api' | 'worker' | 'cli', to?: DestinationStream) {
    const options = { level, base: { process }, timestamp: pino.stdTimeFunctions.isoTime };
    this.pino = to ? pino(options, to) : pino(options);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  /** A line of named values, such as one answered request. */
  event(level: 'info' | 'warn' | 'error', name: string, values: Record<string, unknown>): void {
    this.pino[level](allowedInLog(values), withoutDenied(name));
  }

  /** Nest passes the name of who speaks last. An error may stand anywhere among the rest. */
  private write(level: 'info' | 'warn' | 'error' | 'fatal' | 'debug' | 'trace', message: unknown, rest: unknown[]): void {
    const last = rest.at(-1);
    // A stack is text too, and begins with the message.
    const context = typeof last === 'string' && !last.includes('\n') ? last : undefined;
    const error = [message, ...rest].find((value): value is Error => types.isNativeError(value));
    const text = typeof message === 'string' ? message : error ? 'an error' : 'a value that is not text was logged';
    this.pino[level]({ ...(context !== undefined && { context }), ...(error && { error: describeError(error) }) }, withoutDenied(text));
  }
}

export interface ErrorDescription {
  name: string;
  code?: string;
  constraint?: string;
  message?: string;
  at: string[];
}

/** What may be told about an error: never a message that could quote a value. */
export function describeError(error: Error): ErrorDescription {
  const { code, constraint } = ((error as { driverError?: unknown }).driverError ?? error) as { code?: unknown; constraint?: unknown };
  // A stack begins with the message, which may look like a place itself.
  const stack = error.stack ?? '';
  const places = stack.slice(stack.indexOf(error.message) + error.message.length);
  const frames = places.split('\n').map((line) => line.trim()).filter((line) => /^at .+:\d+:\d+\)?$/.test(line));
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(quotesNothing(error) && { message: withoutDenied(error.message) }),
    at: frames.slice(0, 12),
  };
}

/** The runtime's own messages name code and addresses, not values of the caseload. */
const quotesNothing = (error: Error): boolean =>
  ['TypeError', 'ReferenceError', 'ConfigError'].includes(error.name) || 'syscall' in error;
