import type { Answer } from '../law/answer.js';
import type { Law } from '../law/authorities/compile.js';
import { SHIPPED } from '../law/authorities/index.js';
import { answerOf, evaluate } from '../law/evaluate.js';
import { readFacts } from '../law/facts-json.js';
import { circuitOf, placeOf } from './circuits.js';

/** Facts as JSON in, the law's answer out: over HTTP by the law of the office, on the command line by what ships. Throws FactsError. */
export function evaluateJson(json: unknown, law: Law = SHIPPED): Answer {
  const { facts, asOf } = readFacts(json, circuitOf, placeOf);
  return answerOf(evaluate(facts, asOf, law));
}
