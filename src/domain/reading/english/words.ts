const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that open a list of parts of what was counted: "38 people, including three children". */
export const INCLUDING = set('including include includes included among comprising');

/** What can stand between a subject and what is said of it. */
export const BE = set("is are was were be been being 's 're am");
export const HAVE = set("has have had having 've 'd");

/** Verbs that report on the verb after them: "were believed to have died", "feared dead", "confirmed killed". */
export const REPORTED = set(
  'feared believed reported reportedly thought presumed known said declared pronounced found confirmed listed ' +
    'understood estimated considered left allegedly officially still remain remained remains counted recorded verified ' +
    'initially already also later currently so far now',
);

/** Nouns for a number of people: "a group of 12 climbers was rescued". */
export const GROUPS = set('group total team party family number crowd convoy band some half');

/** Nouns that are one in form and many in meaning: "a crew" counts nobody. */
export const COLLECTIVES = set('crew family group team staff police public party people crowd population force army');

/** Nouns that stand before the name of a place: "the village Arlen". */
export const PLACE_NOUNS = set(
  'city town village hamlet port capital island district province region state county suburb neighbourhood ' +
    'neighborhood area commune municipality settlement resort mount lake river cape airport station stadium hospital ' +
    'mountain valley street square market camp base prison north south east west northeast northwest southeast southwest',
);

/** Words at which one clause ends and another begins. */
export const CLAUSE_WORDS = set(
  'but while although though whereas when after before because since as until if whether unless where',
);

export const RELATIVES = set('who whom whose which that');

/** Nouns that people put a number to without counting anything. */
export const NUMBERED = set('no. number flight highway route channel line grade level section page room gate article');

/** Verbs by which a figure comes about: "rose to 38", "stands at 38". */
export const MEASURING = set(
  "be is are was were been being 's stand stands stood standing rise rises rose risen rising climb climbs climbed climbing " +
    'reach reaches reached reaching hit hits hitting total totals totalled totaled exceed exceeds exceeded jump jumped ' +
    'jumps increase increased increases fall fell fallen drop dropped drops revise revised put puts set grow grew grown ' +
    'come came pass passed passes top topped tops surpass surpassed measured measure measures measuring registered ' +
    'register recorded record estimated counted have has had bring brings brought bringing raise raised raising ' +
    'taking took takes swelled soared soars doubled confirmed reported dropped lowered edged',
);

/** Measuring verbs that say "more than". */
export const EXCEEDING = set('exceed exceeds exceeded exceeding pass passed passes top topped tops surpass surpassed');
