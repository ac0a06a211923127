import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** Query of `GET /regions/{region}/items`. */
export class ItemsQuery {
  @ApiPropertyOptional({ description: '名称、拼音、首字母或大白话：「生孩子报销」「ydjy」', maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly q?: string;
}
