import { SetMetadata } from '@nestjs/common';
import type { LimitClass } from './limit-classes.js';

export const limitedKey = 'yiban:limited';
/** Counts the endpoint among these; one that says nothing is a read or a write by its method. */
export const Limited = (name: LimitClass): MethodDecorator => SetMetadata(limitedKey, name);
