import { AsyncResource } from 'node:async_hooks';

interface Waiting<Question, Answer> {
  question: Question;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/** What became of one question of several. */
export type Settled<Answer> = { answer: Answer } | { error: Error };

export interface BatchLimits {
  /** how many questions go together */
  most: number;
  /** How many such requests are under way; what comes meanwhile waits, and goes together with the next. */
  sideBySide?: number;
}

/**
 * Sends what is asked within one turn of the event loop as one request: a list of fifty people is one trip to a service
 * and not fifty. Nothing is sent before it was asked. One question that fails fails alone; a request that fails, fails
 * all that were in it. It is sent on nobody's behalf: not in the transaction, nor for the user, of whoever asked first.
 */
export class Batched<Question, Answer> {
  private waiting: Waiting<Question, Answer>[] = [];
  private underWay = 0;
  private readonly sideBySide: number;
  private readonly sendWaiting: () => void;

  /** `ask` answers as many as it is asked, in their order. */
  constructor(private readonly limits: BatchLimits, private readonly ask: (questions: readonly Question[]) => Promise<readonly Settled<Answer>[]>) {
    this.sideBySide = limits.sideBySide ?? Infinity;
    this.sendWaiting = AsyncResource.bind(() => {
      while (this.waiting.length > 0 && this.underWay < this.sideBySide) void this.send(this.waiting.splice(0, this.limits.most));
    });
  }

  one(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      if (this.waiting.length === 1) setImmediate(this.sendWaiting);
    });
  }

  private async send(batch: readonly Waiting<Question, Answer>[]): Promise<void> {
    this.underWay += 1;
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
    } finally {
      this.underWay -= 1;
      this.sendWaiting();
    }
  }
}
