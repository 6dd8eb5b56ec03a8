import { Logger } from '@nestjs/common';
import { asJob } from './as-job.js';

describe('a job', () => {
  beforeAll(() => { Logger.overrideLogger(false); });
  afterAll(() => { Logger.overrideLogger(true); });

  it('gives what it did', async () => {
    expect(await asJob(() => Promise.resolve(7))).toBe(7);
  });

  it('that fails says the kind of it and nothing that a row may have held', async () => {
    const failing = asJob(() => Promise.reject(Object.assign(new Error('Key (name)=(Zaki) exists'), { code: '23505' })));
    const { message, stack } = await failing.then(() => new Error('it did not fail'), (error: Error) => error);
    expect([message, stack]).toEqual(['Error 23505; the log says where', 'JobFailed: Error 23505; the log says where']);
  });

  it('that throws no error fails all the same', async () => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what a library might do
    await expect(asJob(() => Promise.reject('Zaki'))).rejects.toThrow('Error; the log says where');
  });
});
