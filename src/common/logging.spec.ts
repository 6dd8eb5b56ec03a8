import { Writable } from 'node:stream';
import { Log } from './logging.js';

describe('a line of the log', () => {
  const lines: Record<string, unknown>[] = [];
  const log = new Log('trace', 'api', new Writable({ write: (chunk: Buffer, _e, done) => { lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>); done(); } }));
  beforeEach(() => { lines.length = 0; });

  it('tells the kind, code and place of an error, and never what it quotes', () => {
    log.error('request 1 failed', Object.assign(new Error('Key (name)=(Zaki) exists'), { code: '23505', constraint: 'one', detail: 'Zaki' }), 'ProblemFilter');
    expect(lines).toMatchObject([{ msg: 'request 1 failed', context: 'ProblemFilter', error: { name: 'Error', code: '23505', constraint: 'one', at: expect.any(Array) as unknown } }]);
    expect((lines[0].error as { at: string[] }).at[0]).toContain('logging.spec');
    expect(JSON.stringify(lines)).not.toContain('Zaki');
  });

  it('finds the place of an error whose message has several lines, one of which looks like a place', () => {
    log.error(new Error('first\n    at Zaki (file.ts:1:1)\nlast'));
    expect(JSON.stringify(lines)).not.toContain('Zaki');
  });

  it('does not take a stack for a name', () => {
    log.error('Unable to connect', new Error('for Zaki').stack);
    expect(JSON.stringify(lines)).not.toContain('Zaki');
  });

  it('tells the message of a mistake in the program', () => {
    log.error(new TypeError('x is not a function'));
    expect(lines).toMatchObject([{ error: { message: 'x is not a function' } }]);
  });

  it('does not write an object that somebody passed as the message', () => {
    log.log({ name: 'Zaki' });
    expect(JSON.stringify(lines)).not.toContain('Zaki');
  });
});
