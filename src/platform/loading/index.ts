export { Loaders, groupedBy, inOrderOf } from './loaders.js';
