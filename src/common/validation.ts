import { ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { type Fault, invalid } from './problem.js';

const NOT_A_FIELD = 'is not a field of this request';

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
  const path = pathOf(parent, error.property);
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]): Fault => {
    const allowed = allowedValues(error, constraint);
    const problem = constraint === 'whitelistValidation' ? NOT_A_FIELD : message.replace(`${error.property} `, '');
    return allowed ? { path, problem, allowed } : { path, problem };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, path))];
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
