import type { Problem } from '@kesheng/contracts/http/problem'

/** An answer of the server that is not a 2xx, as a typed error; `code` says which named error it is. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** The server could not be reached, or the answer does not fit the contract. */
export class ConnectionError extends Error {
  constructor(cause: unknown) {
    super('The server cannot be reached', { cause })
    this.name = 'ConnectionError'
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ProblemError && error.problem.code === code
}
