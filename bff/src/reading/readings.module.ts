import { Module } from '@nestjs/common';
import { ReadingsService } from './readings.service.js';

/** Apart from the worker and the controller, which need uploads, as uploads need this. */
@Module({ providers: [ReadingsService], exports: [ReadingsService] })
export class ReadingsModule {}
