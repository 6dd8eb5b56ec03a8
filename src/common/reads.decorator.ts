import { applyDecorators, SetMetadata } from '@nestjs/common';
import { Permission } from './permissions.js';

export const READS = 'vigil:reads';

/** What an answer shows of people, for the log. */
export type Shown = { person: string } | { people: readonly string[] };

/**
 * Whom the answer of a route shows, where its address does not say so. A route whose address has `:detaineeId` needs
 * none: it is logged as a read of that person.
 */
export const ReadsPerson = <Answer>(personOf: (answer: Answer, params: Readonly<Record<string, string>>) => string) =>
  applyDecorators(SetMetadata(READS, (answer: Answer, params: Readonly<Record<string, string>>): Shown => ({ person: personOf(answer, params) })));

/** A list or a search: the log keeps the ids of those whom it showed. */
export const ReadsPeople = <Answer>(peopleOf: (answer: Answer) => readonly string[]) =>
  applyDecorators(SetMetadata(READS, (answer: Answer): Shown => ({ people: [...new Set(peopleOf(answer))] })));

/** Permissions whose routes answer nothing about a person in custody. Any other route that reads says whom it shows. */
const SHOWING_NOBODY: ReadonlySet<Permission> = new Set([
  Permission.ReadSelf, Permission.EvaluateLaw, Permission.ReadFacilities, Permission.WriteFacilities, Permission.ReadUsers, Permission.ManageUsers,
  Permission.ReadOffice, Permission.ManageOffice,
]);

/** Whether a route must say whom it shows: it reads, and what its permission opens is about people. What any route says of itself is logged. */
export const showsPeople = (isGet: boolean, permission: Permission): boolean =>
  (isGet || permission.endsWith(':read')) && !SHOWING_NOBODY.has(permission);

export const PERSON_PARAMETER = 'detaineeId';
