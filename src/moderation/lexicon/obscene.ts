/**
 * Russian obscene roots, written by hand in the letters of the normal text (ё is е).
 * Notation: regular expressions without classes, so that other spellings can be made of them letter by letter.
 */

/** What may stand before a root in one word. */
export const PREFIXES =
  '(?:на|по|ни|не|до|за|от|ото|о|а|у|вы|вз|рас|раз|роз|ис|из|при|про|под|пере|с|об|обо|недо|пона|попри|спо)';

/** Words that people run together with the next one. */
export const RUN_TOGETHER =
  '(?:ты|вы|он|она|они|мы|это|эта|эти|этот|вот|все|иди|идите|пошел|пошла|пошли|ну|и|да|как|какой|какая|какие|какого|что|че|чо|сука|мой|моя|твой|твоя|ваш|наш|не|так|тут|там|весь|вся|свой|сам|опять|просто|полный|полная|самый|один|нет|тупой|тупая)';

/** Unmistakable wherever they stand in a word. */
export const INSIDE: readonly string[] = [
  'п(?:и|е)зд(?!реч)',
  'пиз(?:ж|дц|зд|дю)',
  'пезж',
  'пзд',
  'пзид|пидз',
  'опистен|пистостр',
  '(?:на|ни|до|по)ху(?:й|я(?!щ))',
  '(?<!пл)оху(?:ел|ев|ен|ит)|аху(?:ел|ен)|поху(?:ис|из)',
  'ху(?:йн|йл|еву?т|есос|еплет|епут|еглот|еголов|ярк|ярил|ярит|ячи|ячь|якн|яка|якс|ило|илы|илу|ишк|ищ|ебот)',
  'бляд|бялд|блдя',
  'ухяр',
  '(?<!р(?:а|и)|пси|ша|ло|нь)хуй',
  '(?:а|о|у|ы|и|ю|я|ъ|ь|й|пере)еб(?:а|у|л|н|и(?!знес)|е(?!р)|ы|к|ш|ск|ст|ок|ош|ос|ом|ов|о?$)',
  'нееб(?:ет|у$|ал|ан|ать|уч|ич)',
  'пидо?р(?!ог)',
  '(?<!ски|^ла)пидар',
  'пидер(?:$|а|ы$|ов$|ок|у$|о)',
  'педри(?:л|к$)',
  'г(?:а|о)нд(?:о|а)н',
  'залуп',
  'манд(?:ав|ов)(?:о|а)(?:ш|ж)',
  'муд(?:ак|ач|озв|окл|оеб|оха)',
  'мдуа(?:к|ч)',
  '(?:ъ|до|за)и(?:п|б)(?:ал|ать|ись|ут)',
  'пед(?:о|а)р(?:ас|к(?:а|и|у)$|$)',
];

/** Obscene where a word begins, after at most one prefix or one word run together with it. */
export const BEGINNING: readonly string[] = [
  'х(?:у|ю)(?:й|е|я|ю|и)',
  'хул(?:и|е)$',
  'бл(?:еа|иа|йа|еяа|ье)(?:т|д)',
  'писд',
  'пист(?:ец|еж|ы$|у$|ень|а$)',
  'муд(?:ил|ищ|оф)',
  'йоб',
  'епа(?:ть|л|н(?!ч))',
  'эб(?:ать|ал|ан|у$|уч|ле)',
  'иб(?:ать|ал(?:а|о|и)?$|ут|уч|ану|аны|анн)',
  'ип(?:ать$|аться|ал(?:а|о|и)?$|ану|ись)',
];

/** The shortest root: where a whole word begins. Single letters and cut words make it too easily. */
export const SHORTEST = 'еб(?!р|ург|зе|оноид|аноид)';

/** Obscene where a word begins, with no prefix: the prefixed forms are those of `INSIDE` or are innocent. */
export const BARE: readonly string[] = [
  '(?:от|об|раз|роз|под|из|вз)еб(?:ал|ать|ану|нул|ыв|аш|уч|ись|ени)',
  'бля(?:$|т(?!ив)|ж)',
  'п(?:и|е)з$',
  'манд(?:а|ы|у|ой|ец)$',
  'мудо$',
];

/** What a word must hold when it had to be put together: letters of an exercise or an answer key make less by chance. */
const LONG_FORM =
  '(?:ху(?:й|ев|ес|ета|ету|еты|еп|ел|ен|ец|яр|яч|як|ям|ил|иш|ищ)|п(?:и|е)з(?:ж|д(?!ел|ани|ав|ат|ев|ер|ох|ал))|бля(?:д|т(?!ив)|$)|пидо?р|пидар|муд(?:ак|ач|ил)|г(?:о|а)ндон|залуп|долб(?:о|а)еб)';

/** From single letters with something between them. */
export const LETTER_BY_LETTER = `^(?:а|и|я)?${PREFIXES}?${LONG_FORM}|^(?:а|и)?(?:ни|на|по|до)ху(?:я|ю)|^(?:за|на|вы|у|до|по|про|при|пере|отъ|разъ|съ)?еб(?:ать|ал|ан(?:а|у|ы|н|ь)|ут|уч|ло|ла|ну)|пизд|бляд|пидор|пидар|мудак|залуп|хуйн|хуйл`;

/** From two pieces, one of them too short for a word. */
export const IN_PIECES = `^${PREFIXES}?(?:${LONG_FORM}|пист(?:ец|еж)|йоба?н)`;

/** What is recognised from right to left: whole words, and roots that no innocent word holds backwards. */
export const BACKWARDS =
  '(?:пизд|ху(?:яр|йн|йл|яч|ев)|похуис|бляд|хует(?:а|у)$|^(?:на|по|ни|до)?х(?:уй|уя)$|^блят|^еб(?:ать|ал$|ал(?:а|и)$|ану|анн|лан|учи|нут|ля$)|(?:до|съ|отъ)еб(?:ал|ись)|^пид(?:о|а)?р)';

/** Russian in Latin letters, by sound or by look. */
export const LATIN: readonly string[] = [
  '^[a-z]{0,4}p[ie]zd(?!r)',
  '^(?:na|po|ni|do|o|a|za|vy|idi|idina)?(?:kh|h|x)u(?:[yji]$|j|yn|yl|il[oaiy]|evo|evy|evi|jov|yov|et[auy]$|esos|ya$|yar|yac|yak|yami?$|ju$|yu$|ishk)',
  '^(?:na|po|ni|do|o|a)?x(?:u[yij]|y(?:[eij]|u(?!r)))',
  '^nu[z3][dg]',
  '^(?:su[kc]a|nu|da)?bl(?:ya|ja|ia)(?:d|t|$)',
  "^(?:za|na|vy|do|pro|raz|ot|ob|pere|pri|po)?(?:e|[yj][eo])b(?:at'?$|at's?(?:ya|ja)|ali?$|al[ao]$|al(?:sya|sja)|an(?:n|(?:y|a|o|u)(?:[yjieit]|$))|uch|ut$|l[ao]n|lo$|nut|ashi|esh$|yot$)|^(?:za|vy|pro|ot|u)?eb(?:is'?$|u$|l(?:ya|ja))",
  '^(?:dolb|mozg|mud)[oa](?:e|[yj][eo])b',
  '^pid[oa]r(?:$|[asyuik])',
  '^mud(?:ak|ach|ila|ozv)',
  '^g[ao]ndon',
  '^zalup',
  '^mandavosh',
];

/** Innocent words in Latin letters that the patterns above would catch. */
export const INNOCENT_LATIN = '^(?:ebal$|ebon|ebut)';

/** Names that are obscene only without their capital: of a story by Gogol. */
export const NAMES = /^Пидорк(?:[аиеу]|ой|ою)$/;

/** Letters left out behind a mask: `M` is one mark or more, `D` two dots or more, which also part words. */
export const MASKED: readonly string[] = [
  'хM(?:й|я|ю|ем|ел|енн|ено|ня|ню|ни|ней|йн|йл|ло|ев|ета|ету|есос|яр|яч|ли)',
  'хD(?:й|ня(?!н)|ню|йн|йл|ево|евы)',
  'хM(?:во|вый|вая|вые|та|ту|ты|чить|рить|сос)',
  'х["\'.-](?:й|йн|йл)',
  '(?<![*#])ху?[*#]{2,}(?![а-яa-z0-9(])',
  'хуM(?:р|ст|с|т|в|л)',
  'п(?:M|D)(?:зд|зж|д?ец|ц|ж|дюк|дюл|дуй|дос|д(?:а|у|ы|е|о|и)|ы|й)',
  'п[*#]{3,}(?:а|у|е|ь|ой|л|ть|т|ка)',
  'пи(?:M|D)(?:д|ж|е?ц|ец|ть|ит|ы|й)',
  '(?<![*#])пи[*#]{2,}(?![а-яa-z0-9(])',
  'пиз(?:M|D)',
  'Mзд(?:а|у|ы|е|ю|я|о)',
  'е(?:M|D)(?:б?ал|б?ан|б?ать|ть|ти|л(?:и|а|о)|ный|ная|ные|ного|ут|нут|лан|учий|учая|ло)',
  'еM(?:у|т|й|я|ся|ый|ая|ет|чий)(?![а-яa-z])',
  'б(?:M|D)(?:ядь|дь|ть|ять|яди?|ди|я|дств|дск|дун|дей|дью)',
  'бл(?:M|D)(?:дь|ть|ди|д)?',
  'пMд(?:о|а)?р',
  'пи(?:M|D)(?:о|а)р(?:а|ы|у)?',
  'пид(?:M|D)р',
  'муд(?:M|D)к',
  'мM(?:дак|ак|ач)',
  'долбо(?:M|D)',
  'уMбо?к',
  'зMлуп',
  'г(?:о|а)ндMн',
  'гMндон',
];

/** A mask that hides the first letter of the root, after a prefix. */
export const MASKED_ROOT =
  '(?:на|по|ни|до|о|а|не|за|вы|у|про|при|раз|разъ|отъ|съ)(?:(?:M|D) ?й|Mу(?:й|я|ю)|Dу(?:й|я|ю)(?![а-я])|хM(?:й|я|ю)|хDй|(?:M|D)(?:уе|ре)ть|Mб(?:ал|ать|ан|ись|ут|ет|нут|лан)|Dб(?:ал(?:а|и|о|ся)?|ать|ись|ут)(?![а-я]))';
