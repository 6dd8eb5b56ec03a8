/** Remembers the values asked for last, so many and no more. What fails is not remembered. */
export class BoundedCache<Value> {
  private readonly values = new Map<string, Value>();

  constructor(private readonly most: number) {}

  async get(key: string, make: () => Promise<Value>): Promise<Value> {
    const value = this.values.get(key) ?? (await make());
    this.put(key, value);
    return value;
  }

  peek(key: string): Value | undefined {
    return this.values.get(key);
  }

  put(key: string, value: Value): void {
    // A Map keeps the order of insertion: the first is the one that was asked for longest ago.
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size > this.most) this.values.delete(this.values.keys().next().value as string);
  }

  get size(): number {
    return this.values.size;
  }
}
