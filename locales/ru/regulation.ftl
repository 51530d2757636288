## The life of an edition

by-clause = { " " }({ $clause })
list-and = { $first } и { $rest }
list-comma = { $first }, { $rest }
need-accepted = протокол педагогического совета
need-agreed = протокол управляющего совета
need-order = приказ директора
need-in-force-from = дата, с которой редакция действует
edition-lacks = Редакция не может быть введена: { $count ->
    [1] { $first ->
        [inForceFrom] нужна { $what }
       *[other] нужен { $what }
    }
   *[other] нужны { $what }
}{ $ground }.
edition-wrong = Редакция не может быть введена: { $what }{ $ground }.
edition-outrun = Редакция не может быть введена: уже принята редакция с более поздней датой.
edition-no-opinion = Не указано мнение советов обучающихся и родителей.
edition-lost-not = Похоже на опечатку в п. { $clause }: вероятно, пропущено «не».
edition-stage = { $stage ->
    [draft] проект
    [adopted] принята, ещё не действует
    [in-force] действует
   *[lapsed] утратила силу { $until }
}
archive-line = { $date } – { $stage } (приказ № { $number } от { $ordered })

## The short rules of a chat

group-rules = Правила нашего чата:
    { $rules }
    Вопросы и возражения: /помощь.
rule-polite = – уважаем друг друга ({ $cited })
rule-private = – не публикуем персональные данные и фото других людей без согласия ({ $cited })
rule-on-topic = – пишем по делу, частные вопросы – лично ({ $cited })
rule-quiet = – с { $from } до { $to } чат отдыхает; срочное сообщите классному руководителю ({ $cited })
rule-no-ads = – без рекламы, сборов денег и агитации ({ $cited })

## Defects of the school's files: file:line, how grave, what

defect-error = { $place }: ошибка: { $what }
defect-remark = { $place }: замечание: { $what }
defect-at = { $path }: { $what }
defect-yaml = файл не читается: проверьте отступы, кавычки и скобки
defect-encoding = файл сохранён не в UTF-8: откройте его, выберите «Сохранить как» и кодировку UTF-8
defect-key-twice = одно название стоит дважды
defect-too-long = файл больше любого Положения
defect-date = это не дата; пример: '2024-08-31'
defect-empty = пусто
defect-missing = не указано
defect-quotes = пишется в кавычках; пример: '355'
defect-long = слишком длинно
defect-many = слишком много
defect-boolean = пишется true (да) или false (нет)
defect-invisible = в тексте есть невидимые знаки; наберите эту строку заново
defect-order-ahead = приказ датирован днём, который ещё не наступил
defect-file-unknown = имя файла ничего не говорит программе, файл не читается; пример имени: 2024-08-31.yaml
defect-file-twice = второй файл того же назначения не читается; оставьте один
defect-type = записано не так; сравните с примером в policies
defect-choice = такого значения нет; возможные: { $choices }
defect-unknown-field = неизвестное название «{ $field }»
defect-bullet = подпункт называется одной буквой a…z
defect-bullet-twice = в пункте { $clause } подпункт стоит дважды
defect-bullet-gap = пропущена буква перед подпунктом «{ $bullet }»
defect-clause-number = номер пункта пишется в кавычках; пример: '4.2'
defect-clause-twice = пункт { $clause } стоит дважды
defect-no-clause = нет ни одного пункта
defect-section = раздел называется числом в кавычках; пример: '4'
defect-no-section = у пункта нет раздела
defect-cites-nothing = ссылка на пункт { $clause }, которого нет
defect-cites-no-rule = { $key } ссылается на пункт { $clause } Правил общения, которого нет
defect-key-absent = не сказано, на что ссылаться для { $key }; если пункта нет, напишите null
defect-key-nothing = { $key } ни на что не ссылается: опираться на него нельзя
defect-measure-regulation = { $key } ссылается на Положение; меры и тихие часы опираются только на Правила общения
defect-kind = { $key } ссылается на пункт { $clause } Правил общения, который не о том: у пункта нет вида «{ $kind }»
defect-unknown-rule = правила проверки «{ $rule }» нет
defect-rule-settings = настройки правила «{ $rule }» записаны не так
defect-rule-no-ground = у правила «{ $rule }» нет принятого основания: { $key } ни на что не ссылается
defect-rule-silent = правило «{ $rule }» молчит, пока не приняты Правила общения
defect-order-before-protocol = приказ подписан раньше протокола
defect-force-before-order = дата введения раньше приказа
defect-force-after-order = по этому Положению редакция действует со дня приказа; более поздней даты быть не может
defect-same-date = две редакции с одной датой
defect-file-name = имя файла – не та дата, с которой действует редакция
defect-gap = пункт { $clause } стоит там, где ожидается { $expected }; если номер пропущен в тексте школы, впишите его в gaps
defect-no-gap = пункт { $clause } назван пропущенным, но он есть
defect-letters = в слове «{ $word }» перепутаны русские и латинские буквы
defect-school = п. { $clause }: { $words }
defect-school-whole = { $words }
defect-rules-draft = Правила общения ещё не приняты: ограничений и тихих часов нет
defect-rules-opinions = правила с мерами не вступают в силу без мнения совета родителей и совета обучающихся
defect-ladder-hours = сам бот ограничивает не больше чем на сутки
defect-ladder-days = слишком много дней: мера длится до 7, нарушение помнят до 90
defect-ladder-step = у режима «только чтение» нужны hours, у предупреждения их нет
defect-ladder-first = первая ступень – всегда предупреждение
defect-opinion-late = мнение совета получено после приказа
defect-permission-unreachable = действие «{ $permission }» не разрешено никому
defect-row-twice = для «{ $clause }» уже есть строка
defect-ground = это не ключ ссылки и не пункт; пример: 3.3-j
defect-served = строка записана не так; нужно clause и does, by, test – или cannot – или later
defect-by = пишется «rule …», «command …» или «room …»
defect-test = это не файл проверки; пример: test/regulation/cite.test.ts
defect-served-nothing = пункта { $clause } нет
defect-not-served = о пункте { $clause } не сказано, что делает бот
defect-no-edition = в папке нет ни одной редакции; пример имени: 2024-08-31.yaml
defect-no-folder = папка не читается; POLICY_DIR называет папку редакций школы

## The page docs/clauses.md

clauses-title = Пункты Положений и бот
clauses-about = Печатается командой `dezhurny clauses` по файлам из `policies`. Строка без команды, правила или комнаты – то, чего бот не делает или чего ещё не делает.
clauses-counts = { $edition }. Пунктов и подпунктов: { $all }; работает: { $served }; позже: { $later }; не может: { $cannot }.
clauses-head-clause = Пункт
clauses-head-gist = О чём
clauses-head-does = Что делает бот
clauses-head-by = Где
clauses-head-test = Проверка
clauses-later = позже: { $what }
clauses-cannot = не может: { $why }
clauses-chat-rules = Правила общения,
