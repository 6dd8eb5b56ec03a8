import { Body, Delete, Get, Injectable, Param, Patch, Post, Query, type Type } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IfMatch } from '../common/etag.js';
import { IdParam } from '../common/id.param.js';
import type { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { type CorrectionFields, WithReason, type WithSource, AsKnownOn } from './fact-fields.js';
import { FactsService } from './facts.service.js';
import type { FactKind } from './fact.js';

interface RoutesOptions<Values extends object> {
  kind: FactKind<Values>;
  read: Permission;
  write: Permission;
  /** how one of them is recorded, corrected and shown */
  New: Type<WithSource>;
  Corrected: Type<CorrectionFields>;
  Answer: Type;
}

/**
 * The routes that every kind of fact has: list, read, record, correct, withdraw. A controller extends what this makes
 * and adds what is particular to its kind.
 */
export function FactRoutes<Values extends object>({ kind, read, write, New, Corrected, Answer }: RoutesOptions<Values>) {
  @Injectable()
  class Routes {
    constructor(protected readonly facts: FactsService) {}

    @Get()
    @Requires(read)
    @Doc({ summary: `Every ${kind.name} of a person`, answer: listSchema(Answer, kind) })
    list(@Param('detaineeId', IdParam) detaineeId: string, @Query() { asKnownOn }: AsKnownOn): Promise<object> {
      return this.facts.list(kind, detaineeId, asKnownOn ?? null);
    }

    @Get(':id')
    @Requires(read)
    @Doc({ summary: `One ${kind.name}`, answer: Answer })
    one(@Param('detaineeId', IdParam) detaineeId: string, @Param('id', IdParam) id: string, @Query() { asKnownOn }: AsKnownOn) {
      return this.facts.one(kind, { detaineeId, id }, asKnownOn ?? null);
    }

    @Post()
    @Requires(write)
    @Doc({ summary: `Record: ${kind.name}`, status: 201, answer: Answer })
    record(@Param('detaineeId', IdParam) detaineeId: string, @Body() body: WithSource, @CurrentActor() actor: Actor): Promise<object> {
      const { source, ...values } = body;
      return this.facts.record(actor, kind, detaineeId, { source, values: values as Values });
    }

    @Patch(':id')
    @Requires(write)
    @Doc({ summary: `Correct: ${kind.name}`, description: 'Fields left out stay as they are; null says that it is not known. The former version stays in the history.', answer: Answer })
    correct(
      @Param('detaineeId', IdParam) detaineeId: string, @Param('id', IdParam) id: string, @IfMatch() seen: number,
      @Body() body: CorrectionFields, @CurrentActor() actor: Actor,
    ) {
      const { source, reason, ...changes } = body;
      return this.facts.correct(actor, kind, { detaineeId, id }, seen, { source, reason, changes });
    }

    @Delete(':id')
    @Requires(write)
    @Doc({ summary: `Withdraw: ${kind.name}`, description: 'For what should never have been recorded. It stays in the history.', status: 204 })
    async withdraw(
      @Param('detaineeId', IdParam) detaineeId: string, @Param('id', IdParam) id: string, @IfMatch() seen: number,
      @Body() { reason }: WithReason, @CurrentActor() actor: Actor,
    ): Promise<void> {
      await this.facts.withdraw(actor, kind, { detaineeId, id }, seen, reason);
    }
  }

  // The compiler notes the type that it sees; which class a body is read as is known only here.
  bodyIs(Routes.prototype, 'record', 1, New);
  bodyIs(Routes.prototype, 'correct', 3, Corrected);
  return Routes;
}

/** Has a method's body read, checked and documented as `type`. */
export function bodyIs(prototype: object, method: string, at: number, type: Type): void {
  const types = [...(Reflect.getMetadata('design:paramtypes', prototype, method) as unknown[])];
  types[at] = type;
  Reflect.defineMetadata('design:paramtypes', types, prototype, method);
}

/** An answer with every fact of a kind and, where the law asks for it, whether they are known to be all. */
export function listSchema(Answer: Type, { list }: { list?: string }) {
  const complete = list === undefined ? {} : {
    complete: { type: 'boolean', description: 'Whether the list is known to be complete: if so, an empty one means none.' },
  };
  return {
    type: 'object',
    required: ['items', ...Object.keys(complete)],
    properties: { items: { type: 'array', items: { $ref: `#/components/schemas/${Answer.name}` } }, ...complete },
  };
}
