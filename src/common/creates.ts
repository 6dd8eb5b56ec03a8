import { type ExecutionContext, RequestMethod, SetMetadata } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';

/** Whether a route creates: a POST that answers 201. One that only looks like a POST (sign-in, evaluate) answers 200. */
export function creates(context: Pick<ExecutionContext, 'getHandler'>): boolean {
  const handler = context.getHandler();
  const status = (Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined) ?? 201;
  return Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.POST && status === 201;
}

const STANDS_UNDER = 'vigil:stands-under';

/** Where what a route creates is found, if it is not under the route's own address. */
export const StandsUnder = (path: string) => SetMetadata(STANDS_UNDER, path);

export const standsUnder = (context: Pick<ExecutionContext, 'getHandler'>): string | undefined =>
  Reflect.getMetadata(STANDS_UNDER, context.getHandler()) as string | undefined;
