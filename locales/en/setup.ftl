## /настройка: the guided set-up

help-setup = /setup – first steps of the school and its settings; to change one: /setup тихие часы 21:00-07:00
setup-step = Step { $number } of { $of }. { $words }
setup-then = { $first } { $next }
setup-cited = { " " }({ $cited })
setup-accepted = Accepted.
setup-passed = Step { $number } has been taken already.
setup-over = The set-up is done. To change a setting: /setup.
setup-none = none yet
setup-more = and { $count } more
button-setup-order = Order No. { $number }
button-cancel = Cancel
button-setup-draft = Prepare
button-setup-later = Later
button-setup-next = Next
button-setup-right = All right

setup-order = Give the number and date of the order that appoints the platform's administrator{ $cited }.
setup-order-form = Write the number and date of the order like this: 01-10-300 от 28.08.2026. If there is none yet, write: нет приказа.
setup-order-ahead = The date of the order has not come yet. Please check it and write the number and the date again.
setup-order-none = Without an order there are no administrator's rights{ $cited }. Prepare a draft of the order?
setup-order-drafted = The draft of the order is ready. Once the director has signed it, write me its number and date, for example: 01-10-300 от 28.08.2026.
setup-no-order = Without an order there are no administrator's rights{ $cited }. Please give the order first: /setup.

setup-list = Load the list (CSV). Send the file here; an Excel sheet will do too. Nothing is kept until you confirm.
setup-list-there = Load the list (CSV). The school's list already holds { $count } { $count ->
    [one] entry
   *[other] entries
}; a new file is compared with it first.
button-list-there = The list is loaded already
button-list-load = Load { $count }
setup-who = The list has several administrators. Which of them are you?
button-setup-who = { $name }

setup-room = Create the class “Учительская” on the platform and confirm.
setup-room-first = “Учительская” is created first{ $cited }. After that we go on to the classes.
setup-room-form = When the class “Учительская” is there, press the button or write: готово.
button-setup-room = “Учительская” is there
setup-channels = The channels “Общешкольный” and “Сотрудники”. Create them on the platform. If you add me there, write in them: /чат канал общешкольный or /чат канал сотрудники.
setup-channels-form = When the channels are there, press the button or write: готово. You may come back to this later: write “позже”.
button-setup-channels = The channels are there
setup-chats = { $plan ->
    [required] Required
   *[recommended] Recommended
} chats ({ $required }):
    { $requiredLines }
    As needed ({ $optional }):
    { $optionalLines }
    Classes on the platform follow the school's list: { $classes }. Create the chat there too, make me its administrator and write in it which one it is, for example: /чат родители 5А. Those with ✓ are there.
setup-chats-form = Press the button or write: дальше. To see this list later: /setup чаты.
setup-chat = { $kind ->
    [leadership] director and deputies
    [staff] director and teachers
    [class_students] { $class } – pupils
    [class_parents] { $class } – parents
    [class_teachers] teachers of { $class }
   *[subject] { $subject } { $class }
}
setup-chat-line = { $there ->
    [yes] ✓
   *[no] –
} { $chat }
setup-settings = Settings of the school:
    { $lines }
    To change one, write its name and the new value, for example: тихие часы 21:00-07:00.
setup-papers = Prepare drafts of the orders and of the letter that registers the school?
setup-papers-form = Press the button or write “подготовить” or “без проектов”.
button-setup-without = Without drafts
setup-done = Done. { $plan ->
    [required] Required
   *[recommended] Recommended
} chats ({ $required }): { $requiredChats }. As needed ({ $optional }): { $optionalChats }. Roles “учитель” not confirmed: { $unconfirmed }.{ $made ->
    [yes] { " " }The letter that registers the school ({ $support }) and the orders are attached as drafts.
   *[no] { "" }
}

## Settings of the school

setup-menu = Settings of the school:
    { $lines }
    To change one, press a button or write, for example: /setup тихие часы 21:00-07:00. Back to the usual value: /setup тихие часы обычные.
    The plan of chats: /setup чаты. Drafts of the orders and the letter: /setup черновики.
setup-drafts = Drafts of the orders and of the letter that registers the school: complete, check and sign them.
button-setting = { setting-name }
setting-name = { $name ->
    [name] Name
    [phones] Telephones
    [requisites] Requisites
    [diary] Diary
    [support] Support
    [platform] Platform
    [hosts] Sites
    [quietHours] Quiet hours
    [answerHours] Hours of answer
    [workingWeek] Working week (days)
    [daysOff] Days off
    [workingDays] Working Saturdays
    [classMeetings] Meetings of a class
    [callLink] Link to a call
    [callRoom] Room for calls
    [oldChatNotice] Notice of the move in the old chat, and closing it
    [watchedRules] Rules that only watch
    [softRules] Rules that only remind
    [smallGroup] Small groups (fewer people than)
    [inviteDays] Invites are valid (days)
   *[inviteWarningDays] Reminder of invites (days before)
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
setting-none = none
setting-hours = { $from }–{ $to }
setting-words = { $words }
setting-changed = Saved. { $line }.
setting-same = It is so already. { $line }.
setting-ask = { $line }. Write the new value, for example: { $example }.
setting-unknown = I do not know such a setting. Write its name and the new value, for example: тихие часы 21:00-07:00. All settings: /setup.
setting-defect = { $name }: { $defect }. For example: { $example }.
setting-bad = this value is not understood
setting-bad-clock = a time has hours and minutes, from 00:00 to 23:59
setting-bad-hours = beginning and end may not be the same
setting-bad-date = a date is needed: day, month and year
setting-bad-phone = telephone numbers are needed, with commas
setting-bad-address = an address is needed that begins with https://
setting-bad-host = addresses of sites are needed, with commas, without spaces
setting-bad-week = a working week has five or six days
setting-bad-role = positions are needed, with commas: классный руководитель, учитель, заместитель, директор, администратор
setting-bad-rule = there is no such rule, or it cannot be made softer
setting-bad-call-link = needed: в приглашении, or: за 10 минут
setting-bad-room = an address is needed that begins with https:// and has { "{" }room{ "}" } in it
setting-bad-notice = needed: публикует бот, or: вручную
setting-old-chat-notice = { $value ->
    [bot] the bot posts it, and at the end, when whoever is responsible asks, says farewell, closes the old chat and revokes its own link
   *[copy] by hand
}
setting-call-link = { $value ->
    [ten-minutes] ten minutes before
   *[invitation] with the invitation
}
setting-bad-number = a whole number is needed
setting-out-of-bounds = this number will not do
setting-bad-words = words are needed
setting-empty = no value is given
setting-too-long = too long
setting-too-many = too many values
setting-bad-yaml = the file is malformed: look at indents, colons and quotes
setting-bad-encoding = the file is not saved as UTF-8: save it anew as UTF-8
setting-twice = one setting stands twice
setting-no-such = there is no such setting
setting-file-defect = { $at }: { $field }{ $defect }
doctor-settings = Settings of the school
doctor-settings-mend = mend this line; until then the settings from before hold. All names and values: docs/settings.md
doctor-setting = { $value } ({ $origin ->
    [school] set by the school
    [policy] from the policy's folder
   *[usual] the usual value
})
doctor-calendar = Production calendar
doctor-calendar-ends = known until { $until }
doctor-calendar-mend = add holidays and moved days to policies/calendar.yaml, or set them: /setup дни без занятий
setting-warning-too-early = the reminder must come before the invite ends

## /список

help-roster = /roster – how many people the school's list holds; to load a new one send the file; also: выгрузить; классы 5А, 5Б
list-none = The school's list is not loaded yet. Send it here as CSV or Excel: what is in it is shown first, and nothing is kept until you confirm.
list-overview = The school's list: staff { $staff }, pupils { $students }, parents { $parents }, classes { $classes }.
    { $lacks }
    To load a new list, send the file here. To save it: /roster выгрузить.
list-lacks = Please note: { $lacks }.
list-whole = Nothing is missing.
list-administrator = the platform's administrator has to be one of the teachers, give the subject
list-no-director = no director
list-leaderless = no class teacher: { $classes }
list-empty-classes = no pupils: { $classes }
list-without-parents = pupils without parents in the list: { $count }
list-send = Send the list as a file: CSV or an Excel sheet.
list-gone = This file cannot be opened any more. Please send the list again.
list-cancelled = Nothing was loaded. If need be, send the list again.
list-exported = The school's list. It holds personal data: keep the file where nobody else sees it, and delete it once it is not needed.
list-classes = Approved classes ({ $count }): { $classes }.
list-classes-form = Write the classes with commas, for example: /roster классы 5А, 5Б, 6А.
rule-name = { $rule ->
    [obscene] obscenity
    [insult] insults
    [personal-data] personal data
    [money] money
    [link] links
    [messenger] other messengers
    [marks] marks
    [gambling] gambling
    [advertising] advertising
    [flood] many messages
    [show-of-hands] raised hands
    [media] files
    [scam] scams
    [drugs] drugs
    [extremism] hostility
    [sexual] indecency
    [threat] threats
    [self-harm] distress
    [alone] a child alone
    [nickname] mocking names
   *[voice] voice messages
}
