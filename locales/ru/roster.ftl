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
roster-error-cell = в столбце «{ $column }» недопустимые знаки или слишком длинный текст
roster-error-phone = в столбце «{ $column }» похоже на номер телефона, его хранить нельзя
roster-error-student-children = у обучающегося указаны дети
roster-error-last-administrator = это единственный администратор платформы, сначала назначьте другого
roster-summary = Проверка списка: работников { $staff }, обучающихся { $students }, родителей { $parents }, классов { $classes }.
roster-dropped = Не загружены столбцы: { $columns }{ $more ->
    [0] { "" }
   *[other] { " " }и ещё { $more }
} – для работы бота они не нужны.
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
roster-unnamed = Столбцы без названия ({ $count }) тоже не загружены.
roster-compared = По сравнению с загруженным: новых { $fresh }, изменилось { $changed }.
roster-changed = Изменятся записи: { $count } ({ $names }{ $more ->
    [0] { "" }
   *[other] { " " }и ещё { $more }
}).
roster-missing = Нет в этом списке: { $count } ({ $names }{ $more ->
    [0] { "" }
   *[other] { " " }и ещё { $more }
}). Их записи остаются; если кто-то выбыл, оформите это командой /движение.
roster-gone = Выбыли по приказу, но есть в списке: { $count } ({ $names }{ $more ->
    [0] { "" }
   *[other] { " " }и ещё { $more }
}). Они не загружаются; вернуть можно командой /движение приём.
roster-book-old = Это файл старого Excel (XLS) или файл с паролем. Сохраните его без пароля как «Книга Excel (XLSX)» или CSV и пришлите ещё раз.
roster-book-locked = Файл защищён паролем. Сохраните его без пароля и пришлите ещё раз.
roster-book-macros = В файле есть макросы, такие файлы не принимаются. Сохраните список как «Книга Excel (XLSX)» или CSV.
roster-book-links = Файл связан с другими файлами или базами данных, такие файлы не принимаются. Скопируйте список на чистый лист «только значения» и сохраните новый файл.
roster-book-formula = В файле есть формулы (ячейка { $cell }), такие файлы не принимаются. Скопируйте список на чистый лист «только значения» и сохраните новый файл.
roster-book-large = Содержимое файла слишком велико. Скопируйте на чистый лист только список людей и сохраните новый файл.
roster-book-damaged = Файл повреждён, прочитать его не удалось. Откройте его, сохраните заново как XLSX или CSV и пришлите ещё раз.
roster-sheet = Список
roster-exported = { $count ->
    [one] Выгружена { $count } запись.
    [few] Выгружены { $count } записи.
   *[other] Выгружено { $count } записей.
} В файле персональные данные: храните его так, как требует закон, и удалите, когда он не нужен.
roster-file-there = такой файл уже есть, он не тронут. Укажите другое имя.
roster-then = { $first } { $next }
roster-comma = { $first }, { $next }
roster-too-large = Файл больше 10 МБ. Пожалуйста, оставьте в нём только список людей.
roster-too-long = В файле больше 100 000 строк. Пожалуйста, оставьте в нём только список людей.
roster-no-list = Это не таблица. Пришлите список файлом CSV или Excel (XLSX).
roster-code = { $code } · { $name } · { role } · { $class } · до { $until }

## /движение

movement-form = Напишите, кто, куда и по какому приказу. Например:
    перевод s01 5А 5Б приказ 03-05-17 от 02.10.2026
    отчисление s03 приказ 03-05-18 от 05.10.2026
    приём s07 Орлова Ника 5Б приказ 03-05-19 от 05.10.2026
    увольнение u01 приказ 01-10-40 от 05.10.2026
    замена k01 u01 с 12.10.2026 до 23.10.2026 приказ 01-10-41 от 05.10.2026
    смена классного 5А u01 с 12.10.2026 приказ 01-10-42 от 05.10.2026
movement-order = Укажите реквизиты приказа ({ $cited }).
movement-order-plain = Укажите реквизиты приказа: номер и дату.
movement-date = Проверьте, пожалуйста, даты: день, месяц и год, например 12.10.2026; последний день не может быть раньше первого.
movement-nobody = «{ $name }» в списке школы нет. Напишите фамилию и имя или номер (id) из списка.
movement-which = Кого Вы имеете в виду: { $names }{ $more ->
    [0] ?
   *[other] { " " }и ещё { $more }? Напишите фамилию и имя или номер (id) из списка.
}
movement-which-class = Укажите класс, например: смена классного 5А u01 с 12.10.2026 приказ 01-10-42 от 05.10.2026.
movement-class-unknown = Класса { $class } в списке школы нет.
movement-class-same = { $name }: уже в классе { $class }.
movement-class-other = { $name }: в списке школы класс { $own }, а не { $class }. Проверьте, пожалуйста, приказ и список.
movement-left = { $name }: уже выбыл(а). Вернуть в школу: приём.
movement-known = { $name }: уже в списке школы.
movement-pupils-only = { $name } – не обучающийся. Перевод и отчисление оформляются для обучающихся, для работников – увольнение, замена, смена классного.
movement-staff-only = { $name } – не работник школы. Увольнение оформляется для работников, для обучающихся – отчисление.
movement-last-administrator = { $name } – единственный администратор платформы. Сначала назначьте другого.
movement-no-stand-in = Заменять классного руководителя может другой работник школы.
movement-no-leader = { $name } не ведёт класс { $class }.
movement-done-before = Уже выполнено { $at }.
movement-chat = { $kind ->
    [subject] «{ $subject } { $class }»
   *[other] «{ chat-name }»
}
movement-of = { $who }: { $moves }.
movement-of-parent = Родитель { $who }: { $moves }.
movement-leaves = выйдет из { $chats }
movement-invites = приглашения: { $chats }
movement-stays = остаётся в { $chats } ({ $count ->
    [1] учится
   *[other] учатся
} { $names })
movement-invited = получит { $count ->
    [1] приглашение
   *[other] приглашения
} в { $chats }
movement-and = { $first } и { $next }
movement-no-chats = чаты не меняются
movement-no-children = других детей в школе нет
movement-purged = данные в боте будут удалены до { $until }
movement-leaderless = Класс { $class } останется без классного руководителя: оформите замену или смену.
movement-begins = Начнёт действовать { $date }.
movement-notice-moved = { $count ->
    [1] Выбыл
   *[other] Выбыли
} в { $class }: { $count }.
movement-notice-left = { $count ->
    [1] Выбыл
   *[other] Выбыли
}: { $count }.
movement-notice-came = { $count ->
    [1] Прибыл
   *[other] Прибыли
}: { $count }.
movement-notice-leads = Вы исполняете обязанности классного руководителя { $class }. Права в чатах класса действуют.
movement-notice-relieved = Классное руководство { $class } передано. Благодарим за работу с классом.
movement-farewell = Участие в чатах завершено. Данные в боте будут удалены до { $until }. Выгрузить копию: /мои_данные.
