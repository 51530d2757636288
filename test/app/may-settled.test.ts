import { createMay } from '../../src/app/may.js';
import type { Role } from '../../src/domain/person.js';
import { DEFAULTS } from '../../src/domain/settings.js';
import { loadPolicy } from '../../src/storage/policy.js';
import { NOW, person } from '../regulation/permissions.js';

const WIDER = ['class-teacher', 'teacher'] as const satisfies readonly Role[];

describe('who may call the parents of a class together', () => {
  it.each([
    ['class-teacher', DEFAULTS.classMeetings, 'yes'],
    ['teacher', DEFAULTS.classMeetings, 'no'],
    ['teacher', WIDER, 'yes'],
    ['class-teacher', ['deputy'], 'no'],
  ] as const)('a %s where the school has settled %j: %s', async (role, classMeetings, granted) => {
    const may = createMay({
      policy: await loadPolicy('policies/school-21', 'Europe/Moscow'),
      people: { all: async () => [] },
      now: NOW,
      person: person(role, { classes: ['5А'], standing: { confirmed: NOW - 1 } }),
      settings: async () => ({ ...DEFAULTS, classMeetings: [...classMeetings] }),
    });
    expect((await may('meet-class-parents', { class: '5А' })).granted).toBe(granted);
  });
});
