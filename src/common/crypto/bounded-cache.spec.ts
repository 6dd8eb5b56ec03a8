import { BoundedCache } from './bounded-cache.js';

describe('a bounded cache', () => {
  it('asks once for what it remembers, and forgets what was asked for longest ago', async () => {
    const cache = new BoundedCache<string>(2);
    const made: string[] = [];
    const get = (key: string) => cache.get(key, () => { made.push(key); return Promise.resolve(key.toUpperCase()); });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await get(key)).toBe(key.toUpperCase());
    expect(made).toEqual(['a', 'b', 'c', 'b']);
    expect(cache.size).toBe(2);
  });

  it('remembers no failure', async () => {
    const cache = new BoundedCache<string>(2);
    await expect(cache.get('a', () => Promise.reject(new Error('not now')))).rejects.toThrow('not now');
    expect(await cache.get('a', () => Promise.resolve('now'))).toBe('now');
  });
});
