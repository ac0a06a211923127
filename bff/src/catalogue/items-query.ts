import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Whole } from '../http/fields.js';

/** Query of `GET /regions/{region}/items`. */
export class ItemsQuery {
  @ApiPropertyOptional({ description: '名称、拼音、首字母或大白话：「生孩子报销」「ydjy」', maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly q?: string;
}

/** Query of `GET /regions/{region}/items/{id}`. */
export class ItemQuery {
  @Whole({ optional: true, min: 0, max: 1_000_000, description: 'Of a case that keeps its rules: their version.' })
  readonly version?: number;
}
