import { createSay } from '../../src/app/say.js';
import { policyOf } from '../../src/regulation/policy.js';
import { rulesOfChat, shortRules } from '../../src/regulation/short-rules.js';
import { loadPolicy } from '../../src/storage/policy.js';
import { edition, moscow, ZONE } from './documents.js';

const say = createSay('ru');
const HOURS = { from: '20:00', to: '8:00' };
const rulesOf = async (school: string, at = moscow('2026-09-09')) =>
  shortRules(await loadPolicy(`policies/${school}`, ZONE), HOURS, at).map((one) => say(one));

describe('the short rules of a chat', () => {
  it('name the clause of each, of the regulation or of the chat rules', async () => {
    expect(await rulesOf('school-21')).toEqual([
      '– уважаем друг друга (п. 4.2 Положения)',
      '– не публикуем персональные данные и фото других людей без согласия (п. 4.2 Положения)',
      '– пишем по делу, частные вопросы – лично (п. 3 Правил общения в чатах)',
      '– с 20:00 до 8:00 чат отдыхает; срочное сообщите классному руководителю (п. 4 Правил общения в чатах)',
      '– без рекламы, сборов денег и агитации (п. 5 Правил общения в чатах)',
    ]);
    expect((await rulesOf('oosh-19'))[0]).toBe('– уважаем друг друга (п. 1 Правил общения в чатах)');
  });

  it('leave out what is not adopted yet', async () => {
    expect(await rulesOf('school-21', moscow('2026-08-30'))).toHaveLength(2);
    expect(await rulesOf('oosh-19', moscow('2026-08-30'))).toEqual([]);
  });

  it('are one short text for the group, or none', async () => {
    const at = moscow('2026-09-09');
    const whole = rulesOfChat(await loadPolicy('policies/oosh-19', ZONE), HOURS, at);
    expect(whole && say(whole).length).toBeLessThan(500);
    expect(whole && say(whole)).toMatch(/^Правила нашего чата:\n– .*\nВопросы и возражения: \/помощь\.$/s);
    expect(rulesOfChat(policyOf([edition('2024-08-31', { citations: {} })], undefined, ZONE), HOURS, at)).toBeNull();
  });
});
