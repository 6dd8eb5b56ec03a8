import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Permission } from './permissions.js';

export const PERMISSION = 'vigil:permission';
export const PUBLIC = 'vigil:public';

/** The one permission a route needs. A route with neither this nor `@Public` keeps the app from starting. */
export const Requires = (permission: Permission) =>
  applyDecorators(SetMetadata(PERMISSION, permission), ApiBearerAuth(), ApiExtension('x-permission', permission));

/** Anybody may call it without signing in: health and sign-in, nothing that holds a person's data. */
export const Public = () => SetMetadata(PUBLIC, true);
