## Asking to read the regulation

button-acknowledge = I have read it
edition-please-read = { $reader ->
    [student] The school has rules of talking on the platform: /rules. The whole regulation: /regulation. Read it by { $until } and press the button. If something is unclear, ask your class teacher.
   *[other] Please read the school's regulation of talking on the platform: /regulation. The main points: /rules. Please confirm it by { $until }.
}
edition-remind = { $reader ->
    [student] A reminder: read the school's regulation (/regulation) by { $until } and press the button.
   *[other] A reminder: please read the school's regulation (/regulation) and confirm it by { $until }.
}
edition-ground = { " " }({ $cited })
edition-news = { $reader ->
    [student] From { $date } a new edition of the regulation is in force. What has changed: { $changes }. The whole text: /regulation. Read it by { $until } and press the button. If something is unclear, ask your class teacher.
   *[other] From { $date } a new edition of the regulation is in force (order No. { $number } of { $ordered }). The edition before it has lapsed{ $ground }. What has changed: { $changes }. The whole text: /regulation. Please confirm by { $until } that you have read it.
}
edition-unread = { $count ->
    [one] The edition of { $dates } that the school has adopted cannot be read by this version of the program
   *[other] The editions of { $dates } that the school has adopted cannot be read by this version of the program
}: the bot goes by the edition before. Please go back to the version by which it was adopted, or bring the edition anew: /regulation новая редакция
doctor-editions = Editions of the regulation
doctor-editions-unread = what was adopted for { $dates } cannot be read by this version: the bot goes by the edition before
doctor-editions-mend = go back to the version of the program by which it was adopted, or bring the edition anew: /regulation новая редакция
acknowledged = Thank you! It is noted that you have read the edition of { $date }.
acknowledged-before = You have confirmed the edition of { $date } before.
acknowledge-lapsed = This edition has lapsed. The one in force: /regulation
acknowledge-who = First link your account by your personal code.
help-acknowledged = /acknowledged – note that you have read the regulation or an announcement; /acknowledged 5 – announcement No. 5
acknowledge-which = What have you read? Press a button or write the number, for example: /acknowledged 5.
    { $lines }
acknowledge-line-edition = – The regulation of { $date }: /acknowledged regulation
acknowledge-line = – No. { $number } “{ $title }”
button-acknowledge-edition = The regulation
button-acknowledge-this = { $number }. { $title }

## /regulation

help-regulation = /regulation – what it is about, the whole text, the archive; also: archive, file, 31.08.2024
help-regulation-staff = /regulation – what it is about, the whole text, the archive; also: archive, file, 31.08.2024, who has not read it, new edition
regulation-none = The regulation is not in force yet.
regulation = { $title }
    { $school }

    In force from { $date }.
    { $requisites }

    { $scope }
regulation-session = { $body }: protocol No. { $protocol } of { $date }
regulation-order = Enacted by order No. { $number } of { $date }
group-regulation = The regulation is in force in its edition of { $date } (order No. { $number } of { $ordered }). For the whole text write to me: /regulation.
button-regulation-file = The whole text as a file
button-regulation-basis = Legal basis
button-regulation-archive = Archive
regulation-basis = The regulation is based on:
    { $lines }
regulation-act = – { $act }
regulation-no-basis = This edition names no legal basis.
regulation-archive = Editions of the regulation:
    { $lines }
    The text of any of them: /regulation and its date, for example /regulation 31.08.2024
regulation-file = The regulation in its edition of { $date } ({ $stage }).
regulation-file-name = Regulation { $date }
regulation-stamp = EDITION OF { $date } – { $stage } (order No. { $number } of { $ordered })
regulation-no-edition = There is no edition of { $date }. All editions: /regulation archive

## A new edition

edition-send-file = Send the new edition as a file: the whole text with the numbers of its clauses (.docx, .txt), or a .yaml document. It is easy to change the file that /regulation file gives.
edition-file-unreadable = This file cannot be read. The whole text is needed in a .docx, .txt or .yaml file; a picture or a PDF will not do.
edition-file-large = The file is too large. Send the text only, without pictures and seals.
edition-file-gone = The file could not be fetched. Please send it again.
edition-file-numberless = No numbers of clauses (“4.2. …”) are seen in the file. If your editor counts them itself, save the document as plain text (.txt) and send that.
edition-file-defects = { $count ->
    [one] There is { $count } mistake in the file:
   *[other] There are { $count } mistakes in the file:
}
    { $lines }
    Mend them and send the file again.
edition-send-requisites = Add what is missing in one line. An example: «протокол № 3 от 16.10.2026; приказ 01-10-355 от 19.10.2026; действует с 26.10.2026». Opinions of the councils: «совет родителей протокол № 2 от 14.10.2026; совет обучающихся протокол № 2 от 15.10.2026».
edition-clauses = { $ids }
edition-clauses-more = { $ids } and { $more } more
edition-changed = { $count ->
    [one] changed { $ids }
   *[other] changed { $ids }
}
edition-added = { $count ->
    [one] added { $ids }
   *[other] added { $ids }
}
edition-removed = { $count ->
    [one] removed { $ids }
   *[other] removed { $ids }
}
edition-also = { $before }; { $next }
edition-same = the words of the clauses have not changed
edition-first = this is the first edition
edition-preview = The edition of { $date }. By clauses: { $changes }.
    { $lines }
edition-beside = { $part ->
    [citations] It changes which clauses the bot cites.
    [switches] It changes the order of work: who may do what.
    [rules] It changes the settings by which messages are checked.
   *[terms] It changes the glossary.
}
edition-cited = The bot cites clauses that have changed: { $ids }. Check that they are still about the same.
edition-go-on = Go on?
edition-same-date = An edition of { $date } is adopted already. There can be no other of that date.
edition-gone = This draft is not there any more. To begin again: /regulation new edition
edition-already = This edition is adopted already.
edition-nobody-decides = The director enacts an edition, and is not linked yet. Press “Go on” again afterwards.
edition-passed-on = Passed on to the director. I shall write when it is decided.
edition-decide = { $who } proposes to enact a new edition of the regulation by order No. { $number } of { $ordered }.
    { $preview }
edition-adopted = { $stage ->
    [adopted] The edition is adopted. It comes into force on { $date }; until then the one before it holds.
   *[in-force] The edition is adopted and in force from { $date }.
}
edition-dropped = The edition is not enacted.
edition-declined = The director has not enacted the edition that you proposed.
button-edition-cancel = Cancel
button-edition-go-on = Go on
button-edition-enact = Enact
button-edition-refuse = Do not enact

## Who has not read it

reading = Have not read the edition of { $date }:
    { $lines }
reading-class = { $class }
reading-staff = Staff
reading-all = { $group }: everybody has read it
reading-names = { $group }: { $missing } of { $all } – { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
reading-count = { $group }: { $missing } of { $all }
reading-fewer = { $group }: fewer than { $few } of { $all }
reading-few = { $group }: fewer than { $few } people in the group, no figures are shown
reading-nothing = There is nothing to show: the school has no roster yet.

## /clause

clause-unknown-near = There is no clause { $id } in the regulation in force. { $count ->
    [one] The nearest: { $near }.
   *[other] The nearest: { $near }.
}
clause-unknown-then = There is no clause { $id } in the edition of { $date }.
clause-then = Clause { $id } of the regulation in its edition of { $date }{ $stage ->
    [lapsed] {" "}– lapsed { $lapsed }
    [adopted] {" "}– not in force yet
   *[in-force] {" "}– in force
}:
    { $words }

## /glossary

help-glossary = /glossary Сферум – what a word means in the regulation
glossary = { $lines }
glossary-term = { $term } – { $meaning }
glossary-term-cited = { $term } – { $meaning } ({ $cited })
glossary-all = The glossary of the regulation: { $names }. For example: /glossary учебный профиль
glossary-none = The regulation in force has no glossary.
glossary-unknown = The word “{ $word }” is not in the glossary of the regulation. All words: /glossary
glossary-form = Write one word, for example: /glossary Сферум
group-glossary = For the glossary write to me: /glossary.
group-glossary-term = For the meaning write to me: /glossary.

## /rules

help-rules = /rules – the rules of the chats in short, and how the bot decides
group-no-rules = The school has adopted no short rules of chats yet. The regulation: /regulation
rules-explained = The rules of talking:
    { $rules }{ $own }

    How the bot decides:
    { $how }
rules-none = – the school has not adopted any rules on which the bot could rest
rules-not-adopted =
    { "" }
    The school has not adopted “Rules of talking in chats” yet, so only what the regulation says is shown.
rules-how = – The bot compares the words of a message with lists and patterns: rudeness, personal data, dangerous links. It passes no talk on and judges no people. Every decision names a clause.
rules-measures = – A restriction after a repetition is preliminary only; a person decides – the class teacher or a deputy director ({ $cited }).
rules-no-measures = – The bot restricts nobody: for that the school has to adopt rules. It hides the message and warns in private.
rules-appeal = – If you do not agree, write to the class teacher: a person looks at it, and not the one who decided ({ $cited }).

## /privacy

help-privacy = /privacy – what the bot sees and what it keeps
group-privacy = The bot does not keep usual talk. For the details write to me: /privacy.
privacy = What the bot sees and keeps.

    It sees: messages in those chats of the school where it works, and what you write to it in private. It sees neither your page nor your friends nor other chats.

    It does not keep: usual messages. It needs the text only while it checks it.

    It keeps, encrypted:
    – the trace of a usual message, without text and names: by it what you forward to the bot is found again – 48 hours;
    – the print of a photo of a chat, from which the photo cannot be made: so that one that was asked to be taken out does not come back – 30 days;
    – the roster: name, role, class, children – while you are of the school, and 30 days more;
    – a hidden message – until it is decided; then an excerpt (up to 300 characters) 30 days more, in grave cases until it is handed over, 6 months at most;
    – a record of a breach, without its text – holds for 30 days, erased at the end of the school year;
    – invites – 90 days after they were used or annulled;
    – that you have read an edition – while it is in force, and a year more;
    – the journal of decisions, without names and texts – a year; the journal of destruction – 3 years;
    – backups – up to 30 days, so what is deleted is gone everywhere within 60 days.

    It sends nothing anywhere: the checks run on the school's computer, no other service is asked.

    Taking part is voluntary. What is written about you: /me. Questions about data – to the platform's administrator.

## /diary

help-diary = /diary – the address of the electronic diary
group-diary = The electronic diary: { $diary }
group-no-diary = The school has not given the address of its electronic diary yet. Ask the class teacher.
