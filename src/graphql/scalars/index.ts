export { DateScalar } from './date.scalar.js';
export { DateTimeScalar } from './date-time.scalar.js';
export { DecimalScalar } from './decimal.scalar.js';
export { EdtfScalar } from './edtf.scalar.js';
export { JsonScalar } from './json.scalar.js';
export { UrlScalar } from './url.scalar.js';
export { IsCalendarDate, IsDecimal, IsEdtf, IsHttpUrl, IsRfc3339 } from './input-rules.js';
