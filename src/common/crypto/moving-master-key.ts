import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MasterKey, type WrappedKey } from './master-key.js';

/** One that locks, and another that still opens what it locked: to move from one to the other while the office works. */
@Injectable()
export class MovingMasterKey extends MasterKey implements OnModuleInit {
  constructor(private readonly current: MasterKey & Partial<OnModuleInit>, private readonly former: MasterKey & Partial<OnModuleInit>) {
    super();
  }

  async onModuleInit(): Promise<void> {
    for (const each of [this.current, this.former]) await each.onModuleInit?.();
  }

  currentId(): Promise<string> {
    return this.current.currentId();
  }

  holds(masterKeyId: string): boolean {
    return this.current.holds(masterKeyId) || this.former.holds(masterKeyId);
  }

  wrap(key: Buffer, bound: string): Promise<WrappedKey> {
    return this.current.wrap(key, bound);
  }

  unwrap(key: WrappedKey, bound: string): Promise<Buffer> {
    return (this.former.holds(key.masterKeyId) ? this.former : this.current).unwrap(key, bound);
  }
}
