import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, MODULE_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner } from '@nestjs/core';
import type { Permission } from './permissions.js';
import { PERMISSION, PUBLIC } from './requires.decorator.js';

export interface DeclaredRoute {
  method: string;
  /** as the OpenAPI document writes it: `/v1/detainees/{detaineeId}` */
  path: string;
  /** null: public */
  permission: Permission | null;
}

type Module = Type | { module: Type; imports?: unknown[]; controllers?: Type[] };

/** Every route below a module with what it requires, read from what it declares: nothing is started for it. */
export function declaredRoutes(root: Type): DeclaredRoute[] {
  const controllers = new Set<Type>();
  const seen = new Set<unknown>();
  const visit = (module: Module): void => {
    if (seen.has(module)) return;
    seen.add(module);
    const declared = typeof module === 'function' ? module : module.module;
    if (!declared) return; // a module that is only known once it has been waited for declares no route of ours
    const of = (key: string): unknown[] => (Reflect.getMetadata(key, declared) as unknown[] | undefined) ?? [];
    const [imports, own] = typeof module === 'function' ? [[], []] : [module.imports ?? [], module.controllers ?? []];
    for (const controller of [...of(MODULE_METADATA.CONTROLLERS), ...own]) controllers.add(controller as Type);
    for (const imported of [...of(MODULE_METADATA.IMPORTS), ...imports]) visit(imported as Module);
  };
  visit(root);
  return [...controllers].flatMap(routesOf).sort((a, b) => order(a).localeCompare(order(b), 'en'));
}

const order = ({ method, path }: DeclaredRoute): string => `${path} ${method}`;

function routesOf(controller: Type): DeclaredRoute[] {
  const prototype = controller.prototype as Record<string, object>;
  return new MetadataScanner().getAllMethodNames(prototype)
    .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name]))
    .map((name) => {
      const handler = prototype[name];
      const declared = <T>(key: string): T | undefined => (Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller)) as T | undefined;
      const parts = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)] as string[];
      return {
        method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number],
        path: `/${parts.flatMap((part) => part.split('/')).filter((part) => part !== '').join('/')}`.replace(/:(\w+)/g, '{$1}'),
        permission: declared<boolean>(PUBLIC) ? null : declared<Permission>(PERMISSION)!,
      };
    });
}
