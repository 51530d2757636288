## /настройка: the guided set-up

help-setup = /настройка – первые шаги школы и её настройки; изменить одну: /настройка тихие часы 21:00-07:00
setup-step = Шаг { $number } из { $of }. { $words }
setup-then = { $first } { $next }
setup-cited = { " " }({ $cited })
setup-accepted = Принято.
setup-passed = Шаг { $number } уже пройден.
setup-over = Настройка уже закончена. Изменить настройки школы: /настройка.
setup-none = пока нет
setup-more = и ещё { $count }
button-setup-order = Приказ № { $number }
button-cancel = Отмена
button-setup-draft = Подготовить
button-setup-later = Позже
button-setup-next = Дальше
button-setup-right = Всё верно

setup-order = Укажите номер и дату приказа о назначении администратора платформы{ $cited }.
setup-order-form = Напишите номер и дату приказа так: 01-10-300 от 28.08.2026. Если приказа ещё нет, напишите: нет приказа.
setup-order-ahead = Дата приказа ещё не наступила. Проверьте её, пожалуйста, и напишите номер и дату ещё раз.
setup-order-none = Без приказа права администратора не предоставляются{ $cited }. Подготовить проект приказа?
setup-order-drafted = Проект приказа готов. Когда директор его подпишет, напишите мне номер и дату, например: 01-10-300 от 28.08.2026.
setup-no-order = Без приказа права администратора не предоставляются{ $cited }. Пожалуйста, сначала укажите приказ: /настройка.

setup-list = Загрузите список (CSV). Отправьте файл сюда: подойдёт и таблица Excel. До Вашего подтверждения я ничего не сохраняю.
setup-list-there = Загрузите список (CSV). В списке школы уже { $count } { $count ->
    [one] запись
    [few] записи
   *[other] записей
}; новый файл я сначала сравню с ним.
button-list-there = Список уже загружен
button-list-load = Загрузить { $count }
setup-who = В списке несколько администраторов. Кто из них Вы?
button-setup-who = { $name }

setup-room = Создайте на платформе класс «Учительская» и подтвердите.
setup-room-first = Сначала создаётся «Учительская»{ $cited }. После этого перейдём к классам.
setup-room-form = Когда класс «Учительская» будет создан, нажмите кнопку или напишите: готово.
button-setup-room = «Учительская» создана
setup-channels = Каналы «Общешкольный» и «Сотрудники». Создайте их на платформе. Если добавите туда меня, напишите там: /чат канал общешкольный или /чат канал сотрудники.
setup-channels-form = Когда каналы будут созданы, нажмите кнопку или напишите: готово. Вернуться к этому можно и потом: напишите «позже».
button-setup-channels = Каналы созданы
setup-chats = { $plan ->
    [required] Обязательные
   *[recommended] Рекомендуемые
} чаты ({ $required }):
    { $requiredLines }
    По необходимости ({ $optional }):
    { $optionalLines }
    Классы на платформе создают по списку школы: { $classes }. Чат создают там же, назначают меня его администратором и пишут в нём, какой он, например: /чат родители 5А. Отмеченные ✓ уже есть.
setup-chats-form = Нажмите кнопку или напишите: дальше. Посмотреть этот список потом: /настройка чаты.
setup-chat = { $kind ->
    [leadership] руководитель и заместители
    [staff] руководитель и педагоги
    [class_students] { $class } – ученики
    [class_parents] { $class } – родители
    [class_teachers] педагоги { $class }
   *[subject] { $subject } { $class }
}
setup-chat-line = { $there ->
    [yes] ✓
   *[no] –
} { $chat }
setup-settings = Настройки школы:
    { $lines }
    Чтобы изменить, напишите название и новое значение, например: тихие часы 21:00-07:00.
setup-papers = Подготовить проекты приказов и письма на регистрацию организации?
setup-papers-form = Нажмите кнопку или напишите «подготовить» или «без проектов».
button-setup-without = Без проектов
setup-done = Готово. { $plan ->
    [required] Обязательные
   *[recommended] Рекомендуемые
} чаты ({ $required }): { $requiredChats }. По необходимости ({ $optional }): { $optionalChats }. Не подтверждены роли «учитель»: { $unconfirmed }.{ $made ->
    [yes] { " " }Письмо на регистрацию организации ({ $support }) и приказы – в черновиках.
   *[no] { "" }
}

## Settings of the school

setup-menu = Настройки школы:
    { $lines }
    Чтобы изменить, нажмите кнопку или напишите, например: /настройка тихие часы 21:00-07:00. Вернуть обычное значение: /настройка тихие часы обычные.
    План чатов: /настройка чаты. Проекты приказов и письма: /настройка черновики.
setup-drafts = Проекты приказов и письма на регистрацию организации: дополните, проверьте и подпишите.
button-setting = { setting-name }
setting-name = { $name ->
    [name] Название
    [phones] Телефоны
    [requisites] Реквизиты
    [diary] Дневник
    [support] Поддержка
    [platform] Платформа
    [hosts] Сайты
    [quietHours] Тихие часы
    [answerHours] Часы ответа
    [workingWeek] Рабочая неделя (дней)
    [daysOff] Дни без занятий
    [workingDays] Рабочие субботы
    [classMeetings] Собрания класса
    [callLink] Ссылка на звонок
    [callRoom] Комната звонков
    [oldChatNotice] Объявление о переносе и закрытие старого чата
    [watchedRules] Правила в наблюдении
    [softRules] Правила с напоминанием
    [smallGroup] Малые группы (меньше человек)
    [inviteDays] Срок приглашений (дней)
   *[inviteWarningDays] Напоминание о приглашениях (дней до срока)
}
setting-example = { $name ->
    [name] название МКОУ «ООШ № 19»
    [phones] телефоны 8 (8662) 00-00-00
    [requisites] реквизиты ИНН 0711038298
    [diary] дневник https://school.example.ru
    [support] поддержка info@sferum.ru
    [platform] платформа Сферум
    [hosts] сайты sferum.ru, gosuslugi.ru
    [quietHours] тихие часы 21:00-07:00
    [answerHours] часы ответа 9:00-17:00
    [workingWeek] рабочая неделя 6
    [daysOff] дни без занятий 30.12.2026, 11.01.2027
    [workingDays] рабочие субботы 20.02.2027
    [classMeetings] собрания класса классный руководитель, заместитель
    [callLink] ссылка на звонок за 10 минут
    [callRoom] комната звонков https://meet.school.example.ru/{ "{" }room{ "}" }
    [oldChatNotice] объявление о переносе публикует бот
    [watchedRules] правила в наблюдении реклама, ссылки
    [softRules] правила с напоминанием оскорбления
    [smallGroup] малые группы 5
    [inviteDays] срок приглашений 7
   *[inviteWarningDays] напоминание о приглашениях 2
}
setting-line = { $name }: { $value }
setting-none = нет
setting-hours = { $from }–{ $to }
setting-words = { $words }
setting-changed = Сохранено. { $line }.
setting-same = Так и есть. { $line }.
setting-ask = { $line }. Напишите новое значение, например: { $example }.
setting-unknown = Такой настройки я не знаю. Напишите её название и новое значение, например: тихие часы 21:00-07:00. Все настройки: /настройка.
setting-defect = { $name }: { $defect }. Например: { $example }.
setting-bad = не понимаю такое значение
setting-bad-clock = время пишется часами и минутами, от 00:00 до 23:59
setting-bad-hours = начало и конец не могут совпадать
setting-bad-date = нужна дата: день, месяц и год
setting-bad-phone = нужны номера телефонов через запятую
setting-bad-address = нужен адрес, который начинается с https://
setting-bad-host = нужны адреса сайтов через запятую, без пробелов
setting-bad-week = в рабочей неделе пять или шесть дней
setting-bad-role = нужны должности через запятую: классный руководитель, учитель, заместитель, директор, администратор
setting-bad-rule = такого правила нет или его нельзя смягчить: мат, оскорбления, личные данные, деньги, ссылки, другие мессенджеры, оценки, азартные игры, реклама, много сообщений, файлы, голосовые
setting-bad-call-link = нужно: в приглашении, или: за 10 минут
setting-bad-room = нужен адрес, который начинается с https:// и содержит { "{" }room{ "}" }
setting-bad-notice = нужно: публикует бот, или: вручную
setting-old-chat-notice = { $value ->
    [bot] публикует бот, а при закрытии по просьбе ответственного прощается, закрывает старый чат и отзывает свою ссылку
   *[copy] вручную
}
setting-call-link = { $value ->
    [ten-minutes] за 10 минут до начала
   *[invitation] в приглашении
}
setting-bad-number = нужно целое число
setting-out-of-bounds = такое число не подходит
setting-bad-words = нужны слова
setting-empty = значение не указано
setting-too-long = слишком длинно
setting-too-many = слишком много значений
setting-bad-yaml = файл составлен неверно: проверьте отступы, двоеточия и кавычки
setting-bad-encoding = файл сохранён не в UTF-8: сохраните его заново в кодировке UTF-8
setting-twice = одна настройка стоит дважды
setting-no-such = такой настройки нет
setting-file-defect = { $at }: { $field }{ $defect }
doctor-settings = Настройки школы
doctor-settings-mend = исправьте эту строку; до тех пор действуют прежние настройки. Все названия и значения: docs/settings.md
doctor-setting = { $value } ({ $origin ->
    [school] задано школой
    [policy] из папки Положения
   *[usual] обычное значение
})
doctor-calendar = Производственный календарь
doctor-calendar-ends = известен до { $until }
doctor-calendar-mend = допишите праздники и переносы в policies/calendar.yaml или задайте их командой /настройка дни без занятий
setting-warning-too-early = напоминание должно приходить раньше, чем истечёт срок приглашения

## /список

help-roster = /список – сколько людей в списке школы; загрузить новый: отправьте файл; также: выгрузить; классы 5А, 5Б
list-none = Список школы ещё не загружен. Отправьте его сюда файлом CSV или Excel: я сначала покажу, что в нём, и ничего не сохраню без Вашего подтверждения.
list-overview = В списке школы: работников { $staff }, обучающихся { $students }, родителей { $parents }, классов { $classes }.
    { $lacks }
    Загрузить новый список: отправьте сюда файл. Выгрузить: /список выгрузить.
list-lacks = Обратите внимание: { $lacks }.
list-whole = Всё на месте.
list-administrator = администратор платформы должен быть педагогическим работником, укажите его предмет
list-no-director = нет директора
list-leaderless = нет классного руководителя: { $classes }
list-empty-classes = нет обучающихся: { $classes }
list-without-parents = обучающихся без родителей в списке: { $count }
list-send = Отправьте список файлом: CSV или таблица Excel.
list-gone = Этот файл больше не открывается. Пожалуйста, отправьте список ещё раз.
list-cancelled = Ничего не загружено. Если понадобится, отправьте список ещё раз.
list-exported = Список школы. В нём личные сведения: храните файл там, где его не увидят посторонние, и удалите, когда он станет не нужен.
list-classes = Утверждён перечень классов ({ $count }): { $classes }.
list-classes-form = Напишите классы через запятую, например: /список классы 5А, 5Б, 6А.
rule-name = { $rule ->
    [obscene] мат
    [insult] оскорбления
    [personal-data] личные данные
    [money] деньги
    [link] ссылки
    [messenger] другие мессенджеры
    [marks] оценки
    [gambling] азартные игры
    [advertising] реклама
    [flood] много сообщений
    [show-of-hands] плюсы
    [media] файлы
    [scam] мошенничество
    [drugs] наркотики
    [extremism] вражда
    [sexual] непристойное
    [threat] угрозы
    [self-harm] беда
    [alone] ребёнок один
    [nickname] обидные прозвища
   *[voice] голосовые
}
