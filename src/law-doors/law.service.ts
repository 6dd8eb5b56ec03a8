import { Injectable } from '@nestjs/common';
import { invalid } from '../common/problem.js';
import { authoritiesAnswer } from '../law/authorities/index.js';
import { deadline } from '../law/deadlines/deadline.js';
import { DeadlineError } from '../law/deadlines/request.js';
import { FactsError } from '../law/facts-json.js';
import { suggestTopics } from '../law/topics/suggest.js';
import { evaluateJson } from './law-questions.js';

/** Asks the law core, and turns what it refuses into a problem that names each field. */
@Injectable()
export class LawService {
  evaluate(facts: unknown) {
    return refusing(() => evaluateJson(facts));
  }

  authorities() {
    return authoritiesAnswer();
  }

  deadline(request: unknown) {
    return refusing(() => deadline(request));
  }

  /** Any text is a narrative. */
  suggestTopics(body: unknown) {
    const narrative = typeof body === 'object' && body !== null && 'narrative' in body ? body.narrative : undefined;
    if (typeof narrative !== 'string') throw invalid({ path: 'narrative', problem: 'must be text' });
    return { suggestions: suggestTopics(narrative) };
  }
}

function refusing<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof FactsError || error instanceof DeadlineError) throw invalid(...error.problems);
    throw error;
  }
}
