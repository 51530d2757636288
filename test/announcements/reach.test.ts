import { linesOf, meant, roomsOf } from '../../src/announcements/reach.js';
import type { Audience } from '../../src/domain/announcement.js';
import type { Chat } from '../../src/domain/chat.js';
import type { Person } from '../../src/domain/person.js';
import { roster } from '../scenarios/world.js';

const NOW = Date.UTC(2026, 8, 14, 6, 0);
const audience = (over: Partial<Audience> = {}): Audience => ({ whom: ['parents'], classes: [], by: 'chats', ...over });
const chat = (id: number, kind: Chat['kind'], of?: string, mode: Chat['mode'] = 'act'): Chat => ({
  ref: `memory:chat:${id}`,
  kind,
  ...(of === undefined ? {} : { class: of }),
  mode,
  registered: { by: 'a01', at: 0 },
});
const parents5a = chat(1, 'class_parents', '5А');
const parents5b = chat(2, 'class_parents', '5Б');
const pupils5a = chat(3, 'class_students', '5А');
const channel = chat(4, 'channel_school');
const staff = chat(5, 'staff');
const informatics = { ...chat(6, 'subject', '5А'), subject: 'Информатика' };
const chats = [parents5a, parents5b, pupils5a, channel, staff, informatics];

const changed = (id: string, over: Partial<Person>): readonly Person[] =>
  roster.map((one) => (one.id === id ? { ...one, ...over } : one));
const whom = (of: Audience, people: readonly Person[] = roster) =>
  meant(of, { people, now: NOW }).map(({ person }) => person.id);

describe('whom an audience means', () => {
  it.each<[string, Audience, readonly string[]]>([
    ['all parents', audience(), ['p01', 'p02', 'p03', 'p04']],
    ['parents of a class', audience({ classes: ['5А'] }), ['p01', 'p02', 'p03']],
    ['pupils of a class', audience({ whom: ['students'], classes: ['5Б'] }), ['s05']],
    ['teachers of a class', audience({ whom: ['teachers'], classes: ['5Б'] }), ['k02', 'u01']],
    ['all teachers', audience({ whom: ['teachers'] }), ['k01', 'k02', 'u01']],
    ['all who work there', audience({ whom: ['employees'] }), ['a01', 'd01', 'z01', 'k01', 'k02', 'u01']],
    [
      'pupils of a subject',
      audience({ whom: ['subject'], classes: ['5А'], subject: 'информатика' }),
      ['s01', 's02', 's03', 's04'],
    ],
  ])('%s', (_words, of, ids) => expect(whom(of)).toEqual(ids));

  it('a parent of two is one person, for the sake of both', () => {
    const twice = changed('p01', { children: ['s01', 's05'] });
    expect(meant(audience(), { people: twice, now: NOW })[0]?.classes).toEqual(['5А', '5Б']);
  });

  it('a teacher whose child learns there is a parent too', () =>
    expect(whom(audience({ classes: ['5А'] }), changed('k02', { children: ['s02'] }))).toContain('k02'));

  it('nobody who has left, whose child has left, or whom a court restricts', () => {
    const left = { left: { at: NOW - 1, act: 'приказ', purge: NOW + 1 } };
    expect(whom(audience(), changed('p02', { standing: left }))).not.toContain('p02');
    expect(whom(audience(), changed('s02', { standing: left }))).not.toContain('p02');
    expect(
      whom(audience(), changed('p02', { standing: { restricted: { since: NOW - 1, act: 'решение' } } })),
    ).not.toContain('p02');
  });
});

describe('where an announcement goes', () => {
  const rooms = (of: Audience, all = chats, wide = false) => {
    const found = roomsOf(of, { people: roster, chats: all, now: NOW }, wide);
    return { ...found, chats: found.chats.map(({ ref }) => ref), watched: found.watched.map(({ ref }) => ref) };
  };

  it.each<[string, Audience, readonly Chat[]]>([
    ['all parents', audience(), [parents5a, parents5b]],
    ['one class', audience({ classes: ['5Б'] }), [parents5b]],
    ['the whole school', audience({ whom: ['school'] }), [channel]],
    ['teachers', audience({ whom: ['teachers'] }), [staff]],
    ['employees without a channel', audience({ whom: ['employees'] }), [staff]],
    ['a subject', audience({ whom: ['subject'], classes: ['5А'], subject: 'информатика' }), [informatics]],
    ['dialogs', audience({ by: 'dialogs' }), []],
  ])('%s', (_words, of, expected) =>
    expect(rooms(of)).toEqual({ chats: expected.map(({ ref }) => ref), watched: [], missing: [] }),
  );

  it('what is for all parents goes into the channel too when that is allowed', () =>
    expect(rooms(audience(), chats, true).chats).toEqual([parents5a, parents5b, channel].map(({ ref }) => ref)));

  it('says where there is no chat, and where the bot only watches', () => {
    const watched = { ...parents5b, mode: 'observe' } as const;
    expect(rooms(audience(), [watched])).toEqual({
      chats: [],
      watched: [watched.ref],
      missing: [{ kind: 'class_parents', class: '5А' }],
    });
  });
});

describe('the frozen list', () => {
  const linked = { linked: true, dialog: 'memory:dialog:1' } as const;
  const lines = (of: Audience, contact: Parameters<typeof linesOf>[2][number]['contact'], people = roster) =>
    linesOf(
      of,
      of.by === 'dialogs' ? [] : [parents5a],
      meant({ ...of, classes: ['5А'] }, { people, now: NOW }).map((one) => ({ ...one, contact })),
    );

  it('has a line a chat and a line a person', () =>
    expect(lines(audience(), linked)).toEqual({
      [parents5a.ref]: { state: 'planned', place: parents5a.ref },
      p01: { state: 'in-chat' },
      p02: { state: 'in-chat' },
      p03: { state: 'in-chat' },
    }));

  it('goes to dialogs where that is wanted', () =>
    expect(lines(audience({ by: 'dialogs' }), linked).p02).toEqual({ state: 'planned', place: 'memory:dialog:1' }));

  it.each<[string, Audience['by'], { linked: boolean }, string | undefined]>([
    ['whoever is not linked', 'both', { linked: false }, 'not-linked'],
    ['whoever has closed the dialog and is in no chat of it', 'dialogs', { linked: true }, 'closed'],
  ])('names why %s is not reached', (_words, by, contact, why) =>
    expect(lines(audience({ by }), contact).p02).toEqual({ state: 'unreached', why }),
  );

  it('leaves in peace whoever has chosen another way', () => {
    const people = changed('p02', { standing: { otherWay: { at: 0, how: 'дневник' } } });
    expect(lines(audience({ by: 'dialogs' }), linked, people).p02).toEqual({ state: 'other-way' });
  });
});
