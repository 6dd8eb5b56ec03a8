import { Gate } from './gate.js';

describe('a gate of two, with room for three to wait', () => {
  const held = () => {
    let open!: () => void;
    const until = new Promise<void>((resolve) => { open = resolve; });
    return { open, until };
  };

  it('never has more than two inside, lets the waiting in as they came, and refuses the sixth', async () => {
    const gate = new Gate({ atOnce: 2, waiting: 3 }, () => new Error('full'));
    let inside = 0;
    let most = 0;
    const order: number[] = [];
    const work = [0, 1, 2, 3, 4].map((i) => ({ i, ...held() }));
    const through = work.map(({ i, until }) => gate.through(async () => {
      inside += 1;
      most = Math.max(most, inside);
      order.push(i);
      await until;
      inside -= 1;
    }));
    await expect(gate.through(() => Promise.resolve())).rejects.toThrow('full');
    for (const { open } of work) open();
    await Promise.all(through);
    expect({ most, order, inside }).toEqual({ most: 2, order: [0, 1, 2, 3, 4], inside: 0 });
  });

  it('is free again after work that failed', async () => {
    const gate = new Gate({ atOnce: 1, waiting: 0 }, () => new Error('full'));
    await expect(gate.through(() => Promise.reject(new Error('the work')))).rejects.toThrow('the work');
    await expect(gate.through(() => Promise.resolve('done'))).resolves.toBe('done');
  });
});
