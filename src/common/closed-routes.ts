import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { PERMISSION, PUBLIC } from './requires.decorator.js';

/** Looks at every route once, at start. One that says neither what it requires nor that it is public stops the start. */
@Injectable()
export class ClosedRoutes implements OnModuleInit {
  constructor(private readonly discovery: DiscoveryService, private readonly scanner: MetadataScanner) {}

  onModuleInit(): void {
    const open = this.discovery.getControllers().flatMap(({ metatype }) => (metatype ? this.undeclared(metatype) : []));
    if (open.length > 0) throw new Error(`these routes declare neither @Requires nor @Public: ${open.join(', ')}`);
  }

  private undeclared(controller: { name: string; prototype?: object }): string[] {
    const prototype = controller.prototype as Record<string, unknown>;
    return this.scanner.getAllMethodNames(prototype)
      .filter((name) => {
        const handler = prototype[name] as object;
        if (!Reflect.hasMetadata(METHOD_METADATA, handler)) return false;
        return ![PERMISSION, PUBLIC].some((key) => Reflect.hasMetadata(key, handler) || Reflect.hasMetadata(key, controller));
      })
      .map((name) => `${RequestMethod[Reflect.getMetadata(METHOD_METADATA, prototype[name] as object) as number]} ${controller.name}.${name}`);
  }
}
