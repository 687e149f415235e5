import type { Response } from 'express';

const TITLES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
} as const;

export type ProblemStatus = keyof typeof TITLES;

/** What a request is refused with; `detail` says in one sentence what to ask for instead. */
export class Problem extends Error {
  readonly status: ProblemStatus;

  constructor(status: ProblemStatus, detail: string) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
  }
}

/** Answers with a problem as RFC 9457 writes it. */
export function sendProblem(res: Response, { status, message }: Problem): void {
  const body = { type: 'about:blank', title: TITLES[status], status, detail: message };
  res.status(status).type('application/problem+json').send(JSON.stringify(body));
}
