# Announcements: for whom, what is published, who has read it.

help-announce = /объявление родители 5А до 16.09 18:00: текст – подготовить объявление; /объявление – меню, список, срочное, шаблоны, сводка

## Whom, whose

announce-whom = { $whom ->
    [school] вся школа
    [parents] родители
    [students] обучающиеся
    [teachers] педагоги
    [employees] сотрудники
   *[subject] { $subject }
}
announce-and = { $before }, { $next }
announce-where = { $where ->
    [none] { "" }
    [all] { " " }всей школы
   *[classes] { " " }{ $classes }
}
announce-audience = { $whom }{ $where }{ $by ->
    [dialogs] { " " }(лично)
    [both] { " " }(в чаты и лично)
   *[chats] { "" }
}
announce-role = { $role ->
    [director] директор
    [deputy] заместитель директора
    [administrator] администратор платформы
    [class-teacher] классный руководитель { $class }
    [subject-teacher] учитель { $subject ->
       *[other] { $genitive }
    }
    [teacher] учитель
    [psychologist] психолог
    [parent] родитель
   *[student] обучающийся
}
announce-room = «{ $name }»
announce-one-room = чат { $room }
announce-next-room = { $before }, { $room }
announce-rooms = чаты { $first }{ $rest }
announce-many-rooms = { $count ->
    [one] { $count } чат
    [few] { $count } чата
   *[other] { $count } чатов
}
announce-channel = { $kind ->
    [channel_school] канал «Общешкольный»
   *[channel_employees] канал «Сотрудники»
}
announce-and-channel = { " " }и { $channel }
announce-to-role = { $role ->
    [director] директору
    [deputy] заместителю директора
    [class-teacher] классному руководителю
    [teacher] учителю
   *[administrator] администратору
}

## The announcement itself

announce-post = { $head ->
    [urgent] СРОЧНО. { $words }
    [changed] УТОЧНЕНИЕ. { $words }
   *[plain] { $words }
}

    { $foot }
announce-valid = Действует до { $date } { $time }.
announce-with-file = { $way ->
    [button] Файл: { $name }. Чтобы получить его лично, нажмите «Получить файл».
   *[named] Файл: { $name }.
}
announce-asks = Просим подтвердить ознакомление кнопкой «Ознакомлен(а)» до { $date } { $time }.
announce-signed = { $role ->
    [director] Директор
    [deputy] Заместитель директора
    [administrator] Администратор платформы
    [class-teacher] Классный руководитель { $class }
    [subject-teacher] Учитель { $subject ->
       *[other] { $genitive }
    }
    [teacher] Учитель
    [psychologist] Психолог
    [parent] Родитель
   *[student] Обучающийся
} { $name }
announce-on-request = По запросу: { $role } { $name }
announce-withdrawn = Объявление «{ $title }» отозвано.
announce-remind = Напоминаем об объявлении «{ $title }» от { $date }. Пожалуйста, отметьте ознакомление.
announce-file = Файл к объявлению «{ $title }».
button-announce-file = Получить файл

## Said to whoever presses

announce-read = Спасибо, отмечено.
announce-read-named = Спасибо, ознакомление отмечено: «{ $title }».
announce-read-unknown = Объявления с таким номером нет. Что ждёт Вашей отметки: /ознакомлен.
announce-read-before = Ваше ознакомление уже отмечено. Спасибо!
announce-read-who = Сначала представьтесь: напишите мне лично /код и код, который выдала школа.
announce-read-gone = Это объявление уже не действует.
announce-read-newer = Объявление уточнено. Пожалуйста, отметьте под новым текстом.
announce-read-not-yours = Отмечать не нужно: объявление адресовано другим участникам.
announce-file-not-yours = Файл адресован другим участникам.
announce-file-sent = Файл отправлен Вам в личные сообщения.

## Making one

announce-menu = Что сделать?
button-announce-new = Новое объявление
button-announce-preset = Срочное
button-announce-list = Мои объявления
announce-presets = Выберите готовый текст. Его можно будет изменить.
button-announce-preset-of = { $preset ->
    [frost] Мороз
    [quarantine] Карантин
    [closed] Школа закрыта
   *[early] Занятия короче
}
announce-preset = { $preset ->
    [frost] { $date } занятия в школе отменены из-за мороза. Задания учителя передадут в чатах класса. Если ребёнка не с кем оставить, школа его примет.
    [quarantine] С { $date } объявлен карантин, занятия в школе не проводятся. О порядке занятий сообщит классный руководитель. Если ребёнок заболел, пожалуйста, вызовите врача.
    [closed] { $date } школа закрыта, занятий не будет. Пожалуйста, не отправляйте детей в школу. О возобновлении занятий сообщим здесь.
   *[early] Сегодня, { $date }, занятия закончатся раньше обычного. Пожалуйста, встретьте ребёнка или сообщите классному руководителю, что он может идти сам.
}
announce-for-whom = Для кого объявление? Выберите или напишите, например: родители 5А, учителя, родители 5–7 классов, Информатика 5А.
button-announce-parents-of = Родители { $class }
button-announce-all = { $whom ->
    [parents] Родители всей школы
    [school] Вся школа
   *[employees] Сотрудники
}
announce-which-whom = Кому из { $classes }?
button-announce-whom = { $whom ->
    [parents] Родителям
    [students] Обучающимся
   *[both] Родителям и обучающимся
}
announce-which-words = Получатели: { $audience }. Напишите текст объявления или пришлите файл.
announce-new-words = Напишите новый текст целиком.
announce-until-when = До какого времени отметить ознакомление? Например: до 16.09 18:00.
button-announce-tomorrow = До завтра, 18:00
button-announce-week = Через неделю, 18:00
announce-at-what-time = Когда опубликовать? Например: завтра в 8:00.
announce-form = { $defect }
    Как написать: /объявление родители 5А до 16.09 18:00: текст
announce-defect = { $what ->
    [whom] Не вижу, для кого объявление. Например: родители 5А, учителя, вся школа.
    [class] Такого класса в списке школы нет: { $names }.
    [subject-class] Назовите и класс, например: Информатика 5А.
    [unread] Не понимаю слова «{ $names }» перед двоеточием.
    [past] Это время уже прошло.
    [late-deadline] Срок ознакомления должен быть позже публикации.
    [long] Текст длиннее, чем помещается в одно сообщение. Пожалуйста, сократите его: лишних символов { $names }.
    [moment] Не понимаю время. Например: завтра в 8:00 или 16.09 18:00.
   *[words] Напишите, пожалуйста, текст объявления или пришлите файл.
}
announce-file-unwanted = Файл { $name } я не передаю: такие файлы могут навредить. Пришлите документ или картинку.
announce-file-large = Файл больше 5 МБ. Пожалуйста, уменьшите его.
announce-file-gone = Не удалось получить файл. Пожалуйста, пришлите его ещё раз.

## The preview

announce-people = { $whom ->
    [parents] { $count ->
        [one] { $count } родитель
        [few] { $count } родителя
       *[other] { $count } родителей
    }
    [students] { $count ->
        [one] { $count } обучающийся
       *[other] { $count } обучающихся
    }
    [subject] { $count ->
        [one] { $count } обучающийся
       *[other] { $count } обучающихся
    }
    [teachers] { $count ->
        [one] { $count } педагог
        [few] { $count } педагога
       *[other] { $count } педагогов
    }
    [employees] { $count ->
        [one] { $count } сотрудник
        [few] { $count } сотрудника
       *[other] { $count } сотрудников
    }
   *[mixed] { $count ->
        [few] { $count } человека
       *[other] { $count } человек
    }
}
announce-receivers = { $people }{ $way ->
    [dialogs] { " " }(лично)
    [both] { " " }({ $rooms } и лично)
   *[chats] { " " }({ $rooms })
}{ $and }
announce-notes = { "" }
    { $lines }
announce-note = { $why ->
    [other-way] Выбрали иной способ связи: { $count }. Им передайте объявление на бумаге или по телефону.
    [not-linked] Не представились боту: { $count }. Отметить ознакомление они смогут только на бумаге.
   *[closed] Закрыли личные сообщения: { $count }. До них объявление лично не дойдёт.
}
announce-note-no-chat = { $classes ->
    [none] Подходящий чат не зарегистрирован.
   *[other] Нет зарегистрированного чата: { $classes }.
}
announce-note-watched = В чате { $room } включено наблюдение: туда я не пишу.
announce-note-file = К сообщению приложу: { $name }.
announce-note-files = К объявлению прикладывается один файл. Остальные ({ $count }) не войдут: отправьте их отдельными объявлениями.
announce-picture-name = фото
announce-every = Повторять: { $days } в { $time }. Отключить: отзовите очередное объявление.
announce-day = { $day ->
    [0] воскресенье
    [1] понедельник
    [2] вторник
    [3] среда
    [4] четверг
    [5] пятница
   *[6] суббота
}
announce-at = Время публикации: { $date } в { $time }.
announce-at-shifted = Указанное время приходится на тихие часы, поэтому публикация { $date } в { $time }.
announce-day-off = Срок ознакомления { $date } приходится на нерабочий день: напомню в рабочие дни перед ним, итог пришлю в первый рабочий день после.
announce-paused = Автоматические сообщения приостановлены. Объявление выйдет { $until }.
announce-when = { $date } в { $time }
announce-preview = { $post }

    Получатели: { $receivers }. Опубликовать?{ $notes }
announce-preview-quiet = { $post }

    Получатели: { $receivers }. Сейчас тихие часы. Опубликовать в { $time } или как срочное?{ $notes }
announce-no-way = { $audience }: отправить некуда.
    { $notes }
announce-nobody = Отправить некому. Ничего не опубликовано.
button-announce-publish = Опубликовать
button-announce-morning = В { $time }
button-announce-urgent = Срочно
button-announce-deadline = С ознакомлением
button-announce-time = Выбрать время
button-announce-edit = Изменить
button-announce-cancel = Отмена
announce-cancelled = Хорошо, ничего не опубликовано.
announce-reason = Почему это срочно? Выберите или напишите причину: она останется в записях школы.
button-announce-reason = { $reason ->
    [life] Опасность для жизни, здоровья
    [closed] Школа закрыта
   *[lessons] Изменились занятия
}
announce-urgent-twice = Объявление придёт людям прямо сейчас, хотя в школе тихие часы. Отправить?
button-announce-urgent-yes = Да, отправить

## Requests

announce-refused-family = { $reason } Вопрос школе можно передать командой /обращение.
announce-pass-class = Объявления родителям класса публикует классный руководитель. Передать текст { $to }?
announce-pass-classes = Объявление нескольким классам сразу публикует администрация школы. Передать Ваш текст на решение?
announce-pass = { $reason } Передать Ваш текст на решение?
button-announce-pass = { $kind ->
    [broadcast] Отправить запрос
   *[class] Передать
}
announce-asked = Запрос № { $number } передан { $to }{ $end }
announce-nobody-decides = Передать запрос { $to } сейчас некому: никто из тех, кто решает, не подключён к боту. Пожалуйста, обратитесь лично.
announce-card = Запрос № { $number } на публикацию.
    Автор: { $role } { $name }
    Получатели: { $audience } – { $target }.{ $next }

    { $post }
announce-card-next = { " " }После Вашего согласия текст получит администратор платформы.
button-announce-agree = Согласовать
button-announce-return = Вернуть с замечанием
announce-agreed = Запрос № { $number } согласован и передан { $to }{ $end }
announce-remark = Напишите замечание: его прочтёт автор.
announce-returned = Запрос № { $number } возвращён с замечанием: { $remark }
announce-returned-done = Запрос № { $number } возвращён автору.
button-announce-fix = Исправить
button-announce-drop = Не публиковать
announce-request-published = Опубликовано. Запрос № { $number } выполнен.
announce-request-waits = Запрос № { $number } согласован. Объявление выйдет { $at }.
announce-snack-published = Принято к публикации
announce-copy = Копия для администратора платформы. Объявление № { $number }:

    { $post }

## How it goes

announce-published = Опубликовано. Объявление № { $number }: как оно дошло, покажет /объявление { $number }.
announce-waits = { $why ->
    [quiet] Сейчас тихие часы.
    [pause] Автоматические сообщения приостановлены.
   *[time] Принято.
} Объявление № { $number } «{ $title }» выйдет { $at }. Отменить: /объявление { $number }.
announce-begun-late = Объявление № { $number } вышло позже своего срока ознакомления, поэтому срок продлён до { $date } { $time }.
announce-dropped = Объявление № { $number } «{ $title }» не вышло: { $why ->
    [rights] публиковать для этих получателей Вы больше не можете.
    [over] пока оно ждало, истекло время, до которого оно действует.
   *[nobody] отправить его некому.
}
announce-progress = Объявление № { $number }: отправлено { $ended } из { $copies }.
    { $bar }{ $left }
announce-left = { " " }осталось около { $seconds ->
    [one] { $seconds } секунды
   *[other] { $seconds } секунд
}
announce-stalled = Объявление № { $number }: мессенджер попросил подождать. Отправлено { $ended } из { $copies }, остальное отправлю сам, как только он разрешит.
announce-sent = Объявление № { $number } отправлено: { $sent } из { $copies }.
announce-not-all = Объявление № { $number }: отправлено { $sent }, не принято { $refused }, нет ответа { $uncertain }. Подробнее: /объявление { $number }.
announce-figures = Объявление № { $number } «{ $title }». Ознакомлены { $acknowledged } из { $of } ({ $percent } %).{ $classes }{ $small }{ $other }
announce-figures-few = Объявление № { $number } «{ $title }». Получателей мало: кто отметил ознакомление, видит только классный руководитель.
announce-figures-class = { $before } { $class }: { $acknowledged } из { $of }.
announce-figures-small = { " " }Классы, где получателей мало, отдельно не показаны.
announce-figures-other = { " " }Иной способ связи: { $count }.
announce-silent = «{ $title }»{ $class ->
    [none] .
   *[other] , { $class }.
} { $who ->
    [female] Не отметила
    [male] Не отметил
    [other] Нет отметки
   *[many] Не отметили
} ознакомление: { $names }

## Looking after it

announce-unknown = Такого объявления среди Ваших нет. Список: /объявление список.
announce-none = Объявлений, которые Вы можете вести, пока нет. Новое: /объявление.
announce-list = Последние объявления:
    { $lines }
announce-line = № { $number } «{ $title }», { $audience }: { $state ->
    [asked] ждёт решения
    [returned] возвращено
    [waits] ждёт своего времени
    [sending] отправляется
    [sent] отправлено
    [withdrawn] отозвано
   *[dropped] отменено
}
announce-status = № { $number } «{ $title }», { $audience }: { $state ->
    [asked] ждёт решения.
    [returned] возвращено автору.
    [waits] выйдет { $at }.
    [sending] отправляется.
    [sent] отправлено.
    [withdrawn] отозвано.
   *[dropped] отменено.
}{ $delivered }{ $stale }{ $read }
    { $lines }
announce-status-copies = { " " }Доставлено { $sent } из { $copies }, из них чатов: { $chats }. Прочитано ли сообщение, мессенджер не сообщает.
announce-trouble-rooms = { " " }({ $rooms })
announce-trouble = { $why ->
    [not-allowed-to-write] Закрыли личные сообщения или не писали боту: { $count }. Попросите их написать боту или передайте иначе.
    [closed] Закрыли личные сообщения: { $count }. Попросите их написать боту или передайте иначе.
    [not-linked] Не подключены к боту: { $count }. Коды: /приглашения.
    [left] Больше не относятся к получателям: { $count }. Новый текст им не отправлен.
    [no-chat] Нет чата, в котором они это прочли бы: { $count }.
    [detached] Бота нет в чате: { $count }{ $rooms }. Верните бота в чат.
    [no-right] Боту не хватает прав в чате: { $count }{ $rooms }. Назначьте бота администратором.
    [foreign-messenger] Школа не пишет через этот мессенджер: { $count }.
    [uncertain] Нет ответа мессенджера, дошло ли: { $count }.
    [unknown-target] Чата или страницы больше нет: { $count }.
   *[other] Мессенджер отказал: { $count }.
}
announce-status-stale = { " " }Прежний текст остался: { $count }.
announce-status-read = { " " }{ $figures }
button-announce-remind = Напомнить
button-announce-paper = Лист ознакомления
button-announce-again = Повторить, где нет ответа
button-announce-withdraw = Отозвать
button-announce-withdraw-yes = Да, отозвать
button-announce-now = Опубликовать сейчас
announce-too-late = Срок ознакомления уже прошёл.
announce-reminding = Напоминаю лично тем, кто ещё не отметил ознакомление.
announce-reminding-later = Сейчас тихие часы или пауза. Напомню лично { $date } в { $time } тем, кто ещё не отметит ознакомление.
announce-reminded-lately = Напоминал совсем недавно. Следующее напоминание можно отправить { $date } после { $time }.
announce-reminding-late = Сейчас тихие часы или пауза, а потом срок ознакомления уже пройдёт. Напоминать не буду.
announce-again = Отправляю ещё раз туда, откуда не было ответа.
announce-again-later = Сейчас тихие часы или пауза. Отправлю ещё раз { $at } туда, откуда не было ответа.
announce-nothing-lost = Таких получателей нет.
announce-now = Публикую объявление № { $number }.
announce-withdraw-sure = Отозвать объявление № { $number } «{ $title }»? Отправленные сообщения будут удалены.
announce-withdrawn-before = Оно уже отозвано.
announce-withdrawing = { $out ->
    [yes] Объявление № { $number } отозвано, отправленные сообщения удаляются.
   *[no] Объявление № { $number } отменено, оно не выйдет.
}
announce-change = Новый текст:

    { $words }

    { $asks ->
    [yes] Это опечатка или существенное изменение? Опечатка исправится в отправленных сообщениях. Существенное изменение придёт новым сообщением, и ознакомление нужно будет отметить снова.
   *[no] Это опечатка или существенное изменение? Опечатка исправится в отправленных сообщениях. Существенное изменение придёт новым сообщением.
    }
button-announce-misprint = Опечатка
button-announce-essential = Существенное изменение
announce-mended = Исправляю текст в отправленных сообщениях.
announce-unmended = Объявление № { $number }: { $count ->
    [one] в { $count } сообщении
   *[other] в { $count } сообщениях
} исправить текст не удалось, там остался прежний: мессенджер разрешает править сообщение недолго. Если это важно, отправьте новый текст как существенное изменение: /объявление { $number }.
announce-changed-waiting = Текст объявления № { $number } заменён. Оно ещё не вышло.
announce-change-long = Новый текст:

    { $words }

    В одном из мессенджеров он не поместится под файлом, поэтому отправить его можно только новым сообщением. { $asks ->
        [yes] Ознакомление нужно будет отметить снова.
       *[no] { "" }
    }
announce-unfiled = Объявление № { $number }: { $why ->
    [long] в одном из мессенджеров текст слишком длинный, чтобы идти вместе с файлом. Там под текстом кнопка «Получить файл».
    [gone] файла больше нет, поэтому текст отправлен без него.
   *[refused] мессенджер не принял файл вместе с текстом. Там под текстом кнопка «Получить файл».
}
announce-new-version = Отправляю уточнённый текст, версия { $version }.{ $until }
announce-new-version-later = Сейчас тихие часы или пауза. Уточнённый текст, версия { $version }, уйдёт { $at }.{ $until }
announce-new-deadline = { " " }Времени на ознакомление почти не осталось, поэтому срок продлён до { $date } { $time }.
announce-paper = Лист ознакомления с объявлением «{ $title }»: для печати и таблицей.
announce-paper-none = Имена получателей видит классный руководитель их класса и администратор платформы.
announce-paper-name = Лист ознакомления { $number }
announce-paper-heading = Лист ознакомления: { $title }
announce-paper-person = Фамилия, имя, отчество
announce-paper-read = Отмечено в боте
announce-paper-signed = Подпись, дата

## Templates and the digest

announce-templates = Ваши шаблоны:
    { $lines }
    Использовать: /объявление шаблон и его название.
announce-template-line = – { $name }
announce-template-none = Шаблонов пока нет. Сохранить: /объявление шаблон экскурсия: родители 5А: { "{" }завтра{ "}" } экскурсия, сбор в { "{" }время{ "}" }.
announce-template-kept = Шаблон «{ $name }» сохранён. Использовать: /объявление шаблон { $name }.
announce-template-removed = Шаблон «{ $name }» удалён.
announce-template-unknown = Шаблона «{ $name }» у Вас нет. Список: /объявление шаблоны.
announce-template-large = Название до 40 букв, текст до 3000, шаблонов не больше 20.
announce-template-missing = В шаблоне «{ $name }» не заполнено: { $missing }. Напишите, например: /объявление шаблон { $name } { $missing }=10:00.
announce-digest-on = Хорошо. Вечером, в 19:00, пришлю Вам главное за день, если объявления были. Отключить: /объявление сводка выкл.
announce-digest-off = Вечерняя сводка отключена.
announce-digest-how = Напишите: /объявление сводка вкл или /объявление сводка выкл.
announce-digest = Главное за день:
    { $lines }
announce-digest-line = – { $title }

## Documents

help-document = /документ – действующие документы школы; /документ родители 5А до 20.09: Название и файл – опубликовать с ознакомлением
document-form = { $defect }
    Как написать: /документ родители 5А до 20.09: Название, и приложите файл
document-name = После двоеточия напишите название документа, до 80 букв.
document-words = Документ: { $name }.
document-which-file = Пришлите, пожалуйста, файл документа «{ $name }».
document-no-file = Здесь нужен файл. Пришлите его, пожалуйста, как документ.
document-here = Документ «{ $name }».
documents-none = Действующих документов для Вас пока нет.
documents-current = Действующие документы:
    { $lines }
documents-line = { $number }. { $name }{ $version ->
    [1] { "" }
   *[other] , редакция { $version }
}, { $date } ({ $audience })
documents-gone = Этот документ уже не действует. Что действует: /документ.
button-document = { $number }. { $name }
