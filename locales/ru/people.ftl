# People: whose account it is, who waits for a decision, who comes and goes.

help-requests = /заявки – кто ждёт Вашего решения

## Requests

requests-none = Заявок, которые ждут Вашего решения, нет.
requests-open = { $count ->
    [one] Ждёт решения { $count } заявка.
    [few] Ждут решения { $count } заявки.
   *[other] Ждут решения { $count } заявок.
}
requests-gone = Эта заявка уже неактуальна. Что ждёт решения: /заявки.
requests-decided = Заявка уже рассмотрена { $date } в { $time }: { $state ->
    [granted] подтверждено
   *[declined] отклонено
}.
requests-snack-decided = Уже рассмотрено
requests-own = Заявку о Вас рассматривает другой администратор. Если другого нет, попросите того, кто обслуживает сервер бота, выполнить dezhurny admin-code.

## The role of somebody who linked an account

role-card = { $who }, { $role }, { $gender ->
    [female] подключилась
    [male] подключился
   *[other] подключение
} { $date } в { $time }. Это действительно { $gender ->
    [female] она
    [male] он
   *[other] этот человек
}? До подтверждения приглашать участников нельзя. Спросите лично или по известному Вам телефону.
button-role-yes = Подтвердить
button-role-no = { $gender ->
    [female] Это не она
    [male] Это не он
   *[other] Это другой человек
}
role-snack-confirmed = Подтверждено
role-snack-declined = Аккаунт отключён
role-confirmed = Ваша роль подтверждена. Что Вы можете: /помощь.
role-declined = Администратор платформы не подтвердил, что это Ваш аккаунт. Пожалуйста, обратитесь к нему лично и возьмите новый код.
role-unlinked = { $who }: аккаунт отключён, код больше не действует. Вручите новый код лично.

## A lost phone

relink-card = { $who }, { $role }, { $date } в { $time } { $gender ->
    [female] подключилась
    [male] подключился
   *[other] подключение
} ещё с одного аккаунта. Если телефон потерян или сменился, отключите прежний. Если { $gender ->
    [female] она
    [male] он
   *[other] этот человек
} об этом не знает, отключите новый.
button-relink-old = Отключить прежний
button-relink-both = Оставить оба
button-relink-new = Отключить новый
relink-snack-out = Отключено
relink-snack-both = Оба аккаунта остаются
relink-out = Этот аккаунт больше не подключён к школе. Если это ошибка, пожалуйста, обратитесь к классному руководителю или администратору платформы.

## Personal codes

codes-alarm = За последний час введено неверных личных кодов: { $count }. Похоже, что коды подбирают. Приём кодов приостановлен и возобновится сам, не раньше { $time } { $date }. Люди, которых школа уже знает, ничего не заметят.

## /движение

help-movement = /движение перевод s01 5А 5Б приказ 17 от 02.10.2026 – перевод, отчисление, приём, замена
button-movement-do = Выполнить
button-movement-quiet = Без сообщения
button-movement-cancel = Отмена
button-movement-who = { $who } ({ $id })
movement-done = Выполнено.
movement-cancelled = Хорошо, ничего не меняю.
movement-waits = Принято. Начнёт действовать { $date }.
movement-passed = Просит { $role }. { $preview }
movement-passed-on = Передано тому, кто оформляет движение. Ответ придёт сюда.
movement-impossible = Движение, которое должно было начать действовать сегодня, не выполнено. { $why }
purge-told = Данные выбывших удалены { $date }, людей: { $count }. Номер акта об уничтожении: { $act }.

## /найти: somebody of the list, and what is settled about them

help-find = /найти Сидорова – роль, класс, подключение
find-form = Напишите фамилию (можно с именем) или номер из списка.
find-nobody = Не найдено.
find-several = Нашлось несколько, { $count }:
    { $lines }
find-one = – { $name }, { $role }{ $classes ->
    [0] { "" }
   *[other] { " " }{ $classes }
}: /найти { $id }
find-card = { $lines }
find-name = { $name } ({ $id }), { $role }
find-classes = Классы: { $classes }
find-subject = Предмет: { $subject }
find-children = Дети: { $children }
find-linked = Подключение к боту: { $count ->
    [0] нет
    [one] есть
   *[other] есть, аккаунтов: { $count }
}
find-unconfirmed = Роль не подтверждена: /заявки
find-left = Участие завершено ({ $act }), данные будут удалены до { $date }
find-other-way = Иной способ связи: { $how }
find-additional = Дополнительный администратор { $until ->
    [none] без срока
   *[other] до { $until } включительно
}
find-substitutes = Исполняет обязанности классного руководителя { $class } с { $since }{ $until ->
    [none] { "" }
   *[other] { " " }по { $until }
} ({ $act })
find-committee = Родительский комитет: { $classes }
find-delegate = Доверенное лицо по { $until } ({ $by })
find-restricted = Ограничение по решению суда с { $since } ({ $act }). Эту строку видит только администратор.
button-settle-other-way = Иной способ связи
button-settle-same-way = Снова через чаты
button-settle-committee = В родительский комитет
button-settle-no-committee = Вывести из комитета
button-settle-delegate = Доверенное лицо
button-settle-no-delegate = Больше не доверенное лицо
button-settle-restrict = Ограничение по решению суда
button-settle-unrestrict = Снять ограничение
button-settle-lost = Отключить аккаунты
settle-form-other-way = Напишите, как семья получает сведения, например: бумажный дневник.
settle-form-delegate = Напишите, до какого числа (не дольше года) и на каком основании, например: до 31.12.2026, заявление Сидоровой Е. В. от 01.09.2026.
settle-form-restrict = Укажите решение: номер и дату, например: решение 2-145 от 01.09.2026.
settle-done = Записано.
settle-lost = Аккаунты отключены. Новый личный код выдаёт классный руководитель или администратор платформы.

## /назначить

help-appoint = /назначить дополнительным администратором u01 до 31.12.2026 – если это предусмотрено Положением
appoint-form = Напишите, кого и до какого дня.
appoint-which = Таких несколько. Напишите номер из списка, например: назначить дополнительным администратором u01.
appoint-whom = Дополнительного администратора назначают из присоединившихся педагогических работников ({ $cited }).
appoint-whom-plain = Дополнительного администратора назначают из присоединившихся педагогических работников.
appoint-date = Этот день уже прошёл. Напишите другой или не указывайте его.
appoint-ask = Назначить дополнительным администратором: { $who }{ $until ->
    [none] , без срока?
   *[other] , до { $until } включительно?
}
button-appoint-do = Назначить
button-appoint-pass = Передать
appoint-done = Назначен дополнительный администратор: { $who }.
appoint-told = Вас назначили дополнительным администратором платформы. Что Вы можете: /помощь.
appoint-passed = Администратор платформы просит решить: нужен ли школе дополнительный администратор. Положением этот вопрос не урегулирован, решение оформляется приказом.
appoint-passed-on = Передано администрации школы.
appoint-nobody = Из администрации школы пока никто не подключён. Пожалуйста, обратитесь лично.
button-settle-no-additional = Больше не администратор

## /я

me-unconfirmed = Ваша роль пока не подтверждена администратором платформы, поэтому приглашать участников пока нельзя.
me-accounts = Подключено аккаунтов: { $count }. Если какой-то из них не Ваш, пожалуйста, сразу сообщите администратору платформы.
