/**
 * Sites by what a school makes of them. Origin: names of public services, put together by hand for this project.
 * A name stands for itself and for all below it.
 */
const names = (words: string): readonly string[] => words.trim().split(/\s+/);

/** State, schooling, reference works and Russian services: anybody may link to them. A school adds its own in its settings. */
export const KNOWN: ReadonlySet<string> = new Set(
  names(`
  sferum.ru vk.com vk.ru vk.me vkvideo.ru vk.company ok.ru max.ru mail.ru my.mail.ru e.mail.ru cloud.mail.ru
  gosuslugi.ru gosweb.ru edu.ru edu.gov.ru gov.ru mos.ru mosreg.ru mskobr.ru spb.ru kremlin.ru minobrnauki.gov.ru
  rkn.gov.ru mchs.gov.ru mvd.ru rospotrebnadzor.ru pravo.gov.ru nalog.ru nalog.gov.ru sfr.gov.ru consultant.ru garant.ru
  resh.edu.ru fipi.ru obrnadzor.gov.ru rustest.ru ege.edu.ru sdamgia.ru uchi.ru yaklass.ru foxford.ru skysmart.ru
  edsoo.ru myschool.edu.ru dnevnik.ru nsportal.ru infourok.ru multiurok.ru videouroki.net znanio.ru prosv.ru rosuchebnik.ru
  lecta.ru lbz.ru drofa.ru 1september.ru kopilkaurokov.ru interneturok.ru reshuege.ru yandex.ru ya.ru kinopoisk.ru dzen.ru rutube.ru
  wikipedia.org wiktionary.org wikisource.org ruwiki.ru bigenc.ru gramota.ru academic.ru culture.ru orlyonok.ru artek.org
  sirius.online sochisirius.ru vos.olimpiada.ru olimpiada.ru olymp.msk.ru bvbinfo.ru ростовпрофи.рф онф.рф будьвдвижении.рф
  rdsh.education gto.ru dobro.ru navigator.edu.ru proektoria.online stepik.org codeforces.com scratch.mit.edu learningapps.org
  geogebra.org desmos.com phet.colorado.edu python.org github.com chess.com lichess.org litres.ru ilibrary.ru lib.ru
  rzd.ru pobeda.aero aeroflot.ru gismeteo.ru 2gis.ru cdek.ru pochta.ru rbc.ru ria.ru tass.ru interfax.ru kommersant.ru lenta.ru
  gazeta.ru rg.ru kp.ru iz.ru vesti.ru smotrim.ru 1tv.ru matchtv.ru sports.ru sport-express.ru championat.com
  hh.ru avito.ru ozon.ru wildberries.ru market.yandex.ru labirint.ru chitai-gorod.ru sberbank.ru sber.ru tinkoff.ru tbank.ru
  vtb.ru alfabank.ru gazprombank.ru pochtabank.ru rshb.ru psbank.ru cbr.ru nspk.ru mironline.ru kbrschool.ru
  мвд.рф мойучитель.рф навигатор.рф рдш.рф дети.рф телефондоверия.рф история.рф президент.рф госуслуги.рф сферум.рф
`),
);

/** Where another address hides behind a short one. */
export const SHORTENERS: ReadonlySet<string> = new Set(
  names(`
  clck.ru bit.ly goo.su goo.gl tinyurl.com t.co is.gd v.gd u.to vk.cc cutt.ly rb.gy ow.ly qps.ru surl.li kurl.ru shorturl.at
  short.io rebrand.ly bl.ink buff.ly lnkd.in tiny.cc soo.gd clicky.me adf.ly bc.vc ouo.io shorte.st linkvertise.com da.gd
  t.ly s.id gg.gg qr.ae u.nu x.co hyp.sh clik.now to.click 2u.pw kutt.it urlz.fr tny.im l.ead.me s.click.ru vurl.com
  nurl.ru lnk.to dub.sh shorturl.com tinu.be snip.ly bitly.com clc.to clc.li l.instagram.com trib.al ssur.cc cli.re cli.co
  inx.lv llq.ru cloud.cc tlgg.ru me2.do vo.la han.gl reurl.cc lihi.cc shrtco.de bit.do tiny.one zws.im ulvis.net zpr.io tr.im budurl.com
`),
);

/** Foreign messengers and nets (149-ФЗ, ст. 10 ч. 8; list of Roskomnadzor), and doors into them. */
export const MESSENGERS: ReadonlySet<string> = new Set(
  names(`
  t.me telegram.me telegram.org telegram.dog telegra.ph teleg.run tlgrm.ru tele.click tg.dev teletype.link
  wa.me whatsapp.com wa.link viber.com vb.me chats.viber.com discord.gg discord.com discordapp.com discord.me dsc.gg
  signal.org signal.group signal.me threema.ch threema.id skype.com wechat.com weixin.qq.com snapchat.com line.me kik.me kik.com
  imo.im slack.com join.slack.com messenger.com m.me facebook.com fb.com fb.me instagram.com ig.me threads.net threads.com
  twitter.com x.com icq.com icq.im getsession.org wire.com element.io matrix.to simplex.chat zangi.com botim.me bip.com
  guilded.gg teamspeak.com
`),
);

/** Schemes that open an application of such a messenger. */
export const MESSENGER_SCHEMES: ReadonlySet<string> = new Set(
  names('tg viber whatsapp discord skype threema sgnl fb-messenger instagram'),
);

/** Forms and tables that keep what is entered abroad. */
export const FORMS_ABROAD: ReadonlySet<string> = new Set(
  names(`
    forms.gle sheets.google.com forms.office.com forms.microsoft.com surveymonkey.com typeform.com jotform.com airtable.com
    tally.so paperform.co cognitoforms.com zohopublic.com smartsheet.com formstack.com wufoo.com notion.so
  `),
);
/** A site of which only a part does. */
export const FORM_PATHS = { host: 'docs.google.com', paths: ['/forms', '/spreadsheets'] } as const;

/** Endings that are given away or nearly so: an unknown site there is looked at by a person first. */
export const CHEAP: ReadonlySet<string> = new Set(
  names(`
  xyz top click icu buzz monster cyou cfd sbs rest quest tk ml ga cf gq pw win bid loan men stream download racing party
  review trade date faith science accountant cricket gdn kim mom lol fun site website online space store shop club vip live
  life work world today link bond autos beauty hair makeup skin boats homes yachts motorcycles pics casa uno bar best lat
  help support host press digital email gift gifts money cash finance bet casino poker game games chat zip mov cam
  webcam sex porn adult xxx su
`),
);
/** Endings as usual for a school as for anybody: doubtful with something more only. */
export const ORDINARY_CHEAP: ReadonlySet<string> = new Set(
  names('online site space store shop club website live life su games game press digital'),
);

/** Second levels that are not anybody's own. */
export const SHARED_ENDINGS: ReadonlySet<string> = new Set(
  names(`
  com.ru msk.ru spb.ru net.ru org.ru pp.ru edu.ru gov.ru ac.ru mil.ru nov.ru co.uk org.uk com.ua in.ua co.il com.tr com.br
  com.cn eu.org edu.com ru.com ru.net
`),
);

/** Names that are borrowed to deceive, and where they really live. */
export interface Brand {
  readonly name: string;
  readonly homes: readonly string[];
}

const REGIONS = names(`
  tatarstan.ru mosreg.ru mos.ru krasnodar.ru astrobl.ru primorsky.ru rkursk.ru bashkortostan.ru samregion.ru egov66.ru
  e-mordovia.ru cap.ru udmurt.ru permkrai.ru yanao.ru admhmao.ru lenobl.ru tularegion.ru orb.ru pnzreg.ru volganet.ru
  donland.ru stavregion.ru kbr.ru e-dag.ru sakha.gov.ru yar.ru kurganobl.ru tomsk.ru nso.ru egov.ru gov.ru
`);

const brand = (name: string, homes: string): Brand => ({ name, homes: names(homes) });
export const BRANDS: readonly Brand[] = [
  { name: 'gosuslugi', homes: ['gosuslugi.ru', ...REGIONS] },
  brand('госуслуги', 'госуслуги.рф'),
  brand('esia', 'esia.gosuslugi.ru'),
  brand('sferum', 'sferum.ru'),
  brand('сферум', 'сферум.рф'),
  brand('vkontakte', 'vkontakte.ru vk.com vk.ru'),
  brand('вконтакте', ''),
  brand('vk', 'vk.com vk.ru vk.me vk.cc vk.company vk.link vk.design vk.team'),
  brand('max', 'max.ru max.com'),
  brand('odnoklassniki', 'odnoklassniki.ru ok.ru'),
  brand('ok', 'ok.ru ok.me'),
  brand('yandex', 'yandex.ru yandex.com yandex.net yandex.by yandex.kz yandex.uz yandex.cloud yandex-team.ru'),
  brand('dnevnik', 'dnevnik.ru dnevnik.mos.ru'),
  brand('epgu', 'gosuslugi.ru'),
  brand('sberbank', 'sberbank.ru sberbank.com sberbank-ast.ru'),
  brand('sber', 'sber.ru sberclass.ru'),
  brand('сбербанк', ''),
  brand('tinkoff', 'tinkoff.ru'),
  brand('tbank', 'tbank.ru'),
  brand('alfabank', 'alfabank.ru alfabank.by alfabank.kz'),
  brand('vtb', 'vtb.ru vtb.com'),
  brand('gazprombank', 'gazprombank.ru'),
  brand('raiffeisen', 'raiffeisen.ru raiffeisen.com'),
  brand('pochtabank', 'pochtabank.ru'),
  brand('rosbank', 'rosbank.ru'),
  brand('sovcombank', 'sovcombank.ru'),
  brand('rshb', 'rshb.ru'),
  brand('nalog', 'nalog.ru nalog.gov.ru'),
  brand('wildberries', 'wildberries.ru wb.ru'),
  brand('avito', 'avito.ru avito.com avito.st'),
  brand('ozon', 'ozon.ru ozon.com ozon.travel ozon.by ozon.kz'),
  brand('rutube', 'rutube.ru'),
  brand('kinopoisk', 'kinopoisk.ru'),
  brand('minprosvet', 'edu.gov.ru'),
  brand('telegram', 'telegram.org telegram.me telegram.dog telegram.com'),
  brand('whatsapp', 'whatsapp.com whatsapp.net'),
  brand('google', 'google.com google.ru google.by google.kz googleapis.com googleusercontent.com withgoogle.com'),
  brand('roblox', 'roblox.com'),
  brand('steamcommunity', 'steamcommunity.com'),
  brand('steampowered', 'steampowered.com'),
];

/** Words that stand beside a borrowed name where a password is asked for, or a prize promised. */
export const BAIT =
  /(?:^|[-.\d])(?:id|login|log|auth|oauth|verif|verify|secure|security|lk|vhod|voiti|enter|account|akk|support|help|bonus|gift|prize|priz|podarok|akci|promo|event|free|pay|oplata|card|cash|kompens|viplat|vyplat|posobie|confirm|update|unlock|block|app|online|official|web|com|ru|my|new|service|servis|golos|vote|dnevnik|school|shkola)(?:$|[-.\d])/;

/** Parts of names of sites for adults, and of casinos. */
export const ADULT =
  /porn|xnxx|xvideo|xhamster|redtube|youjizz|brazzers|onlyfans|hentai|sexcam|chaturbate|stripchat|eporner|rule34|nhentai|spankbang|(?:^|[-.])(?:sex|xxx|adult|nude|nudes|escort|milf)(?:$|[-.\d])|порно|секс-|интим-|проститут/;
export const GAMBLING =
  /casino|kazino|vavada|pokerdom|gizbo|starda|izzi|volna-?casino|leonbet|olimpbet|marathonbet|betcity|betera|ggbet|csgoroll|казино|1win|1xbet|1xstavk|melbet|mostbet|pin-?up(?:$|[-.])|vulkan|vulcan|azino|joycasino|parimatch|betting|bookmaker|fonbet|winline|betboom|leonbets|slot(?:s|ok|okin)?(?:$|[-.\d])|jackpot|roulette|poker|stavki|ставк|лотере|stake(?:$|[-.])|(?:^|[-.])bet(?:s|win|online)?(?:$|[-.\d])|case-?battle|hellcase|skin(?:s|club|baron|changer)|freeskin|robux|freevbucks|cs-?go-?(?:skin|case)|csgocase/;

/** What is not read but run, or hides what is. */
export const RUNS =
  /\.(?:apk|xapk|apks|aab|exe|msi|scr|bat|cmd|com|pif|vbs|vbe|jse|wsf|ps1|jar|hta|lnk|dmg|pkg|deb|iso|img|reg|ipa)$/;
