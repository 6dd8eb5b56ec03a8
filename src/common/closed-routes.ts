import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Permission } from './permissions.js';
import { PERSON_PARAMETER, READS, showsPeople } from './reads.decorator.js';
import { PERMISSION, PUBLIC } from './requires.decorator.js';

interface Route {
  name: string;
  path: string;
  isGet: boolean;
  metadata: <T>(key: string) => T | undefined;
}

/**
 * Looks at every route once, at start. One that says neither what it requires nor that it is public stops the start, and
 * so does one that shows people and of which the log would not say whom.
 */
@Injectable()
export class ClosedRoutes implements OnModuleInit {
  constructor(private readonly discovery: DiscoveryService, private readonly scanner: MetadataScanner) {}

  onModuleInit(): void {
    const routes = this.discovery.getControllers().flatMap(({ metatype }) => (metatype ? this.routesOf(metatype) : []));
    refuse('declare neither @Requires nor @Public', routes.filter(({ metadata }) => metadata(PERMISSION) === undefined && metadata(PUBLIC) === undefined));
    refuse('show people, and neither their address (`:detaineeId`) nor @ReadsPerson or @ReadsPeople says whom', routes.filter(isUnlogged));
  }

  private routesOf(controller: { name: string; prototype?: object }): Route[] {
    const prototype = controller.prototype as Record<string, unknown>;
    return this.scanner.getAllMethodNames(prototype)
      .map((name) => ({ name, handler: prototype[name] as object }))
      .filter(({ handler }) => Reflect.hasMetadata(METHOD_METADATA, handler))
      .map(({ name, handler }) => {
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
        return {
          name: `${RequestMethod[method]} ${controller.name}.${name}`,
          path: [controller, handler].flatMap((target) => (Reflect.getMetadata(PATH_METADATA, target) as string | undefined) ?? []).join('/'),
          isGet: method === RequestMethod.GET,
          metadata: <T>(key: string) => (Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller)) as T | undefined,
        };
      });
  }
}

function isUnlogged({ path, isGet, metadata }: Route): boolean {
  const permission = metadata<Permission>(PERMISSION);
  if (permission === undefined || !showsPeople(isGet, permission)) return false;
  return metadata(READS) === undefined && !path.split('/').includes(`:${PERSON_PARAMETER}`);
}

function refuse(fault: string, routes: readonly Route[]): void {
  if (routes.length > 0) throw new Error(`these routes ${fault}: ${routes.map(({ name }) => name).join(', ')}`);
}
