export type { Asked, AskedPage } from './asked.js';
export { jsonList, jsonObject, RowShape, type Carried, type Carrier, type Carry } from './row-shape.js';
