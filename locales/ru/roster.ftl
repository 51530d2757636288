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
roster-spreadsheet = Это файл Excel. Пока читаются только списки CSV: откройте его и выберите «Файл» → «Сохранить как» → «CSV».
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
roster-then = { $first } { $next }
roster-comma = { $first }, { $next }
roster-too-large = Файл больше 10 МБ. Пожалуйста, оставьте в нём только список людей.
roster-too-long = В файле больше 100 000 строк. Пожалуйста, оставьте в нём только список людей.
roster-no-list = Это не таблица. Пришлите список файлом CSV или Excel (XLSX).
roster-code = { $code } · { $name } · { role } · { $class } · до { $until }
