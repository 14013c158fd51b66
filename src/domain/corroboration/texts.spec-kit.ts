/*
 * Reports of one invented event, a ferry on fire, each written by itself and each as if by another desk: the same facts,
 * the same officials, other words. All were written for these tests.
 */

export const WIRE = `Forty-one people were taken to hospital after fire broke out on the car deck of the ferry Halmar
early on Tuesday, the harbour authority said. The vessel was carrying 312 passengers and 46 crew from Nordvik to the
outer islands when an alarm sounded shortly after four in the morning. Crew members tried to fight the flames with
hoses before the captain ordered everyone to the upper decks. Two rescue ships and a helicopter reached the Halmar
within fifty minutes. "Nobody is missing, and that is the only good thing I can report," said harbour master Ingrid
Sole. Most of the injured had breathed in smoke, and three are in intensive care. Investigators will examine a lorry
that was loaded last. The operator, Ostline, said it would cancel all sailings until Friday and offered refunds to
those who had booked. The Halmar, built in 1998, passed its latest inspection in September.`;

export const LOCAL = `Passengers wrapped in blankets came ashore at Nordvik this morning telling of thick black smoke and a
long wait in the dark. The Halmar, one of the oldest ferries still in service here, caught fire on its way to the islands
with more than three hundred and fifty people aboard. Teacher Marta Lind, who was travelling with her class, said that the
children had sung to keep calm. "We could feel how warm the floor was getting," she said. At the county hospital doctors
treated forty-one patients, three of them in a serious condition. Ingrid Sole, who runs the harbour, told this newspaper
that nobody was missing. Ferries will not run before the weekend. Neighbours have opened the school gymnasium for those
who cannot go home, and the bakery on the quay is giving away bread.`;

const NATIONAL = `The transport minister has ordered an inquiry into the safety of older car ferries after a blaze
that injured 41 people off the west coast. According to first findings the fire on the Halmar started in or beside a
refrigerated lorry parked near the stern. The union of seafarers has warned for years that sprinklers on ships built
before 2002 are too weak for modern cargo. Ostline, which owns five vessels of the same type, rejects that: all of them
have valid certificates, it says. Of the 358 people on board, three were still in a critical state last night. The
opposition wants the minister to appear before parliament next week. Similar fires in 2011 and 2016 had led to
recommendations that were never turned into law.`;

const BROADCASTER = `It took rescuers less than an hour to get to the burning ferry Halmar, and by sunrise the last
of its passengers stood on dry land. Our reporter on the quay has spoken to a lorry driver who raised the alarm. He had
gone back to his cab for a thermos, he says, and saw a glow under the vehicle next to his. The ship's sprinklers came on
but could not stop the fire from spreading to a dozen cars. Three of the forty-one injured are fighting for their lives.
The coastguard has towed the vessel to a sheltered bay, where experts in protective suits are waiting for the steel to
cool. Divers are to look at the hull tomorrow.`;

const COMPANY = `Ostline regrets to confirm that there has been a fire aboard MS Halmar on departure 0215 from
Nordvik. All 312 guests and 46 colleagues have been accounted for. We are in contact with families and have set up a
telephone line that is staffed day and night. Our thoughts are with the injured. Every ship of our fleet undergoes
yearly inspection by an independent classification society, and the certificates of MS Halmar were in order. We are
assisting the authorities and ask for understanding that we cannot comment on causes while they do their work. Tickets
for all departures through Thursday will be refunded in full.`;

export const ARCHIVE = `Farmers in the eastern valleys expect the smallest plum harvest in twenty years. Late frost in April
destroyed up to two thirds of the blossom, and a dry summer did the rest, the growers' association said at its annual
meeting. Prices at the wholesale market have doubled since July. Some orchards have been fitted with sprinklers that
protect blossom by covering it with ice, yet few small holdings can afford them. The ministry of agriculture has promised
cheap loans, but applications run to forty pages. "By the time the money comes the trees will be firewood," said one
grower. Distilleries in the region have begun to buy fruit abroad.`;

export const CHINESE = `港务局表示，星期二凌晨，哈尔玛号渡轮的汽车甲板起火，四十一人被送往医院。事发时船上有三百一十二名乘客和四十六名
船员，正从诺德维克驶往外岛。凌晨四点过后不久警报响起，船员先用水管灭火，随后船长下令所有人转移到上层甲板。两艘救援船和一架直升机在五十分钟内
赶到。港务长英格丽·索勒说，没有人失踪，这是她能报告的唯一好消息。大多数伤者吸入了浓烟，其中三人仍在重症监护室。调查人员将检查最后装船的一辆
卡车。运营商宣布星期五之前停航，并为已订票的旅客办理退款。`;

const CHINESE_OTHER = `今天早上，裹着毯子的旅客在诺德维克码头上岸，讲述了黑暗中漫长的等待。哈尔玛号是本地仍在使用的最老渡轮之一，在前往
群岛途中失火，当时船上有三百五十多人。带着全班学生出行的教师说，孩子们靠唱歌让自己平静下来，她能感觉到脚下的地板越来越烫。县医院的医生收治了
四十一名伤员，三人伤势严重。周末之前不会有渡轮开航。附近居民把学校体育馆腾出来，让无法回家的人过夜，码头上的面包店免费分发面包。`;

const JAPANESE = `港湾当局によると、火曜日の未明、フェリー「ハルマル」の車両甲板で火災が発生し、四十一人が病院に運ばれた。同船は乗客三百十二人
と乗組員四十六人を乗せ、ノルドビクから離島へ向かう途中だった。午前四時すぎに警報が鳴り、乗組員がホースで消火を試みた後、船長は全員に上甲板への
避難を命じた。救助船二隻とヘリコプターが五十分以内に到着した。港長は「行方不明者はいない。それが唯一の良い知らせだ」と話した。負傷者の多くは煙を
吸い込み、三人が集中治療室で手当てを受けている。運航会社は金曜日まで全便を欠航し、払い戻しに応じるとしている。`;

const JAPANESE_OTHER = `毛布にくるまった乗客たちが今朝、ノルドビクの岸壁に降り立ち、暗闇の中での長い待ち時間を語った。この地方で最も古い船の一つである
ハルマルは、島へ渡る途中で火を出した。クラスを連れて旅行していた教師は、子どもたちが歌を歌って気持ちを落ち着かせたと言う。「床がだんだん熱くなるのが
分かった」。県立病院では医師らが四十一人を治療し、うち三人は重い容体だ。週末までフェリーは動かない。近所の人々は帰れない人のために体育館を開放し、
岸壁のパン屋はパンを無料で配っている。`;

const ARABIC = `قالت هيئة الميناء إن واحدا وأربعين شخصا نقلوا إلى المستشفى بعد اندلاع حريق في سطح السيارات بالعبارة هالمار فجر
الثلاثاء. وكانت السفينة تقل ثلاثمئة واثني عشر راكبا وستة وأربعين من أفراد الطاقم من نوردفيك إلى الجزر الخارجية عندما دوى الإنذار بعد
الرابعة صباحا بقليل. وحاول أفراد الطاقم إخماد النيران بالخراطيم قبل أن يأمر القبطان الجميع بالصعود إلى الأسطح العليا. ووصلت سفينتا
إنقاذ ومروحية خلال خمسين دقيقة. وقالت مديرة الميناء إنه لا يوجد مفقودون. واستنشق معظم المصابين الدخان، ولا يزال ثلاثة منهم في العناية
المركزة. وسيفحص المحققون شاحنة كانت آخر ما تم تحميله.`;

const ARABIC_OTHER = `وصل الركاب الملتفون بالبطانيات إلى رصيف نوردفيك هذا الصباح وهم يروون حكايات عن دخان كثيف وانتظار طويل في الظلام.
اشتعلت النار في هالمار، وهي من أقدم العبارات العاملة هنا، في طريقها إلى الجزر. وقالت معلمة كانت تسافر مع تلاميذها إن الأطفال غنوا كي
يهدؤوا، وإنها شعرت بحرارة الأرضية تحت قدميها. وعالج أطباء مستشفى المقاطعة واحدا وأربعين مريضا، ثلاثة منهم في حالة خطرة. ولن تبحر
العبارات قبل نهاية الأسبوع. وفتح الجيران قاعة المدرسة لمن لا يستطيع العودة إلى بيته.`;

const RUSSIAN = `Сорок один человек доставлен в больницу после пожара на автомобильной палубе парома «Хальмар» рано утром во вторник,
сообщила администрация порта. Судно везло 312 пассажиров и 46 членов экипажа из Нордвика на внешние острова, когда вскоре после
четырёх утра прозвучал сигнал тревоги. Экипаж пытался сбить пламя из шлангов, затем капитан приказал всем подняться на верхние
палубы. Два спасательных судна и вертолёт подошли за пятьдесят минут. Большинство пострадавших надышались дымом, трое находятся в
реанимации. Следователи осмотрят грузовик, который загрузили последним. Компания отменила все рейсы до пятницы.`;

/** Reports that were written independently of one another, whatever their language. */
export const INDEPENDENT: Readonly<Record<string, string>> = {
  WIRE,
  LOCAL,
  NATIONAL,
  BROADCASTER,
  COMPANY,
  ARCHIVE,
  CHINESE,
  CHINESE_OTHER,
  JAPANESE,
  JAPANESE_OTHER,
  ARABIC,
  ARABIC_OTHER,
  RUSSIAN,
};

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?。]["”]?)\s*(?=\S)/u);

/** What desks do to a text that they reprint. Each leaves it the same text. */
export const REPRINTS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'with a headline and a byline': (text) => `Fire at sea: what we know so far\nBy our staff, with agencies\n\n${text}`,
  'without its first sentence': (text) => sentencesOf(text).slice(1).join(' '),
  'cut at the end by a quarter': (text) => text.slice(0, Math.ceil(text.length * 0.75)),
  'with a paragraph added': (text) => `${text}\n\n${ARCHIVE.slice(0, 180)}`,
  'with other quotation marks, dashes and spaces': (text) =>
    text
      .replace(/"([^"]*)"/g, '“$1”')
      .replace(/'/g, '’')
      .replace(/-/g, '\u2011')
      .replace(/\s+/g, '\u00a0'),
  'in capitals, without accents': (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase(),
  'with soft hyphens and direction marks': (text) => text.replace(/(\p{L}{3})(\p{L}{3})/gu, '$1\u00ad$2\u200f'),
  'with two sentences swapped': (text) => {
    const [first = '', second = '', third = '', ...others] = sentencesOf(text);
    return [first, third, second, ...others].join(' ');
  },
  'with its last sentence rewritten': (text) =>
    [...sentencesOf(text).slice(0, -1), 'Nothing more was known when this went to press.'].join(' '),
};

/** Longer articles that carry the whole of a text. */
export const ARTICLES: Readonly<Record<string, (text: string) => string>> = {
  'between two reports of other things': (text) => `${ARCHIVE}\n\n${text}\n\n${GARDEN}`,
  'at the end of a long page': (text) => `${PAGE}\n\n${text}`,
  'in a page that changed a few words of it': (text) => `${PAGE}\n\n${everyNth(text, 22)}`,
};

/** A text with every nth token, as spaces divide it, put otherwise. */
export function everyNth(text: string, n: number): string {
  return text
    .split(/\s+/)
    .map((word, i) => (i % n === n - 1 ? `rather${i}` : word))
    .join(' ');
}

const GARDEN = `The botanical garden opens its new glasshouse on Sunday with plants from four continents. Visitors can walk on
a bridge among the crowns of palms and look down on a pond with water lilies as wide as a table. Building it took six years
and cost twice what had been planned, mostly because the glass had to be made anew after a storm. Schools come free.`;

/** A page of words that stand in no other text here. */
const PAGE = Array.from(
  { length: 36 },
  (_, i) => `Column ${i} of the day notes that reader ${i * 7} wrote in about street ${i * 13} and lamp ${i * 31}.`,
).join(' ');

const OFFICIAL_WORDS = `"I have spoken to the families, and I have promised them that we will not rest until we know what
happened on that deck, who loaded that lorry, who signed for it, and why nobody looked when the first alarm was switched
off by hand at nine minutes to four," the minister said in the harbour`;

const bulletin = (day: number, injured: number, released: number, dives: number, sailings: number): string =>
  `Harbour authority, bulletin for day ${day} after the fire on the ferry Halmar. The number of people in hospital is
${injured}, and ${released} have been released since the last bulletin. Divers went down ${dives} times to look at the
hull. Ostline reports ${sailings} sailings cancelled. The exclusion zone around the vessel stays in force, and the next
bulletin follows at noon tomorrow. Relatives can reach the harbour office at the number that was given out before.`;

/** Pairs that come close and are two texts. */
export const APART: Readonly<Record<string, readonly [string, string]>> = {
  'two reports that quote the same long statement': [`${LOCAL} ${OFFICIAL_WORDS}.`, `${NATIONAL} ${OFFICIAL_WORDS}.`],
  'a short report and a long one that quote the same statement': [
    `The minister came to Nordvik by train. ${OFFICIAL_WORDS}, before she met the crew of the rescue ship, whose captain
showed her the charts of that night. She left without taking questions and was back in the capital by the evening.`,
    `${BROADCASTER} ${OFFICIAL_WORDS}. ${COMPANY}`,
  ],
  'the bulletins of two days': [bulletin(2, 38, 3, 4, 12), bulletin(3, 29, 9, 6, 14)],
  'two bulletins of one sentence': [
    'The harbour authority says that 41 people were injured in the fire on the ferry Halmar.',
    'The harbour authority says that 43 people were injured in the fire on the ferry Halmar.',
  ],
  'two headlines': ['Fire on the Halmar: 41 injured', 'Fire on the Halmar: 43 injured'],
  'a headline and the report beneath it': ['Forty-one people were taken to hospital', WIRE],
  'a sentence and a report that has it': [
    'Forty-one people were taken to hospital after fire broke out on the car deck of the ferry Halmar early on Tuesday.',
    WIRE,
  ],
  'two Chinese bulletins of one sentence': ['港务局说，火灾造成四十一人受伤。', '港务局说，火灾造成四十三人受伤。'],
  'a report and its translation': [WIRE, RUSSIAN],
  'two texts without a word': ['!!!', '???'],
};
