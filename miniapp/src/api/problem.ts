import type { Problem } from '@yiban/shared-types/problems';

/** An answer of the BFF that says no, with the sentence for people. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** No answer at all: no network, a time-out, a server that is away. What was typed is kept. */
export class NoAnswer extends Error {}

/** What to tell the person about anything that went wrong. */
export function explained(error: unknown): { readonly title: string; readonly detail: string } {
  if (error instanceof ApiProblem) return { title: error.problem.title, detail: error.problem.detail };
  if (error instanceof NoAnswer) return { title: '网络不通', detail: '您填的内容都还在。请检查网络，再点一次。' };
  return { title: '出了点问题', detail: '您填的内容都还在。请返回上一页再试；急办请拨打医保咨询电话。' };
}

export function hasCode(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.problem.code === code;
}
