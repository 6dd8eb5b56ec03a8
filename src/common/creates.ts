import { type ExecutionContext, RequestMethod } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';

/** Whether a route creates: a POST that answers 201. One that only looks like a POST (sign-in, evaluate) answers 200. */
export function creates(context: Pick<ExecutionContext, 'getHandler'>): boolean {
  const handler = context.getHandler();
  const status = (Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined) ?? 201;
  return Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.POST && status === 201;
}
