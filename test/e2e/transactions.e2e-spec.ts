import { AuditService } from '../../src/audit/audit.service.js';
import { operator } from '../../src/common/actor.js';
import { Database } from '../../src/common/database.js';
import { migrate, MIGRATIONS } from '../../src/common/data-source.js';
import type { TestApp } from '../support/app.js';
import { testApp } from '../support/app.js';
import { testDatabase } from '../support/database.js';

describe('a transaction', () => {
  let app: TestApp;
  let database: Database;
  const kept = async (): Promise<string[]> =>
    (await app.database.query<{ text: string }>('select text from probe_note order by text')).map(({ text }) => text);

  beforeAll(async () => {
    app = await testApp();
    database = app.asOwner();
    await app.database.query('create table probe_note (text text primary key, on_day date, big bigint, days date[])');
  });
  beforeEach(() => app.database.query('truncate probe_note'));
  afterAll(() => app.close());

  const write = (text: string) => database.transaction((tx) => tx.query('insert into probe_note (text) values ($1)', [text]));

  it('that fails keeps nothing, and its connection is used again', async () => {
    for (let i = 0; i < 30; i++) {
      await expect(database.transaction(async (tx) => {
        await tx.query(`insert into probe_note (text) values ('lost')`);
        throw new Error('no');
      })).rejects.toThrow('no');
    }
    expect(await kept()).toEqual([]);
    expect(database.pool.idleCount).toBe(database.pool.totalCount);
  });

  it('inside another is a savepoint of it: it fails alone, and is kept or lost with the outer one', async () => {
    await database.transaction(async () => {
      await write('outer');
      await expect(database.transaction(async (tx) => {
        await tx.query(`insert into probe_note (text) values ('inner')`);
        await write('innermost');
        await write('innermost');
      })).rejects.toMatchObject({ code: '23505' });
      await write('after');
    });
    expect(await kept()).toEqual(['after', 'outer']);
    await expect(database.transaction(async () => { await write('inner of a lost one'); throw new Error('no'); })).rejects.toThrow('no');
    expect(await kept()).toEqual(['after', 'outer']);
  });

  it('sees in a plain read what it has just written, and nobody else does', async () => {
    await database.transaction(async () => {
      await write('mine');
      expect(await database.query('select text from probe_note')).toEqual([{ text: 'mine' }]);
      expect(await kept()).toEqual([]);
    });
    expect(await kept()).toEqual(['mine']);
  });

  describe('that only reads, of one moment', () => {
    const texts = () => database.query<{ text: string }>('select text from probe_note order by text');

    it('does not see what others keep meanwhile, and gives its connection back', async () => {
      await write('before');
      const seen = await database.snapshot(async () => {
        const first = await texts();
        await database.withClient((client) => client.query(`insert into probe_note (text) values ('meanwhile')`));
        return [first, ...(await Promise.all([texts(), texts()]))];
      });
      expect(seen).toEqual([[{ text: 'before' }], [{ text: 'before' }], [{ text: 'before' }]]);
      expect(await texts()).toHaveLength(2);
      expect(database.pool.idleCount).toBe(database.pool.totalCount);
    });

    it('writes nothing, and is usable for nothing once it is over', async () => {
      let late: (() => Promise<unknown>) | undefined;
      await expect(database.snapshot(() => database.query(`insert into probe_note (text) values ('x')`))).rejects.toMatchObject({ code: '25006' });
      await database.snapshot(() => {
        late = texts;
        return Promise.resolve();
      });
      expect(await late!()).toEqual([]);
      expect(await kept()).toEqual([]);
      expect(database.pool.idleCount).toBe(database.pool.totalCount);
    });

    it('is part of the transaction in which it is asked for', async () => {
      await database.transaction(async () => {
        await write('mine');
        expect(await database.snapshot(texts)).toEqual([{ text: 'mine' }]);
      });
    });
  });

  it('runs its hooks after the outermost commit, in order, and not those of what was undone', async () => {
    const ran: string[] = [];
    const hook = (name: string) => async () => { ran.push(`${name} sees ${(await kept()).length}`); };
    await database.transaction(async (tx) => {
      tx.afterCommit(hook('outer'));
      await database.transaction(async (inner) => {
        inner.afterCommit(hook('inner'));
        await inner.query(`insert into probe_note (text) values ('a')`);
      });
      await expect(database.transaction((undone) => { undone.afterCommit(hook('undone')); throw new Error('no'); })).rejects.toThrow('no');
      expect(ran).toEqual([]);
    });
    expect(ran).toEqual(['outer sees 1', 'inner sees 1']);
    await expect(database.transaction((tx) => { tx.afterCommit(hook('lost')); throw new Error('no'); })).rejects.toThrow('no');
    expect(ran).toHaveLength(2);
  });

  it('whose hook fails is kept all the same, and the next hook runs', async () => {
    const ran: string[] = [];
    await database.transaction(async (tx) => {
      await tx.query(`insert into probe_note (text) values ('kept')`);
      tx.afterCommit(() => { throw new Error('the queue is away'); });
      tx.afterCommit(() => { ran.push('next'); });
    });
    expect([await kept(), ran]).toEqual([['kept'], ['next']]);
  });

  it('does not begin two side by side inside one, where undoing one would undo the other', async () => {
    const both = database.transaction(() => Promise.all([write('left'), write('right')]));
    await expect(both).rejects.toThrow('side by side');
    expect(await kept()).toEqual([]);
  });

  it('in which a statement failed is not taken for kept, though its author caught the error', async () => {
    await expect(database.transaction(async (tx) => {
      await tx.query(`insert into probe_note (text) values ('believed to be kept')`);
      await tx.query('select 1/0').catch(() => undefined);
    })).rejects.toMatchObject({ code: '22012' });
    expect(await kept()).toEqual([]);
  });

  it('undoes one that was begun inside it and not waited for', async () => {
    let forgotten: Promise<unknown> = Promise.resolve();
    await database.transaction(async (tx) => {
      await tx.query(`insert into probe_note (text) values ('waited for')`);
      forgotten = database.transaction(async (inner) => {
        await inner.query(`insert into probe_note (text) values ('forgotten')`);
        await new Promise((resolve) => setTimeout(resolve, 50));
        await inner.query(`insert into probe_note (text) values ('forgotten too')`);
      });
      forgotten.catch(() => undefined);
    });
    await expect(forgotten).rejects.toThrow('over');
    expect(await kept()).toEqual(['waited for']);
  });

  it('that failed sends nothing more, though statements were waiting', async () => {
    await expect(database.transaction((tx) => Promise.all([
      tx.query('select 1/0'),
      ...['a', 'b', 'c'].map((text) => tx.query('insert into probe_note (text) values ($1)', [text])),
    ]))).rejects.toMatchObject({ code: '22012' });
    await database.query('select pg_sleep(0.05)');
    expect(await kept()).toEqual([]);
  });

  it('leaves work that goes on after its end outside of it', async () => {
    let later: Promise<unknown> = Promise.resolve();
    await database.transaction(async (tx) => {
      await tx.query(`insert into probe_note (text) values ('in time')`);
      later = new Promise((resolve) => setTimeout(resolve, 30)).then(() => write('later'));
    });
    await later;
    expect(await kept()).toEqual(['in time', 'later']);
  });

  it('reads a day as text, whole numbers exactly, and refuses one that it could only round', async () => {
    await app.database.query(`insert into probe_note values ('x', '2026-03-08', 9007199254740991, '{2026-03-08,2026-11-01}')`);
    expect(await database.query('select on_day, big, days from probe_note')).toEqual([{ on_day: '2026-03-08', big: 9007199254740991, days: ['2026-03-08', '2026-11-01'] }]);
    await expect(database.query('select 9007199254740993::bigint as big')).rejects.toThrow(RangeError);
  });

  it('and its audit entry are kept together or not at all, and the log cannot be changed', async () => {
    const audit = app.get(AuditService);
    const record = { action: 'note.kept', subject: 'note', before: null, after: { text: "it's «a»", list: [1, null] } };
    await expect(database.transaction(async (tx) => { await audit.record(tx, operator('r-1'), record); throw new Error('no'); })).rejects.toThrow('no');
    await database.transaction((tx) => audit.record(tx, operator('r-2'), record, { action: 'note.read', subject: 'note' }));
    const entries = await app.database.query(`select action, before, after, request_id from audit_entry where subject = 'note' order by id`);
    expect(entries).toEqual([
      { action: 'note.kept', before: null, after: record.after, request_id: 'r-2' },
      { action: 'note.read', before: null, after: null, request_id: 'r-2' },
    ]);
    for (const change of ['update audit_entry set action = null', 'delete from audit_entry', 'truncate audit_entry cascade']) {
      await expect(app.database.query(change)).rejects.toThrow('append-only');
    }
  });
});

describe('migrations', () => {
  it('run once, though four processes start at the same moment', async () => {
    const empty = await testDatabase({ empty: true });
    try {
      const ran = await Promise.all(Array.from({ length: 4 }, () => migrate({ databaseUrl: empty.url })));
      expect(ran.flat()).toEqual(MIGRATIONS.map(({ name }) => name));
    } finally {
      await empty.close();
    }
  });
});
