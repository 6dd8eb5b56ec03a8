/** A person's data key as the database keeps it: locked by a master key that the database does not have. */
export interface WrappedKey {
  masterKeyId: string;
  wrapped: Buffer;
}

/**
 * What locks the data keys. It lives outside of the database: in the environment, in a file, or in a service that never
 * gives it away. `bound` says whose key it is: wrapped for one person, it does not open for another.
 */
export abstract class MasterKey {
  /** the one that locks from now on; what another locked is due for `vigil rotate-master-key` */
  abstract currentId(): Promise<string>;
  /** whether that one is of those that this gives */
  abstract holds(masterKeyId: string): boolean;
  abstract wrap(key: Buffer, bound: string): Promise<WrappedKey>;
  abstract unwrap(key: WrappedKey, bound: string): Promise<Buffer>;
}
