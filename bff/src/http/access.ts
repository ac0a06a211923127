import { SetMetadata } from '@nestjs/common';
import type { OfficerRole } from '@yiban/shared-types/agency';
import type { ProblemCode } from '../problems/problem-codes.js';

/**
 * Who may call an endpoint. `public`: anyone; `session`: anyone with a session, a credential need not have been
 * scanned; `citizen`: a session bound to a person; `officer`: an officer of any role; else an officer of one of the roles.
 */
export type Access = 'public' | 'session' | 'citizen' | 'officer' | readonly OfficerRole[];

export const accessKey = 'yiban:access';
/** Every endpoint says who may call it; one that says nothing is refused at start. */
export const Access = (access: Access): MethodDecorator & ClassDecorator => SetMetadata(accessKey, access);

export const problemsKey = 'yiban:problems';
/** The problem codes an endpoint may answer with, for the OpenAPI document. */
export const Problems = (...codes: readonly ProblemCode[]): MethodDecorator => SetMetadata(problemsKey, codes);
