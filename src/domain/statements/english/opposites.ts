/**
 * Acts and states that exclude each other where the dictionary does not say so, by lemma: each group of words against
 * the other, in one word class. Beside the dictionary's own opposites.
 */
export const OPPOSITES: readonly (readonly [one: string, other: string])[] = [
  ['pass approve adopt ratify accept endorse back support', 'reject veto oppose defeat block decline refuse'],
  ['rise increase grow climb gain soar jump surge', 'fall decrease decline drop shrink plunge slip sink slump'],
  ['begin start open launch commence', 'end finish close cease halt conclude'],
  ['confirm admit acknowledge', 'deny refute'],
  ['free release acquit pardon', 'jail imprison arrest detain convict sentence'],
  ['survive live', 'die perish drown'],
  ['appoint hire recruit elect', 'dismiss fire sack oust'],
  ['allow permit authorise authorize legalise legalize', 'ban forbid prohibit outlaw bar'],
  ['join enter', 'leave quit'],
  ['build construct found create', 'demolish destroy dissolve abolish'],
  ['win', 'lose'],
  ['succeed', 'fail'],
  ['win gain', 'lose'],
  ['arrive', 'depart leave'],
  ['attack', 'defend'],
  ['strengthen', 'weaken'],
  ['improve', 'worsen deteriorate'],
  ['raise', 'lower cut reduce'],
  ['expand', 'shrink contract'],
  ['alive', 'dead'],
  ['guilty', 'innocent'],
  ['victory win', 'defeat loss'],
  ['success', 'failure'],
  ['majority', 'minority'],
];

/** Acts of which each is the other seen from its other side: who sells to one has one who buys. By lemma. */
export const CONVERSES: readonly (readonly [one: string, other: string])[] = [
  ['buy purchase acquire', 'sell'],
  ['lend', 'borrow'],
  ['give send pay', 'receive take get'],
  ['teach', 'learn'],
  ['employ', 'work'],
];
