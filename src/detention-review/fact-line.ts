/** One row of facts, read place by place in order, however it came. No fact is an empty text: that is null. */
export interface FactLine {
  text(): string | null;
  int(): number | null;
  flag(): boolean | null;
}

/** A row that the driver has parsed. */
export class RowLine implements FactLine {
  private at = 0;

  constructor(private readonly values: readonly unknown[]) {}

  text(): string | null {
    return (this.next() as string | null) || null;
  }

  int(): number | null {
    return this.next() as number | null;
  }

  flag(): boolean | null {
    return this.next() as boolean | null;
  }

  private next(): unknown {
    return this.values[this.at++];
  }
}
