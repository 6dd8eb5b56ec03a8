interface Waiting<Question, Answer> {
  question: Question;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/** What became of one question of several. */
export type Settled<Answer> = { answer: Answer } | { error: Error };

/**
 * Sends what is asked within one turn of the event loop as one request: a list of fifty people is one trip to a service
 * and not fifty. One question that fails fails alone; a request that fails, fails all that were in it.
 */
export class Batched<Question, Answer> {
  private waiting: Waiting<Question, Answer>[] = [];

  /** `ask` answers as many as it is asked, in their order; `most` at a time. */
  constructor(private readonly most: number, private readonly ask: (questions: readonly Question[]) => Promise<readonly Settled<Answer>[]>) {}

  one(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => this.sendAll());
    });
  }

  private sendAll(): void {
    const all = this.waiting;
    this.waiting = [];
    for (let at = 0; at < all.length; at += this.most) void this.send(all.slice(at, at + this.most));
  }

  private async send(batch: readonly Waiting<Question, Answer>[]): Promise<void> {
    try {
      const settled = await this.ask(batch.map(({ question }) => question));
      if (settled.length !== batch.length) throw new Error(`${batch.length} questions were asked and ${settled.length} answered`);
      for (const [at, { resolve, reject }] of batch.entries()) {
        const one = settled[at];
        if ('error' in one) reject(one.error);
        else resolve(one.answer);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
