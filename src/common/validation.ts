import { ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { type Fault, invalid } from './problem.js';

const NOT_A_FIELD = 'is not a field of this request';
/** A name that nobody would give a field may be what a person typed, and is not repeated. */
const COULD_BE_A_FIELD = /^[a-z_][\w-]{0,39}$/i;

/** Reads bodies and queries as their classes say, refuses every field they do not name, and tells all faults at once. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: true, value: false },
    exceptionFactory: (errors) => invalid(...errors.flatMap((error) => faultsOf(error, ''))),
  });

function faultsOf(error: ValidationError, parent: string): Fault[] {
  const { constraints = {}, property } = error;
  if ('whitelistValidation' in constraints) return [unknownField(property, parent)];
  const path = pathOf(parent, property);
  const own = Object.entries(constraints).map(([constraint, message]): Fault => {
    const allowed = allowedValues(error, constraint);
    const problem = message.replace(`${property} `, '');
    return allowed ? { path, problem, allowed } : { path, problem };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, path))];
}

function unknownField(name: string, parent: string): Fault {
  if (COULD_BE_A_FIELD.test(name)) return { path: pathOf(parent, name), problem: NOT_A_FIELD };
  return parent === '' ? { path: '', problem: 'The request has a name in it that is not a field of it' } : { path: parent, problem: 'has a name in it that is not a field of it' };
}

const pathOf = (parent: string, property: string): string => {
  if (/^\d+$/.test(property)) return `${parent}[${property}]`;
  return parent === '' ? property : `${parent}.${property}`;
};

/** What a field of a closed vocabulary may be, taken from the check that refused it. */
function allowedValues({ target, property }: ValidationError, constraint: string): readonly string[] | undefined {
  if (!target || (constraint !== 'isOneOf' && constraint !== 'isIn')) return undefined;
  const metadata = getMetadataStorage()
    .getTargetValidationMetadatas(target.constructor, '', false, false)
    .find((m) => m.propertyName === property && m.name === constraint);
  return metadata?.constraints[0] as readonly string[] | undefined;
}
