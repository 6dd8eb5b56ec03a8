import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { NextCursor } from './pagination.js';

interface DocOptions {
  /** one line: what the caller gets or does */
  summary: string;
  description?: string;
  /** 201 for a creation, 200 otherwise, 204 where nothing is answered */
  status?: 200 | 201 | 202 | 204;
  answer?: Type | Record<string, unknown>;
  /** the answer is a list of these */
  list?: Type;
  /** the answer is a page of these */
  page?: Type;
  /** where a creation may also create nothing, what is answered then, with 200 */
  otherwise?: { description: string; answer: Type | Record<string, unknown> };
}

/** Describes a route in the OpenAPI document. Problems are added there for all routes alike. */
export function Doc({ summary, description = '', status = 200, answer, list, page, otherwise }: DocOptions) {
  const models = [answer, list, page].filter((model): model is Type => typeof model === 'function');
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ summary, description }),
    ApiExtraModels(NextCursor, ...models),
    ApiResponse({ status, description: summary, ...content(answer, list, page) }),
    ...(otherwise ? [ApiResponse({ status: 200, description: otherwise.description, ...content(otherwise.answer) })] : []),
  );
}

function content(answer?: Type | Record<string, unknown>, list?: Type, page?: Type) {
  if (page) {
    return { schema: { allOf: [
      { type: 'object', required: ['items'], properties: { items: { type: 'array', items: { $ref: getSchemaPath(page) } } } },
      { $ref: getSchemaPath(NextCursor) },
    ] } };
  }
  if (list) return { schema: { type: 'array', items: { $ref: getSchemaPath(list) } } };
  if (typeof answer === 'function') return { type: answer };
  return answer ? { schema: answer } : {};
}
