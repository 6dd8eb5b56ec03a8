import { BadRequestException, ForbiddenException, ImATeapotException, UnauthorizedException } from '@nestjs/common';
import { explainConstraint } from './constraint.js';
import { problemOf } from './problem-of.js';
import { notFound } from './problem.js';

const fromPostgres = (code: string, constraint?: string) =>
  Object.assign(new Error('duplicate key value violates … Key (value)=(A123456789)'), { code, constraint, detail: 'Key (value)=(A123456789) already exists.' });

describe('what was thrown, as a problem', () => {
  it('is our own as it is', () => {
    const ours = notFound('detainee');
    expect(problemOf(ours)).toBe(ours);
  });

  it.each(['Multipart: Boundary not found', 'Unexpected end of multipart data', 'Part terminated early due to unexpected end of multipart data', 'The needle cannot have a length bigger than 256.'])(
    'is a request that cannot be read, for a form of which its reader says: %s', (message) => {
      expect(problemOf(new Error(message)).status).toBe(400);
    });

  it.each([
    ['a unique value given twice', '23505', 409],
    ['a reference to nothing', '23503', 422],
    ['a check', '23514', 422],
    ['a missing value', '23502', 422],
    ['a text that is too long', '22001', 422],
    ['a number out of range', '22003', 422],
    ['a day that does not exist', '22008', 422],
    ['an id that is none', '22P02', 422],
    ['two changes that met', '40001', 409],
    ['a deadlock', '40P01', 409],
    ['a lock that was not given', '55P03', 409],
    ['a server that is shutting down', '57P01', 503],
    ['a server that starts', '57P03', 503],
    ['no connection left', '53300', 503],
    ['a lost connection', '08006', 503],
    ['nobody there', 'ECONNREFUSED', 503],
    ['a table that is missing', '42P01', 500],
    ['a full disk', '53100', 500],
  ])('is, for %s (%s), answered %i, without the values in the message', (_what, code, status) => {
    const problem = problemOf(fromPostgres(code));
    expect(problem.status).toBe(status);
    expect(JSON.stringify([problem.detail, problem.extras])).not.toContain('A123456789');
  });

  it('is the same inside the wrapper of TypeORM', () => {
    expect(problemOf(Object.assign(new Error('QueryFailedError'), { driverError: fromPostgres('23505') })).status).toBe(409);
  });

  it('says of a constraint what its feature says of it', () => {
    explainConstraint('stint_ends_after_it_begins', { path: 'to', problem: 'must not be before `from`' });
    expect(problemOf(fromPostgres('23514', 'stint_ends_after_it_begins'))).toMatchObject({ detail: 'to must not be before `from`.', extras: { errors: [{ path: 'to' }] } });
  });

  it.each([
    [new UnauthorizedException('jwt expired'), 401],
    [new ForbiddenException('x'), 403],
    [new BadRequestException('x'), 400],
    [new ImATeapotException('x'), 400],
    [Object.assign(new Error('Body is too large'), { statusCode: 413 }), 413],
    [new Error('x'), 500],
    [null, 500],
    ['a text', 500],
  ])('%s is answered %i', (thrown, status) => expect(problemOf(thrown).status).toBe(status));
});
