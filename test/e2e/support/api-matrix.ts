import { change, read, type Endpoint, type Json } from './api-client.js';
import type { World } from './api-world.js';

/** The marks as analysts write them. */
const MARKS: Readonly<Record<string, string>> = {
  CC: 'VERY_CONSISTENT',
  C: 'CONSISTENT',
  N: 'NEUTRAL',
  I: 'INCONSISTENT',
  II: 'VERY_INCONSISTENT',
  NA: 'NOT_APPLICABLE',
};

const MATRIX = `agreement grader { name } graders { name }
  hypotheses(first: 100) { totalCount nodes { inconsistency gradedEvidence claim { id } } }
  evidence(first: 100) { totalCount nodes { note counts diagnosticity addedBy { name } claim { id }
    cells { consistency inconsistency graders hypothesis { id } }
    grades { grade note by { name } hypothesis { id } } } }`;

/**
 * A question about the cause of the crash, with its answers and the claims that they are weighed against, under short
 * names. Written as the administrator unless another key is given.
 */
export class TestMatrix {
  readonly #ids: Record<string, string> = {};

  private constructor(
    readonly world: World,
    readonly question: string,
  ) {}

  /** Asks for the cause of the crash, with these concepts as answers. */
  static async of(world: World, concepts: readonly string[]): Promise<TestMatrix> {
    const claims: Json[] = [];
    for (const concept of concepts) claims.push((await world.claim({ property: 'cause', concept })).claim);
    const matrix = new TestMatrix(world, claims[0].question.id);
    for (const [i, concept] of concepts.entries()) matrix.#ids[concept] = claims[i].id;
    return matrix;
  }

  get endpoint(): Endpoint {
    return this.world.endpoint;
  }

  /** The id of a claim by its name. */
  id(name: string): string {
    const id = this.#ids[name];
    if (id === undefined) throw new Error(`The matrix has nothing of the name "${name}".`);
    return id;
  }

  /** Names a claim. */
  call(name: string, id: string): void {
    this.#ids[name] = id;
  }

  /** Claims something and weighs the answers against it. */
  async addEvidence(name: string, note: string | null = null): Promise<Json> {
    const subject = await this.world.addSubject(name);
    const { claim } = await this.world.claim({ property: 'motive', subject, text: name, statement: name });
    this.call(name, claim.id);
    return this.put(name, note);
  }

  /** Puts a claim that is there on the matrix. */
  put(name: string, note: string | null = null): Promise<Json> {
    const input = { question: this.question, claim: this.id(name), note };
    return change(this.endpoint, 'evidenceAdd', { input }, 'question { id } evidence { note claim { id } }');
  }

  remove(name: string, reason = 'Looked at.'): Promise<Json> {
    return change(
      this.endpoint,
      'evidenceRemove',
      { question: this.question, claim: this.id(name), reason },
      'question { id } evidence { note }',
    );
  }

  /** Gives one grade, or takes it back; answers the whole matrix as it is then. */
  async grade(
    hypothesis: string,
    evidence: string,
    mark: string | null,
    { key, note = null }: { key?: string; note?: string | null } = {},
  ): Promise<Json> {
    const input = {
      hypothesis: this.id(hypothesis),
      evidence: this.id(evidence),
      grade: mark === null ? null : MARKS[mark],
      note,
    };
    const selection = `question { competingHypotheses { ${MATRIX} } } evidence { claim { id } }`;
    const payload = await change(this.endpoint, 'evidenceGrade', { input }, selection, key ? { key } : {});
    return this.#named(payload.question.competingHypotheses);
  }

  /** Gives a row of grades, one for each of the hypotheses, "-" for none: `'CC I -'`. */
  async gradeRow(evidence: string, hypotheses: readonly string[], row: string, key?: string): Promise<void> {
    for (const [i, mark] of row.split(' ').entries()) {
      if (mark !== '-') await this.grade(hypotheses[i]!, evidence, mark, key ? { key } : {});
    }
  }

  /** The matrix as an editor reads it, claims by their names. */
  async read(grader?: string): Promise<Json> {
    const query = `query ($id: ID!, $grader: ID) { question(id: $id) { competingHypotheses(grader: $grader) { ${MATRIX} } } }`;
    const { question } = await read(this.endpoint, query, { id: this.question, grader });
    return this.#named(question.competingHypotheses);
  }

  #named(matrix: Json): Json {
    const names = new Map(Object.entries(this.#ids).map(([name, id]) => [id, name]));
    const name = ({ id }: Json): string => names.get(id) ?? id;
    return {
      ...matrix,
      hypotheses: matrix.hypotheses.nodes.map(({ claim, ...rest }: Json) => ({ name: name(claim), ...rest })),
      evidence: matrix.evidence.nodes.map(({ claim, cells, grades, ...rest }: Json) => ({
        name: name(claim),
        ...rest,
        cells: cells.map(({ hypothesis, ...cell }: Json) => ({ hypothesis: name(hypothesis), ...cell })),
        grades: grades.map(({ hypothesis, by, ...grade }: Json) => ({
          hypothesis: name(hypothesis),
          by: by.name,
          ...grade,
        })),
      })),
    };
  }
}
