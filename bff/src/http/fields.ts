/** Fields of request bodies: one decorator each that validates (class-validator) and describes (OpenAPI). */
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

interface Common {
  readonly optional?: boolean;
  readonly description?: string;
}

const common = ({ optional = false }: Common): PropertyDecorator[] => (optional ? [IsOptional()] : []);
const described = ({ optional = false, description }: Common): { required: boolean; description?: string } => ({
  required: !optional,
  ...(description === undefined ? {} : { description }),
});

export function Text(
  options: Common & { readonly max: number; readonly min?: number; readonly pattern?: RegExp },
): PropertyDecorator {
  const { max, min = 1, pattern } = options;
  return applyDecorators(
    ...common(options),
    IsString(),
    Length(min, max),
    ...(pattern === undefined ? [] : [Matches(pattern)]),
    ApiProperty({
      ...described(options),
      type: String,
      minLength: min,
      maxLength: max,
      ...(pattern === undefined ? {} : { pattern: pattern.source }),
    }),
  );
}

export function OneOf(values: readonly string[], options: Common = {}): PropertyDecorator {
  return applyDecorators(
    ...common(options),
    IsIn([...values]),
    ApiProperty({ ...described(options), enum: [...values] }),
  );
}

export function Whole(options: Common & { readonly min: number; readonly max: number }): PropertyDecorator {
  return applyDecorators(
    ...common(options),
    Type(() => Number),
    IsInt(),
    Min(options.min),
    Max(options.max),
    ApiProperty({ ...described(options), type: 'integer', minimum: options.min, maximum: options.max }),
  );
}

export function Flag(options: Common = {}): PropertyDecorator {
  return applyDecorators(
    ...common(options),
    // In a query a flag is a word.
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean(),
    ApiProperty({ ...described(options), type: Boolean }),
  );
}

/** A JSON object that is checked against data of the catalogue, not by its class. */
export function Json(options: Common = {}): PropertyDecorator {
  return applyDecorators(
    ...common(options),
    IsObject(),
    ApiProperty({ ...described(options), type: Object, additionalProperties: true }),
  );
}

export function Texts(options: Common & { readonly most: number; readonly max: number }): PropertyDecorator {
  return applyDecorators(
    ...common(options),
    IsArray(),
    ArrayMaxSize(options.most),
    IsString({ each: true }),
    Length(1, options.max, { each: true }),
    ApiProperty({ ...described(options), type: [String], maxItems: options.most }),
  );
}

export function ListOf(type: () => new () => object, options: Common & { readonly most: number }): PropertyDecorator {
  return applyDecorators(
    ...common(options),
    IsArray(),
    ArrayMaxSize(options.most),
    ValidateNested({ each: true }),
    Type(type),
    ApiProperty({ ...described(options), type: [type()], maxItems: options.most }),
  );
}

export function Part(type: () => new () => object, options: Common = {}): PropertyDecorator {
  return applyDecorators(
    ...common(options),
    IsObject(),
    ValidateNested(),
    Type(type),
    ApiProperty({ ...described(options), type: type() }),
  );
}
