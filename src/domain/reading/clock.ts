import type { Token } from './sentence.js';

/** A time of day: "06:28", with "Z" where it is named as UTC. Tokens `from` to `to` (exclusive). */
export interface ReadClock {
  readonly clock: string;
  readonly zone: '' | 'Z';
  readonly approximate: boolean;
  readonly from: number;
  readonly to: number;
}

const TIME = /^(\d{1,2})(?:[:.h](\d{2}))?(?:\s*([ap])\.?m\.?)?$/;
const HALF_OF_DAY = /^([ap])\.?m\.?$/;
const APPROXIMATE = new Set(['about', 'around', 'roughly', 'approximately']);

/** The time of day that begins at a token ("4:17 a.m.", "06:28", "noon", "0430 GMT"), or null. */
export function clockAt(tokens: readonly Token[], from: number): ReadClock | null {
  const read = military(tokens, from) ?? written(tokens, from) ?? named(tokens, from);
  if (read === null) return null;
  const before = tokens[from - 1]?.lower ?? '';
  const isNear = APPROXIMATE.has(before) || (/^(?:after|before)$/.test(before) && isSoon(tokens[from - 2]));
  const zone = zoneAt(tokens, read.to);
  return { ...read, from, zone: zone.zone, to: zone.to, approximate: isNear };
}

function isSoon(token: Token | undefined): boolean {
  return token !== undefined && /^(?:shortly|just|soon|minutes)$/.test(token.lower);
}

interface Clock {
  readonly clock: string;
  readonly to: number;
}

function written(tokens: readonly Token[], from: number): Clock | null {
  const [, hour, minute, half] = TIME.exec(tokens[from]?.lower ?? '') ?? [];
  if (hour === undefined) return null;
  const [, next] = half === undefined ? (HALF_OF_DAY.exec(tokens[from + 1]?.lower ?? '') ?? []) : [];
  const letter = half ?? next;
  const to = next === undefined ? from + 1 : from + 2;
  const isClock = letter !== undefined || (minute !== undefined && tokens[from]?.lower.includes(':') === true);
  return isClock ? clockOf(hour, minute ?? '00', letter, to) : null;
}

/** "0430 GMT" */
function military(tokens: readonly Token[], from: number): Clock | null {
  const [, hour, minute] = /^(\d{2})(\d{2})$/.exec(tokens[from]?.lower ?? '') ?? [];
  if (hour === undefined || minute === undefined) return null;
  return zoneAt(tokens, from + 1).to > from + 1 ? clockOf(hour, minute, undefined, from + 1) : null;
}

function named(tokens: readonly Token[], from: number): Clock | null {
  const word = tokens[from]?.lower;
  if (word === 'noon' || word === 'midday') return { clock: '12:00', to: from + 1 };
  return null;
}

function clockOf(hourText: string, minute: string, half: string | undefined, to: number): Clock | null {
  let hour = Number(hourText);
  if (hour > 23 || Number(minute) > 59 || (half !== undefined && (hour > 12 || hour === 0))) return null;
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  return { clock: `${String(hour).padStart(2, '0')}:${minute}`, to };
}

function zoneAt(tokens: readonly Token[], at: number): { zone: '' | 'Z'; to: number } {
  const word = tokens[at]?.lower ?? '';
  if (word === 'gmt' || word === 'utc') return { zone: 'Z', to: at + 1 };
  if (word === 'local' && tokens[at + 1]?.lower === 'time') return { zone: '', to: at + 2 };
  if (/^(?:hours|hrs)$/.test(word)) return { zone: '', to: at + 1 };
  return { zone: '', to: at };
}
