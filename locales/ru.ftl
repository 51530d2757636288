# The source of keys. Texts for chats begin with `group-` and stay under 500 characters; labels of buttons begin with
# `button-` and stay under 40.

## Words used by other texts

clause-ref = п. { $clause } { $document ->
    [chat-rules] Правил общения в чатах
   *[regulation] Положения
}
chat-name = { $kind ->
    [leadership] Руководитель и заместители
    [staff] Учительская
    [management_other] { $purpose }
    [class_students] { $class } – ученики
    [class_parents] { $class } – родители
    [class_teachers] { $class } – педагоги
    [subject] { $class } – { $subject }
    [channel_school] Канал «Общешкольный»
    [channel_employees] Канал «Сотрудники»
   *[edu_other] { $purpose }
}
role = { $role ->
    [director] директор
    [deputy] заместитель директора
    [administrator] администратор платформы
    [class-teacher] классный руководитель
    [teacher] учитель
    [psychologist] психолог
    [parent] родитель (законный представитель)
   *[student] обучающийся
}
usage = { $defect }
    Как написать: { $help }

## Help: one line a command

help-help = /помощь – что Вы можете здесь
help-code = /код XXXX-XXXX – представиться по личному коду (только в личных сообщениях)
help-me = /я – Ваша роль, классы и чаты
help-clause = /пункт 4.2 – пункт Положения
help-chat = /чат родители 5А – зарегистрировать чат, в котором это написано; также: ученики 5А, педагоги 5А, предмет 5А информатика, учительская, руководство, канал общешкольный, канал сотрудники, другое и назначение
help-observe = /наблюдение вкл или выкл – в этом чате только смотреть или наводить порядок
help-linked = Вот что Вы можете:
    { $lines }
help-unlinked = Здравствуйте! Я помощник школы. Чтобы мне узнать Вас, напишите сюда личный код, который выдала школа.
    Вот что можно и без кода:
    { $lines }
group-help = Расскажу, что я умею, если Вы напишете мне в личные сообщения.

## In a dialog

dialog-hint-linked = Здравствуйте! Я помощник школы и понимаю короткие команды. Что Вы можете сделать: /помощь. Вопрос человеку лучше задать классному руководителю.
dialog-hint-unlinked = Здравствуйте! Я помощник школы. Чтобы мне узнать Вас, напишите сюда личный код, который выдала школа, например: /код XXXX-XXXX. Если кода нет, обратитесь к классному руководителю.
unknown-command = Такой команды я не знаю. Что Вы можете: /помощь.
misspelt-command = Такой команды я не знаю. Возможно, Вы имели в виду { $meant }? Что Вы можете: /помощь.
only-chat = Команду { $command } пишут в том чате, к которому она относится.
group-only-dialog = Команда { $command } – для личных сообщений со мной.
added-to-chat = Здравствуйте! Меня добавили в чат. Чтобы я начал работать, напишите в этом чате, какой он, например: /чат родители 5А. Чат, который не зарегистрирован, я не трогаю.
button-stale = Эта кнопка уже не действует
late = Команда { $command } дошла до меня с опозданием, и я её не выполнил. Если она ещё нужна, пожалуйста, повторите.

## What may not be

refuse-unlinked = Это доступно работникам школы, обучающимся и их родителям ({ $cited }). Пожалуйста, сначала представьтесь: напишите мне в личные сообщения /код и код, который выдала школа.
refuse-unregulated = Этот вопрос Положением не урегулирован, поэтому выполнить просьбу я не могу. Пожалуйста, обратитесь к администрации школы.
refuse-read-own-record = Это доступно работникам школы, обучающимся и их родителям ({ $cited }). Пожалуйста, обратитесь к классному руководителю.
refuse-register-chat = Чаты школы создают педагогические работники и администратор платформы ({ $cited }). Если чат нужен, попросите классного руководителя.
refuse-chat-kind = Для Вашей роли регистрация чата этого вида не предусмотрена ({ $cited }). { $kind ->
    [class_students] Чат обучающихся класса регистрирует классный руководитель или администратор платформы.
    [class_parents] Чат родителей класса регистрирует классный руководитель или администратор платформы.
    [class_teachers] Чат педагогов класса регистрирует классный руководитель или администратор платформы.
    [subject] Чат по предмету регистрирует учитель, который его ведёт, или администратор платформы.
    [edu_other] Такой чат регистрирует педагогический работник или администратор платформы.
    [channel_school] Канал школы регистрирует администратор платформы.
    [channel_employees] Канал сотрудников регистрирует администратор платформы.
   *[staff] Такой чат регистрирует администрация школы или администратор платформы.
}
refuse-chat-class = Вы можете регистрировать чаты своего класса ({ $own }; { $cited }). Для { $class } обратитесь к классному руководителю этого класса или к администратору платформы.
refuse-chat-subject = Чат по предмету «{ $subject }» регистрирует учитель, который его ведёт, или администратор платформы ({ $cited }).
refuse-chat-taken = Этот чат уже зарегистрирован как «{ chat-name }». Изменить запись может тот, кто отвечает за такой чат, или администратор платформы.
group-refused = Здесь я этого сделать не могу. Почему – отвечу, если Вы напишете мне в личные сообщения: /помощь.

## /код

code-form = В коде восемь знаков. Напишите его так: /код XXXX-XXXX.
code-wrong = Этот код не подошёл. Проверьте, пожалуйста, каждый знак или попросите новый код у классного руководителя либо администратора платформы.
code-wrong-linked = Я уже знаю Вас: { $role }. Этот код не подошёл: возможно, он уже использован. Что Вы можете: /помощь.
code-pause = Было слишком много неверных попыток, приём кодов ненадолго приостановлен. Попробуйте через час или обратитесь к администратору платформы.
code-linked = Здравствуйте, { $name }! Теперь я знаю Вас: { $role }. Что Вы можете: /помощь.
code-linked-elsewhere = По Вашему личному коду подключён ещё один аккаунт. Если это сделали не Вы, пожалуйста, сразу сообщите администратору платформы.
code-shown = Код, показанный в общем чате, больше не действует: его могли увидеть другие. Попросите новый у классного руководителя или администратора платформы и напишите его мне сюда.
code-in-dialog = Личный код пишут только сюда, в личные сообщения: /код XXXX-XXXX.
group-code = Личные коды пишут только мне в личные сообщения. Показанный здесь код не действует.

## /я

me = { $name }, { $role }.
    Классы: { $classes }.
    Чаты:
    { $chats }
me-no-classes = нет
me-no-chats = – пока нет
me-chat = – { chat-name }

## /пункт

clause = Пункт { $id } Положения (редакция от { $date }):
    { $words }
clause-form = Номер пункта – это числа через точку.
clause-unknown = Пункта { $id } в действующем Положении нет.
group-clause = П. { $id } Положения: { $words }

## /чат

chat-form-kind = Я не понял, какой это чат.
chat-form-class = Не указан класс, например 5А.
chat-form-subject = Не указан предмет.
chat-form-purpose = Не указано назначение чата: до 60 букв и цифр, без ссылок и знаков.
chat-form-basis = Основание – это приказ с номером и датой, например: основание: приказ 80 от 01.09.2026.
group-chat-registered-act = Чат зарегистрирован: «{ chat-name }». Слежу за порядком. Вопросы: /помощь.
group-chat-registered-observe = Чат зарегистрирован: «{ chat-name }». Пока только наблюдаю и ничего не удаляю. Вопросы: /помощь.
observe-form = Напишите «вкл» или «выкл».
group-observe-observe = В чате «{ chat-name }» я только наблюдаю и ничего не удаляю. Начать наводить порядок: /наблюдение выкл.
group-observe-act = В чате «{ chat-name }» я слежу за порядком. Только наблюдать: /наблюдение вкл.
group-chat-same = Чат уже зарегистрирован так: «{ chat-name }».
group-chat-is = Это чат «{ chat-name }».
group-chat-none = Этот чат ещё не зарегистрирован. Например: /чат родители 5А.
group-no-rights = Я в этом чате пока не администратор, поэтому не могу следить за порядком. Пожалуйста, откройте «Управление чатом» → «Участники», найдите там моё сообщество, выберите «Назначить администратором» и после этого повторите здесь команду /чат.
group-chat-class-unknown = Класса { $class } в списке школы нет.
group-chat-needs-basis = Для чата «{ chat-name }» нужно основание школы: обучающиеся пользуются здесь обычным профилем, на который есть возрастное условие платформы. Один раз на школу его указывает администратор платформы в таком чате: /чат ученики 5А, основание: приказ 80 от 01.09.2026.

## Roster check

roster-error-header = нет столбца «{ $column }»
roster-error-broken = строку не удалось разобрать: проверьте кавычки и разделители
roster-error-id = нет правильного id: до 32 букв, цифр, знаков «_», «.» и «-»
roster-error-twice = id { $id } уже есть в строке { $first }
roster-error-role = роль не распознана
roster-error-name = нет фамилии или имени, либо в них недопустимые знаки
roster-error-no-class = не указан класс
roster-error-class = класс «{ $class }» отсутствует в номенклатуре
roster-error-no-children = не указаны дети
roster-error-child = не найден ребёнок { $child }
roster-summary = Проверка списка: работников { $staff }, обучающихся { $students }, родителей { $parents }, классов { $classes }.
roster-dropped = Не загружены столбцы: { $columns } – для работы бота они не нужны.
roster-errors = Ошибки ({ $count }): { $told }.
roster-error-line = строка { $line } – { $defect }
roster-errors-next = { $first }; { $next }
roster-errors-left = и ещё { $count }
roster-ask = Загрузить { $count } { $count ->
    [one] запись
    [few] записи
   *[other] записей
} без ошибок?
roster-how-to-load = Чтобы загрузить, повторите команду с --yes.
roster-loaded = Загружено { $count }.
roster-unchanged = Изменений нет.
roster-nothing = В списке нет ни одной строки без ошибок: загружать нечего.
roster-administrator = Временный администратор теперь записан как { $name } ({ $id }).
roster-spreadsheet = Это файл Excel. Пока читаются только списки CSV: откройте его и выберите «Файл» → «Сохранить как» → «CSV».
roster-code = { $code } · { $name } · { role } · { $class } · до { $until }

## Self-check of VK

vk-check-token = VK: ключ доступа сообщества
vk-check-token-mend = Откройте сообщество, «Управление» → «Дополнительно» → «Работа с API», создайте ключ доступа и впишите его в VK_TOKEN.
vk-check-permissions = VK: права ключа
vk-check-permissions-mend = Создайте новый ключ и отметьте «управление сообществом», «сообщения сообщества», «фотографии» и «документы».
vk-check-longpoll = VK: Long Poll API включён
vk-check-longpoll-mend = «Управление» → «Дополнительно» → «Работа с API» → «Long Poll API»: выберите «Включено».
vk-check-events = VK: типы событий
vk-check-events-mend = «Работа с API» → «Long Poll API» → «Типы событий»: отметьте входящее сообщение, редактирование сообщения, действие с сообщением, разрешение и запрет на получение.
vk-check-version = VK: версия событий
vk-check-version-mend = «Работа с API» → «Long Poll API»: выберите самую новую версию API.
vk-check-callback = VK: сервер Callback API
vk-check-callback-mend = «Работа с API» → «Callback API»: укажите адрес бота с путём /vk/callback и секретный ключ, нажмите «Подтвердить».
vk-check-clock = VK: часы этого компьютера
vk-check-clock-mend = Включите на этом компьютере точное время (NTP): его часы расходятся с часами VK.

## Self-check of the machine and of the chats: `dezhurny doctor`

doctor-mend = Что сделать: { $mend }
doctor-policy = Положение
doctor-policy-edition = действует редакция от { $edition }
doctor-policy-none = ни одна редакция ещё не вступила в силу
doctor-policy-mend = исправьте файлы папки POLICY_DIR; что в них неверно, скажет npx dezhurny regulation lint и имя папки
doctor-mode = Новые чаты
doctor-mode-observe = сначала только наблюдение (MODE=observe)
doctor-mode-act = сразу полная работа (MODE=act)
doctor-time = Время
doctor-disk = Место на диске
doctor-disk-free = свободно { $percent } %
doctor-disk-mend = освободите место: когда оно кончится, бот не сможет ничего сохранить
doctor-data = Папка данных
doctor-data-mend = в DATA_DIR укажите папку, в которую может писать пользователь бота, например DATA_DIR=./data
doctor-key = Ключ шифрования
doctor-key-given = задан в ENCRYPTION_KEY
doctor-key-apart = хранится отдельно от данных
doctor-key-beside = лежит на том же диске, что и данные
doctor-key-beside-mend = сохраните копию файла keys/master.key из папки данных в другом месте: без неё данные не прочитать
doctor-key-broken = файл ключа повреждён
doctor-key-wrong = данные зашифрованы другим ключом
doctor-key-mend = верните сохранённую копию ключа в keys/master.key или в ENCRYPTION_KEY
doctor-redis = Redis
doctor-redis-private = свой, в папке данных
doctor-redis-given = по адресу из REDIS_URL
doctor-redis-away = не отвечает
doctor-redis-away-mend = запустите Redis или исправьте REDIS_URL
doctor-redis-none = программа не найдена
doctor-redis-none-mend = установите её (Debian, Ubuntu: apt-get install redis-server) или укажите REDIS_URL
doctor-redis-unstartable = свой сервер не запускается
doctor-redis-unstartable-mend = прочитайте redis/redis.log в папке данных
doctor-redis-setting = Redis: { $setting }
doctor-redis-hidden = узнать нельзя
doctor-redis-setting-mend = в настройках Redis укажите { $setting } { $value }
doctor-token = VK: ключ доступа сообщества
doctor-token-none = VK_TOKEN не задан
doctor-token-none-mend = { vk-check-token-mend }
doctor-vk-away = VK не отвечает
doctor-vk-away-mend = проверьте, что этот компьютер видит адрес VK_API_URL
doctor-telegram = Telegram
doctor-telegram-later = пока не поддерживается
doctor-telegram-mend = уберите TELEGRAM_TOKEN
doctor-chat = Чат «{ $name }»
doctor-chat-nameless = без названия
doctor-chat-good = бот – администратор
doctor-chat-absent = бота в чате нет
doctor-chat-absent-mend = добавьте сообщество в чат и сделайте его администратором
doctor-chat-powerless = бот не администратор и не может убирать сообщения
doctor-chat-powerless-mend = в чате откройте «Управление чатом» → «Участники» и назначьте сообщество администратором
doctor-chat-unregistered = бот – администратор, но чат не зарегистрирован
doctor-chat-unregistered-mend = напишите в чате, какой он, например: /чат родители 5А
doctor-chats-none = Чаты
doctor-chats-none-detail = бот ещё не видел ни одного
doctor-chats-none-mend = добавьте сообщество в чат, сделайте его администратором и напишите там /чат родители 5А

## Moderation

reason-obscene = ненормативную лексику
notice-deleted = Здравствуйте! Ваше сообщение в чате «{ chat-name }» скрыто, так как содержало { $reason } ({ $cited }). Пожалуйста, напишите то же самое вежливо. Если Вы не согласны, напишите классному руководителю.
notice-please-delete = Здравствуйте! Ваше сообщение в чате «{ chat-name }» содержит { $reason } ({ $cited }). Мессенджер не позволяет мне скрыть его. Пожалуйста, удалите его сами.
group-notice = Сообщение скрыто: оно не соответствует правилам общения ({ $cited }). Пожалуйста, сохраняйте уважительный тон. Если Вы не согласны, напишите классному руководителю.

## The page docs/clauses.md

clauses-title = Пункты Положения и бот
clauses-about = Печатается командой `dezhurny clauses` по редакции от { $edition }. Пунктов и подпунктов с работающей функцией: { $served }; позже: { $later }.
clauses-head-clause = Пункт
clauses-head-gist = О чём
clauses-head-does = Что делает бот
clauses-head-by = Где
clauses-head-test = Проверка
clauses-later = позже
clauses-chat-rules = Правила общения,
