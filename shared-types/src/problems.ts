/** One thing that is wrong in what was sent. `pointer` is a JSON pointer into the body, or `/materials/<id>`. */
export interface ProblemDetail {
  readonly pointer: string;
  readonly code: string;
  /** A sentence in Chinese for people: what is wrong and what to do. */
  readonly message: string;
  /** For a fault in a file: the row as the spreadsheet numbers it, and the heading of the column. */
  readonly row?: number;
  readonly column?: string;
}

/** RFC 9457 body. `code` is stable; `title` and `detail` are Chinese sentences for people. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly ProblemDetail[];
  /** `stale-case`: the version that stands now. */
  readonly currentVersion?: number;
  /** `draft-exists`: the draft that can be continued. */
  readonly retryAfterSeconds?: number;
  readonly draftId?: string;
}
