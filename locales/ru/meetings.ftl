# Meetings: /собрание, reminders, attendance, minutes and decisions.

help-meeting = /собрание – ближайшие собрания, на которые Вас приглашают
help-meeting-lead = /собрание 5А в пятницу в 18:30, повестка: питание; разное – назначить; также: перенести, отменить, начать, завершить, голосование 2, протокол, план; без слов – ближайшие и кто будет

meeting-weekday = { $weekday ->
    [mon] понедельник
    [tue] вторник
    [wed] среда
    [thu] четверг
    [fri] пятница
    [sat] суббота
   *[sun] воскресенье
}
meeting-weekday-on = { $weekday ->
    [mon] в понедельник
    [tue] во вторник
    [wed] в среду
    [thu] в четверг
    [fri] в пятницу
    [sat] в субботу
   *[sun] в воскресенье
}
meeting-weekday-short = { $weekday ->
    [mon] пн
    [tue] вт
    [wed] ср
    [thu] чт
    [fri] пт
    [sat] сб
   *[sun] вс
}
meeting-date = { $day } { $month ->
    [jan] января
    [feb] февраля
    [mar] марта
    [apr] апреля
    [may] мая
    [jun] июня
    [jul] июля
    [aug] августа
    [sep] сентября
    [oct] октября
    [nov] ноября
   *[dec] декабря
}
meeting-moment = { meeting-weekday }, { meeting-date } { $year } г., { $time } ({ $zone })
meeting-invite-date = { meeting-date } { $year } г. ({ meeting-weekday }) в { $time }
meeting-day-short = { meeting-weekday-on } в { $time }
meeting-day-long = { meeting-weekday-on }, { meeting-date }, в { $time }
meeting-title = { $kind ->
    [class-parents] Родительское собрание { $class } класса
    [school-parents] Общешкольное родительское собрание
    [council] Педагогический совет
    [staff] Рабочее совещание
    [consultation] Консультация: { $class }{ $taught ->
        [yes] , { $subject }
       *[no] { "" }
    }
    [lesson] Урок: { $class }{ $taught ->
        [yes] , { $subject }
       *[no] { "" }
    }
   *[event] Мероприятие: { $class } класс
}
meeting-name = { $kind ->
    [class-parents] родительское собрание { $class } класса
    [school-parents] общешкольное родительское собрание
    [council] педагогический совет
    [staff] рабочее совещание
    [consultation] консультация для { $class } класса
    [lesson] урок в { $class } классе
   *[event] мероприятие { $class } класса
}
meeting-chat = «{ chat-name }»
meeting-file-name = собрание { $date }

## Making a meeting

meeting-ask-class = Какого класса собрание? Напишите, например: 5А.
meeting-class-defect = Такого класса я не понял. Напишите, пожалуйста, например: 5А.
meeting-ask-agenda = Какая повестка? Напишите вопросы через точку с запятой, например: итоги четверти; питание; разное.
meeting-ask-change = Что изменить? Напишите новое время («в субботу в 11:00»), повестку («повестка: питание; разное») или пришлите ссылку на звонок.
meeting-when-doubt = { $about ->
    [half] Утра или вечера? Выберите, пожалуйста.
    [day] { $count ->
        [one] Имеется в виду { $moment }?
       *[many] Какой день имеется в виду? Выберите, пожалуйста.
    }
    [mismatch] День недели и число не совпадают. Выберите, пожалуйста, верное.
    [rough] Уточните, пожалуйста: { $moment }?
    [no-time] В какое время? Напишите, например: в 18:30.
   *[no-day] { $count ->
        [0] В какой день? Напишите, например: в пятницу или 25 сентября.
       *[other] В какой день? Выберите или напишите, например: в пятницу или 25 сентября.
    }
}
meeting-when-defect = { $why ->
    [past] Это время уже прошло. Когда состоится собрание?
    [several] Здесь несколько дней или времён. Напишите, пожалуйста, одно, например: в пятницу в 18:30.
    [not-a-time] Такого времени не бывает. Напишите, пожалуйста, например: в пятницу в 18:30.
    [not-a-day] Такого дня нет в календаре. Напишите, пожалуйста, например: 25 сентября в 18:30.
    [too-far] Это больше чем через год. Напишите, пожалуйста, ближе.
    [unread] Не всё понял. Напишите только день и время, например: 25 сентября в 18:30.
   *[nothing] Когда? Напишите день и время, например: в пятницу в 18:30.
}
meeting-preview = { meeting-title }: { meeting-moment }. { $repeats ->
    [weekly] Повторяется каждую неделю. { "" }
    [fortnightly] Повторяется раз в две недели. { "" }
    [monthly] Повторяется каждый месяц. { "" }
   *[once] { "" }
}{ $items ->
    [0] { "" }
   *[other] Повестка: { $agenda }. { "" }
}Ссылка на звонок: { $linked ->
    [yes] { $link }
   *[no] создайте или вставьте.
} { $doubts }Верно?
meeting-doubts = Обратите внимание:
    { $doubts }
    { "" }
meeting-doubt = { $doubt ->
    [holiday] – это праздничный день
    [break] – это каникулы или длинные выходные
    [day-off] – это выходной день
    [quiet] – это тихие часы ({ $from }–{ $to }): напоминание за 10 минут получат только те, кто отметил «Буду», в личные сообщения
   *[clash] – на это время уже назначена другая встреча тех же участников
}
meeting-paste-link = Пришлите, пожалуйста, ссылку на звонок одним сообщением.
meeting-link-how = Сам начать звонок бот не может. Откройте чат, нажмите «Звонок» – «Создать ссылку», скопируйте её и пришлите сюда. В следующий раз я предложу ту же ссылку.
meeting-link-defect = { $why ->
    [not-secure] Эта ссылка небезопасна: нужна обычная, начинается с https://.
    [not-a-call] Это не похоже на ссылку на звонок. Подходят звонки ВКонтакте, Сферума и MAX, а другие – если администратор платформы разрешил этот сайт.
   *[not-a-link] Ссылки здесь не видно. Пришлите её, пожалуйста, ещё раз.
}
meeting-no-chat = Некуда отправить приглашение: чат, в котором состоится «{ meeting-name }», ещё не подключён. Зарегистрируйте его командой /чат в самом чате и повторите.
meeting-published = Опубликовано в чате { $where }. Напоминания придут туда же. Кто будет – спросите меня: /собрание.
meeting-published-later = Сейчас тихие часы: приглашение появится в чате { $where } { meeting-weekday-on } в { $time }.
meeting-left = Хорошо, ничего не изменилось.
meeting-refused = В нашей школе собрание назначает: { $who }.
meeting-refused-offer = В нашей школе собрание назначает: { $who }. Передать?
meeting-passed = Передано классному руководителю.
meeting-not-passed = Классный руководитель ещё не подключён к боту. Пожалуйста, скажите ему лично.
meeting-wish = { $who } ({ $role }) просит назначить собрание: «{ $line }»
meeting-wish-declined = Классный руководитель пока не может назначить собрание. Пожалуйста, обсудите это с ним лично.
meeting-declined = Хорошо, я передам.
meeting-approval-asked = Отправлено на подтверждение. Когда его подтвердят, приглашение появится в чате.
meeting-approve = { $who } предлагает: { meeting-name } – { $moment }. Подтвердить?
meeting-approved = Подтверждено: { meeting-name }. Приглашение отправлено.
meeting-not-approved = Не подтверждено: { meeting-name }. Пожалуйста, обсудите это лично.

## In the chat

meeting-moved-what = { $kind ->
    [council] Педсовет { $date } перенесён
    [consultation] Консультация { $date } перенесена
    [lesson] Урок { $date } перенесён
    [staff] Совещание { $date } перенесено
    [event] Мероприятие { $date } перенесено
   *[other] Собрание { $date } перенесено
}
meeting-cancelled-what = { $kind ->
    [council] Педсовет { $date } отменён.
    [consultation] Консультация { $date } отменена.
    [lesson] Урок { $date } отменён.
    [staff] Совещание { $date } отменено.
    [event] Мероприятие { $date } отменено.
   *[other] Собрание { $date } отменено.
}
meeting-greeting = { $kind ->
    [class-parents] Уважаемые родители!
    [school-parents] Уважаемые родители!
    [council] Уважаемые коллеги!
    [staff] Уважаемые коллеги!
   *[other] Здравствуйте!
}
meeting-invite-agenda = { $items ->
    [0] { "" }
   *[other] Повестка: { $agenda }. { "" }
}
meeting-invite-link = { $linked ->
    [yes] Подключение: { $link }. { "" }
   *[no] { "" }
}
group-meeting-invite = { $greeting } { $on } состоится { $named } (онлайн). { $about }{ $joining }Пожалуйста, отметьте, сможете ли Вы участвовать.
group-meeting-remind = Напоминаем: { $day ->
    [today] сегодня в { $time }
    [tomorrow] завтра в { $time }
   *[later] { meeting-weekday-on }, { meeting-date }, в { $time }
} – { $named }.
group-meeting-remind-today = Напоминаем: сегодня в { $time } – { $named }.{ $linked ->
    [yes] { " " }Ссылка: { $link }
   *[no] { "" }
}
group-meeting-remind-hour = { $kind ->
    [council] Педсовет начнётся
    [staff] Совещание начнётся
    [consultation] Консультация начнётся
    [lesson] Урок начнётся
    [event] Мероприятие начнётся
   *[other] Собрание начнётся
} через час, в { $time }.{ $linked ->
    [yes] { " " }Ссылка: { $link }
   *[no] { "" }
}
group-meeting-remind-soon = { $kind ->
    [council] Педсовет начинается
    [staff] Совещание начинается
    [consultation] Консультация начинается
    [lesson] Урок начинается
    [event] Мероприятие начинается
   *[other] Собрание начинается
} через 10 минут. { $linked ->
    [yes] Подключайтесь: { $link }
   *[no] Подключайтесь, пожалуйста.
}
group-meeting-begins = { $kind ->
    [council] Педсовет начался.
    [staff] Совещание началось.
    [consultation] Консультация началась.
    [lesson] Урок начался.
    [event] Мероприятие началось.
   *[other] Собрание началось.
} { $linked ->
    [yes] Подключайтесь: { $link }.
   *[no] Подключайтесь, пожалуйста.
} Кто пришёл, отметьтесь кнопкой.
group-meeting-vote = Вопрос { $number }: { $title }. Как Вы голосуете?
group-meeting-moved = { $what } на другое время: { $moment }. { $why ->
    [yes] Причина: { $reason }. { "" }
   *[no] { "" }
}Приносим извинения. Пожалуйста, отметьте, сможете ли Вы участвовать.
group-meeting-cancelled = { $what } { $why ->
    [yes] Причина: { $reason }. { "" }
   *[no] { "" }
}Приносим извинения.
group-meeting-decisions = { $kind ->
    [council] Решения педсовета
    [staff] Решения совещания
    [consultation] Итоги консультации
    [lesson] Итоги урока
    [event] Итоги мероприятия
   *[other] Решения собрания
} от { $date }: { $decisions }. Спасибо за участие!

## Answers of those who are invited

button-meeting-will = Буду
button-meeting-wont = Не смогу
button-meeting-ask = Вопрос к собранию
button-meeting-there = Я на собрании
button-meeting-for = За
button-meeting-against = Против
button-meeting-abstained = Воздержусь
button-meeting-read = Ознакомлен(а)
meeting-snack-answered = { $will ->
    [yes] Спасибо, отмечено: Вы будете.
   *[no] Спасибо, отмечено: Вы не сможете.
}
meeting-snack-ask = Напишите вопрос мне в личные сообщения.
meeting-snack-there = Спасибо, отмечено: Вы на собрании.
meeting-snack-voted = { $vote ->
    [for] Ваш голос: за.
    [against] Ваш голос: против.
   *[abstained] Ваш голос: воздержались.
}
meeting-snack-read = Спасибо, отмечено.
meeting-snack-unknown = Я ещё не знаю Вас: введите личный код в личных сообщениях.
meeting-snack-not-asked = Спасибо! Отмечаются только приглашённые.
meeting-snack-defect = { $why ->
    [cancelled] Эта встреча отменена.
    [ended] Эта встреча уже закончилась.
    [begun] Эта встреча уже началась.
    [not-begun] Эта встреча ещё не началась.
    [closed] Отметиться уже нельзя.
    [past] Это время уже прошло.
    [same] Встреча и так назначена на это время.
   *[old-plan] Встреча перенесена: ответьте под новым сообщением.
}
meeting-ask-question = Ваш вопрос к встрече «{ meeting-title }»? Напишите его одним сообщением: увидит только организатор.
meeting-question-empty = Напишите, пожалуйста, вопрос словами.
meeting-question-passed = { $role ->
    [class-teacher] Вопрос передан классному руководителю.
   *[other] Вопрос передан организатору.
}
meeting-question = Вопрос к встрече «{ meeting-title }» ({ $date }) от { $who }: «{ $words }»
meeting-asked-again = { meeting-title }: время изменилось. Теперь это { meeting-moment }. Сможете ли Вы участвовать?
meeting-decisions-absent = { meeting-title }, { $date }. Решения: { $decisions }. Пожалуйста, отметьте, что прочитали.

## For whoever leads it

meeting-none = { $verb ->
    [end] Сейчас не идёт ни одной Вашей встречи.
    [begin] В ближайший час у Вас нет встреч.
    [vote] Голосуют, когда собрание идёт. Сейчас ни одно не идёт.
    [minutes] Законченных собраний без протокола нет.
   *[other] Предстоящих встреч у Вас нет.
}
meeting-which = О какой встрече речь?
meeting-no-meetings = Предстоящих собраний пока нет.
meeting-list = { $lines }
meeting-line = { meeting-title }: { meeting-moment }{ $linked ->
    [yes] . Ссылка: { $link }
   *[no] { "" }
}
meeting-own = { meeting-title }: { meeting-moment }
    { $lines }
meeting-count = { $what ->
    [will] – будут: { $count }
    [wont] – не смогут: { $count }
    [there] – отметились: { $count }
   *[late] – позже чем на 10 минут: { $count }
}{ $names }
meeting-names = { " " }({ $names })
meeting-quorum = { $is ->
    [yes] – больше половины из { $all }
   *[no] – меньше половины из { $all }
}
meeting-line-question = – вопрос, { $who }: «{ $words }»
meeting-begun = Началось. В чате появилась кнопка «Я на собрании».
meeting-vote-form = Какой вопрос голосуется? Напишите его номер, например: /собрание голосование 1. Вопросов в повестке: { $items }.
meeting-vote-called = Голосование по вопросу { $number } в чате. Итог войдёт в протокол.
meeting-move-when = { $why ->
    [nothing] На когда перенести? Напишите день и время, например: на понедельник в 18:30.
   *[other] { meeting-when-defect }
}
meeting-move-preview = { meeting-title }, { $date } в { $time }: перенести на другое время – { $moment }? { $why ->
    [yes] Причина: { $reason }. { "" }
   *[no] Причина не указана. { "" }
}{ $doubts }
meeting-cancel-preview = { meeting-title }, { $date } в { $time }: отменить? { $why ->
    [yes] Причина: { $reason }.
   *[no] Причина не указана.
}
meeting-moved = Перенесено. Прежние напоминания отменены, ответы собираются заново.
meeting-cancelled = Отменено. Напоминаний больше не будет.
meeting-ended = Присутствовали { $there } из { $all } (по отметкам). Подготовить протокол?
meeting-no-minutes = Хорошо. Если понадобится: /собрание протокол.
meeting-item-untitled = Разное
meeting-ask-item = { $number }. { $title }. { $part ->
    [heard] Что слушали?
   *[decided] Что решили?
}
meeting-minutes-line = { $number }. { $title }. Слушали: { $heard }. Решили: { $decided }.
meeting-minutes-draft = Протокол № { $number }, проект:
    { $lines }
    Всё верно? Исправить можно так: 2 решили: …
meeting-edit-form = Чтобы исправить, напишите, например: 2 решили: собрать предложения до 1 октября.
meeting-minutes-ready = Протокол для подписи – в файле. В чат я его не отправляю.
meeting-decisions-when = { $two ->
    [yes] Опубликовать { $first } или { $second }?
   *[no] Сейчас тихие часы. Опубликовать { $first }?
}
meeting-decisions-later = Решения будут опубликованы { meeting-weekday-on }, { meeting-date }, в { $time }.
meeting-decisions-published = Решения опубликованы. Тем, кто не отметился на собрании, они отправлены лично.
meeting-decisions-already = Эти решения уже опубликованы.
meeting-calendar-agenda = { $items ->
    [0] { "" }
   *[other] Повестка: { $agenda }
}
meeting-year-title = План собраний
meeting-year = План собраний:
    { $lines }
    { $more ->
        [0] Все – в файле для календаря.
       *[other] Ещё { $more } – в файле для календаря.
    }

button-meeting-no = Отмена
button-meeting-publish = Опубликовать
button-meeting-change = Изменить
button-meeting-make-link = Создать
button-meeting-paste-link = Вставить
button-meeting-when = { $moment }
button-meeting-class = { $class }
button-meeting-no-agenda = Без повестки
button-meeting-pass = Передать
button-meeting-call = Назначить
button-meeting-approve = Подтвердить
button-meeting-which = { $meeting }
button-meeting-move = Перенести
button-meeting-cancel = Отменить встречу
button-meeting-cancel-all = Отменить и все следующие
button-meeting-minutes = Подготовить протокол
button-meeting-not-needed = Не нужно
button-meeting-skip = Пропустить
button-meeting-ready = Готов
button-meeting-minutes-again = Заполнить заново
button-meeting-decisions = Опубликовать решения

## The minutes on paper

document-minutes-name = протокол № { $number } от { $date }
document-minutes-head = { $school }
    ПРОТОКОЛ № { $number }
    { $of }
document-minutes-of = { $kind ->
    [class-parents] родительского собрания { $class } класса
    [school-parents] общешкольного родительского собрания
    [council] педагогического совета
    [staff] рабочего совещания
    [consultation] консультации для { $class } класса
    [lesson] урока в { $class } классе
   *[event] мероприятия { $class } класса
}
document-minutes-when = { $date }{ "\u0009" }начало { $begun }, окончание { $ended }
document-minutes-who = Форма: онлайн (школьная платформа)
    Присутствовали: { $present } (список прилагается)
    Председатель: { $presided }
    Секретарь: ____________
document-minutes-present = { $there } из { $all } { $kind ->
    [class-parents] родителей (законных представителей)
    [school-parents] родителей (законных представителей)
    [council] работников
    [staff] работников
   *[other] обучающихся
}
document-minutes-presided = { $role } { $who }
document-minutes-agenda = ПОВЕСТКА
document-minutes-questions = Вопросы, поступившие заранее: { $questions }.
document-minutes-item = { $number }. СЛУШАЛИ: { $heard }
    РЕШИЛИ: { $decided } (за { $for }, против { $against }, воздержались { $abstained })
document-minutes-list = ПРИЛОЖЕНИЕ. Список присутствовавших
document-minutes-signed = Председатель ____________{ "\u0009" }{ "\u0009" }Секретарь ____________

## On buttons

meeting-on-button = { $kind ->
    [class-parents] { $class }
    [school-parents] Общешкольное
    [council] Педсовет
    [staff] Совещание
    [consultation] Консультация { $class }
    [lesson] Урок { $class }
   *[event] Мероприятие { $class }
}, { $date } { $time }
meeting-moment-on-button = { meeting-weekday-short }, { meeting-date }, { $time }

## Appointments

appointments-form = Назначить личные встречи можно так: /собрание запись 5А 28.09 с 16:00 до 18:00 по 15 минут.
appointments-preview = Личные встречи с родителями { $class } класса: { $moment }, по { $each } мин., мест: { $count }. Верно?
appointments-no-chat = Чат «{ $class } – родители» ещё не подключён. Зарегистрируйте его командой /чат в самом чате.
appointments-quiet = Сейчас тихие часы. Пожалуйста, нажмите «Опубликовать» утром.
appointments-opened = Запись открыта. Кто записался: /собрание запись.
appointments-none = Записи на личные встречи сейчас нет. Попросить о встрече: /собрание встреча и Ваш вопрос.
appointments-own = Личные встречи, { $class } класс, { $moment }:
    { $lines }
    { $waiting ->
        [0] Очереди нет.
       *[other] В очереди: { $waiting }.
    }
appointments-line = – { $time }: { $who } ({ $child })
appointments-line-free = – { $time }: свободно
appointments-cancelled = { $count ->
    [0] Запись отменена, никто ещё не записался.
   *[other] Запись отменена, всем записавшимся сообщено: { $count }.
}
group-appointments = Личные встречи с родителями { $class } класса ({ $who }): { $moment }, по { $each } мин. Чтобы выбрать время, нажмите кнопку: оно придёт Вам лично, другим не видно.
button-appointment-open = Записаться
button-appointment-wait = Встать в очередь
button-appointment-leave = Отказаться
button-appointment-child = { $child }
button-appointments-cancel = Отменить всю запись
appointment-snack = Время для выбора – в Ваших личных сообщениях.
appointment-child = О ком из детей Вы хотите поговорить?
appointment-choose = { $is ->
    [free] Выберите, пожалуйста, удобное время.
    [taken] Это время уже занято. Выберите, пожалуйста, другое.
    [waits] Свободного времени пока нет, Вы в очереди. Когда место освободится, я напишу.
   *[full] Свободного времени не осталось. Встать в очередь?
}
appointment-own = Вы записаны: { $moment }.
appointment-made = Вы записаны: { $moment }. За час напомню. Отказаться: /собрание запись.
appointment-waits = Вы в очереди. Когда место освободится, я напишу.
appointment-none = Вы ещё не записаны.
appointment-given-back = Запись отменена, время снова свободно.
appointment-offered = Освободилось время: { $moment }. Два часа оно держится за Вами. Записаться?
appointment-taken = Новая запись: { $who }, { $moment }.
appointment-left = Отказ от записи: { $who }, { $moment }.
appointment-cancelled = Личная встреча отменена: { $moment }. Пожалуйста, договоритесь о другом времени с классным руководителем.
appointment-reminder = Напоминаем: через час у Вас личная встреча – { $moment }.
appointment-wish = { $who } просит о личной встрече: «{ $line }». Назначить время для всех: /собрание запись.
