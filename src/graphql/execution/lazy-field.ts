/**
 * Key of the field extension that says: the parent's property may be a function, to be called only where the field is
 * asked for, or a promise: `@Extensions({ [LAZY]: true })`. Without it a property must be a plain value.
 */
export const LAZY = 'lazy';
