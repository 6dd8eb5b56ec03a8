import type { Answer } from '../law/answer.js';
import { answerOf, evaluate } from '../law/evaluate.js';
import { readFacts } from '../law/facts-json.js';
import { circuitOf, placeOf } from './circuits.js';

/** Facts as JSON in, the law's answer out: the same for HTTP and for the command line. Throws FactsError. */
export function evaluateJson(json: unknown): Answer {
  const { facts, asOf } = readFacts(json, circuitOf, placeOf);
  return answerOf(evaluate(facts, asOf));
}
