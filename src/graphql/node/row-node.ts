import type { StoryKey } from '../../platform/database/index.js';
import type { Carried, Carrier } from '../../platform/reading/index.js';
import { encodeId } from './global-id.js';
import type { NodeType } from './node-type.js';

/**
 * An object of the API over its row, of which only the columns are there that were asked for; what takes work is made
 * when it is read.
 */
export abstract class RowNode<Type extends NodeType, Row extends StoryKey & Carrier> {
  abstract readonly __typename: Type;

  constructor(protected readonly row: Row) {}

  get id(): string {
    return encodeId(this.__typename, this.row);
  }
  get localId(): string {
    return this.row.id;
  }
  get storyId(): string {
    return this.row.storyId;
  }
  get carried(): Carried | undefined {
    return this.row.carried;
  }
}
