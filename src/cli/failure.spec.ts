import { CommanderError } from 'commander';
import { Refused } from '../common/terminal/refused.js';
import { failureOf } from './failure.js';

const withCode = (message: string, code: string): Error => Object.assign(new Error(message), { code });

describe('what an error means to whoever typed the command', () => {
  it.each([
    ['help that was asked for', new CommanderError(0, 'commander.helpDisplayed', '(outputHelp)'), 0],
    ['an option that does not exist', new CommanderError(1, 'commander.unknownOption', 'error: unknown option'), 2],
    ['something refused', new Refused('facts.json is not JSON: line 2, column 1'), 1],
    ['a server that is not there', withCode('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED'), 3],
    ['a server with both addresses closed', new AggregateError([withCode('connect ECONNREFUSED ::1:5432', 'ECONNREFUSED')]), 3],
    ['a database that does not exist', withCode('database "vigil" does not exist', '3D000'), 3],
    ['a failure whose cause is the network', new Error('it failed', { cause: withCode('read', 'ECONNRESET') }), 3],
  ])('%s', (_what, error, code) => {
    expect(failureOf(error).code).toBe(code);
  });

  it('says it in one sentence, without what could drive the terminal', () => {
    expect(failureOf(new Refused('no\u001b[2J such\nfile')).sentence).toBe('no[2J such file');
    expect(failureOf(withCode('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED')).sentence).toMatch(
      /^a service does not answer \(connect ECONNREFUSED 127\.0\.0\.1:5432\)\. Check DATABASE_URL/);
  });
});
