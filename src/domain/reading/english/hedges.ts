/** What a hedge does to the figure beside it. */
export type Hedge = 'AT_LEAST' | 'MORE_THAN' | 'AT_MOST' | 'FEWER_THAN' | 'NEARLY' | 'ABOUT' | 'EXACT';

/** Words before a figure. Longer ones that begin alike stand first. */
export const HEDGES_BEFORE: readonly (readonly [wording: string, hedge: Hedge])[] = [
  ['at least', 'AT_LEAST'],
  ['at a minimum', 'AT_LEAST'],
  ['a minimum of', 'AT_LEAST'],
  ['no fewer|less than', 'AT_LEAST'],
  ['not fewer|less than', 'AT_LEAST'],
  ['as many|much as', 'AT_MOST'],
  ['up to', 'AT_MOST'],
  ['at most', 'AT_MOST'],
  ['a maximum of', 'AT_MOST'],
  ['no|not more than', 'AT_MOST'],
  ['well|far? more than', 'MORE_THAN'],
  ['more than', 'MORE_THAN'],
  ['just|well? over', 'MORE_THAN'],
  ['just above', 'MORE_THAN'],
  ['above', 'MORE_THAN'],
  ['upwards|upward of', 'AT_LEAST'],
  ['in excess of', 'MORE_THAN'],
  ['exceeding', 'MORE_THAN'],
  ['fewer|less than', 'FEWER_THAN'],
  ['just? under', 'FEWER_THAN'],
  ['just? below', 'FEWER_THAN'],
  ['very? nearly', 'NEARLY'],
  ['almost', 'NEARLY'],
  ['close to', 'NEARLY'],
  ['just short of', 'NEARLY'],
  ['about', 'ABOUT'],
  ['around', 'ABOUT'],
  ['roughly', 'ABOUT'],
  ['approximately', 'ABOUT'],
  ['some', 'ABOUT'],
  ['an estimated', 'ABOUT'],
  ['estimated', 'ABOUT'],
  ['in the region of', 'ABOUT'],
  ['circa', 'ABOUT'],
  ['only|just|exactly|precisely', 'EXACT'],
  ['a total of', 'EXACT'],
  ['all|both', 'EXACT'],
];

/** Words after a figure. */
export const HEDGES_AFTER: readonly (readonly [wording: string, hedge: Hedge])[] = [
  ['or more', 'AT_LEAST'],
  ['plus', 'AT_LEAST'],
  ['or fewer|less', 'AT_MOST'],
  ['or so', 'ABOUT'],
  ['odd', 'ABOUT'],
];
