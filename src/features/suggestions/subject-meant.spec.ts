import { describe, expect, test } from '@jest/globals';
import { subjectMeant, type NamedSubject } from './subject-meant.js';

const subject = (id: string, kind = 'EVENT', aliases: string[] = []): NamedSubject => ({
  id,
  kind,
  label: id,
  aliases,
});
const CRASH = subject('Crash of flight 8243', 'EVENT', ['the Aktau crash']);
const CALL = subject('The phone call');
const PILOT = subject('Pilot', 'PERSON');

describe('which subject a text means', () => {
  test.each<[string, NamedSubject[], string | null, NamedSubject | null]>([
    ['the one of that name', [CRASH, CALL, PILOT], 'phone call', CALL],
    ['the one of that other name', [CRASH, CALL], 'Aktau crash', CRASH],
    ['the only one with the word', [CRASH, CALL], 'the crash', CRASH],
    ['the only one there is, whatever it is called', [CRASH], 'the fire', CRASH],
    ['the only event', [PILOT, CRASH], null, CRASH],
    ['none of several events', [CRASH, CALL], null, null],
    ['none of several that have the word', [CRASH, subject('Crash of the rescue helicopter')], 'the crash', null],
    ['none of several that are no events', [PILOT, subject('Crew', 'ORGANISATION')], 'the ship', null],
    ['none where there is none', [], 'the crash', null],
  ])('%s', (_name, subjects, called, meant) => {
    expect(subjectMeant(subjects, called)).toBe(meant);
  });
});
