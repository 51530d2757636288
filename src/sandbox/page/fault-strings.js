const ANSWERS = {
  'html-502': 'страница «502 Bad Gateway» вместо ответа',
  hang: 'ответ не приходит',
  drop: 'соединение обрывается',
};

const OUTAGES = [
  {
    name: 'Мессенджер недоступен 10 секунд',
    note: 'На каждый запрос приходит страница 502.',
    fault: { kind: 'outage', answer: 'html-502', for: 10_000 },
  },
  {
    name: 'Мессенджер молчит 10 секунд',
    note: 'Запросы принимаются, ответа нет.',
    fault: { kind: 'outage', answer: 'hang', for: 10_000 },
  },
];

export const FAULTS = {
  about: 'Мессенджер иногда подводит. Включите сбой и посмотрите, что бот ничего не теряет и не делает дважды.',
  now: 'Действуют сейчас',
  none: 'Сейчас всё работает без сбоев.',
  add: 'Включить',
  clear: 'Снять все',
  in: (messenger) => `Сбои мессенджера: ${messenger}`,
  list: {
    vk: [
      ...OUTAGES,
      {
        name: 'Ответ потерян по дороге',
        note: 'Следующее удаление выполнится, но ответ о нём не дойдёт.',
        fault: { kind: 'call', method: 'messages.delete', answer: 'drop', when: 'after', times: 1 },
      },
      {
        name: 'Слишком много запросов',
        note: 'Три следующих вызова: ошибка 6.',
        fault: { kind: 'call', method: '*', answer: 6, times: 3 },
      },
      {
        name: 'Флуд-контроль отправки',
        note: 'Следующая отправка: ошибка 9; удаления идут своим чередом.',
        fault: { kind: 'call', method: 'messages.send', answer: 9, times: 1 },
      },
      {
        name: 'Внутренняя ошибка мессенджера',
        note: 'Два следующих вызова: ошибка 10.',
        fault: { kind: 'call', method: '*', answer: 10, times: 2 },
      },
      {
        name: 'Суточный предел метода',
        note: 'Следующая отправка: ошибка 29.',
        fault: { kind: 'call', method: 'messages.send', answer: 29, times: 1 },
      },
      {
        name: 'История событий потеряна',
        note: 'Long Poll: failed 1, пропущенное бот запросит сам.',
        fault: { kind: 'poll', failed: 1 },
      },
      { name: 'Ключ Long Poll устарел', note: 'Long Poll: failed 2.', fault: { kind: 'poll', failed: 2 } },
      { name: 'Данные Long Poll утрачены', note: 'Long Poll: failed 3.', fault: { kind: 'poll', failed: 3 } },
      { name: 'Событие повторится', note: 'Следующее событие придёт дважды.', fault: { kind: 'repeat' } },
      { name: 'События не по порядку', note: 'Два следующих события поменяются местами.', fault: { kind: 'reorder' } },
      { name: 'Испорченные данные кнопки', note: 'В следующем событии payload – не JSON.', fault: { kind: 'payload' } },
      { name: 'Неизвестное событие', note: 'Придёт событие, которого никто не знает.', fault: { kind: 'unknown' } },
    ],
    telegram: [
      ...OUTAGES,
      {
        name: 'Ответ потерян по дороге',
        note: 'Следующая отправка дойдёт, но ответа о ней не будет: бот не пошлёт её второй раз.',
        fault: { kind: 'call', method: 'sendMessage', answer: 'drop', when: 'after', times: 1 },
      },
      {
        name: 'Слишком много запросов',
        note: 'Следующая отправка: 429, подождать 5 секунд; удаления идут своим чередом.',
        fault: {
          kind: 'call',
          method: 'sendMessage',
          answer: {
            ok: false,
            error_code: 429,
            description: 'Too Many Requests: retry after 5',
            parameters: { retry_after: 5 },
          },
          times: 1,
        },
      },
      {
        name: 'Внутренняя ошибка мессенджера',
        note: 'Два следующих вызова: ошибка 500.',
        fault: {
          kind: 'call',
          method: '*',
          answer: { ok: false, error_code: 500, description: 'Internal Server Error' },
          times: 2,
        },
      },
      { name: 'Файл не скачивается', note: 'Вместо следующего файла – страница 502.', fault: { kind: 'download' } },
      { name: 'Событие повторится', note: 'Следующее событие придёт дважды.', fault: { kind: 'repeat' } },
      {
        name: 'Испорченное событие',
        note: 'Часть следующего события – не то, что обещано.',
        fault: { kind: 'payload' },
      },
      { name: 'Неизвестное событие', note: 'Придёт событие, которого никто не знает.', fault: { kind: 'unknown' } },
    ],
  },
};

const what = (fault) => {
  if (fault.kind === 'poll') return `Long Poll: failed ${fault.failed}`;
  const code = fault.answer?.error_code ?? fault.answer;
  const answer = ANSWERS[code] ?? (code === undefined ? '' : `ошибка ${code}`);
  if (fault.kind === 'call') return `${fault.method === '*' ? 'любой метод' : fault.method}: ${answer}`;
  if (fault.kind === 'outage') return `все запросы: ${answer}`;
  return (
    Object.values(FAULTS.list)
      .flat()
      .find((known) => known.fault.kind === fault.kind)?.name ?? fault.kind
  );
};

/** One line about a fault in force. */
export const faultWords = (fault) => {
  if (fault.for !== undefined) return `${what(fault)} – ${Math.round(fault.for / 1000)} с`;
  return fault.times > 1 ? `${what(fault)} – раз: ${fault.times}` : what(fault);
};
