import { Module } from '@nestjs/common';
import { Sealer } from './sealer.js';
import { SigningKeys } from './signing-keys.js';

/** The keys alone, for the command line as well. */
@Module({ providers: [Sealer, SigningKeys], exports: [Sealer, SigningKeys] })
export class SigningKeysModule {}
