## /миграция: перенос старых чатов из других мессенджеров

help-migrate = /миграция – перенос старых чатов: список и ход; добавить Telegram «5А родители», ответственный Ключева, срок 15.09; текст 1; закрыть 1; открыть 1; срок 1 до 20.09; передать 1 Лугов; исправить 1 Viber «5А родители»; убрать 1; доска
migration-messenger = { $messenger ->
    [telegram] Telegram
    [whatsapp] WhatsApp
    [viber] Viber
    [discord] Discord
    [vk] VK
   *[other] другой мессенджер
}
migration-old = { $messenger } «{ $name }»
migration-new = { chat-name }
migration-form = { $defect ->
    [due] Не хватает срока.
    [past] Этот срок уже прошёл или слишком далёк.
    [who] Такого работника я в списке школы не вижу.
   *[form] Так я не понимаю.
} Напишите, например: /миграция добавить Telegram «5А родители», ответственный Ключева, срок 15.09.
migration-same = Этот чат уже записан: перенос № { $number }, срок { $due }.
migration-added = Записан перенос № { $number }: { $messenger } «{ $name }». Ответственный: { $who }, срок { $due }.{ $told ->
    [no] {" "}Личного диалога с ответственным у меня пока нет: сообщите ему, пожалуйста, сами.
   *[yes] {""}
}{ $order ->
    [no] {""}
   *[yes] {" "}Подготовлен приказ о распределении обязанностей{ $cited }.
}
migration-card = Вам поручен перенос чата: { $messenger } «{ $name }», срок { $due }. Я подскажу текст для старого чата и раз в неделю напишу, кто уже подключён. В старый мессенджер я не заглядываю.
migration-put-off = Срок переноса № { $number }: { $due }.
migration-empty = Переносов пока не записано. Записать: /миграция добавить Telegram «5А родители», ответственный Ключева, срок 15.09.
migration-none = Открытых переносов у Вас нет. Все: /миграция.
migration-which = Открытых переносов несколько, укажите номер, например: /миграция закрыть 1. Номера: /миграция.
migration-no-such = Переноса № { $number } нет. Номера: /миграция.
migration-gone = Этого переноса уже нет. Все: /миграция.
migration-list = Переносов: { $count }, завершено { $closed }, просрочено { $overdue }.{ $figures ->
    [shown] {" "}Охвачены { $reached } из { $of } ({ $percent } %).
   *[none] {""}
}
    { $lines }
migration-line = № { $number }. { $messenger } «{ $name }»: { $state ->
    [closed] завершён { $closed }
    [overdue] срок { $due } прошёл
   *[open] до { $due }
}, { $figures ->
    [shown] охвачены { $reached } из { $of } ({ $percent } %)
    [small] группа небольшая, числа видит классный руководитель
   *[none] без подсчёта
}{ $who ->
    [none] .
   *[other] , ответственный { $who }
}
migration-progress = Перенос «{ chat-name }»: { $inside } из { $of } ({ $percent } %).{ $otherWay ->
    [0] {""}
   *[other] {" "}Иной способ: { $otherWay }.
}{ $names ->
    [none] {""}
   *[other] { $who ->
        [female] {" "}Не подключена: { $names }
        [male] {" "}Не подключён: { $names }
       *[many] {" "}Не подключены: { $names }
    }
}
migration-few = Перенос «{ chat-name }»: срок { $due }. Группа небольшая, числа видит только классный руководитель.
migration-reached = Охвачены { $reached } из { $of } (подключены { $inside }, иной способ { $otherWay }).
migration-uncounted = Перенос № { $number }, { $messenger } «{ $name }»: срок { $due }.
migration-names = Имена тех, кто ещё не подключён, видит классный руководитель. Иной способ связи отмечает он же.
migration-who = Кому удобнее иной способ связи?
migration-how = Как сообщать новости: { $name }? Выберите или напишите своими словами. Приглашений и напоминаний больше не будет, пока человек сам не попросит.
migration-how-words = { $how ->
    [telephone] звонок по телефону
   *[diary] бумажный дневник
}
migration-checklist = Закрываем перенос: { $messenger } «{ $name }». Отметьте, что сделано в старом чате.{ $missing ->
    [0] {""}
   *[other] {" "}Пока не охвачены: { $missing }.
}
    { $lines }
migration-tick = { $done ->
    [yes] ☑
   *[no] ☐
} { $tick ->
    [farewell] прощальное сообщение
    [read-only] старый чат переведён в «только чтение» или удалён
   *[link] ссылка отозвана
}{ $note }
migration-tried = { $is ->
    [asked] : делаю
    [done] { $tick ->
        [farewell] : { $why ->
            [unpinned] разместил, закрепить не получилось
           *[none] разместил
        }
        [read-only] : перевёл
       *[link] : { $why ->
            [partly] свою ссылку я отозвал; ссылки других администраторов мне не видны, проверьте их, пожалуйста
           *[none] отозвал
        }
    }
   *[failed] : { $why ->
        [unsupported] в этом мессенджере бот сделать этого не может, сделайте, пожалуйста, сами в настройках чата
        [no-right] у меня нет такого права в старом чате, сделайте, пожалуйста, сами
        [detached] меня в старом чате уже нет, сделайте, пожалуйста, сами
        [uncertain] не знаю, получилось ли: мессенджер не ответил, посмотрите, пожалуйста
       *[other] не получилось, сделайте, пожалуйста, сами
    }
}
migration-closed = Перенос завершён { $date }. Справка сформирована.{ $left ->
    [yes] {" "}За старым чатом я больше не слежу.
   *[no] {""}
}
migration-over = Перенос № { $number }, { $messenger } «{ $name }», завершён { $date }.
migration-overdue = { $count ->
    [1] Просрочен перенос: 1
   *[other] Просрочено переносов: { $count }
}. Посмотреть и назначить новый срок: /миграция.
migration-export = Выгрузки переписки не принимаются: в них персональные данные других людей ({ $cited }). Файл не сохранён.
migration-export-plain = Выгрузки переписки не принимаются: в них персональные данные других людей. Файл не сохранён.
migration-own = Вы ответственны за перенос: { $messenger } «{ $name }», срок { $due }

migration-dear = { $kind ->
    [class_students] Уважаемые ученики!
    [class_parents] Уважаемые родители!
   *[other] Уважаемые участники!
}
migration-with-us = { $of ->
    [0] {""}
   *[other] {" "}Уже с нами: { $inside } из { $of }.
}
migration-notice = { $dear } { $within ->
    [yes] С { $due } общение переходит в новый чат «{ chat-name }».
   *[no] С { $due } чат «{ chat-name }» ведётся на платформе «{ $platform }»{ $cited }.
} Личная ссылка придёт от { $leader ->
    [class] классного руководителя
   *[other] администрации школы
}. Участие по желанию: если Вам удобнее получать информацию иначе, сообщите { $leader ->
    [class] ему
   *[other] об этом
}. Прежний чат { $within ->
    [yes] «{ $name }»
    [elsewhere] в прежнем мессенджере
   *[no] в { $messenger }
} после { $due } использоваться не будет.{ $with }
migration-farewell = { $dear } Этот чат завершает работу{ $cited }. Общение продолжается в чате «{ chat-name }»{ $within ->
    [yes] {""}
   *[no] {" "}на платформе «{ $platform }»
}: личную ссылку даёт { $leader ->
    [class] классный руководитель
   *[other] администрация школы
}. Если Вам удобнее получать информацию иначе, сообщите { $leader ->
    [class] ему
   *[other] об этом
}, пожалуйста. Прежние сообщения остаются здесь для чтения. Спасибо всем!

migration-post = Разместить это объявление в старом чате и закрепить?
migration-quiet = Сейчас тихие часы, в чат я не пишу. Нажмите, пожалуйста, ещё раз { $date } после { $time }.
migration-posting = Размещаю объявление в старом чате и закрепляю его.
migration-shut = Я размещу и закреплю прощальное сообщение, переведу старый чат в «только чтение» и отзову свою ссылку на него. Чего не даёт сделать мессенджер, останется в списке для Вас. Передумать можно: /миграция открыть. Сообщение будет таким:

    { $farewell }
migration-shutting = Закрываю старый чат. Что получилось, напишу сюда.
migration-not-there = В старом чате меня уже нет или школа не разрешила мне там действовать. Отметьте, пожалуйста, что сделали сами: /миграция закрыть.
migration-hand-form = Кому передать перенос? Напишите номер и фамилию работника, например: /миграция передать 1 Лугов.
migration-handed = Перенос № { $number }, { $messenger } «{ $name }»: ответственный теперь { $who }
migration-hand-unreached = { $who } пока не может получить от меня вопрос: личного диалога с ботом нет. Договоритесь, пожалуйста, сами или попросите администрацию.
migration-hand-waits = Спросил: { $who } Пока согласия нет, ответственный прежний.
migration-hand-asked = { $from } просит Вас вести перенос чата: { $messenger } «{ $name }», срок { $due }. Возьмёте?
migration-hand-declined = Перенос № { $number }, { $messenger } «{ $name }»: { $who } взять не может. Ответственный прежний.
migration-hand-left = Хорошо, ответственный прежний.
migration-correct-form = Что исправить? Напишите номер, мессенджер и название, например: /миграция исправить 1 Viber «5А родители». Срок: /миграция срок 1 до 20.09.
migration-corrected = Исправлено: перенос № { $number }, { $messenger } «{ $name }», срок { $due }.
migration-remove = Убрать из списка перенос № { $number }, { $messenger } «{ $name }»? Укажите причину: она останется в журнале. Завершённый перенос не убирают, а закрывают.
migration-removed = Перенос № { $number }, { $messenger } «{ $name }», убран из списка.
migration-kept = Перенос № { $number }, { $messenger } «{ $name }», остаётся в списке.
migration-closed-stays = Перенос № { $number }, { $messenger } «{ $name }», уже завершён: такие остаются в списке.
migration-open = Перенос № { $number }, { $messenger } «{ $name }», и так открыт, срок { $due }.
migration-reopened = Перенос № { $number }, { $messenger } «{ $name }», снова открыт: в старом чате можно писать, если закрывал его я.{ $late ->
    [yes] {" "}Срок { $due } прошёл, новый: /миграция срок { $number } до 30.09.
   *[no] {""}
} Пожалуйста, сообщите об этом в старом чате.
migration-not-posted = Разместить объявление в старом чате не получилось: возможно, меня там уже нет. Пожалуйста, разместите его сами.
button-migration-post = Разместить
button-migration-text = Текст для старого чата
button-migration-other-way = Иной способ связи
button-migration-invite = Пригласить
button-migration-bot = Сделать за меня
button-migration-shut = Разместить и закрыть
button-migration-not-now = Пока не надо
button-migration-take = Возьму
button-migration-leave = Не могу
button-migration-reason = { $reason ->
    [twice] Записан дважды
    [no-chat] Такого чата уже нет
   *[mistake] Записан по ошибке
}
button-migration-keep = Оставить
button-migration-close = Закрыть перенос
button-migration-person = { $name }
button-migration-how = { $how ->
    [telephone] Звонок по телефону
   *[diary] Бумажный дневник
}
button-migration-tick = { $tick ->
    [farewell] Прощальное сообщение есть
    [read-only] Только чтение или удалён
   *[link] Ссылка отозвана
}

migration-act-name = Справка о переносе чата № { $number } (проект)
migration-act-heading = { $school }
    Проект
    Акт о переносе чата № { $number }
migration-act-column = { $which ->
    [what] Что
   *[how] Сведения
}
migration-act-row = { $what ->
    [old] Прежний чат
    [new] Новый чат
    [platform] Платформа
    [responsible] Ответственный
    [due] Срок
    [closed] Перенос завершён
    [people] Участники нового чата по списку школы
    [farewell] Прощальное сообщение в прежнем чате
    [read-only] Прежний чат переведён в «только чтение» или удалён
    [link] Ссылка на прежний чат отозвана
    [signed-responsible] Ответственный (подпись, дата)
   *[signed-administration] Администрация (подпись, дата)
}
migration-act-people = { $few ->
    [yes] группа небольшая, числа не приводятся
   *[no] всего { $of }; подключены { $inside }, иной способ связи { $otherWay }, не охвачены { $missing }
}
migration-act-done = { $done ->
    [yes] да, со слов ответственного
    [bot] да, выполнено ботом
   *[no] нет
}

migration-board-name = Переносы { $date }
migration-board-title = Перенос прежних чатов на { $date }
migration-board-column = { $column ->
    [number] №
    [old] Прежний чат
    [class] Класс
    [responsible] Ответственный
    [due] Срок
    [progress] Охвачены
   *[state] Состояние
}
migration-board-progress = { $figures ->
    [shown] { $reached } из { $of } ({ $percent } %)
    [few] небольшая группа
   *[uncounted] без подсчёта
}
migration-board-state = { $state ->
    [overdue] срок прошёл
    [closing] закрывается
    [closed] завершён
   *[open] идёт
}
migration-board = Доска переносов: всего { $count }, завершено { $closed }, срок прошёл у { $overdue }. Та же таблица – в файле.
