import { TOPICS } from '../law/facts.js';

/** The JSON of suggest-topics for the OpenAPI document. */
export const NARRATIVE = {
  type: 'object',
  required: ['narrative'],
  properties: { narrative: { type: 'string', description: 'What happened, as somebody wrote it down. Any text; it is stored nowhere.' } },
};

const SUGGESTION = {
  type: 'object',
  required: ['topic', 'start', 'end', 'phrase'],
  properties: {
    topic: { type: 'string', enum: [...TOPICS] },
    start: { type: 'integer', description: 'UTF-16 units into the narrative.' },
    end: { type: 'integer', description: 'The same; exclusive.' },
    phrase: { type: 'string', description: 'The words that made it think so.' },
  },
};

export const SUGGESTIONS = {
  type: 'object',
  required: ['suggestions'],
  properties: { suggestions: { type: 'array', items: SUGGESTION } },
};
