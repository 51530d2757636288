# What the bot holds about somebody, told to that person.

help-data = /мои_данные – файл со всем, что бот хранит о Вас, и кто это смотрел
own-unlinked = Я не знаю, кто Вы, и ничего о Вас не храню. Подключиться: /код XXXX-XXXX.
own-whose = Чьи данные выгрузить?
button-own-data = { $whose ->
    [own] Мои
   *[child] { $name }
}
own-data = { $whose ->
    [own] В файле – всё, что бот школы хранит о Вас{ $ground }.
   *[child] В файле – всё, что бот школы хранит о ребёнке: { $name }{ $ground }.
} Если там ошибка или что-то нужно удалить, обратитесь к администратору платформы.
own-file-name = Данные
own-paper = Данные, которые хранит бот школы: { $name }
    На { $date }.
    Переписку бот не хранит. Скрытые сообщения хранятся зашифрованными, пока нет решения, и 30 дней после.

    { $lines }
own-row = Строка списка школы: { $name }, { $role }, номер { $id }
own-classes = Классы: { $classes }
own-subject = Предмет: { $subject }
own-children = Дети в списке школы: { $count }
own-accounts = Подключено аккаунтов мессенджеров: { $count }. Номера аккаунтов хранятся зашифрованными.
own-confirmed = Роль подтверждена { $date }
own-other-way = Другой способ связи: { $how }
own-delegate = Доверенное лицо до { $until }
own-case = Дело № { $number }: сообщение от { $date } { $time }, бот или работник школы увидел { $reason }. Мера: { $kind ->
    [warning] предупреждение
    [read-only] только чтение
    [held] сообщение временно скрыто
    [kept] сообщение не скрыто
   *[deleted] сообщение скрыто
}. Решение: { $state ->
    [confirmed] подтверждено
    [cancelled] отменено
    [lapsed] не подтверждено и не засчитано
    [provisional] предварительная мера
   *[open] решения нет
}. Возражение: { $appeal ->
    [yes] подано
   *[no] не подавалось
}.
own-evidence = Фрагмент скрытого сообщения (зашифрован). Просмотров: { $looked }
own-look = – смотрел { $role }, { $date } { $time }
own-strike = Запись о нарушении: с { $since }, действует до { $until }
own-invite = Приглашение в чат от { $date }, действовало до { $until }
own-acknowledgement = Ознакомление с Положением от { $edition }: { $done ->
    [yes] отмечено { $date }
   *[no] не отмечено, спрошено { $date }
}
own-request = Заявка от { $date }: { $kind ->
    [role] подтверждение роли
    [relink] замена аккаунта
   *[join] вход в чат
}
own-membership = Вопрос об участии в чате, с { $date }
own-movement = Перевод, зачисление или выбытие: запись о движении
own-meeting = Собрание: { $will ->
    [yes] ответ «буду»
    [no] ответ «не смогу»
   *[none] ответа нет
}, участие { $there ->
    [yes] отмечено
   *[no] не отмечено
}, вопросов задано: { $asked }
own-announcement = Объявление № { $number }: { $done ->
    [yes] ознакомление { $date }
   *[no] ознакомление не отмечено
}
own-appointment = Запись на встречу { $date } { $time }
own-reminder = Настройка мягких напоминаний
own-frozen = Проверка аккаунта с { $date }
own-template = Шаблон объявления «{ $name }»
own-digest = Подписка на вечернюю сводку
own-enquiry = Обращение № { $number }
own-file = Файл, приготовленный для публикации
me-data = Всё, что хранится о Вас, и кто это смотрел: /мои_данные
