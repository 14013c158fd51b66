export type { Asked, AskedPage } from './asked.js';
export { jsonList, RowShape, type Carried, type Carrier, type Carry } from './row-shape.js';
