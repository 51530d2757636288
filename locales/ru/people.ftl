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
