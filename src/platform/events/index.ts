export { Changes } from './changes.service.js';
