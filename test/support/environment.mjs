import asyncHooks from 'node:async_hooks';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Node asks every storage that was ever used on every promise, and never forgets one: a worker that has run twenty
 * applications would spend a third of its time on those that are closed. So each file's storages end with the file.
 */
const used = new Set();

class Ending extends asyncHooks.AsyncLocalStorage {
  constructor(...given) {
    super(...given);
    used.add(this);
  }
}
// A plain property in Node 20 and a getter since Node 22.
Object.defineProperty(asyncHooks, 'AsyncLocalStorage', { value: Ending, configurable: true, enumerable: true, writable: true });

export default class extends TestEnvironment {
  async teardown() {
    await super.teardown();
    for (const storage of used) storage.disable();
    used.clear();
  }
}
