import { Injectable } from '@nestjs/common';
import { UserErrorCode, UserErrors, userError, type UserProblem } from '../../graphql/errors/index.js';
import { AdvisoryLock, Database } from '../../platform/database/index.js';
import type { ActingViewer } from '../auth/index.js';
import { ClaimImportService, type ClaimCreateInput } from '../claims/index.js';
import { claimInputOf, fieldInLine, namesInClaims, type CitedLine } from './claim-lines.js';
import type { Line } from './line.js';
import { MAX_LINE_BYTES, type FileLine } from './lines-of.js';
import { NamesService } from './names.service.js';
import { readLine } from './read-line.js';
import { ThingsService } from './things.service.js';

/** Something that is wrong with a line. */
export interface LineProblem extends UserProblem {
  readonly line: number;
}

/** What became of some lines. */
export interface WrittenLines {
  readonly added: number;
  readonly unchanged: number;
  /** Lines that could not stand. */
  readonly failed: number;
  readonly problems: readonly LineProblem[];
}

interface NumberedLine<T extends Line = Line> {
  readonly number: number;
  readonly line: T;
}

/** Counts what becomes of lines. */
class Outcome {
  added = 0;
  unchanged = 0;
  failed = 0;
  readonly problems: LineProblem[] = [];

  count(isNew: boolean): void {
    if (isNew) this.added += 1;
    else this.unchanged += 1;
  }

  refuse(number: number, problems: readonly UserProblem[]): void {
    this.failed += 1;
    this.problems.push(...problems.map((problem) => ({ ...problem, line: number })));
  }

  /** @returns whether `error` tells what is wrong with the line */
  refuseFor(number: number, error: unknown): boolean {
    if (!(error instanceof UserErrors)) return false;
    this.refuse(number, error.problems);
    return true;
  }
}

/** Writes lines: each thing in a transaction, claims that follow one another in one, as claimImport does. */
@Injectable()
export class BulkWriterService {
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly names: NamesService,
    private readonly things: ThingsService,
    private readonly claims: ClaimImportService,
  ) {}

  /** Writes the lines that can stand, in their order; what they say that is there already changes nothing. */
  write(lines: readonly FileLine[], viewer: ActingViewer): Promise<WrittenLines> {
    // What two lines name alike is made once. The lock keeps out other processes; on the embedded database all of this one share a session, and so the lock.
    const turn = this.#turn.then(() =>
      this.database.alone(AdvisoryLock.BULK_IMPORT, () => this.writeAll(lines, viewer)),
    );
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  private async writeAll(lines: readonly FileLine[], viewer: ActingViewer): Promise<WrittenLines> {
    const outcome = new Outcome();
    let claims: NumberedLine<CitedLine>[] = [];
    const finish = async (): Promise<void> => {
      const run = claims;
      claims = [];
      if (run.length > 0) await this.writeClaims(run, outcome, viewer);
    };
    for (const { number, line } of readAll(lines, outcome)) {
      if (line.type === 'claim' || line.type === 'citation') {
        if (claims[0] && claims[0].line.story !== line.story) await finish();
        claims.push({ number, line });
        continue;
      }
      await finish();
      try {
        outcome.count(await this.things.ensure(line, viewer));
      } catch (error) {
        if (!outcome.refuseFor(number, error)) throw error;
      }
    }
    await finish();
    return outcome;
  }

  /** Writes claims of one story together; those that cannot stand are left out, until the others do. */
  private async writeClaims(
    lines: readonly NumberedLine<CitedLine>[],
    outcome: Outcome,
    viewer: ActingViewer,
  ): Promise<void> {
    const names = await this.names.find(lines[0]?.line.story ?? null, namesInClaims(lines.map(({ line }) => line)));
    let inputs: (NumberedLine<CitedLine> & { readonly input: ClaimCreateInput })[] = [];
    for (const numbered of lines) {
      try {
        names.requireStory(['story']);
        inputs.push({ ...numbered, input: claimInputOf(numbered.line, names) });
      } catch (error) {
        if (!(error instanceof UserErrors)) throw error;
        outcome.refuse(numbered.number, inLine(numbered.line, error.problems));
      }
    }
    while (inputs.length > 0) {
      try {
        const claims = inputs.map(({ input }) => input);
        const { changed } = await this.claims.import({ claims }, viewer, { recordUnchanged: false });
        changed.forEach((isNew) => {
          outcome.count(isNew);
        });
        return;
      } catch (error) {
        const refused = error instanceof UserErrors ? byClaim(error.problems) : new Map<number, UserProblem[]>();
        if (refused.size === 0) throw error;
        inputs.forEach(({ number, line }, i) => {
          const problems = refused.get(i);
          if (problems) outcome.refuse(number, inLine(line, problems));
        });
        inputs = inputs.filter((_, i) => !refused.has(i));
      }
    }
  }
}

function readAll(lines: readonly FileLine[], outcome: Outcome): NumberedLine[] {
  return lines.flatMap(({ number, text, bytes }) => {
    try {
      if (text === null) {
        if (bytes <= MAX_LINE_BYTES) throw userError(UserErrorCode.INVALID_INPUT, 'The line is not UTF-8.', []);
        throw userError(UserErrorCode.TOO_LONG, `The line is longer than ${MAX_LINE_BYTES / 1024 / 1024} MiB.`, []);
      }
      return text.trim() === '' ? [] : [{ number, line: readLine(text) }];
    } catch (error) {
      if (outcome.refuseFor(number, error)) return [];
      throw error;
    }
  });
}

/** The problems of each claim of an import, with their fields from the claim on. */
function byClaim(problems: readonly UserProblem[]): Map<number, UserProblem[]> {
  const found = new Map<number, UserProblem[]>();
  for (const problem of problems) {
    const [, list, index, ...field] = problem.field ?? [];
    if (list !== 'claims' || index === undefined) continue;
    found.set(Number(index), [...(found.get(Number(index)) ?? []), { ...problem, field }]);
  }
  return found;
}

function inLine(line: CitedLine, problems: readonly UserProblem[]): UserProblem[] {
  return problems.map((problem) => ({ ...problem, field: fieldInLine(line, problem.field ?? []) }));
}
