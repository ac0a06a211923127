import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import type { ProblemDetail } from '@yiban/shared-types/problems';
import * as transformerPackage from 'class-transformer';
import * as validatorPackage from 'class-validator';
import { problem } from './problem.js';

/** What has no class to be held against goes as it came: a text of the path, and what our own decorators made. */
class RequestValidation extends ValidationPipe {
  override async transform(value: unknown, about: ArgumentMetadata): Promise<unknown> {
    if (about.type === 'custom' || (about.metatype === String && typeof value === 'string')) return value;
    return super.transform(value, about);
  }
}

/** class-validator on every request body and query: unknown fields are refused, all faults are told at once. */
export const validation = new RequestValidation({
  // Given, for what Nest would look for by name is not there once the server is joined into a few files.
  validatorPackage,
  transformerPackage,
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  stopAtFirstError: false,
  validationError: { target: false, value: false },
  exceptionFactory: (errors) => problem('malformed-request', { errors: errors.flatMap((error) => details(error, '')) }),
});

function details(error: ValidationError, parent: string): ProblemDetail[] {
  const pointer = `${parent}/${error.property}`;
  const own = Object.keys(error.constraints ?? {}).map((code) => ({
    pointer,
    code: code === 'whitelistValidation' ? 'unknown-field' : code.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`),
    message: code === 'whitelistValidation' ? '这一项不认识，请去掉。' : '这一项不对，请检查。',
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => details(child, pointer))];
}
