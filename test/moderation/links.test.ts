import fc from 'fast-check';
import type { ContentGround } from '../../src/domain/clause.js';
import { decide } from '../../src/moderation/decide.js';
import type { Facts } from '../../src/moderation/facts.js';
import { flatten } from '../../src/moderation/flat.js';
import { findLinks } from '../../src/moderation/links/find.js';
import { lookalike } from '../../src/moderation/links/lookalike.js';
import link from '../../src/moderation/rules/link.js';
import messenger from '../../src/moderation/rules/messenger.js';
import { subjectOf } from '../../src/moderation/subject.js';
import { facts, message } from './school.js';
import { growsWithLength } from './slow.js';

const acted = (text: string, known: Partial<Facts> = {}): boolean =>
  [link, messenger].some((rule) =>
    rule
      .check(subjectOf(text), undefined, { ...facts, ...known })
      .some(({ confidence, decision }) => confidence >= 0.5 && decision !== 'keep' && decision !== 'remind'),
  );

describe('addresses that are a trap, a door elsewhere, or hidden', () => {
  it.each([
    'https://t.me/abc',
    'telegram.me/abc',
    'wa.me/79031234567',
    'https://chat.whatsapp.com/abc',
    'https://invite.viber.com/?g2=abc',
    'viber://chat?number=1',
    'https://discord.com/invite/abc',
    'discordapp.com/invite/xyz',
    'https://instagram.com/abc',
    'https://tinyurl.com/abc',
    'https://is.gd/x',
    'https://vk.cc/abc',
    'https://u.to/abc',
    'https://gosuslugl.ru',
    'https://gosuslugi-ru.com',
    'https://www.gosuslugi.ru.login.site/',
    'https://qosuslugi.ru',
    'https://gosuslug1.ru',
    'https://esia-gosuslugi.ru/login',
    'https://sferum-login.ru',
    'https://sferum.su',
    'https://sfferum.ru',
    'http://sber-bonus.ru',
    'https://sberbank-online.xyz',
    'https://online-sberbank.com',
    'https://vk-login.ru',
    'https://vkontakte-auth.com/',
    'https://m-vk.com.ru/login',
    'https://vk.ru.com/',
    'https://max-login.ru',
    'https://tinkoff-bonus.site',
    'https://xn--vk-1lc.com',
    'https://xn--80ak6aa92e.com/',
    'http://192.0.2.15/login',
    'http://0x5bc80a07/',
    'http://0133.0310.012.7',
    'http://[2001:db8::1]/',
    'https://google.com@evil.ru/',
    'https://vk.com:80@1.2.3.4/',
    'data:text/html,<script>',
    'vbscript:msgbox',
    'https://site.ru/setup.exe',
    'http://files.ru/game.apk',
    'hxxp://evil[.]com',
    'evil (точка) com',
    'вконтакте точка ру слэш акция',
    't . me / abc',
    'сайт точка ком',
    'casino-vulkan.com',
    'https://1xbet.com',
    'https://azino777.net',
    'https://pornhub.com',
    'http://pinup.kz',
    'https://l.facebook.com/l.php?u=http%3A%2F%2Fevil.ru',
    'https://www.google.com/url?q=http://evil.ru',
    'https://free-skins.top',
    'https://robux-free.ru',
    'https://bit.do/abc',
    'https://ссылка.рф@evil.com',
    'зайди на vk.соm',
    'https://qooqle.com',
    'https://yаndex.ru',
    'https://mos-ru.online/login',
    'http://dnevnik-mos.site',
    'https://telegram-web.online',
  ])('%s', (text) => expect(acted(text)).toBe(true));
});

describe('addresses that anybody may send, and what is no address', () => {
  it.each([
    'https://vk.com/wall-1_2',
    'https://vk.com/video123_456',
    'https://vk.me/join/abc',
    'https://max.ru/join/xyz',
    'https://web.max.ru',
    'https://dnevnik.mos.ru/',
    'https://login.mos.ru/sps',
    'https://lk.gosuslugi.ru/profile',
    'https://gosuslugi.tatarstan.ru/',
    'https://sh21-nalchik-r83.gosweb.gosuslugi.ru/',
    'https://yandex.ru/maps/-/CDabc',
    'https://docs.yandex.ru/docs/view?url=abc',
    'https://cloud.mail.ru/public/abc/def',
    'https://fipi.ru/ege',
    'https://olimpiada.ru/activity/43',
    'https://edu.gov.ru',
    'https://education.yandex.ru/lab',
    'https://school-5.ru',
    'http://school.kbr.ru/',
    'школа5.рф',
    'https://гимназия1.рф/расписание',
    'https://xn--b1aew.xn--p1ai/',
    'https://www.sberbank.ru/ru/person',
    'https://youtube.com/watch?v=abc',
    'https://youtu.be/abc',
    'https://docs.google.com/document/d/1',
    'https://drive.google.com/file/d/1',
    'https://learningapps.org/123',
    'https://rutube.ru/video/abc/',
    'https://www.culture.ru/events/1',
    'https://t-j.ru/article',
    'Завтра.Не забудьте',
    'и т.д. и т.п.',
    'д.з. по матем.',
    'с.45 упр.3',
    'Конспект.docx',
    'photo.jpg',
    'урок.mp4',
    '12.00-13.00',
    'ул.Ленина д.5',
    'г.Москва',
    '8.30.Линейка',
    'А.С.Пушкин',
    'И.О.Фамилия',
    'ОК.Спасибо',
    'Да.Нет',
    'файл.rar и task.zip',
    'script.py и main.sh',
    'Уважаемые родители.В пятницу собрание',
    'https://vk.com/away.php?to=https%3A%2F%2Fedu.gov.ru',
    'https://4ege.ru/',
    'https://math-ege.sdamgia.ru/test?id=1',
    'https://www.kinopoisk.ru/film/1',
    'https://elschool.ru',
    'https://sgo.rso23.ru/',
    'https://edu.tatar.ru',
    'https://nsportal.ru/a-b',
    'https://forms.yandex.ru/cloud/1/',
    'https://telemost.yandex.ru/j/12',
    'https://trueconf.ru',
    'https://zoom.us/j/123',
  ])('%s', (text) => expect(acted(text)).toBe(false));
});

describe('an address that nobody here knows', () => {
  const text = 'https://nash-kruzhok.example/page';
  it('waits when a pupil sends it', () => {
    expect(acted(text, { role: 'student' })).toBe(true);
    expect(acted(text, { chat: 'class_students' })).toBe(true);
  });
  it('does not when a grown-up does', () => {
    expect(acted(text, { role: 'parent' })).toBe(false);
    expect(acted(text, { chat: 'class_students', role: 'class-teacher' })).toBe(false);
  });
  it('does not when the school knows it', () => {
    const school = { phones: [], requisites: [], hosts: ['nash-kruzhok.example'] };
    expect(acted(text, { role: 'student', school })).toBe(false);
  });
});

describe('a door to another messenger', () => {
  const clauses = (known: Partial<Facts>) =>
    decide(message('го в телегу https://t.me/+abc'), { ...facts, ...known }, standing, [messenger]).findings.map(
      ({ citation }) => citation.clause,
    );
  const ground = (clause: string) => ({ document: 'regulation', clause, edition: '2024-08-31' }) as ContentGround;
  const standing = { grounds: { PLATFORM: ground('2.1'), STUDY_PROFILE: ground('2.8') }, rules: {} };
  it('is of the study profile when a pupil opens it, of the platform when a parent does', () => {
    expect(clauses({ role: 'student' })).toEqual(['2.8']);
    expect(clauses({ role: 'parent' })).toEqual(['2.1']);
  });
  it('is of the platform where no clause is about pupils', () => {
    const bare = { ...standing, grounds: { PLATFORM: ground('1.4') } };
    const verdict = decide(message('https://t.me/+abc'), { ...facts, role: 'student' }, bare, [messenger]);
    expect(verdict).toMatchObject({ decision: 'hold', findings: [{ citation: { clause: '1.4' } }] });
  });
});

describe('how an address is read', () => {
  const read = (text: string) => findLinks(flatten(text)).map(({ host }) => host);
  it.each([
    ['https://xn--80aqf2ac.com/', ['такси.com']],
    ['http://ПРИМЕР.рф/путь', ['пример.рф']],
    ['(см. www.school5.com/a).', ['school5.com']],
    ['a.example и b.example', []],
    ['vk.com/a, ok.ru/b', ['vk.com', 'ok.ru']],
    ['https://sferum.ru@prize.site/', ['prize.site']],
    ['ivan@mail.ru', []],
  ])('%s', (text, hosts) => expect(read(text)).toEqual(hosts));
});

describe('a borrowed name', () => {
  it.each([
    ['gosusiugi.ru', 'gosuslugi'],
    ['gosuslugi.help-lk.ru', 'gosuslugi'],
    ['sfегum.ru', 'sferum'],
    ['vk.com-id.site', 'vk'],
    ['0nline-sberbank.com', 'sberbank'],
    ['gosuslugi.ru', undefined],
    ['lk.gosuslugi.ru', undefined],
    ['gosuslugi71.ru', undefined],
    ['vkusno.ru', undefined],
    ['maximum.ru', undefined],
    ['okna.ru', undefined],
    ['serum.ru', undefined],
  ])('%s: %s', (host, whose) => expect(lookalike(host)).toBe(whose));
});

describe('a look for addresses', () => {
  it('never throws, never points outside, comes in order', () => {
    const unit = fc.constantFrom(
      'http://',
      '.',
      'ru',
      '@',
      'xn--',
      'а',
      'a',
      '/',
      '?to=',
      '%68',
      ' точка ',
      '[.]',
      ':',
      '-',
      '🔥',
      '\ud800',
      '\u200b',
      '8',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (pieces) => {
        const flat = flatten(pieces.join(''));
        for (const { from, to } of findLinks(flat)) expect(from >= 0 && to > from && to <= flat.text.length).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    'a.',
    'a.b',
    '.ru ',
    'http://',
    'http://a@',
    'http://[',
    'точка ',
    ' . ',
    'xn--a.ru ',
    'vk.com ',
    'a-',
    'tg:',
    '[.]',
    'a [.] ru ',
    '?to=',
    'https://a.ru/?to=http%3A',
    'го в ',
    'переходим в ',
  ])('is never long over %j', (piece) =>
    growsWithLength(piece, (text) => [link, messenger].map((rule) => rule.check(subjectOf(text), undefined, facts))),
  );
});
